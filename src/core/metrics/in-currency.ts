import { amountOf } from '../figures/amount.ts';
import { pastPeriodOf } from '../figures/period.ts';
import type { Tier } from '../figures/tiers.ts';
import type { FigureFacts, Rate, ScheduleRowFacts } from '../model/ledger-view.ts';
import { type Interval, scaleBy } from '../quantities/interval.ts';
import { isMoney, toFull, toStored, type UnitId } from '../quantities/unit.ts';
import type { RateFound } from './fx.ts';
import type { LedgerIndex } from './ledger-index.ts';

/**
 * Amounts in one currency (METHODS §1.2.9). Law: a stock, as a commitment or cash, is converted at the spot rate of the
 * as-of day; a flow, as revenue, at the average of its period, and at spot where that is not over yet. A version that a
 * source states in the currency itself is never displaced by a converted one. Each amount is rounded once.
 */
export type Kind = 'stock' | 'flow';

export interface Conversions {
  readonly index: LedgerIndex;
  readonly currency: UnitId;
  readonly kind: Kind;
}

/** Versions that state the currency; where none of them discloses an amount, those that can be converted as well. */
export function inCurrency(figures: readonly FigureFacts[], to: Conversions): readonly FigureFacts[] {
  const stated = figures.filter(({ unit }) => unit === to.currency);
  if (stated.length === figures.length || stated.some((figure) => amountOf(figure) !== null)) return stated;
  return [...stated, ...figures.flatMap((figure) => converted(figure, to) ?? [])];
}

/** Every version that states the currency or can be converted into it, each for itself. */
export function eachInCurrency(figures: readonly FigureFacts[], to: Conversions): readonly FigureFacts[] {
  return figures.flatMap((figure) => (figure.unit === to.currency ? figure : (converted(figure, to) ?? [])));
}

/** `currency` null leaves the tiers as they are. */
export function tiersIn<K extends string>(
  tiers: readonly Tier<K>[],
  currency: UnitId | null,
  { index, kind }: Omit<Conversions, 'currency'>,
): readonly Tier<K>[] {
  if (currency === null) return tiers;
  return tiers.map((tier) => ({ ...tier, figures: inCurrency(tier.figures, { index, currency, kind }) }));
}

/** Why a figure in another currency has no amount in this one, without a full stop; null where it has. */
export function reasonNotIn(figure: FigureFacts, to: Conversions): string | null {
  if (figure.unit === to.currency) return null;
  const found = rateFor(figure, to);
  if (found.state === 'none') return found.reason;
  return converted(figure, to) === null ? `it is too large to be held in ${to.currency}` : null;
}

/** A sum in full units, not rounded; `rate` null where it was in the currency already. */
export interface SumInCurrency {
  readonly amount: Interval;
  readonly rate: Rate | null;
}

/** A sum of stocks in another currency; null where no rate is on file. */
export function sumInCurrency(
  sum: Interval,
  from: UnitId,
  { index, currency }: Omit<Conversions, 'kind'>,
): SumInCurrency | null {
  if (from === currency) return { amount: sum, rate: null };
  const found = index.fx.spot(from, currency, index.view.asOf);
  return found.state === 'none' ? null : { amount: scaleBy(sum, found.rate.factor), rate: found.rate };
}

/** Payments in one currency, those in others at the spot rate; what has no rate stays as it is written. */
export function rowsInCurrency(
  rows: readonly ScheduleRowFacts[],
  { index, currency }: Omit<Conversions, 'kind'>,
): { readonly rows: readonly ScheduleRowFacts[]; readonly rates: readonly Rate[] } {
  if (rows.every(({ unit }) => unit === currency)) return { rows, rates: [] };
  const units = [...new Set(rows.map(({ unit }) => unit))].filter((unit) => unit !== currency);
  const rates = units.flatMap((unit) => {
    const found = index.fx.spot(unit, currency, index.view.asOf);
    return found.state === 'ok' ? [found.rate] : [];
  });
  const taken = new Map(rates.flatMap((rate) => rowsAt(rate, rows)).map((row) => [row.id, row]));
  return { rows: rows.map((row) => taken.get(row.id) ?? row), rates };
}

/** Rounded as running totals, so that rows that make up an amount make up the converted amount too. */
function rowsAt(rate: Rate, rows: readonly ScheduleRowFacts[]): readonly ScheduleRowFacts[] {
  let [sum, before] = [0, 0];
  return rows
    .filter(({ unit }) => unit === rate.from)
    .map((row) => {
      sum += row.amount;
      const until = storedAt(sum, rate);
      const amount = until - before;
      before = until;
      return { ...row, unit: rate.to, amount };
    });
}

function converted(figure: FigureFacts, to: Conversions): FigureFacts | null {
  const found = rateFor(figure, to);
  if (found.state === 'none' || amountOf(figure) === null) return null;
  const { rate } = found;
  const at = (stored: number | null) => (stored === null ? null : storedAt(stored, rate));
  const [lo, point, hi] = [at(figure.lo), at(figure.point), at(figure.hi)];
  if ([lo, point, hi].some((end) => end !== null && !Number.isSafeInteger(end))) return null;
  return { ...figure, lo, point, hi, unit: to.currency, conversion: { original: figure, rate } };
}

function rateFor(figure: FigureFacts, { index, currency, kind }: Conversions): RateFound {
  const { unit } = figure;
  if (!isMoney(unit)) return { state: 'none', reason: `it is stated in ${unit}, which is no currency` };
  const { fx, view } = index;
  const period = kind === 'flow' ? pastPeriodOf(figure, view.asOf) : null;
  return period === null ? fx.spot(unit, currency, view.asOf) : fx.average(unit, currency, period);
}

/** Stored units of the one currency in stored units of the other, rounded once, half away from zero. */
function storedAt(stored: number, { factor, from, to }: Rate): number {
  const full = toFull(Math.abs(stored), from) * factor;
  if (full > toFull(Number.MAX_SAFE_INTEGER, to)) return Number.POSITIVE_INFINITY;
  return Math.sign(stored) * toStored(full, to);
}
