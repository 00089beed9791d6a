import type { ProposedMetricName } from '../extract/report.ts';
import type { Basis, FigureStatus } from '../model/figure.ts';
import type { NearWords } from './near-words.ts';
import { monthsIn } from './period-words.ts';

/** Levels at a point in time, which have no flow period. */
const LEVELS: readonly ProposedMetricName[] = [
  'valuation',
  'market-share',
  'commitments',
  'headcount',
  'capacity',
];

const EXPECTED = 'proj|forecasts?|forecasted|project(?:s|ed|ion|ions)|expect(?:s|ed|ing)?|predict(?:s|ed)?';
const FORECAST = new RegExp(
  String.raw`\b(?:${EXPECTED}|will (?:reach|hit|exceed|grow|rise|be)|could (?:reach|hit|exceed|be)|by 20\d\d)\b`,
  'iu',
);
/** After an amount, "will rise" speaks of another one that follows it. */
const FORECAST_AFTER = new RegExp(String.raw`\b(?:${EXPECTED}|by 20\d\d)\b`, 'iu');
const TO_COME = /\b(?:next|coming|current) (?:fiscal |financial )?(?:year|quarter|month)\b/iu;
/** `from today's $13bn to $100bn`: what the way begins with is there already. */
const BEGINS = /\b(?:from|since)(?: [\p{L}’'-]+){0,3} ?$/iu;

/**
 * On what basis an amount is stated, by its period and the words next to it; null where they do not say for how long
 * it was earned, lost or grown, which only a reader can.
 */
export function basisOf(metric: ProposedMetricName, period: string, near: NearWords): Basis | null {
  const { before, after, all } = near;
  if (/\b(?:run[- ]rate|annuali[sz]ed)\b/iu.test(`${period} ${all}`)) return 'run-rate';
  if (!BEGINS.test(before)) {
    if (/\b(?:guid(?:es|ed|ance)|outlook)\b/iu.test(all)) return 'guidance';
    if (/\b(?:targets?|targeted|targeting|goal|aims?|aiming|ambition)\b/iu.test(all)) return 'target';
    if (FORECAST.test(`${period} ${before}`) || FORECAST_AFTER.test(after) || TO_COME.test(period))
      return 'projection';
  }
  if (LEVELS.includes(metric)) return 'stock';
  return flowBasis(period, all) ?? (metric === 'other' ? 'stock' : null);
}

function flowBasis(period: string, words: string): Basis | null {
  if (/\b(?:trailing|TTM|LTM|(?:last|past|previous) (?:12|twelve) months)\b/iu.test(period))
    return 'trailing-12m';
  const months = monthsIn(period) ?? (period.trim() === '' ? wordedLength(words) : null);
  if (months === 3) return 'quarter';
  if (months === 12) return 'fiscal-year';
  return months === 1 ? 'month' : null;
}

/** `quarterly revenue of`, `in the quarter`, `a year`. */
function wordedLength(words: string): number | null {
  if (/\b(?:quarterly|(?:last|the|this|latest|per) quarter)\b/iu.test(words)) return 3;
  if (/\b(?:annual(?:ly)?|yearly|per annum|(?:a|per|last|full) year)\b/iu.test(words)) return 12;
  return /\b(?:monthly|(?:a|per|last) month)\b/iu.test(words) ? 1 : null;
}

const FORECASTS: readonly Basis[] = ['guidance', 'target', 'projection'];

/** Stated of what is still to come. */
export function isForecast(basis: Basis | null): boolean {
  return basis !== null && (FORECASTS.includes(basis) || basis === 'run-rate');
}

/** `words`: the whole sentence, since talk and rumour cover all of it. */
export function statusOf(basis: Basis | null, words: string, { all }: NearWords): FigureStatus {
  if (basis !== null && FORECASTS.includes(basis)) return 'projected';
  if (basis === 'run-rate' && FORECAST.test(all)) return 'projected';
  if (/\b(?:in talks|discussing|negotiating)\b/iu.test(words)) return 'in-talks';
  if (/\b(?:rumou?red|rumou?rs?|speculat\w+)\b/iu.test(words)) return 'rumoured';
  if (/\b(?:estimat\w+|analysts? (?:believe|reckon|say)|reckons?|reckoned)\b/iu.test(words))
    return 'estimated';
  return 'reported';
}
