import type {
  DealFacts,
  FigureFacts,
  KeyDateFacts,
  PriceFacts,
  QuoteFacts,
  ReactionFacts,
} from '#core/model/ledger-view.ts';

export interface DealEnds {
  readonly payerIds: ReadonlySet<string>;
  readonly payeeIds: ReadonlySet<string>;
}

/** A deal with what speaks of it. */
export interface DealAtHand {
  readonly deal: DealFacts;
  /** Parties by id, whether or not they are still on file. */
  readonly partyIds: readonly string[];
  readonly quotes: readonly QuoteFacts[];
  readonly reactions: readonly ReactionFacts[];
  readonly keyDates: readonly KeyDateFacts[];
}

export interface EntityAtHand {
  readonly figures: readonly FigureFacts[];
  readonly quotes: readonly QuoteFacts[];
  readonly reactions: readonly ReactionFacts[];
  readonly keyDates: readonly KeyDateFacts[];
  readonly prices: readonly PriceFacts[];
}
