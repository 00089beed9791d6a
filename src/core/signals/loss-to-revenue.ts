import { amountOf } from '../figures/amount.ts';
import { constant, product, quotient } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { type ImpliedLoss, impliedLosses } from '../metrics/implied-loss.ts';
import { type LossAndRevenue, lossAndRevenue, signedRatio } from '../metrics/net-loss.ts';
import type { Study } from '../metrics/study.ts';
import { exactly, headlineOf, type Interval, scaleBy } from '../quantities/interval.ts';
import { type OtherReading, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { claimInput } from './event-evidence.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient, outcomeOf } from './outcome.ts';
import { spendingTable } from './tables/spending-table.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords, sharedScale } from './words.ts';

export const lossToRevenue: SignalDefinition = {
  id: 'loss-to-revenue',
  name: 'Net loss to revenue',
  question: 'How much is lost for each unit of revenue?',
  pillar: 'funding',
  family: 'loss',
  formula: 'net loss / revenue of the same period',
  method:
    'Plain division, both sides of one period and one kind of books. Where a holder’s equity-method share of the loss and its stake are on file, the loss that they imply stands beside it (ASC 323).',
  falsePositives: [
    'Charges without cash, as remeasurement or pay in shares, enlarge a loss.',
    'One-off items belong to no trend.',
    'A loss is not the cash that was spent.',
  ],
  measures: [
    {
      id: null,
      name: 'Net loss to revenue',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 0.2, warn: 0.5, critical: 1 },
      why: 'At 1x each unit of revenue costs two to earn.',
    },
  ],
  evaluate,
};

const QUARTER_OF_A_YEAR = 1 / 4;

function evaluate(study: Study): readonly Reading[] {
  const { found, missing } = lossAndRevenue(study);
  return found === null ? [insufficient(null, missing)] : [readingOf(found, study)];
}

function readingOf(found: LossAndRevenue, study: Study): Reading {
  const { subject } = study;
  const { loss, revenue, pairing, span } = found;
  const implied = impliedLosses(study, found);
  const periodRevenue = pairing === 'derived' ? scaleBy(revenue.amount, QUARTER_OF_A_YEAR) : revenue.amount;
  const ratio = signedRatio(loss.amount, periodRevenue);
  const lossPlace = { role: 'net loss', name: `${subject.name}: net loss of a ${span}` };
  const revenuePlace = { role: 'revenue', name: `${subject.name}: ${revenueName(found)}` };
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(ratio),
    workings: ratio.state === 'ok' ? workingsOf(found, periodRevenue, ratio.ratio) : ratio.reason,
    formula: () => {
      const whole = choiceTerm(revenue, revenuePlace);
      const part = pairing === 'derived' ? product([whole, constant(QUARTER_OF_A_YEAR)]) : whole;
      return quotient(choiceTerm(loss, lossPlace), part);
    },
    inputs: () => [
      ...choiceInputs(loss, lossPlace),
      ...choiceInputs(revenue, revenuePlace),
      ...implied.flatMap(impliedInputs),
    ],
    tables: () =>
      ratio.state === 'ok' ? [spendingTable(loss.amount, periodRevenue, ratio.ratio, loss.unit)] : [],
    others: implied.map((one) => impliedReading(one, loss.amount, periodRevenue)),
    tags: tagsWhere({
      derived: pairing === 'derived',
      'period-unstated': pairing === 'period-unstated',
      'basis-mismatch': mixesAccounting(found),
    }),
    notes: PAIRING_NOTES[pairing],
    nonBinding: null,
  };
}

/** The ratio by what a holder books, beside the stated loss. */
function impliedReading(
  { holder, booked, stake, loss }: ImpliedLoss,
  stated: Interval,
  revenue: Interval,
): OtherReading {
  const part = amountOf(booked) ?? loss;
  const write = sharedScale([part, loss, stated], booked.unit);
  const percent = measureWords(amountOf(stake) ?? exactly(0), 'percent');
  const counted = booked.definition === null ? '' : ` (${booked.definition})`;
  return {
    label: `By the ${write(part)} of the loss that ${holder.name} books${counted}`,
    outcome: outcomeOf(signedRatio(loss, revenue)),
    note: `${write(part)} / ${percent} = ${write(loss)}, against a stated loss of ${write(stated)}.`,
  };
}

function impliedInputs({ holder, booked, stake }: ImpliedLoss): readonly FlagInput[] {
  const use = { isUsed: false, note: 'Used for an alternative.' };
  return [
    claimInput(booked, { role: 'share of the loss', name: `${holder.name}: share of the loss` }, 1, use),
    claimInput(stake, { role: 'stake', name: `${holder.name}: stake` }, 1, use),
  ];
}

const PAIRING_NOTES: Readonly<Record<LossAndRevenue['pairing'], readonly string[]>> = {
  'same-period': [],
  'period-unstated': ['The periods are not dated; they are taken to be the same.'],
  derived: ['No revenue of the quarter is on file: a quarter of the annual revenue stands in for it.'],
};

function revenueName({ pairing, span }: LossAndRevenue): string {
  return pairing === 'derived' ? 'annual revenue' : `revenue of a ${span}`;
}

/** Earned and spent are like with like only in one kind of books (METHODS §0.10). */
function mixesAccounting({ loss, revenue }: LossAndRevenue): boolean {
  const kinds = new Set([...loss.figures, ...revenue.figures].flatMap(({ accounting }) => accounting ?? []));
  return kinds.size > 1;
}

function workingsOf(
  { loss, revenue, pairing }: LossAndRevenue,
  periodRevenue: Interval,
  ratio: Interval,
): string {
  const write = sharedScale([loss.amount, periodRevenue], loss.unit);
  const quarter = pairing === 'derived' ? `${write(revenue.amount)} / 4 = ${write(periodRevenue)}; ` : '';
  const spent = `${loss.unit} ${digits(1 + headlineOf(ratio))} spent for each ${loss.unit} 1 of revenue`;
  return `${quarter}${write(loss.amount)} / ${write(periodRevenue)} = ${measureWords(ratio, 'x')}; ${spent}`;
}
