import type { Money } from '../money.ts';
import { type Marked, SUM, sumOf } from './marks.ts';

/**
 * Which sums of a clause can be what a deal is worth. Law: revenue, costs, valuations, prices of one share, fines, debt
 * taken over and totals over several deals are none.
 */
export interface Worth {
  readonly mark: string;
  /** In the clause. */
  readonly at: number;
  readonly sum: Money;
  /** A payment of every year or month: an amount only where no other is stated. */
  readonly isRate: boolean;
}

const HEDGES = String.raw`(?:(?:about|around|roughly|approximately|some|over|more than|at least|up to|as much as|nearly|almost|just|under|less than|close to|an?|the|another|additional|further|estimated|well|north of|upwards of|in excess of|total of|record|combined|as|much|total|whopping|potential|initial|expected|nearly|to) )*`;
const NOT_BEFORE = new RegExp(
  String.raw`(?:\bvalu(?:es?|ed|ing) (?:[^,;.\uF000-\uF1FF]{1,50} )?(?:at|above|north of|over) |\bvaluations? (?:(?:of|at|to|above|around|that|or|over|near|north of) )+|\bvaluation |\bmarket (?:value|cap|capitali[sz]ation) (?:of|at|to) |\bworth of \p{L}+ at |\b(?:revenues?|sales|turnover|profits?|earnings|income|ebitda|loss(?:es)?|synergies|savings|backlog|order ?book|pipeline|assets under management|aum|gross domestic product|gdp|market|fines?|penalt(?:y|ies)|damages|settlement|dividends?|impairment|write-?down|tax(?:es)?|budget|guidance|forecast)(?: (?:of|at|to|from|for|by|was|were|is|are|rose|fell|grew|reached|hit|totall?ed|topped|exceed\p{L}*|up|down|\p{L}+ly|worth|in|the|year|quarter|last|first|second|third|fourth|annual|will|would|could|be|\p{N}+)){1,6} |\b(?:los(?:t|es|ing)|burn\p{L}*|earn\p{L}*|fined|owe[sd]?|saving|saves?|saved|cutting|netted|generat\p{L}*|produc\p{L}*|manag(?:es|ed|ing)|oversee\p{L}*|added|adding|wip\p{L}+|shed|peak\p{L}*) |\b(?:including|assum\p{L}+|taking on) (?:the )?(?:assum\p{L}+ of )?(?:net )?debts?(?: of)? |\bdebts? of |\bcapital expenditure of |\bpric\p{L}* (?:of|at|to) (?=.$)|\bshares? (?:at|for|to) )${HEDGES}$`,
  'iu',
);
/** A deal may be valued where a company would not. */
const DEAL_VALUED = new RegExp(
  String.raw`\b(?:deals?|transaction|contracts?|agreement|orders?|acquisition|takeover|sale|loan|lease|project|investment|purchase|partnership|programme|program|package)(?: (?:is|was|that is|that was|which is|currently|conservatively|that \uE000|\p{L}+ly|are))*,? valued at ${HEDGES}$`,
  'iu',
);
const NOT_AFTER =
  /^(?:\+)?(?: ?\([^)]{0,20}\))?(?:[ -](?:a|per|each|apiece)[ -](?:share|ads|unit|tonne|ton|ounce|barrel|pound|kilo\p{L}*|kg|mwh|kwh|gallon|head|person|employee|seat|token|user|customer|home|square)|\/(?:share|tonne|t|oz|bbl|mwh|kwh|lb|kg|ton|hour|hr|month|unit)|[ -](?:in|of) (?:(?:the|its|their|annual|annuali[sz]ed|net|gross|total|quarterly|yearly|cost|tax|pre-?tax|operating|recurring|additional|extra|new|incremental|combined|expected|projected|future|lost|damages|global) )*(?:revenues?|sales|profits?|earnings|loss(?:es)?|savings?|synerg\p{L}+|assets|market value|turnover|income|ebitda|damages|fines?|penalties|taxes|dividends?|impairments?|deposits?|value|valuation|gdp|exports|imports|goods|losses)\b|[ -](?:valuations?|market|company|firm(?!-| (?:orders?|contracts?|deals?|commitments?))|giant|fines?|penalt\p{L}+|settlement|lawsuit|profit|loss|loss-making|revenue|sales|turnover|dividends?|buy-?back|share(?! (?:sale|placing|offering|issue|placement|purchase))|industry|economy|write-?down|impairment|charge|tax|bill|budget|backlog|hit|bonus|salary|pay|start-?up|business|empire|fortune|hedge|asset manager|valued|unicorn|question|price tag)\b)/iu;
const RATE =
  /^(?: |\/)?(?:a|per|each|every) (?:year|month|quarter|week|day|annum)\b|^ (?:annually|yearly|monthly|annual|a-year|daily|quarterly)\b|^\/(?:year|yr|month)/iu;
const MANY_DEALS =
  /^ (?:(?:in|of|worth of|worth) )?(?:(?:new|total|combined|ai|infrastructure|cloud|compute|computing|its|such|similar|announced|recent|global|corporate|m&a|\p{L}+-\p{L}+) ){0,3}(?:deals|takeovers|acquisitions|mergers|commitments|obligations|agreements)\b/iu;
const SPLIT_UP =
  /^,? (?:including|comprising|consisting of|made up of) (?:[\p{L}-]+ ){0,3}?(?:orders?|contracts?|deals?|loans?)\b/iu;
const TOTAL =
  /\b(?:totall?(?:s|ed|ing)|combined|altogether|in total|collectively|between them|in aggregate|cumulative\p{L}*|adding up to|bringing (?:the |its )?total|take(?:s|n)? (?:the |its )?total|brings? (?:the |its )?total)\b[^.;]{0,40}$/iu;

const SUMS = new RegExp(SUM, 'gu');

export function worthsIn(text: string, sentence: Marked): readonly Worth[] {
  return [...text.matchAll(SUMS)].flatMap(({ 0: mark, index: at }) => {
    const sum = sumOf(mark, sentence);
    const before = text.slice(Math.max(0, at - 80), at);
    const following = text.slice(at + 1, at + 90);
    const isBad = NOT_BEFORE.test(before) && !DEAL_VALUED.test(before);
    if (sum === null || isTiny(sum) || isBad || NOT_AFTER.test(following)) return [];
    if (MANY_DEALS.test(following) || SPLIT_UP.test(following) || TOTAL.test(before)) return [];
    return [{ mark, at, sum, isRate: RATE.test(following) }];
  });
}

/** Prices of single things. */
const LEAST = 1_000;

function isTiny({ low, high }: Money): boolean {
  return (low ?? high ?? 0) < LEAST;
}

/** Between a sum and the verb that spends it: `a $2bn deal to buy`, `paid $2bn to acquire`. */
const LEADS_ON =
  /^(?:[ -][\p{L}-]+,?){0,5} (?:deals?|contracts?|agreements?|offer|bid|pact|order|plan|transaction|programme|program|arrangement|partnership)\b[^,;]{0,40}$|^(?: [\p{L}-]+){0,3} (?:to|on|for|buying|acquiring)? ?$/iu;

/** What a deal whose words begin at `from` is worth: the nearest sum after, else one before that leads on to it. */
export function nearest(worths: readonly Worth[], from: number, text: string): Worth | null {
  const whole = worths.filter(({ isRate }) => !isRate);
  const pool = whole.length > 0 ? whole : worths;
  const leading = pool.findLast(({ at }) => at < from && LEADS_ON.test(text.slice(at + 1, from)));
  return pool.find(({ at }) => at >= from) ?? leading ?? null;
}
