import type { Flag, FlagInput, Severity } from '#core/signals/flag.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { findEntityNamed } from '#main/ledger/subjects.ts';
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
      asOf: run.asOf,
      knownAt: run.knownAt,
      subjects: run.subjects.map(({ name, grade, flags }) => ({
        subject: name,
        grade: grade.grade,
        gradeWhy: grade.why,
        flags: flags.map(flagDocument),
      })),
    });
    for (const { name, grade, flags } of run.subjects)
      sayFlags(terminal, `${name}: grade ${grade.grade}. ${grade.why}`, flags);
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

function subjectId(
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
    thresholdsFrom: { origin: thresholds.origin, set: thresholds.setId, reason: thresholds.reason },
    bandLo: rest.bandLo,
    bandHi: rest.bandHi,
    formula: rest.formula,
    workings: rest.workings,
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

function sayFlags(terminal: Terminal, subject: string, flags: readonly Flag[]): void {
  terminal.say(subject);
  for (const flag of flags) {
    const scope = flag.scope.kind === 'total' ? '' : ` (${flag.scope.name})`;
    terminal.say(`  ${padded(flag.severity)} ${flag.name}${scope}: ${flag.workings}`);
    if (flag.note !== '') terminal.say(`  ${padded('')} ${flag.note}`);
  }
}

function padded(severity: Severity | ''): string {
  return severity.padEnd(17);
}
