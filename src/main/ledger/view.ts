import type { EntityFacts, LedgerView } from '#core/model/ledger-view.ts';
import { type DealAtHand, type Facts, openFacts } from './facts.ts';
import type { ReadableLedger } from './ledger.ts';

/**
 * Gathers what signals read, for the subjects named and whatever rolls up to them, as it was known at one instant.
 * Rows come ordered by id, so that the same ledger gives the same bytes.
 */
export interface ViewRequest {
  readonly subjectIds: readonly string[];
  readonly asOf: string;
  /** UTC instant, or null for all that is in force now. */
  readonly knownAt: string | null;
}

export function loadView(ledger: ReadableLedger, request: ViewRequest): LedgerView {
  return viewIn(openFacts(ledger, request.knownAt), request).view;
}

/** A view with the ids of the entities whose facts it holds: nothing else that is on file can change it. */
export interface ReachedView {
  readonly view: LedgerView;
  readonly reached: ReadonlySet<string>;
}

/** `facts` are of the same `knownAt`. */
export function viewIn(facts: Facts, { subjectIds, ...moment }: ViewRequest): ReachedView {
  const reached = fetchReach(facts, subjectIds);
  return { view: viewOf(facts, { reached, deals: dealsOf(facts, reached) }, moment), reached };
}

/** One deal, its parties and what is said of them: enough for its schedule. No deals where it was not on file. */
export function loadDealView(
  ledger: ReadableLedger,
  { dealId, ...moment }: Omit<ViewRequest, 'subjectIds'> & { readonly dealId: string },
): LedgerView {
  const facts = openFacts(ledger, moment.knownAt);
  facts.fetchDeal(dealId);
  const deals = [facts.dealOf(dealId)].filter((deal) => deal !== undefined);
  const reached = new Set(deals.flatMap(({ partyIds }) => partyIds));
  facts.fetch(reached);
  return viewOf(facts, { reached, deals }, moment);
}

interface Reach {
  readonly reached: ReadonlySet<string>;
  readonly deals: readonly DealAtHand[];
}

/** All that is on file about what the view reaches. */
function viewOf(
  facts: Facts,
  { reached, deals }: Reach,
  { asOf, knownAt }: Omit<ViewRequest, 'subjectIds'>,
): LedgerView {
  const about = [...reached].map(facts.ofEntity);
  const dealIds = new Set(deals.map(({ deal }) => deal.id));
  const figures = byId(about.flatMap((entity) => entity.figures));
  const currencies = currenciesIn(facts.entities, figures, deals);
  return {
    asOf,
    knownAt,
    entities: facts.entities,
    deals: deals.map(({ deal }) => deal),
    figures,
    quotes: once([...about, ...deals].flatMap(({ quotes }) => quotes)),
    reactions: once([...about, ...deals].flatMap(({ reactions }) => reactions)),
    keyDates: once([...about, ...deals].flatMap(({ keyDates }) => keyDates)),
    prices: byId([...about.flatMap(({ prices }) => prices), ...facts.indexPrices]),
    fxRates: facts.fxRates.filter(
      ({ base, quoteCurrency, onDay }) =>
        onDay <= asOf && currencies.has(base) && currencies.has(quoteCurrency),
    ),
    citations: facts.citations,
    sources: facts.sources,
    picks: facts.picks.filter(({ dealId, entityId }) =>
      dealId === null ? reached.has(entityId) : dealIds.has(dealId),
    ),
  };
}

/** Currencies in which an amount of the view is stated, or a company reports. */
function currenciesIn(
  entities: readonly EntityFacts[],
  figures: LedgerView['figures'],
  deals: readonly DealAtHand[],
): ReadonlySet<string> {
  const found = new Set<string>(figures.map(({ unit }) => unit));
  for (const { deal } of deals) for (const { unit } of [...deal.amounts, ...deal.schedule]) found.add(unit);
  for (const { reportingCurrency } of entities) if (reportingCurrency !== null) found.add(reportingCurrency);
  return found;
}

/**
 * The whole family of the subjects, since money goes round between ultimate parents, and the families of all parties of
 * their deals; afterwards these are at hand.
 */
export function fetchReach(facts: Facts, subjectIds: readonly string[]): ReadonlySet<string> {
  const family = withChildren(facts, withParents(facts, subjectIds));
  facts.fetch(family);
  const partners = dealsOf(facts, family).flatMap(({ partyIds }) => partyIds);
  const reached = withChildren(facts, [...family, ...withParents(facts, partners)]);
  facts.fetch(reached);
  return reached;
}

/** Deals of the entities and all that is part of them, by id. */
function dealsOf(facts: Facts, entityIds: Iterable<string>): readonly DealAtHand[] {
  const found = new Set<string>();
  for (const id of entityIds) for (const dealId of facts.dealIdsOf(id)) found.add(dealId);
  for (const id of found) for (const partId of facts.partIdsOf(id)) found.add(partId);
  return [...found].toSorted().flatMap((id) => facts.dealOf(id) ?? []);
}

/** The entities and all that rolls up to them. */
function withChildren(facts: Facts, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set(ids);
  for (const id of found) for (const child of facts.childrenOf(id)) found.add(child.id);
  return found;
}

/** The entities and whatever they roll up to. */
function withParents(facts: Facts, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set(ids);
  for (const id of found) {
    const parentId = parentOf(facts.entityOf(id));
    if (parentId !== null) found.add(parentId);
  }
  return found;
}

function parentOf(entity: EntityFacts | undefined): string | null {
  return entity?.rollsUp === 1 ? entity.parentId : null;
}

/** What is about an entity and a deal at once stands once. */
function once<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return byId([...new Map(rows.map((row) => [row.id, row])).values()]);
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}
