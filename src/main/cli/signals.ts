import { ENGINE_VERSION } from '#core/signals/engine.ts';
import type { Flag, FlagInput, Severity } from '#core/signals/flag.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { paced } from '#main/api/paced.ts';
import { runAllSignals, type SubjectRun } from '#main/api/signals.ts';
import { openSnapshot } from '#main/ledger/snapshot.ts';
import { findEntityNamed } from '#main/ledger/subjects.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface SignalsOptions extends MomentOptions {
  readonly subject?: string;
  readonly all?: boolean;
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
  if (options.all === true && options.subject !== undefined)
    throw new PlumblineError('USAGE', ['Give --all or --subject, not both.']);
  if (options.all === true) return allSignals(path, { moment, failOn }, terminal);
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
      subjects: run.subjects.map((subject) => subjectDocument(subject, flagDocument)),
    });
    for (const subject of run.subjects) sayFlags(terminal, subject);
    if (run.subjects.length === 0)
      terminal.note('No entity is under review; mark one, or name one with --subject.');
    return run.subjects.some((subject) => isAsSevere(subject, failOn)) ? 1 : 0;
  });
}

interface WholeRun {
  readonly moment: ReturnType<typeof momentOf>;
  readonly failOn: number | null;
}

/** Every company on file, at one state of the ledger; what is done is written and let go. */
async function allSignals(path: string, { moment, failOn }: WholeRun, terminal: Terminal): Promise<number> {
  return withLedger({ path, access: 'read', terminal }, async ({ context, signal }) => {
    const snapshot = openSnapshot(context.session.ledger, moment.knownAt);
    const at = { asOf: moment.asOf ?? context.today, knownAt: moment.knownAt };
    let exit = 0;
    async function* parts(): AsyncGenerator<string> {
      const opening = JSON.stringify({ ledger: path, engine: ENGINE_VERSION, ...at });
      yield `${opening.slice(0, -1)},"subjects":[`;
      let separator = '\n';
      for await (const subject of paced(runAllSignals(snapshot.ledger, at), signal)) {
        if (subject === null) continue;
        sayFlags(terminal, subject);
        if (isAsSevere(subject, failOn)) exit = 1;
        yield `${separator}${JSON.stringify(shortSubjectDocument(subject))}`;
        separator = ',\n';
      }
      yield '\n]}\n';
    }
    try {
      await terminal.stream(parts());
    } finally {
      snapshot.close();
    }
    return exit;
  });
}

function isAsSevere({ flags }: SubjectRun, failOn: number | null): boolean {
  return failOn !== null && flags.some(({ severity }) => SEVERITIES.indexOf(severity) <= failOn);
}

function subjectDocument({ name, grade, flags, reviews }: SubjectRun, write: (flag: Flag) => object) {
  return {
    subject: name,
    grade: grade.grade,
    gradeWithoutDispositions: grade.withoutDispositions,
    gradeWhy: grade.why,
    flags: flags.map((flag, at) => ({ ...write(flag), disposition: reviews[at] ?? null })),
  };
}

/** What `--all --json` writes of one company. */
export function shortSubjectDocument(subject: SubjectRun): object {
  return subjectDocument(subject, shortDocument);
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
  return { ...resultOf(flag), inputs: flag.inputs.map(inputDocument), ...workOf(flag) };
}

/** The same without its inputs, for runs over a whole ledger: those of one company stand under --subject. */
function shortDocument(flag: Flag) {
  return { ...resultOf(flag), ...workOf(flag) };
}

function resultOf({ signal, measure, scope, severity, state, value, unit, certainty, thresholds }: Flag) {
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
  };
}

function workOf(flag: Omit<Flag, 'inputs'>) {
  const { note, name, thresholds } = flag;
  return {
    note,
    name,
    thresholdsFrom: {
      origin: thresholds.origin,
      set: thresholds.setId,
      version: thresholds.version,
      reason: thresholds.reason,
    },
    bandLo: flag.bandLo,
    bandHi: flag.bandHi,
    formula: flag.formula,
    workings: flag.workings,
    tables: flag.tables,
    policy: flag.policy,
    alternatives: flag.alternatives,
    tags: flag.tags,
    missing: flag.missing,
  };
}

/** Figures and deals stand under their own names, as documented; every input has `id` and `kind`. */
function inputDocument({ kind, id, ...input }: FlagInput) {
  const named = kind === 'figure' || kind === 'deal' ? { [kind]: id } : {};
  return { ...named, kind, id, ...input };
}

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
