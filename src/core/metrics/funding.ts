import { amountOf } from '../figures/amount.ts';
import { isFirm, isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import { chooseFromTiers } from '../figures/tiers.ts';
import type { DealKind, DealStatus } from '../model/deal.ts';
import type { DealFacts, EntityFacts } from '../model/ledger-view.ts';
import { type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { portionOf } from '../schedule/accrual.ts';
import { dueWithin, rowsIn } from '../schedule/rows.ts';
import type { Span } from '../schedule/span.ts';
import { byText } from '../text-order.ts';
import { reasonOfDay } from './commitment-scope.ts';
import { inCurrency, reasonNotIn, rowsInCurrency, tiersIn } from './in-currency.ts';
import type { Study } from './study.ts';

/**
 * Money that others bring to the subject. Law: money already paid is in its cash and counts nowhere else; money in
 * talks, in a letter of intent or rumoured is kept apart; what is undisclosed is unknown, never zero.
 */
export interface Funding {
  readonly deal: DealFacts;
  readonly choice: KnownChoice;
  /** What was already paid of it; null where nothing is on file. */
  readonly paid: KnownChoice | null;
  /** Full units still to come. */
  readonly amount: Interval;
}

export interface UncountedFunding {
  readonly deal: DealFacts;
  readonly reason: string;
}

/** Lists are in the order of deal name, then id. */
export interface FundingOnFile {
  readonly signed: readonly Funding[];
  readonly soft: readonly Funding[];
  readonly uncounted: readonly UncountedFunding[];
}

const FUNDING_KINDS: readonly DealKind[] = ['equity-investment', 'debt-financing', 'vendor-credit'];
const LENDING_KINDS: readonly DealKind[] = ['debt-financing', 'vendor-credit'];
const SOFT: readonly DealStatus[] = ['rumoured', 'in-talks', 'letter-of-intent'];

export function fundingOnFile(study: Study, currency: UnitId): FundingOnFile {
  const signed: Funding[] = [];
  const soft: Funding[] = [];
  const uncounted: UncountedFunding[] = [];
  for (const deal of fundingDeals(study)) {
    const reason = reasonUncounted(deal, study);
    const funding = reason === null ? fundingOf(deal, study, currency) : null;
    if (funding === null) uncounted.push({ deal, reason: reason ?? whyNotIn(deal, study, currency) });
    else if (SOFT.includes(deal.status)) soft.push(funding);
    else signed.push(funding);
  }
  return { signed, soft, uncounted };
}

/** Credit that lenders have signed and the subject may still draw. */
export function undrawnLines({ signed }: FundingOnFile): readonly Funding[] {
  return signed.filter(({ deal }) => LENDING_KINDS.includes(deal.kind));
}

/** Cash on hand in one currency; null where none is disclosed. `currency` null: that of the most reliable figure. */
export function cashOnHand(study: Study, currency: UnitId | null): KnownChoice | null {
  const { index, subject, policy } = study;
  const levels = index
    .figuresOf(subject.id)
    .filter(({ metric, basis }) => metric === 'cash' && basis === 'stock')
    .filter((figure) => isFirm(figure) && isKnowable(figure, index.view.asOf));
  const tiers = tiersIn([{ kind: 'cash', figures: levels }], currency, { index, kind: 'stock' });
  return chooseFromTiers(tiers, policy, currency)?.choice ?? null;
}

/** Signed money that falls on the days of `window`, full units; money without days is in no window. */
export function fundedWithin(signed: readonly Funding[], window: Span, currency: UnitId): Interval {
  return sumOf(signed.flatMap((one) => partWithin(one, window, currency) ?? []));
}

/** Whether days or a schedule say when the money comes. */
export function isDated({ deal }: Funding, currency: UnitId): boolean {
  return rowsIn(deal.schedule, currency).length > 0 || (deal.startOn !== null && deal.endOn !== null);
}

function partWithin({ deal, amount }: Funding, window: Span, currency: UnitId): Interval | null {
  if (rowsIn(deal.schedule, currency).length > 0) {
    const due = dueWithin(deal.schedule, window, currency);
    return { lo: due, point: due, hi: due };
  }
  if (deal.startOn === null || deal.endOn === null) return null;
  const span = { start: deal.startOn, end: deal.endOn };
  return portionOf(amount, currency, {
    timed: { span, method: deal.scheduleMethod ?? 'straight-line' },
    window,
  });
}

function fundingDeals({ index, subject }: Study): readonly DealFacts[] {
  return index
    .receiptsOf(subject.id)
    .filter(({ kind }) => FUNDING_KINDS.includes(kind))
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
}

function reasonUncounted(deal: DealFacts, { index, subject }: Study): string | null {
  if (deal.status === 'terminated') return 'Terminated.';
  if (deal.status === 'completed') return 'Completed: what was paid is in the cash of the company.';
  const isOwn = (entity: EntityFacts) => index.chainOf(entity).some(({ id }) => id === subject.id);
  if (deal.parties.some(({ role, entity }) => role === 'payer' && isOwn(entity)))
    return 'Between companies of the same group.';
  if (index.partsOf(deal.id).length > 0) return 'Counted through its parts on file.';
  return reasonOfDay(deal, index.view.asOf);
}

function fundingOf(deal: DealFacts, { index, policy }: Study, currency: UnitId): Funding | null {
  const chosen = (metric: string) =>
    chooseFigure(
      inCurrency(
        deal.amounts.filter((figure) => figure.metric === metric && isKnowable(figure, index.view.asOf)),
        { index, currency, kind: 'stock' },
      ),
      policy,
    );
  const choice = chosen('deal-headline');
  if (!isKnown(choice)) return null;
  const found = chosen('deal-paid');
  const paid = isKnown(found) ? found : null;
  const { rows } = rowsInCurrency(deal.schedule, { index, currency });
  return {
    deal: { ...deal, schedule: rows },
    choice,
    paid,
    amount: paid === null ? choice.amount : lessOf(choice.amount, paid.amount),
  };
}

function whyNotIn({ amounts }: DealFacts, { index }: Study, currency: UnitId): string {
  const stated = amounts.find((figure) => figure.metric === 'deal-headline' && amountOf(figure) !== null);
  const reason = stated === undefined ? null : reasonNotIn(stated, { index, currency, kind: 'stock' });
  if (stated === undefined || reason === null) return `No amount in ${currency} is disclosed.`;
  return `Its amount is in ${stated.unit} and ${reason}.`;
}

/** Never below zero: what was paid beyond the headline is no debt of the funder. */
function lessOf(whole: Interval, paid: Interval): Interval {
  const less = (a: number, b: number) => Math.max(0, a - b);
  return {
    lo: paid.hi === null ? 0 : less(whole.lo, paid.hi),
    point: whole.point === null || paid.point === null ? null : less(whole.point, paid.point),
    hi: whole.hi === null ? null : less(whole.hi, paid.lo),
  };
}
