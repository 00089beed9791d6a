import { statedText } from '../figures/stated-text.ts';
import type { Basis, Metric } from '../model/figure.ts';
import type { FigureFacts, KeyDateFacts } from '../model/ledger-view.ts';
import type { MatterVerdict } from './matter.ts';

/**
 * The document that would end a disagreement, in a sentence: what an analyst asks for next.
 * Primary evidence first (METHODS §1.5): filings, signed contracts, audited accounts.
 */
const DOCUMENTS: Readonly<Record<Metric, string>> = {
  revenue:
    'the audited income statement for the period, or the company’s own revenue figure with the months it covers',
  'net-loss':
    'the audited income statement for the period, or the equity-method note in the filing of an investor',
  'operating-expense': 'the audited income statement for the period, with what is counted as operating',
  'total-commitments':
    'the list of signed contracts with their amounts, years and what is binding, as in a note on purchase obligations',
  'commitment-tenor': 'the term clause of each signed contract',
  valuation: 'the subscription agreement or the share register after the round, before or after the money',
  'market-share': 'the table of the research house, with the market that it counts and the quarter',
  growth: 'the segment note of the filing for the quarter, with the rates of exchange it is stated at',
  users: 'the company’s own count, with its day and what it takes for an active user',
  headcount: 'the company’s own count on a day',
  'pay-per-head': 'the note on compensation, with what is counted as pay',
  requests: 'the company’s own operating statistics, with the day',
  capacity: 'the power contract or the permit, in gigawatts of which kind and by which day',
  'training-cost': 'the company’s own account of the run: chips, hours and the price of an hour',
  cash: 'the balance sheet at the day, with what of it is restricted',
  'cash-burn': 'the cash flow statement for the period',
  'useful-life': 'the accounting policy on depreciation',
  'build-cost': 'the construction contract or the note on capital expenditure',
  'compute-share': 'the purchase records for the period, or the company’s own statement of them',
  backlog: 'the note on remaining performance obligations in the filing',
  'deal-headline': 'the signed contract, or a filing of one of the parties that states the amount',
  'deal-binding': 'the clause of the signed contract that says what must be taken or paid',
  'deal-funded': 'the closing notice of the financing, with what is drawn',
  'deal-paid': 'the cash flow statement or the payment records up to the day',
  'deal-rate': 'the price schedule of the signed contract',
  'deal-stake': 'the filing of the holder, with the cost and the share of its holding',
  'deal-loss-share': 'the equity-method note in the filing of the holder, before and after tax',
  other: 'the document that the amounts were taken from',
};

const LEADS: Readonly<Record<MatterVerdict, string>> = {
  contradict: 'Settled by',
  agree: 'Confirmed by',
  differ: 'Made comparable by',
};

const FORECASTS: readonly Basis[] = ['guidance', 'projection', 'target', 'run-rate'];
const FORECAST_DOCUMENT = 'the company’s own forecast, with its day and what it assumes';

/** For claims on one matter, or on one metric where none can be compared. */
export function settledBy(claims: readonly FigureFacts[], verdict: MatterVerdict): string {
  const [first] = claims;
  const isForecast = claims.length > 0 && claims.every(({ basis }) => FORECASTS.includes(basis));
  const document = isForecast ? FORECAST_DOCUMENT : DOCUMENTS[first?.metric ?? 'other'];
  const gaps = verdict === 'contradict' ? [...undatedOf(claims), ...undefinedOf(claims)] : [];
  return [`${LEADS[verdict]} ${document}.`, ...gaps].join(' ');
}

const DATED_BY: Readonly<Record<KeyDateFacts['kind'], string>> = {
  'exclusivity-start': 'the signed agreement, with the day it takes effect',
  'exclusivity-end': 'the signed amendment of the agreement, with the day it takes effect',
  'first-refusal-end': 'the signed amendment of the agreement, with the day it takes effect',
  restructuring: 'the closing notice or the filing that records it',
  'capacity-online': 'the delivery schedule of the contract, or the notice of acceptance',
  'option-opens': 'the option clause of the signed contract',
  ipo: 'the registration statement',
  review: 'the agreement that provides for the review',
  maturity: 'the signed contract',
  'lock-up-end': 'the prospectus or the lock-up agreement',
  announcement: 'the press release or filing of a party, with its day',
  other: 'a document of the party itself that names the day',
};

export function dateSettledBy([first]: readonly KeyDateFacts[], verdict: MatterVerdict): string {
  return `${LEADS[verdict]} ${DATED_BY[first?.kind ?? 'other']}.`;
}

/** A flow without a year, beside one that names its year. */
function undatedOf(claims: readonly FigureFacts[]): readonly string[] {
  const undated = claims.filter((claim) => claim.basis !== 'stock' && !namesYear(claim));
  if (undated.length === 0) return [];
  const amounts = [...new Set(undated.map((claim) => claim.wording ?? statedText(claim)))];
  return [
    `Ask also which months ${amounts.map((text) => `“${text}”`).join(' and ')} covers: no year is named.`,
  ];
}

function namesYear({ periodStart, periodEnd, periodLabel }: FigureFacts): boolean {
  return periodStart !== null || periodEnd !== null || /\b(?:19|20)\d\d\b/.test(periodLabel ?? '');
}

/** What is counted is said by some and not by others, or in other words. */
function undefinedOf(claims: readonly FigureFacts[]): readonly string[] {
  const defined = new Set(claims.flatMap(({ definition }) => definition ?? []));
  if (defined.size === 0 || (defined.size === 1 && claims.every(({ definition }) => definition !== null)))
    return [];
  return ['Ask also what each source counts, since they do not word it alike.'];
}
