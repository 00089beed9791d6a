import { groupByEach } from '../group-by.ts';
import type { FxRateFacts, Rate } from '../model/ledger-view.ts';
import { type Day, daysBetween } from '../quantities/day.ts';
import type { UnitId } from '../quantities/unit.ts';
import type { Span } from '../schedule/span.ts';
import { byText } from '../text-order.ts';

/**
 * Rates of exchange on file (METHODS §1.2.9): a spot rate for what stands on a day, an average for what flowed in a
 * period. Law: a rate is found in the direction on file or as its inverse, never through a third currency; one that is
 * too old, or a period with too few, is no rate, and the reason is a sentence.
 */
export type RateFound =
  | { readonly state: 'ok'; readonly rate: Rate }
  | { readonly state: 'none'; readonly reason: string };

export interface FxIndex {
  /** The last rate on or before the day, at most a week old. */
  readonly spot: (from: UnitId, to: UnitId, on: Day) => RateFound;
  /** Mean of the rates within the period, one a day, with no stretch of more than 35 days without one. */
  readonly average: (from: UnitId, to: UnitId, period: Span) => RateFound;
}

/** Days that a spot rate may be old. */
const MOST_AGE = 7;
/** Month ends lie at most 35 days apart, whatever weekends do. */
const MOST_GAP = 35;

/** `asOf`: no later rate is known. */
export function indexRates(rates: readonly FxRateFacts[], asOf: Day): FxIndex {
  const known = rates.filter(({ onDay }) => onDay <= asOf);
  const byPair = groupByEach(known, ({ base, quoteCurrency }) => [pairOf(base, quoteCurrency)]);
  const onePerDay = new Map([...byPair].map(([pair, all]) => [pair, bestPerDay(all)]));
  const ratesOf = (from: UnitId, to: UnitId): readonly FxRateFacts[] => onePerDay.get(pairOf(from, to)) ?? [];
  return {
    spot: (from, to, on) => spotRate(ratesOf(from, to), { from, to }, on),
    average: (from, to, period) => averageRate(ratesOf(from, to), { from, to }, period),
  };
}

type Pair = Pick<Rate, 'from' | 'to'>;

function spotRate(rates: readonly FxRateFacts[], pair: Pair, on: Day): RateFound {
  const last = rates.findLast(({ onDay }) => onDay <= on);
  if (last === undefined) return none(pair);
  if (daysBetween(last.onDay, on) > MOST_AGE)
    return {
      state: 'none',
      reason: `the last rate from ${pair.from} to ${pair.to} on file is of ${last.onDay}, more than ${MOST_AGE} days before ${on}`,
    };
  return { state: 'ok', rate: { ...pair, kind: 'spot', factor: factorOf(last, pair), rates: [last] } };
}

function averageRate(rates: readonly FxRateFacts[], pair: Pair, period: Span): RateFound {
  const within = rates.filter(({ onDay }) => onDay >= period.start && onDay < period.end);
  if (within.length === 0) return none(pair);
  const days = [period.start, ...within.map(({ onDay }) => onDay), period.end];
  const isSparse = days.slice(1).some((day, at) => daysBetween(days[at] ?? day, day) > MOST_GAP);
  if (isSparse)
    return {
      state: 'none',
      reason: `too few rates from ${pair.from} to ${pair.to} are on file for an average from ${period.start} until ${period.end}: more than ${MOST_GAP} days without one`,
    };
  const sum = within.reduce((total, rate) => total + factorOf(rate, pair), 0);
  return { state: 'ok', rate: { ...pair, kind: 'average', factor: sum / within.length, rates: within } };
}

function none({ from, to }: Pair): RateFound {
  return { state: 'none', reason: `no rate from ${from} to ${to} is on file` };
}

function factorOf({ base, rate }: FxRateFacts, { from }: Pair): number {
  return base === from ? rate : 1 / rate;
}

/** One name for both directions. */
function pairOf(one: UnitId, other: UnitId): string {
  return [one, other].toSorted(byText).join(' ');
}

/** In order of the day; of several on one day the most reliable, then by direction, then by id. */
function bestPerDay(rates: readonly FxRateFacts[]): readonly FxRateFacts[] {
  const best = new Map<Day, FxRateFacts>();
  const ranked = rates.toSorted(
    (a, b) =>
      byText(a.source.reliability, b.source.reliability) || byText(a.base, b.base) || byText(a.id, b.id),
  );
  for (const rate of ranked) if (!best.has(rate.onDay)) best.set(rate.onDay, rate);
  return [...best.values()].toSorted((a, b) => byText(a.onDay, b.onDay));
}
