import type { Deal, PartyRole, ScheduleRow } from './deal.ts';
import type { Entity } from './entity.ts';
import type { Figure } from './figure.ts';
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

export interface LedgerView {
  readonly asOf: string;
  /** UTC instant, or null for everything recorded until now. */
  readonly knownAt: string | null;
  readonly entities: readonly EntityFacts[];
  readonly deals: readonly DealFacts[];
  /** Figures about entities; amounts of deals stand with their deal. */
  readonly figures: readonly FigureFacts[];
}
