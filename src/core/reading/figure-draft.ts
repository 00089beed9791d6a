import type { Placed } from '../extract/placed.ts';
import type { ProposedMetric, ProposedMetricName } from '../extract/report.ts';
import type { Metric } from '../model/figure.ts';
import { basisOf, isForecast, statusOf } from './basis-words.ts';
import type { Proposal, ReadAmount } from './candidate.ts';
import { UNJUDGED } from './deal-draft.ts';
import { type DraftSetting, type EntryDraft, entity } from './entry-draft.ts';
import { onlyCompany } from './named-kind.ts';
import { nearWords } from './near-words.ts';
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

/**
 * A figure in the terms of the ledger. Basis, status and period are read from the words around it and are what an analyst
 * corrects most; without a metric only the amount is proposed.
 */
export function figureDraft(
  { metric, amount }: Extract<Proposal, { class: 'figure' }>,
  passage: Placed,
  { reading, day }: DraftSetting,
): Pick<EntryDraft, 'as' | 'fields' | 'entities'> {
  const { qualifier, unit, lo, point, hi } = storedAmount(amount);
  const around = sentenceAround(reading, passage);
  const words = reading.text.slice(around.start, around.end);
  const near = nearWords(reading, around, { amount, place: passage });
  const period = periodOf(metric?.period ?? null);
  const isToCome = day !== '' && period.start !== null && period.start > day;
  const worded = metric === null ? null : basisOf(metric.metric, metric.period ?? '', near);
  const basis = isToCome && !isForecast(worded) ? 'projection' : worded;
  const named = metric === null ? null : metricOf(metric, amount.unit);
  return {
    as: 'figure',
    fields: {
      metric: named,
      qualifier,
      unit: unit === 'GW' && /\bweek/iu.test(metric?.period ?? '') ? 'GW/week' : unit,
      ...{ lo, point, hi, basis },
      accounting: null,
      status: metric === null ? null : statusOf(basis, words, near),
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
