import { QUALIFIERS } from '../quantities/qualifier.ts';
import { UNIT_IDS } from '../quantities/unit.ts';
import {
  amount,
  choice,
  day,
  flag,
  integer,
  longText,
  type Noun,
  type RowOf,
  reference,
  text,
} from './field.ts';

/** What a figure measures. Deal metrics speak of one deal and need its `dealId`. */
export const METRICS = [
  'revenue',
  'net-loss',
  'operating-expense',
  'total-commitments',
  'commitment-tenor',
  'valuation',
  'market-share',
  'growth',
  'users',
  'headcount',
  'pay-per-head',
  'requests',
  'capacity',
  'training-cost',
  'cash',
  'cash-burn',
  'useful-life',
  'build-cost',
  'compute-share',
  'backlog',
  'deal-headline',
  'deal-binding',
  'deal-funded',
  'deal-paid',
  'deal-rate',
  'deal-stake',
  'deal-loss-share',
  'other',
] as const;
export type Metric = (typeof METRICS)[number];

/** Basis tags of METHODS §0.10; `stock` is a level at a point in time, which has no flow period. */
export const BASES = [
  'trailing-12m',
  'fiscal-year',
  'quarter',
  'run-rate',
  'guidance',
  'third-party-estimate',
  'projection',
  'target',
  'stock',
  'month',
  'day',
] as const;
export type Basis = (typeof BASES)[number];

export const FIGURE_STATUSES = [
  'reported',
  'estimated',
  'projected',
  'in-talks',
  'rumoured',
  'derived',
] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

const fields = {
  entityId: reference('About', 'entity').needed(),
  metric: choice('Metric', METRICS).needed(),
  dealId: reference('Deal', 'deal', 'Set where the figure is an amount of one deal.'),
  qualifier: choice(
    'Qualifier',
    QUALIFIERS,
    'How the source hedges: exact, about, more than, up to, a range.',
  ).needed(),
  unit: choice('Unit', UNIT_IDS).needed(),
  lo: amount('Low', 'unit'),
  point: amount('Stated', 'unit'),
  hi: amount('High', 'unit', 'Empty where the source leaves it open above.'),
  basis: choice('Basis', BASES).needed(),
  accounting: choice('Accounting', ['accrual', 'cash']),
  status: choice('Status', FIGURE_STATUSES).needed(),
  periodStart: day('Period from'),
  periodEnd: day('Period until', 'First day after the period.'),
  periodLabel: text('Period in the words of the source'),
  definition: text('Definition', 'What the source counts, where it differs from the usual.'),
  credibility: integer(
    'Credibility',
    '1 confirmed by independent sources … 5 improbable, 6 cannot be judged.',
    1,
    6,
  ).needed(),
  isPrimary: flag('Primary', 'The source is the party itself.'),
  sourceId: reference('Source', 'source').needed(),
  passageId: reference('Passage', 'passage'),
  wording: text('As written', 'The amount in the words of the source.'),
  note: longText('Note'),
};

export type Figure = RowOf<typeof fields>;

export const figureNoun: Noun<typeof fields> = {
  id: 'figure',
  label: 'Figure',
  plural: 'Figures',
  table: 'figures',
  prefix: 'fig',
  what: "A source's claim of one metric of one entity, as an interval.",
  identity: [
    'entityId',
    'metric',
    'dealId',
    'unit',
    'lo',
    'point',
    'hi',
    'basis',
    'periodStart',
    'periodEnd',
    'periodLabel',
    'sourceId',
    'passageId',
  ],
  fields,
  check: checkFigure,
};

function checkFigure(row: Figure): readonly string[] {
  return [...checkEnds(row), ...checkPeriod(row), ...checkDeal(row)];
}

function checkEnds({ qualifier, lo, point, hi }: Figure): readonly string[] {
  if (qualifier === 'undisclosed')
    return lo === null && point === null && hi === null ? [] : ['An undisclosed figure has no amount.'];
  if (lo === null || point === null) return ['Enter the amount, or choose "undisclosed".'];
  const isOpen = qualifier === 'over' || qualifier === 'at-least';
  if (isOpen !== (hi === null)) return ['Only "over" and "at least" leave the high end open.'];
  if (qualifier === 'exact' && (lo !== point || hi !== point))
    return ['An exact amount has no other low or high end; choose "about" or a range.'];
  if (lo > point || (hi !== null && point > hi))
    return ['The low end must not exceed the stated amount, nor that the high end.'];
  return [];
}

function checkPeriod({ periodStart, periodEnd }: Figure): readonly string[] {
  return periodStart !== null && periodEnd !== null && periodStart >= periodEnd
    ? ['The period must start before it ends.']
    : [];
}

function checkDeal({ metric, dealId }: Figure): readonly string[] {
  const isDealMetric = metric.startsWith('deal-');
  if (isDealMetric && dealId === null) return ['An amount of a deal must name its deal.'];
  if (!isDealMetric && dealId !== null) return ['Only amounts of a deal name a deal.'];
  return [];
}
