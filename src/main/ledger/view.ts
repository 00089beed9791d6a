import type { DealKind, PartyRole } from '#core/model/deal.ts';
import type { EntityFacts, LedgerView } from '#core/model/ledger-view.ts';
import type { DealAtHand, DealEnds } from './at-hand.ts';
import { type Facts, openFacts } from './facts.ts';
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

/** A view with the ids of the entities that it rests on: nothing else that is on file can change it. */
export interface ReachedView {
  readonly view: LedgerView;
  readonly reached: ReadonlySet<string>;
}

/** `facts` are of the same `knownAt`. */
export function viewIn(facts: Facts, { subjectIds, ...moment }: ViewRequest): ReachedView {
  const reached = fetchReach(facts, subjectIds);
  const { payerIds, payeeIds } = middleEnds(facts, subjectIds, reached);
  const deals = dealsOf(facts, reached, facts.fetchBetween({ payerIds, payeeIds }));
  return {
    view: viewOf(facts, { reached, deals }, moment),
    reached: new Set([...reached, ...payerIds, ...payeeIds]),
  };
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

/** Kinds of deals that bring money to a party, so that some of it may go round. */
const FUNDING: readonly DealKind[] = ['equity-investment', 'debt-financing', 'vendor-credit'];

/**
 * The ends of the deal in the middle of a circle of five: it lies between two companies that the subject deals with
 * through others alone. Payers are two payments away from the subject, payees two payments from paying it. Where the
 * subject neither funds nor is funded, nothing goes round through it.
 */
function middleEnds(facts: Facts, subjectIds: readonly string[], reached: ReadonlySet<string>): DealEnds {
  const family = withChildren(facts, withParents(facts, subjectIds));
  const own = dealsOf(facts, family);
  if (!own.some(({ deal }) => FUNDING.includes(deal.kind)))
    return { payerIds: new Set(), payeeIds: new Set() };
  const twoOn = (from: PartyRole, to: PartyRole) => {
    const once = across(facts, own, { near: family, from, to });
    const twice = across(facts, dealsOf(facts, once), { near: once, from, to });
    return new Set([...twice].filter((id) => !reached.has(id)));
  };
  return { payerIds: twoOn('payer', 'payee'), payeeIds: twoOn('payee', 'payer') };
}

interface Crossing {
  readonly near: ReadonlySet<string>;
  readonly from: PartyRole;
  readonly to: PartyRole;
}

/** The families of those on the other side of the deals in which a near one stands on this side. */
function across(
  facts: Facts,
  deals: readonly DealAtHand[],
  { near, from, to }: Crossing,
): ReadonlySet<string> {
  const met = deals.flatMap(({ deal: { parties } }) =>
    parties.some(({ role, entity }) => role === from && near.has(entity.id))
      ? parties.flatMap(({ role, entity }) => (role === to ? [entity.id] : []))
      : [],
  );
  return withChildren(facts, withParents(facts, met));
}

/** Deals of the entities, others by id, and all that is part of them, by id. */
function dealsOf(
  facts: Facts,
  entityIds: Iterable<string>,
  others: Iterable<string> = [],
): readonly DealAtHand[] {
  const found = new Set<string>(others);
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
