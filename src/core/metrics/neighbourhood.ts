import type { DealKind } from '../model/deal.ts';
import type { DealFacts, EntityFacts, KeyDateFacts, QuoteFacts } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';
import { reasonOfDay } from './commitment-scope.ts';
import type { LedgerIndex } from './ledger-index.ts';
import type { Study } from './study.ts';

/** Whom and what a subject's evidence may speak of: itself, its deals, those it deals with and where these hold stakes. */
export interface Neighbourhood {
  /** The subject and all that roll up to it. */
  readonly family: readonly EntityFacts[];
  /** Deals in which the family pays or is paid, known by the as-of day; by id. */
  readonly deals: readonly DealFacts[];
  /** Parties of these deals with their parents and all that roll up to these, without the family; by id. */
  readonly around: readonly EntityFacts[];
  /** Money that these put into anybody, as into a rival of the subject; by id, without the deals of the family. */
  readonly stakes: readonly DealFacts[];
}

const STAKES: readonly DealKind[] = ['equity-investment', 'debt-financing', 'vendor-credit', 'acquisition'];

/** Read by several signals under several policies, on none of which it depends: kept as long as the index is. */
const kept = new WeakMap<LedgerIndex, Map<string, Neighbourhood>>();

export function neighbourhoodOf({ index, subject }: Study): Neighbourhood {
  const known = kept.get(index) ?? new Map<string, Neighbourhood>();
  kept.set(index, known);
  const found = known.get(subject.id) ?? gather(index, subject);
  known.set(subject.id, found);
  return found;
}

function gather(index: LedgerIndex, subject: EntityFacts): Neighbourhood {
  const { asOf } = index.view;
  const isKnown = (deal: DealFacts) => reasonOfDay(deal, asOf) === null;
  const family = byIds(index.events.membersOf(subject.id));
  const own = new Set(family.map(({ id }) => id));
  const deals = byIds([...index.dealsOf(subject.id), ...index.receiptsOf(subject.id)]).filter(isKnown);
  const parties = deals.flatMap((deal) => deal.parties.flatMap(({ entity }) => index.chainOf(entity)));
  const around = byIds(byIds(parties).flatMap(({ id }) => index.events.membersOf(id))).filter(
    ({ id }) => !own.has(id),
  );
  const listed = new Set(deals.map(({ id }) => id));
  const stakes = byIds(around.flatMap(({ id }) => index.dealsOf(id)))
    .filter((deal) => STAKES.includes(deal.kind) && !listed.has(deal.id))
    .filter(isKnown);
  return { family, deals, around, stakes };
}

/** Quotes about the family or its deals that were said and published by the as-of day; by id. */
export function quotesAround({ index }: Study, { family, deals }: Neighbourhood): readonly QuoteFacts[] {
  const { asOf } = index.view;
  return byIds([...family, ...deals].flatMap(({ id }) => index.events.quotesAbout(id))).filter(
    (quote) => isPublished(quote, asOf) && (quote.saidOn === null || quote.saidOn <= asOf),
  );
}

/** Key dates of the family or its deals that were published by the as-of day; by id. */
export function keyDatesAround({ index }: Study, { family, deals }: Neighbourhood): readonly KeyDateFacts[] {
  const { asOf } = index.view;
  return byIds([...family, ...deals].flatMap(({ id }) => index.events.keyDatesAbout(id))).filter((date) =>
    isPublished(date, asOf),
  );
}

/** A source without a day of publication is taken as known. */
export function isPublished({ source }: Pick<QuoteFacts, 'source'>, asOf: string): boolean {
  return source.publishedOn === null || source.publishedOn <= asOf;
}

function byIds<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => byText(a.id, b.id));
}
