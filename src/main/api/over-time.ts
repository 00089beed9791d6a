import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { signalsFor } from '#core/signals/preview.ts';
import { findMeasure, measuresOf } from '#core/signals/registry.ts';
import { runSignals } from '#core/signals/run.ts';
import {
  changesBetween,
  isSameStanding,
  type Standing,
  standingIn,
  thinned,
  turnsOf,
} from '#core/signals/timeline.ts';
import { listChangeTimes } from '#main/ledger/history.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import type { signalsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { JobContext } from './handlers.ts';
import type { gather as gatherOf } from './signals.ts';

/** Reads everything that signals read, at one moment. */
type Gather = typeof gatherOf;

import { signalsOf } from './own-signals.ts';

type Asked = InputOf<typeof signalsTopic.overTime>;
type Answer = OutputOf<typeof signalsTopic.overTime>;

/** One instant of an axis, and what a signal said then. */
interface Instant {
  readonly at: string;
  readonly causes: readonly string[];
  readonly flags: () => readonly Flag[];
}

/**
 * A measure at every instant of an axis at which something on file changes; between two of them it stands still.
 * Throws SIGNAL_UNKNOWN, SUBJECT_UNKNOWN and CANCELLED.
 */
export async function signalOverTime(context: JobContext, asked: Asked, gather: Gather): Promise<Answer> {
  const measures = measuresOf(signalsOf(context.ledger, asked.knownAt));
  const measure = findMeasure(thresholdKey(asked.signal, asked.measure), measures);
  if (measure === null) throw new PlumblineError('SIGNAL_UNKNOWN', [asked.signal]);
  const { ledger, today, progress, signal } = context;
  const all =
    asked.axis === 'as-of'
      ? daysOf(ledger, asked, { today, gather })
      : instantsOf(ledger, asked, { today, gather });
  const instants = thinned(all);
  const points: Answer['points'] = [];
  let last: Standing | null = null;
  for (const [at, instant] of instants.entries()) {
    const standing = standingIn(instant.flags(), asked);
    const isLast = at === instants.length - 1;
    if (last === null || isLast || !isSameStanding(last, standing))
      points.push({
        at: instant.at,
        value: standing.value,
        severity: standing.severity,
        missing: [...standing.missing],
        causes: [...instant.causes],
        changes: [...changesBetween(last, standing)],
      });
    last = standing;
    progress((at + 1) / instants.length, instant.at.slice(0, 10));
    await nextTurn();
    if (signal.aborted) throw new PlumblineError('CANCELLED');
  }
  return { axis: asked.axis, points, looked: instants.length, skipped: all.length - instants.length };
}

interface Ways {
  readonly today: string;
  readonly gather: Gather;
}

function daysOf(ledger: ReadableLedger, asked: Asked, { today, gather }: Ways): readonly Instant[] {
  const { subjectId, knownAt } = asked;
  const until = asked.asOf ?? today;
  const { view, sets, signals: all } = gather(ledger, { subjectId, asOf: until, knownAt });
  const signals = signalsFor(thresholdKey(asked.signal, asked.measure), all);
  return turnsOf(view, until).map(({ day, causes }) => ({
    at: day,
    causes,
    flags: () => runSignals({ view: { ...view, asOf: day }, subjectIds: [subjectId], sets, signals }),
  }));
}

/** Every change of the ledger until the instant that is looked from. */
function instantsOf(ledger: ReadableLedger, asked: Asked, { today, gather }: Ways): readonly Instant[] {
  const { subjectId, knownAt } = asked;
  const asOf = asked.asOf ?? today;
  gather(ledger, { subjectId, asOf, knownAt });
  const key = thresholdKey(asked.signal, asked.measure);
  return listChangeTimes(ledger, knownAt).map(({ at, summaries }) => ({
    at,
    causes: summaries,
    flags: () => {
      const gathered = gatherIfOnFile(() => gather(ledger, { subjectId, asOf, knownAt: at }));
      if (gathered === null) return [];
      const { view, sets, signals } = gathered;
      // An own signal is read by the expression of its time, and says nothing before it was written.
      if (!signals.some(({ id }) => id === asked.signal)) return [];
      return runSignals({ view, subjectIds: [subjectId], sets, signals: signalsFor(key, signals) });
    },
  }));
}

/** Null before the subject itself was on file: there is no flag to read then. */
function gatherIfOnFile<T>(gathering: () => T): T | null {
  try {
    return gathering();
  } catch (thrown) {
    if (thrown instanceof PlumblineError && thrown.code === 'SUBJECT_UNKNOWN') return null;
    throw thrown;
  }
}
