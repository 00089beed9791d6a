import { amountOf } from '../figures/amount.ts';
import { quotient } from '../formula/term.ts';
import { BUYER } from '../metrics/assumptions.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { annualRevenue, comparableRevenues, type Revenue } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import { requiredRevenueGrowth, type Valuation, valuationsOf } from '../metrics/valuation.ts';
import { divide, exactly, headlineOf, type Interval } from '../quantities/interval.ts';
import {
  type Measure,
  type OtherReading,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { choiceInputs, type Place } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { growthWords } from './growth-stated.ts';
import { insufficient, outcomeOf, revenueTags } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, digits, measureWords, plain, sharedScale } from './words.ts';

const WHY =
  'At 10x a buyer needs ten years of all revenue to be repaid; 20x and 40x double it, and double it again.';
const DEFAULTS = { watch: 10, warn: 20, critical: 40 };

const PRESENT: Measure = {
  id: 'present',
  name: 'Value to revenue',
  unit: 'x',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

const PROJECTED: Measure = {
  id: 'projected',
  name: 'Projected value to revenue',
  unit: 'x',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

export const valuationMultiple: SignalDefinition = {
  id: 'valuation-multiple',
  name: 'Value to revenue',
  question: 'How many years of revenue does the price pay for?',
  pillar: 'governance-market',
  family: 'valuation',
  formula: 'value of the company / annual revenue',
  method:
    'Plain division, with the growth that a buyer needs: a return of 15 % a year over five years and a sale at six times revenue.',
  falsePositives: [
    'A company before its first revenue has no multiple.',
    'Net cash is part of the value of the equity.',
    'A price in talks is not a price paid.',
  ],
  measures: [PRESENT, PROJECTED],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly revenue: Revenue;
  readonly valuation: Valuation;
}

function evaluate(study: Study): readonly Reading[] {
  const revenue = annualRevenue(study);
  const valuations = valuationsOf(study, revenue?.choice.unit ?? null);
  const [present, projected] = [PRESENT, PROJECTED].map(({ id }) =>
    valuations.find(({ when }) => when === id),
  );
  if (revenue === null || (present === undefined && projected === undefined))
    return [
      insufficient('present', missingOf(revenue, valuations), () =>
        valuations.flatMap((one) => valueInputs(study, one)),
      ),
    ];
  return [present, projected].flatMap((valuation) =>
    valuation === undefined ? [] : [readingOf({ study, revenue, valuation })],
  );
}

function missingOf(revenue: Revenue | null, valuations: readonly Valuation[]): readonly string[] {
  const currency = revenue === null ? '' : ` in ${revenue.choice.unit}`;
  return [
    ...(revenue === null ? ['annual revenue'] : []),
    ...(valuations.length === 0 ? [`value of the company${currency}`] : []),
  ];
}

function readingOf(reviewed: Case): Reading {
  const { study, revenue, valuation } = reviewed;
  const { choice, when, isFirm } = valuation;
  const multiple = divide(choice.amount, revenue.choice.amount);
  const revenuePlace = { role: 'annual revenue', name: `${study.subject.name}: annual revenue` };
  return {
    measure: when,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(multiple),
    workings: multiple.state === 'ok' ? workingsOf(choice.amount, revenue, multiple.ratio) : '',
    formula: () => quotient(choiceTerm(choice, valuePlace(study)), choiceTerm(revenue.choice, revenuePlace)),
    inputs: () => [...valueInputs(study, valuation), ...choiceInputs(revenue.choice, revenuePlace)],
    others: otherRevenues(reviewed),
    tags: [...revenueTags(revenue), ...tagsWhere({ 'basis-mismatch': when === 'projected' })],
    notes: notesOf(reviewed),
    nonBinding: isFirm && revenue.kind !== 'rumoured' ? null : { without: null },
  };
}

function workingsOf(value: Interval, { choice }: Revenue, ratio: Interval): string {
  const write = sharedScale([value, choice.amount], choice.unit);
  return `${write(value)} / ${write(choice.amount)} = ${measureWords(ratio, 'x')}`;
}

function otherRevenues({ study, revenue, valuation }: Case): readonly OtherReading[] {
  const { unit, figures } = revenue.choice;
  const chosen = new Set(figures.map(({ id }) => id));
  return comparableRevenues(study, unit)
    .filter(({ id }) => !chosen.has(id))
    .flatMap((figure) => {
      const amount = amountOf(figure);
      if (amount === null) return [];
      return [
        {
          label: `On revenue of ${amountWords(amount, unit)}`,
          outcome: outcomeOf(divide(valuation.choice.amount, amount)),
          note: `${plain(figure.basis)}, ${figure.source.title}.`,
        },
      ];
    });
}

function notesOf({ revenue, valuation }: Case): readonly string[] {
  const { choice, when, isFirm } = valuation;
  return [
    ...(when === 'projected' ? ['A value expected later is set against the revenue of today.'] : []),
    ...(isFirm ? [] : ['The value is in talks or rumoured; nobody has paid it.']),
    ...growthNote(headlineOf(choice.amount), headlineOf(revenue.choice.amount), revenue),
    'Taken as the value of the equity: net debt and cash are not on file.',
  ];
}

function growthNote(value: number, revenue: number, { choice }: Revenue): readonly string[] {
  if (!(revenue > 0)) return [];
  const { growth, finalRevenue } = requiredRevenueGrowth(value, revenue, BUYER);
  const rate = growthWords(exactly(growth));
  return [
    `Assumed: a buyer asks ${digits(BUYER.yearlyReturn * 100)} % a year and sells after ${BUYER.years} years at ${BUYER.exitMultiple} times revenue, without new shares; revenue must then reach ${amountWords(exactly(finalRevenue), choice.unit)}, which is ${rate}.`,
  ];
}

function valueInputs(study: Study, { choice }: Valuation): readonly FlagInput[] {
  return choiceInputs(choice, valuePlace(study));
}

function valuePlace({ subject }: Study): Place {
  return { role: 'value', name: `${subject.name}: value of the company` };
}
