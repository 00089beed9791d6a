import { isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { leadingUnit } from '../figures/tiers.ts';
import type { DealFacts, EntityFacts, FigureFacts, Rate } from '../model/ledger-view.ts';
import { dayAfter } from '../quantities/day.ts';
import { type Interval, sumOf } from '../quantities/interval.ts';
import { toFull, type UnitId } from '../quantities/unit.ts';
import { dueWithin, rowsIn } from '../schedule/rows.ts';
import { byText } from '../text-order.ts';
import { reasonLeftOut } from './commitment-scope.ts';
import { inCurrency, reasonNotIn, rowsInCurrency } from './in-currency.ts';
import type { Study } from './study.ts';

/** A deal that obliges the subject to pay, with the amount that one policy takes from the versions on file. */
export interface Commitment {
  /** As on file, its payments in the currency of the study where a rate is. */
  readonly deal: DealFacts;
  /** At which its payments in other currencies were taken. */
  readonly scheduleRates: readonly Rate[];
  /** Currency of all its amounts; null where the study has none. */
  readonly currency: UnitId | null;
  /** Versions of the headline amount in the currency of the study; null where none is disclosed. */
  readonly choice: KnownChoice | null;
  /** What the deal comes to over its whole life, full units; null: unknown, never zero. */
  readonly gross: Interval | null;
  /** What the schedule says fell due by the as-of day, full units; 0 without one. */
  readonly paid: number;
  /** What is still to be paid where a schedule says what was; the gross amount otherwise. */
  readonly amount: Interval | null;
  /** False for a letter of intent, which is counted but shown apart. */
  readonly isBinding: boolean;
  /** Others pay too and the subject's part is not stated, so its amount is at most the whole. */
  readonly isJoint: boolean;
  /** Ultimate parents of those who are paid, in the order of the parties. */
  readonly counterparties: readonly EntityFacts[];
}

export interface NamedCommitment extends Commitment {
  readonly gross: Interval;
  readonly amount: Interval;
  readonly currency: UnitId;
}

export interface LeftOut {
  readonly deal: DealFacts;
  readonly reason: string;
}

/** A commitment whose amount is not known in the currency of the study. */
export interface UnknownCommitment {
  readonly commitment: Commitment;
  readonly why: 'undisclosed' | 'no-rate';
  readonly reason: string;
}

/**
 * Commitments of one subject. Law: every deal in which it pays is in exactly one of the three lists, and while
 * `unknown` is not empty the sum of the named ones is an "at least".
 */
export interface Commitments {
  readonly named: readonly NamedCommitment[];
  readonly unknown: readonly UnknownCommitment[];
  readonly leftOut: readonly LeftOut[];
}

/** Lists are in the order of deal name, then id. `currency` null: no amount is disclosed in any. */
export function commitmentsOf(study: Study, currency: UnitId | null): Commitments {
  const named: NamedCommitment[] = [];
  const unknown: UnknownCommitment[] = [];
  const leftOut: LeftOut[] = [];
  for (const deal of study.index.dealsOf(study.subject.id).toSorted(byNameThenId)) {
    const reason = reasonLeftOut(deal, study.subject, study.index);
    if (reason !== null) {
      leftOut.push({ deal, reason });
      continue;
    }
    const commitment = commitmentOf(deal, study, currency);
    if (isNamed(commitment)) named.push(commitment);
    else unknown.push({ commitment, ...whyUnknown(deal, study, currency) });
  }
  return { named, unknown, leftOut };
}

export function totalOf(named: readonly NamedCommitment[]): Interval {
  return sumOf(named.map(({ amount }) => amount));
}

/** Currency in which most deals disclose an amount or a schedule, ties by its code; null where none is. */
export function commonCurrency({ index, subject }: Study): UnitId | null {
  const votes = new Map<UnitId, number>();
  for (const deal of index.dealsOf(subject.id)) {
    const unit = leadingUnit(headlinesOf(deal, index.view.asOf)) ?? deal.schedule[0]?.unit ?? null;
    if (unit !== null) votes.set(unit, (votes.get(unit) ?? 0) + 1);
  }
  const ranked = [...votes].toSorted(([a, m], [b, n]) => n - m || byText(a, b));
  return ranked[0]?.[0] ?? null;
}

function commitmentOf(written: DealFacts, study: Study, currency: UnitId | null): Commitment {
  const { index, policy, subject } = study;
  const { deal, rates } = dealIn(written, index, currency);
  const headlines = headlinesOf(deal, index.view.asOf);
  const versions = currency === null ? [] : inCurrency(headlines, { index, currency, kind: 'stock' });
  const chosen = chooseFigure(versions, policy);
  const choice = isKnown(chosen) ? chosen : null;
  const isOwn = (entity: EntityFacts) => index.chainOf(entity).some(({ id }) => id === subject.id);
  const isJoint = deal.parties.some(({ role, entity }) => role === 'payer' && !isOwn(entity));
  const whole = choice?.amount ?? (currency === null ? null : scheduledTotal(deal, currency));
  const gross = isJoint ? atMost(whole) : whole;
  const paid = currency === null ? 0 : paidOf(deal, index.view.asOf, currency);
  return {
    deal,
    scheduleRates: rates,
    currency,
    choice,
    gross,
    paid,
    amount: gross === null || currency === null ? null : remainingOf(gross, paid),
    isBinding: deal.status !== 'letter-of-intent',
    isJoint,
    counterparties: counterpartiesOf(deal, study, isOwn),
  };
}

/** The deal with its payments in the currency of the study, as far as there are rates. */
function dealIn(
  deal: DealFacts,
  index: Study['index'],
  currency: UnitId | null,
): { readonly deal: DealFacts; readonly rates: readonly Rate[] } {
  if (currency === null || deal.schedule.every(({ unit }) => unit === currency)) return { deal, rates: [] };
  const { rows, rates } = rowsInCurrency(deal.schedule, { index, currency });
  return { deal: { ...deal, schedule: rows }, rates };
}

function isNamed(commitment: Commitment): commitment is NamedCommitment {
  return commitment.amount !== null;
}

function headlinesOf(deal: DealFacts, asOf: string): readonly FigureFacts[] {
  return deal.amounts.filter((figure) => figure.metric === 'deal-headline' && isKnowable(figure, asOf));
}

/** Whatever part of the whole falls on the subject, none of it is certain. */
function atMost(amount: Interval | null): Interval | null {
  return amount === null ? null : { ...amount, lo: 0 };
}

/** Where no source gives the amount of a deal, its schedule says what it comes to at least. */
function scheduledTotal({ schedule }: DealFacts, currency: UnitId): Interval | null {
  const rows = rowsIn(schedule, currency);
  if (rows.length === 0) return null;
  const sum = toFull(
    rows.reduce((total, { amount }) => total + amount, 0),
    currency,
  );
  return { lo: sum, point: sum, hi: null };
}

function paidOf({ schedule }: DealFacts, asOf: string, currency: UnitId): number {
  return dueWithin(schedule, { start: '0001-01-01', end: dayAfter(asOf) }, currency);
}

function remainingOf(gross: Interval, paid: number): Interval {
  if (paid === 0) return gross;
  const less = (amount: number) => Math.max(0, amount - paid);
  return {
    lo: less(gross.lo),
    point: gross.point === null ? null : less(gross.point),
    hi: gross.hi === null ? null : less(gross.hi),
  };
}

function counterpartiesOf(
  deal: DealFacts,
  { index }: Study,
  isOwn: (entity: EntityFacts) => boolean,
): readonly EntityFacts[] {
  const parents = deal.parties
    .filter(({ role, entity }) => role === 'payee' && !isOwn(entity))
    .map(({ entity }) => index.chainOf(entity).at(-1) ?? entity);
  return [...new Map(parents.map((parent) => [parent.id, parent])).values()];
}

function whyUnknown(
  deal: DealFacts,
  { index }: Study,
  currency: UnitId | null,
): Omit<UnknownCommitment, 'commitment'> {
  const headlines = headlinesOf(deal, index.view.asOf);
  const unit = leadingUnit(headlines);
  const stated = headlines.find((figure) => figure.unit === unit);
  if (unit === null || stated === undefined)
    return { why: 'undisclosed', reason: 'No amount is disclosed: unknown, not zero.' };
  const reason = currency === null ? null : reasonNotIn(stated, { index, currency, kind: 'stock' });
  return { why: 'no-rate', reason: `Its amount is in ${unit} and ${reason ?? 'no rate is on file'}.` };
}

function byNameThenId(a: DealFacts, b: DealFacts): number {
  return byText(a.name, b.name) || byText(a.id, b.id);
}
