import type { UnitId } from '../quantities/unit.ts';
import type { Deal, PartyRole, ScheduleRow } from './deal.ts';
import type { Entity } from './entity.ts';
import type { Figure } from './figure.ts';
import type { KeyDate, Quote, Reaction } from './quote.ts';
import type { FxRate, Price } from './series.ts';
import type { Reliability } from './source.ts';

/**
 * What metrics and signals may read: plain rows of one moment of the ledger, gathered before anything is computed.
 * Law: rows are in force at `knownAt`; every array is ordered by id, so the same ledger gives the same bytes.
 */
export interface SourceFacts {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly reliability: Reliability;
  readonly publishedOn: string | null;
  /** UTC day on which it was first recorded; null where it is not known. */
  readonly recordedOn: string | null;
}

export interface EntityFacts extends Entity {
  readonly id: string;
}

export interface FigureFacts extends Figure {
  readonly id: string;
  /** Order of recording; later is larger. */
  readonly recordedSeq: number;
  readonly source: SourceFacts;
  /** The words of the passage, or null where the figure has none. */
  readonly quote: string | null;
  /** Set where the amount stands in another currency than its source states. */
  readonly conversion?: Conversion;
}

/** What a source states and the rate at which it was taken; the amount and unit of the figure itself are the result. */
export interface Conversion {
  readonly original: FigureFacts;
  readonly rate: Rate;
}

/** A dated rate with its direction and source: units of the quote currency for one unit of the base currency. */
export interface FxRateFacts extends FxRate {
  readonly id: string;
  readonly source: SourceFacts;
}

export interface Rate {
  readonly from: UnitId;
  readonly to: UnitId;
  readonly kind: 'spot' | 'average';
  /** Units of `to` for one unit of `from`. */
  readonly factor: number;
  /** The rates on file that it comes from, by day; more than one for an average only. */
  readonly rates: readonly FxRateFacts[];
}

export interface PartyFacts {
  readonly entity: EntityFacts;
  readonly role: PartyRole;
}

export interface ScheduleRowFacts extends ScheduleRow {
  readonly id: string;
}

export interface DealFacts extends Deal {
  readonly id: string;
  readonly parties: readonly PartyFacts[];
  /** Every version on file of every amount of the deal, ordered by id. */
  readonly amounts: readonly FigureFacts[];
  /** Dated parts of what the deal obliges its payer to pay, ordered by id; empty where none are on file. */
  readonly schedule: readonly ScheduleRowFacts[];
  readonly source: SourceFacts;
  readonly quote: string | null;
}

export interface QuoteFacts extends Quote {
  readonly id: string;
  readonly recordedSeq: number;
  readonly speaker: EntityFacts;
  readonly source: SourceFacts;
}

export interface ReactionFacts extends Reaction {
  readonly id: string;
  readonly source: SourceFacts;
  readonly quote: string | null;
}

export interface KeyDateFacts extends KeyDate {
  readonly id: string;
  readonly source: SourceFacts;
  readonly quote: string | null;
}

/** A closing price of a share or index; `close` in full units of its currency. */
export interface PriceFacts extends Price {
  readonly id: string;
}

/** One document resting on another. */
export interface CitationFacts {
  readonly id: string;
  readonly sourceId: string;
  readonly citesId: string;
}

/** A version that an analyst decided to use for its matter, until a day. */
export interface PickFacts {
  readonly id: string;
  readonly version: number;
  readonly figureId: string;
  readonly entityId: string;
  readonly metric: string;
  readonly dealId: string | null;
  readonly reviewer: string;
  readonly reason: string;
  /** First day on which it no longer counts. */
  readonly expiresOn: string;
  readonly recordedAt: string;
  readonly recordedSeq: number;
  /** The figure as it stood when it was picked, whether or not it is in force; null where that is not on file. */
  readonly figure: FigureFacts | null;
}

/**
 * Law: deals and figures are those of the subjects, of what rolls up to them, and of every party they deal with; quotes,
 * reactions and key dates are those about any of these entities or deals.
 */
export interface LedgerView {
  readonly asOf: string;
  /** UTC instant, or null for everything recorded until now. */
  readonly knownAt: string | null;
  readonly entities: readonly EntityFacts[];
  readonly deals: readonly DealFacts[];
  /** Figures about entities; amounts of deals stand with their deal. */
  readonly figures: readonly FigureFacts[];
  readonly quotes: readonly QuoteFacts[];
  readonly reactions: readonly ReactionFacts[];
  readonly keyDates: readonly KeyDateFacts[];
  readonly prices: readonly PriceFacts[];
  /** Rates up to the as-of day between the currencies of the amounts in the view. */
  readonly fxRates: readonly FxRateFacts[];
  readonly citations: readonly CitationFacts[];
  readonly sources: readonly SourceFacts[];
  /** Picks in force of figures in reach, expired ones among them. */
  readonly picks: readonly PickFacts[];
}
