import { parseAmount } from '#core/quantities/amount-text.ts';
import { inputLabel } from '#core/scenario/simulation-words.ts';
import type { Flag } from '#core/signals/flag.ts';
import { findEntityNamed, idsUnderReview } from '#main/ledger/subjects.ts';
import type { RequestOf } from '#shared/contract/procedure.ts';
import type { SimulationReport, simulationTopic } from '#shared/contract/simulation.ts';
import { PlumblineError } from '#shared/errors.ts';
import { type MomentOptions, momentOf } from './moment.ts';
import { type LedgerClient, withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export interface SimulateOptions extends MomentOptions {
  readonly signal?: string;
  readonly subject?: string;
  readonly measure?: string;
  readonly deal?: string;
  readonly policy?: string;
  readonly trials?: string;
  readonly seed?: string;
  readonly cap: readonly string[];
}

/** Draws one number of one signal at random and says how often it passes its thresholds. */
export async function simulateCommand(
  path: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<number> {
  return withLedger({ path, access: 'read', terminal }, async (client) => {
    const question = await questionOf(client, options);
    const caps = await capsOf(client, question, options.cap);
    const report = await client.call('simulation', 'run', { ...question, ...lengthOf(options), caps });
    terminal.document({ ledger: path, ...report });
    say(terminal, report);
    return 0;
  });
}

type Question = RequestOf<typeof simulationTopic.plan>;

async function questionOf(client: LedgerClient, options: SimulateOptions): Promise<Question> {
  const { signal, policy } = options;
  if (signal === undefined)
    throw new PlumblineError('USAGE', ['simulate needs --signal, such as commitment-to-revenue.']);
  const moment = momentOf(options);
  const subjectId = subjectOf(client, options.subject, moment.knownAt);
  const { subjects } = await client.call('signals', 'run', { subjectId, ...moment });
  const flag = flagOf(
    subjects.flatMap(({ flags }) => flags),
    signal,
    options,
  );
  return {
    subjectId,
    signal,
    measure: flag.measure,
    scopeId: flag.scope.kind === 'total' ? null : flag.scope.id,
    policy: policy ?? null,
    ...moment,
  };
}

function lengthOf({ trials, seed }: SimulateOptions): { readonly trials?: number; readonly seed?: number } {
  return {
    ...(trials === undefined ? {} : { trials: wholeNumber('--trials', trials) }),
    ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed) }),
  };
}

/** The one entity under review, unless another is named. */
function subjectOf({ context }: LedgerClient, name: string | undefined, knownAt: string | null): string {
  const { ledger } = context.session;
  if (name !== undefined) {
    const found = findEntityNamed(ledger, name, knownAt);
    if (found === null) throw new PlumblineError('SUBJECT_UNKNOWN', [name]);
    return found.id;
  }
  const [only, ...more] = idsUnderReview(ledger, knownAt);
  if (only === undefined || more.length > 0)
    throw new PlumblineError('USAGE', ['Name an entity with --subject.']);
  return only;
}

/** The flag of the signal that fits; among several measures the first, for the whole unless a deal is named. */
function flagOf(flags: readonly Flag[], signal: string, { measure, deal }: SimulateOptions): Flag {
  const own = flags.filter((flag) => flag.signal === signal);
  if (own.length === 0) throw new PlumblineError('SIGNAL_UNKNOWN', [signal]);
  const fitting = own.filter(
    (flag) => (measure === undefined || flag.measure === measure) && isScope(flag.scope, deal),
  );
  const [first] = fitting;
  if (first !== undefined) return first;
  const known = own.map(({ measure: id, scope }) =>
    [
      ...(id === null ? [] : [`--measure ${id}`]),
      ...(scope.kind === 'total' ? [] : [`--deal "${scope.name}"`]),
    ].join(' '),
  );
  throw new PlumblineError('USAGE', [
    `${signal} gives no such result; there are: ${known.map((one) => (one === '' ? 'the whole' : one)).join('; ')}.`,
  ]);
}

function isScope(scope: Flag['scope'], deal: string | undefined): boolean {
  if (scope.kind === 'total') return deal === undefined;
  return deal !== undefined && (scope.id === deal || scope.name.toLowerCase() === deal.trim().toLowerCase());
}

/** An input is named by its id, or by its part in the formula: `--cap value=700bn`. */
async function capsOf(
  client: LedgerClient,
  question: Question,
  texts: readonly string[],
): Promise<Record<string, number>> {
  if (texts.length === 0) return {};
  const { inputs } = await client.call('simulation', 'plan', question);
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      const amount = at < 1 ? null : parseAmount(text.slice(at + 1));
      if (amount === null)
        throw new PlumblineError('USAGE', ['--cap takes a figure and an amount: --cap value=700bn.']);
      const named = text.slice(0, at).trim();
      const [input, ...more] = inputs.filter(({ role }) => role === named);
      return [input !== undefined && more.length === 0 ? input.id : named, amount];
    }),
  );
}

function wholeNumber(flag: string, text: string): number {
  const amount = Number(text.replace(/[_,]/g, ''));
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new PlumblineError('USAGE', [`${flag} takes a whole number.`]);
  return amount;
}

function say(terminal: Terminal, report: SimulationReport): void {
  const { subject, name, scope, workings, words, beyond, inputs, notes } = report;
  terminal.say(`${subject}, ${name}${scope === null ? '' : ` (${scope})`}`);
  terminal.say(`  ${workings}`);
  terminal.say(`  ${words}`);
  for (const { level, words: often } of beyond) terminal.say(`  ${level}: ${often}`);
  terminal.say('Drawn from:');
  for (const input of inputs) terminal.say(`  ${inputLabel(input)}: ${input.words} [${input.id}]`);
  for (const note of notes) terminal.say(note);
}
