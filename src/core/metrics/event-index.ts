import { groupByEach } from '../group-by.ts';
import type {
  CitationFacts,
  EntityFacts,
  KeyDateFacts,
  LedgerView,
  PriceFacts,
  QuoteFacts,
  ReactionFacts,
} from '../model/ledger-view.ts';

/** What was said, moved and dated, arranged by the entity or deal that it is about. Rows keep the order of the view. */
export interface EventIndex {
  /** The entity and all that roll up to it. */
  readonly membersOf: (entityId: string) => readonly EntityFacts[];
  readonly quotesAbout: (id: string) => readonly QuoteFacts[];
  readonly reactionsAbout: (id: string) => readonly ReactionFacts[];
  readonly keyDatesAbout: (id: string) => readonly KeyDateFacts[];
  readonly pricesOf: (entityId: string) => readonly PriceFacts[];
  /** Prices of market indices, whose tickers start with ^. */
  readonly indexPrices: readonly PriceFacts[];
  /** Ids of the documents at the ends of the citations from a source; itself where it cites none. */
  readonly originsOf: (sourceId: string) => readonly string[];
}

export function indexEvents(view: LedgerView, membersOf: EventIndex['membersOf']): EventIndex {
  const quotes = groupByEach(view.quotes, ({ aboutId, aboutDealId }) => [aboutId, aboutDealId]);
  const reactions = groupByEach(view.reactions, ({ entityId, dealId }) => [entityId, dealId]);
  const keyDates = groupByEach(view.keyDates, ({ entityId, dealId }) => [entityId, dealId]);
  const prices = groupByEach(view.prices, ({ entityId }) => [entityId]);
  return {
    membersOf,
    quotesAbout: (id) => quotes.get(id) ?? [],
    reactionsAbout: (id) => reactions.get(id) ?? [],
    keyDatesAbout: (id) => keyDates.get(id) ?? [],
    pricesOf: (id) => prices.get(id) ?? [],
    indexPrices: view.prices.filter(({ ticker }) => ticker.startsWith('^')),
    originsOf: originsIn(view),
  };
}

/** Arranged once for all views that share the rows. */
const citedBy = new WeakMap<LedgerView['citations'], ReadonlyMap<string, readonly CitationFacts[]>>();

/** Climbs the citations; a ring of documents that cite one another has no end, so that each stands for itself. */
function originsIn({ citations }: LedgerView): EventIndex['originsOf'] {
  const cited = citedBy.get(citations) ?? groupByEach(citations, ({ sourceId }) => [sourceId]);
  citedBy.set(citations, cited);
  return (sourceId) => {
    const seen = new Set([sourceId]);
    const ends: string[] = [];
    for (const id of seen) {
      const next = cited.get(id) ?? [];
      if (next.length === 0) ends.push(id);
      for (const { citesId } of next) seen.add(citesId);
    }
    return ends.length === 0 ? [sourceId] : ends;
  };
}
