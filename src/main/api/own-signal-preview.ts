import { setImmediate } from 'node:timers/promises';
import type { SignalDefinition } from '#core/signals/definition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { checkExpression } from '#core/signals/own/check.ts';
import { ownSignalDefinition } from '#core/signals/own/own-signal.ts';
import { runSignals } from '#core/signals/run.ts';
import { listChanges } from '#main/ledger/history.ts';
import { listSubjects } from '#main/ledger/subjects.ts';
import { loadView } from '#main/ledger/view.ts';
import type { ownSignalsTopic } from '#shared/contract/own-signals.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { JobContext } from './handlers.ts';

type Order = InputOf<typeof ownSignalsTopic.preview>;
type Answer = OutputOf<typeof ownSignalsTopic.preview>;

/** Companies shown at most, and changes of the ledger looked back over. */
const MOST_SUBJECTS = 200;
const MOST_CHANGES = 60;
const MOST_STEPS = 20;

/** A draft over the companies of the ledger and over its history, one company or change at a time. */
export async function previewOwnSignal(context: JobContext, order: Order): Promise<Answer> {
  const check = checkExpression(order.expression);
  if (check.state === 'refused') return { ...NOTHING, problem: check.problem };
  const { unit, isLowerWorse, watch, warn, critical, expression } = order;
  const signal = ownSignalDefinition({
    ...{ slug: 'draft', name: 'Draft', question: 'Draft', pillar: 'funding', note: null },
    ...{ expression, unit, isLowerWorse, watch, warn, critical },
  });
  const asOf = order.asOf ?? context.today;
  const look = { context, signal, asOf, knownAt: order.knownAt };
  const now = await overSubjects(look, order.subjectId);
  const past = order.subjectId === null ? NO_PAST : await overHistory(look, order.subjectId);
  return { problem: null, ...now, ...past };
}

const NO_PAST = { history: [], looked: 0, changes: 0 } as const satisfies Partial<Answer>;
const NOTHING: Answer = { problem: null, subjects: [], more: 0, history: [], looked: 0, changes: 0 };

interface Look {
  readonly context: JobContext;
  readonly signal: SignalDefinition;
  readonly asOf: string;
  readonly knownAt: string | null;
}

/** The company that is looked at comes first, then those under review, then the rest by name. */
async function overSubjects(
  look: Look,
  subjectId: string | null,
): Promise<Pick<Answer, 'subjects' | 'more'>> {
  const { context } = look;
  const all = listSubjects(context.ledger, look.knownAt).toSorted(
    (a, b) => Number(b.id === subjectId) - Number(a.id === subjectId),
  );
  const subjects: Answer['subjects'] = [];
  for (const [at, { id, name }] of all.slice(0, MOST_SUBJECTS).entries()) {
    await pause(context, at / MOST_SUBJECTS / 2, 'Companies');
    const flag = flagAt(look, id, look.knownAt);
    if (flag !== null) subjects.push({ id, name, workings: flag.workings, ...shown(flag) });
  }
  return { subjects, more: Math.max(0, all.length - MOST_SUBJECTS) };
}

/** Results at the latest changes of the ledger, where they moved. */
async function overHistory(
  look: Look,
  subjectId: string,
): Promise<Pick<Answer, 'history' | 'looked' | 'changes'>> {
  const { context, knownAt } = look;
  const { lines, total } = listChanges(context.ledger, { offset: 0, limit: MOST_CHANGES, knownAt });
  const inTime = lines.toReversed();
  const history: Answer['history'] = [];
  for (const [place, { seq, at, summary }] of inTime.entries()) {
    await pause(context, 0.5 + place / MOST_CHANGES / 2, 'History');
    const flag = flagAt(look, subjectId, at);
    const last = history.at(-1);
    if (flag === null || (last !== undefined && isSame(last, flag))) continue;
    history.push({ seq, at, summary, ...shown(flag) });
  }
  return { history: history.slice(-MOST_STEPS), looked: inTime.length, changes: total };
}

function isSame(a: Pick<Flag, 'severity' | 'value'>, b: Pick<Flag, 'severity' | 'value'>): boolean {
  return a.severity === b.severity && JSON.stringify(a.value) === JSON.stringify(b.value);
}

function shown({ severity, certainty, value, note }: Flag) {
  return { severity, certainty, value, note };
}

/** Null where the company is not on file at that moment. */
function flagAt({ context, signal, asOf }: Look, subjectId: string, knownAt: string | null): Flag | null {
  const view = loadView(context.ledger, { subjectIds: [subjectId], asOf, knownAt });
  if (!view.entities.some(({ id }) => id === subjectId)) return null;
  return runSignals({ view, subjectIds: [subjectId], sets: [], signals: [signal] })[0] ?? null;
}

/** Lets other calls through, and stops where nobody waits for the answer any more. */
async function pause({ progress, signal }: JobContext, fraction: number, label: string): Promise<void> {
  progress(fraction, label);
  await setImmediate();
  if (signal.aborted) throw new PlumblineError('CANCELLED');
}
