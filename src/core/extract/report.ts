import type { Hedge } from './hedges.ts';
import type { Money } from './money.ts';
import type { Percent } from './percents.ts';
import type { SetAside } from './set-aside.ts';

/**
 * What the words of a document propose. Law: every place is a JavaScript string offset into the text as read, `end`
 * exclusive, and `text` is exactly that slice; amounts are in full units; what the words leave open is null. Nothing here
 * is a fact before an analyst accepts it.
 */
export interface Extraction {
  readonly source: ProposedSource;
  readonly money: readonly Rated<Money>[];
  readonly percents: readonly Rated<Percent>[];
  readonly quotes: readonly Rated<ProposedQuote>[];
  readonly deals: readonly Rated<ProposedDeal>[];
  readonly reactions: readonly Rated<ProposedReaction>[];
  readonly metrics: readonly Rated<ProposedMetric>[];
  readonly dates: readonly ProposedDate[];
  readonly excluded: readonly SetAside[];
}

/** `confidence` is 0 to 1: the share of such readings that were right on the annotated articles, by the rule that made it. */
export type Rated<T> = T & { readonly confidence: number };

/** What the document says of itself; null where it does not. `published` is a day, `2025-11-03`. */
export interface ProposedSource {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** Publications that the document names as where it has its report from, as `Fortune` in "according to Fortune". */
  readonly cites: readonly string[];
}

/** The words inside the quotation marks, without the marks. Pieces of one quote are entries of their own. */
export interface ProposedQuote {
  readonly text: string;
  readonly speaker: string | null;
  readonly affiliation: string | null;
  readonly role: string | null;
  readonly start: number;
  readonly end: number;
}

/** Kinds of DESIGN §7, with those that the ledger's model has besides. */
export const PROPOSED_DEAL_KINDS = [
  'cloud-compute',
  'chip-supply',
  'equity-investment',
  'debt-financing',
  'acquisition',
  'joint-venture',
  'licensing',
  'offtake',
  'ppa',
  'capex',
  'lease',
  'supply',
  'services',
  'other',
] as const;
export type ProposedDealKind = (typeof PROPOSED_DEAL_KINDS)[number];

export const PROPOSED_DEAL_STATUSES = [
  'rumoured',
  'reported',
  'talks',
  'letter-of-intent',
  'proposed',
  'option',
  'announced',
  'signed',
  'approved',
  'completed',
  'terminated',
] as const;
export type ProposedDealStatus = (typeof PROPOSED_DEAL_STATUSES)[number];

/** Who gives cash, who gets it; `partner` where neither is plain (a joint venture), `target` what is bought. */
export type ProposedRole = 'payer' | 'payee' | 'partner' | 'target' | 'lender' | 'borrower' | 'investor';

export type ProposedQualifier = Hedge | 'range' | 'undisclosed';

interface Evidence {
  /** The clause or sentence that carries it. */
  readonly evidenceStart: number;
  readonly evidenceEnd: number;
}

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: ProposedQualifier;
}

/** One entry per parties and amount, not per mention. */
export interface ProposedDeal extends Ends, Evidence {
  readonly parties: readonly { readonly name: string; readonly role: ProposedRole }[];
  readonly kind: ProposedDealKind;
  readonly currency: string | null;
  readonly termYears: number | null;
  readonly status: ProposedDealStatus;
}

/** A move of a share or index that the text names. `percent` is the magnitude as printed. */
export interface ProposedReaction extends Evidence {
  readonly entity: string;
  readonly direction: 'up' | 'down' | 'flat';
  readonly percent: number | null;
  readonly valueChange: number | null;
  readonly currency: string | null;
  readonly move: 'close' | 'intraday' | 'record-high' | 'unstated';
}

export const PROPOSED_METRICS = [
  'revenue',
  'net-loss',
  'valuation',
  'market-share',
  'growth',
  'commitments',
  'headcount',
  'capacity',
  'other',
] as const;
export type ProposedMetricName = (typeof PROPOSED_METRICS)[number];

/** `unit` is an ISO currency code, `percent`, or the thing counted as printed (`MW`, `people`). */
export interface ProposedMetric extends Ends, Evidence {
  readonly entity: string | null;
  readonly metric: ProposedMetricName;
  readonly unit: string;
  /** The period in the words of the text: `2025`, `third quarter`, `by 2027`. */
  readonly period: string | null;
}

/** A day or window that the words name: `by the end of 2026` is 2026-12-01 to 2027-01-01. */
export interface ProposedDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null where the day of publication would be needed and is unknown. */
  readonly fromOn: string | null;
  /** First day after the window. */
  readonly untilOn: string | null;
}
