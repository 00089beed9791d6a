import type { Flag, FlagInput, Severity } from '#core/signals/flag.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { findEntityNamed } from '#main/ledger/subjects.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import type { signalsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface SignalsOptions extends MomentOptions {
  readonly subject?: string;
  readonly failOn?: string;
}

/** Exit code 1 where a flag is at least as severe as --fail-on. */
export async function signalsCommand(
  path: string,
  options: SignalsOptions,
  terminal: Terminal,
): Promise<number> {
  const failOn = severityNamed(options.failOn);
  const moment = momentOf(options);
  return withLedger({ path, access: 'read', terminal }, async (client) => {
    const run = await client.call('signals', 'run', {
      subjectId: subjectId(client, options.subject, moment.knownAt),
      ...moment,
    });
    terminal.document({
      ledger: path,
      engine: run.engine,
      asOf: run.asOf,
      knownAt: run.knownAt,
      subjects: run.subjects.map(({ name, grade, flags, reviews }) => ({
        subject: name,
        grade: grade.grade,
        gradeWithoutDispositions: grade.withoutDispositions,
        gradeWhy: grade.why,
        flags: flags.map((flag, at) => ({ ...flagDocument(flag), disposition: reviews[at] ?? null })),
      })),
    });
    for (const subject of run.subjects) sayFlags(terminal, subject);
    if (run.subjects.length === 0)
      terminal.note('No entity is under review; mark one, or name one with --subject.');
    const worst = run.subjects.flatMap(({ flags }) =>
      flags.map(({ severity }) => SEVERITIES.indexOf(severity)),
    );
    return failOn !== null && worst.some((rank) => rank <= failOn) ? 1 : 0;
  });
}

function severityNamed(name: string | undefined): number | null {
  if (name === undefined) return null;
  const rank = (['critical', 'warn', 'watch'] as readonly string[]).indexOf(name);
  if (rank < 0) throw new PlumblineError('USAGE', ['--fail-on takes critical, warn or watch.']);
  return rank;
}

/** The id of the entity of that name or alias; null where none is named. Throws SUBJECT_UNKNOWN. */
export function subjectId(
  { context }: LedgerClient,
  name: string | undefined,
  knownAt: string | null,
): string | null {
  if (name === undefined) return null;
  const found = findEntityNamed(context.session.ledger, name, knownAt);
  if (found === null) throw new PlumblineError('SUBJECT_UNKNOWN', [name]);
  return found.id;
}

/** The documented shape of `signals --json`: DESIGN's fields first, then what else the flag carries. */
function flagDocument(flag: Flag) {
  const {
    signal,
    measure,
    name,
    scope,
    severity,
    state,
    value,
    unit,
    certainty,
    thresholds,
    note,
    inputs,
    ...rest
  } = flag;
  return {
    signal,
    measure,
    scope: scope.kind === 'total' ? 'total' : scope.name,
    severity,
    state,
    value,
    unit,
    certainty,
    thresholds: { watch: thresholds.watch, warn: thresholds.warn, critical: thresholds.critical },
    inputs: inputs.map(inputDocument),
    note,
    name,
    thresholdsFrom: {
      origin: thresholds.origin,
      set: thresholds.setId,
      version: thresholds.version,
      reason: thresholds.reason,
    },
    bandLo: rest.bandLo,
    bandHi: rest.bandHi,
    formula: rest.formula,
    workings: rest.workings,
    tables: rest.tables,
    policy: rest.policy,
    alternatives: rest.alternatives,
    tags: rest.tags,
    missing: rest.missing,
  };
}

/** Figures and deals stand under their own names, as documented; every input has `id` and `kind`. */
function inputDocument({ kind, id, ...input }: FlagInput) {
  const named = kind === 'figure' || kind === 'deal' ? { [kind]: id } : {};
  return { ...named, kind, id, ...input };
}

type SubjectRun = OutputOf<typeof signalsTopic.run>['subjects'][number];

function sayFlags(terminal: Terminal, { name, grade, flags, reviews }: SubjectRun): void {
  const without =
    grade.withoutDispositions === grade.grade ? '' : ` (${grade.withoutDispositions} without dispositions)`;
  terminal.say(`${name}: grade ${grade.grade}${without}. ${grade.why}`);
  for (const [at, flag] of flags.entries()) {
    const scope = flag.scope.kind === 'total' ? '' : ` (${flag.scope.name})`;
    terminal.say(`  ${padded(flag.severity)} ${flag.name}${scope}: ${flag.workings}`);
    const review = reviews[at];
    if (review !== undefined && review.by !== null) terminal.say(`  ${padded('')} ${standingText(review)}`);
    if (flag.note !== '') terminal.say(`  ${padded('')} ${flag.note}`);
  }
}

/** `Review: open, reopened: inputs-changed; by Ana` or `Review: mitigated until 2026-07-04; by Ana`. */
function standingText({ state, reopened, until, by }: Review): string {
  const how = reopened === null ? ` until ${until ?? 'reopened'}` : `, reopened: ${reopened.why}`;
  return `Review: ${state}${how}; by ${by}`;
}

function padded(severity: Severity | ''): string {
  return severity.padEnd(17);
}
