import type { Placed } from '../extract/placed.ts';
import type { ProposedMetric, ProposedMetricName } from '../extract/report.ts';
import type { Basis, FigureStatus, Metric } from '../model/figure.ts';
import type { Proposal, ReadAmount } from './candidate.ts';
import { UNJUDGED } from './deal-draft.ts';
import { type DraftSetting, type EntryDraft, entity } from './entry-draft.ts';
import { onlyCompany } from './named-kind.ts';
import { periodOf } from './period-words.ts';
import { storedAmount } from './read-amount.ts';
import { sentenceAround } from './sentence-around.ts';
import { cutText } from './short-text.ts';

const METRICS: Readonly<Record<ProposedMetricName, Metric>> = {
  revenue: 'revenue',
  'net-loss': 'net-loss',
  valuation: 'valuation',
  'market-share': 'market-share',
  growth: 'growth',
  commitments: 'total-commitments',
  headcount: 'headcount',
  capacity: 'capacity',
  other: 'other',
};

/** Levels at a point in time, which have no flow period. */
const LEVELS: readonly ProposedMetricName[] = [
  'valuation',
  'market-share',
  'commitments',
  'headcount',
  'capacity',
];

/**
 * A figure in the terms of the ledger. Basis, status and period are read from the words around it and are what an analyst
 * corrects most; without a metric only the amount is proposed.
 */
export function figureDraft(
  { metric, amount }: Extract<Proposal, { class: 'figure' }>,
  passage: Placed,
  { reading }: DraftSetting,
): Pick<EntryDraft, 'as' | 'fields' | 'entities'> {
  const { qualifier, unit, lo, point, hi } = storedAmount(amount);
  const around = sentenceAround(reading, passage);
  const words = reading.text.slice(around.start, around.end);
  const basis = metric === null ? null : basisOf(metric.metric, metric.period ?? '', words);
  const period = periodOf(metric?.period ?? null);
  const named = metric === null ? null : metricOf(metric, amount.unit);
  return {
    as: 'figure',
    fields: {
      metric: named,
      qualifier,
      unit: unit === 'GW' && /\bweek/iu.test(metric?.period ?? '') ? 'GW/week' : unit,
      ...{ lo, point, hi, basis },
      accounting: null,
      status: basis === null ? null : statusOf(basis, words),
      periodStart: basis === 'stock' ? null : period.start,
      periodEnd: basis === 'stock' ? null : period.end,
      periodLabel: period.label,
      definition: definitionOf(named, unit, amount, words),
      credibility: UNJUDGED,
      isPrimary: null,
      wording: amount.wording,
      note: null,
    },
    entities: [
      entity('entityId', metric === null ? onlyCompany(reading, around) : (metric.entity ?? ''), 'company'),
    ],
  };
}

/** Users and requests are metrics of the ledger that the extraction only counts. */
function metricOf({ metric }: ProposedMetric, counted: string | null): Metric {
  if (metric !== 'other' || counted === null) return METRICS[metric];
  if (/^(?:users?|subscribers?|customers?|accounts?|members?)$/iu.test(counted)) return 'users';
  return /^(?:requests?|queries)$/iu.test(counted) ? 'requests' : 'other';
}

const LONGEST_DEFINITION = 200;

/** What is counted; a figure of no named metric is defined by its sentence, so that two of them are not compared. */
function definitionOf(
  metric: Metric | null,
  unit: string | null,
  { unit: printed }: ReadAmount,
  words: string,
): string | null {
  if (metric === 'other') return cutText(words, LONGEST_DEFINITION);
  return unit === 'count' && printed !== null && printed !== 'count' ? printed : null;
}

const FORECAST =
  /\b(?:forecasts?|forecasted|project(?:s|ed|ion|ions)|expect(?:s|ed|ing)?|predict(?:s|ed)?|will (?:reach|hit|exceed|grow|rise|be)|could (?:reach|hit|exceed|be)|by 20\d\d)\b/iu;

function basisOf(metric: ProposedMetricName, period: string, words: string): Basis {
  if (/\b(?:run[- ]rate|annuali[sz]ed)\b/iu.test(`${period} ${words}`)) return 'run-rate';
  if (/\b(?:guid(?:es|ed|ance)|outlook)\b/iu.test(words)) return 'guidance';
  if (/\b(?:targets?|targeted|targeting|goal|aims?|aiming|ambition)\b/iu.test(words)) return 'target';
  if (FORECAST.test(`${period} ${words}`)) return 'projection';
  if (LEVELS.includes(metric)) return 'stock';
  if (/\b(?:quarter|quarterly|Q[1-4]|three months)\b/iu.test(period)) return 'quarter';
  if (/\b(?:trailing|twelve months|12 months|TTM|LTM)\b/iu.test(period)) return 'trailing-12m';
  if (
    /\b(?:months?|monthly|january|february|march|april|june|july|august|september|october|november|december)\b/iu.test(
      period,
    )
  )
    return 'month';
  if (metric === 'other') return 'stock';
  if (/\b(?:quarterly|last quarter|in the quarter)\b/iu.test(words) && period === '') return 'quarter';
  return 'fiscal-year';
}

const FORECASTS: readonly Basis[] = ['guidance', 'target', 'projection'];

function statusOf(basis: Basis, words: string): FigureStatus {
  if (FORECASTS.includes(basis) || (basis === 'run-rate' && FORECAST.test(words))) return 'projected';
  if (/\b(?:in talks|discussing|negotiating)\b/iu.test(words)) return 'in-talks';
  if (/\b(?:rumou?red|rumou?rs?|speculat\w+)\b/iu.test(words)) return 'rumoured';
  if (/\b(?:estimat\w+|analysts? (?:believe|reckon|say)|reckons?|reckoned)\b/iu.test(words))
    return 'estimated';
  return 'reported';
}
