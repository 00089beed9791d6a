import type { KnownChoice } from '../figures/choice.ts';
import { atLeast, type Exposure, exposureOf } from '../metrics/exposure.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { type BurdenMethod, type Due, type DueDeal, spreadCommitments } from '../metrics/next-year-burden.ts';
import { nextYearGuidance, type Revenue } from '../metrics/revenue.ts';
import type { StatedTotal } from '../metrics/stated-total.ts';
import type { Study } from '../metrics/study.ts';
import type { ScheduleMethod } from '../model/deal.ts';
import { divide, type Interval, sumOf } from '../quantities/interval.ts';
import { yearAfter } from '../schedule/span.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { asideInputs, choiceInputs, dealInputs, uncountedInputs, untimedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { dealBurden, namedBurden, revenuePlace, statedBurden, tenorPlace } from './ntm-formula.ts';
import { commitmentTags, dealTags, insufficient, outcomeOf, revenueTags, scopeOf } from './outcome.ts';
import { restNotes } from './schedule-words.ts';
import { dueTable } from './tables/due-table.ts';
import { type Tag, tagsWhere } from './tags.ts';
import { amountWords, countWords, measureWords, sharedScale } from './words.ts';

export const ntmCommitmentBurden: SignalDefinition = {
  id: 'ntm-commitment-burden',
  name: 'Next-12-month commitments to revenue',
  question: "Can this year's revenue carry this year's promises?",
  pillar: 'funding',
  family: 'scale',
  formula: 'commitments falling due in the next 12 months / revenue of those 12 months',
  method: 'Looks one year ahead as ASC 205-40 does; straight line by actual days, rounded cumulatively.',
  falsePositives: [
    'Capacity that arrives later is paid later; a straight line brings it forward.',
    'Amounts already prepaid are not due again.',
    'Payments may ramp up: enter the schedule of the deal.',
  ],
  measures: [
    {
      id: null,
      name: 'Next-12-month commitments to revenue',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 0.25, warn: 0.5, critical: 1 },
      why: 'At 1x commitments alone take all revenue before payroll, power or tax. At 0.25x four such burdens leave nothing.',
    },
  ],
  evaluate,
};

export interface BurdenCase extends Due {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly revenue: Revenue;
  /** Whether the revenue is guidance for the very months; otherwise it is annual revenue standing in. */
  readonly isGuided: boolean;
  readonly tenor: KnownChoice | null;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const { revenue: annual, commitments, stated } = exposure;
  if (annual === null) return [insufficient(null, ['annual revenue'], () => uncountedInputs(commitments))];
  const guidance = nextYearGuidance(study, annual.choice.unit);
  const tenor = generalTenor(study);
  const window = yearAfter(study.index.view.asOf);
  const spread = spreadCommitments(commitments.named, { window, generalTenor: tenor?.amount ?? null });
  const reviewed = {
    study,
    exposure,
    revenue: guidance ?? annual,
    isGuided: guidance !== null,
    tenor,
    ...spread,
  };
  const deals = spread.due.map((deal) => dealReading(deal, reviewed));
  if (stated !== null && tenor !== null) return [statedReading(reviewed, stated, tenor), ...deals];
  return spread.due.length > 0 ? [namedReading(reviewed), ...deals] : [undatedReading(reviewed)];
}

/** Nothing on file says when any of it falls due. */
function undatedReading({ exposure, undated }: BurdenCase): Reading {
  const { commitments } = exposure;
  const missing =
    undated.length > 0
      ? 'schedule, days or tenor of a deal, or the tenor of commitments in general'
      : 'deal with a disclosed amount and a tenor, or a stated total and the tenor of commitments in general';
  return insufficient(null, [missing], () => [...untimedInputs(undated), ...uncountedInputs(commitments)]);
}

/** The stated total spread over the general tenor, each of the two at either end. */
function statedReading(reviewed: BurdenCase, stated: StatedTotal, tenor: KnownChoice): Reading {
  const { revenue, due, undated, exposure, study } = reviewed;
  const yearly = divide(stated.choice.amount, tenor.amount);
  const place = { role: 'total commitments', name: `${study.subject.name}: total commitments` };
  const named = due.map(({ commitment }) => commitment);
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: yearly.state === 'ok' ? overRevenue(yearly.ratio, revenue) : outcomeOf(yearly),
    workings: yearly.state === 'ok' ? statedWorkings(stated.choice, tenor, yearly.ratio, revenue) : '',
    formula: () => statedBurden(reviewed),
    inputs: () => [
      ...choiceInputs(stated.choice, place),
      ...tenorInputs(reviewed),
      ...revenueInputs(reviewed),
      ...asideInputs(named, 'Not in the headline: part of “Named deals only”.'),
      ...untimedInputs(undated),
      ...uncountedInputs(exposure.commitments),
    ],
    tables: () => [dueTable(reviewed, revenue, { total: stated.choice.amount, tenor: tenor.amount })],
    others: due.length === 0 ? [] : [namedOnly(reviewed)],
    tags: [
      ...yardstickTags(reviewed),
      ...tagsWhere({ 'basis-mismatch': stated.kind === 'projected', gross: true, 'straight-line': true }),
    ],
    notes: [
      'The stated total is spread evenly over the tenor of commitments in general.',
      yardstickNote(reviewed),
    ],
    nonBinding: stated.kind === 'rumoured' || revenue.kind === 'rumoured' ? { without: null } : null,
  };
}

function namedReading(reviewed: BurdenCase): Reading {
  const { revenue, due, exposure, undated } = reviewed;
  const sum = dueSum(due);
  const amount = uncountedDeals(reviewed) > 0 ? atLeast(sum) : sum;
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: overRevenue(amount, revenue),
    workings: [...due.map((deal) => dueWords(deal, revenue)), ratioWords(amount, revenue)].join('; '),
    formula: () => namedBurden(reviewed),
    inputs: () => [
      ...dealInputs(due.map(({ commitment }) => commitment)),
      ...tenorInputs(reviewed),
      ...revenueInputs(reviewed),
      ...untimedInputs(undated),
      ...uncountedInputs(exposure.commitments),
    ],
    tables: () => [dueTable(reviewed, revenue)],
    others: [],
    tags: [...yardstickTags(reviewed), ...commitmentTags(exposure.commitments), ...methodTags(due)],
    notes: [...floorNotes(reviewed), ...restNotesOf(due), yardstickNote(reviewed)],
    nonBinding: nonBindingOf(reviewed),
  };
}

function dealReading(deal: DueDeal, reviewed: BurdenCase): Reading {
  const { revenue } = reviewed;
  const { commitment, burden } = deal;
  return {
    measure: null,
    scope: scopeOf(commitment),
    outcome: overRevenue(burden.amount, revenue),
    workings: `${dueWords(deal, revenue)}; ${ratioWords(burden.amount, revenue)}`,
    formula: () => dealBurden(deal, reviewed),
    inputs: () => [
      ...dealInputs([commitment]),
      ...(burden.method === 'assumed-tenor' ? tenorInputs(reviewed) : []),
      ...revenueInputs(reviewed),
    ],
    tables: () => [dueTable({ due: [deal], undated: [] }, revenue)],
    others: [],
    tags: [...yardstickTags(reviewed), ...dealTags([commitment]), ...methodTags([deal])],
    notes: [...timingNotes(deal), yardstickNote(reviewed)],
    nonBinding: !commitment.isBinding || revenue.kind === 'rumoured' ? { without: null } : null,
  };
}

const METHOD_NOTES: Readonly<Record<BurdenMethod, string>> = {
  schedule: 'By the payment schedule of the deal.',
  dates: 'The days of the deal that fall in the next 12 months.',
  tenor: 'Over the tenor of the deal.',
  'assumed-tenor': 'The deal states no tenor: over the tenor of commitments in general.',
};

const SPREADS: Readonly<Record<ScheduleMethod, string>> = {
  'straight-line': 'Spread evenly by days.',
  'equal-months': 'Spread in equal months.',
  ramp: 'Spread as a ramp that grows year by year.',
};

function timingNotes({ commitment, burden }: DueDeal): readonly string[] {
  const { deal } = commitment;
  const spread = SPREADS[deal.scheduleMethod ?? 'straight-line'];
  return [
    METHOD_NOTES[burden.method],
    ...(burden.method === 'schedule' ? restNotesOf([{ commitment, burden }]) : [spread]),
    ...(burden.isStartAssumed ? ['It states no start: taken to start on the day it became known.'] : []),
  ];
}

function restNotesOf(due: readonly DueDeal[]): readonly string[] {
  const [first] = due;
  if (first === undefined) return [];
  const undated = due.reduce((sum, { burden }) => sum + burden.undated, 0);
  return restNotes(
    { undated, unscheduled: sumOf(due.map(({ burden }) => burden.unscheduled)) },
    first.commitment.currency,
  );
}

function methodTags(due: readonly DueDeal[]): readonly Tag[] {
  return tagsWhere({
    'assumed-tenor': due.some(({ burden }) => burden.method === 'assumed-tenor'),
    'straight-line': due.some(
      ({ burden, commitment: { deal } }) =>
        burden.method !== 'schedule' && (deal.scheduleMethod ?? 'straight-line') === 'straight-line',
    ),
    assumed: due.some(({ burden }) => burden.isStartAssumed),
    undated: due.some(({ burden }) => burden.undated > 0),
    unscheduled: due.some(({ burden }) => burden.unscheduled.hi !== 0),
  });
}

function nonBindingOf({ due, revenue }: BurdenCase): { readonly without: Outcome | null } | null {
  if (revenue.kind === 'rumoured') return { without: null };
  const binding = due.filter(({ commitment }) => commitment.isBinding);
  if (binding.length === due.length) return null;
  return { without: binding.length === 0 ? null : overRevenue(dueSum(binding), revenue) };
}

function namedOnly(reviewed: BurdenCase): OtherReading {
  const { due, revenue } = reviewed;
  const sum = dueSum(due);
  const found = `${countWords(due.length, 'deal')}, ${amountWords(sum, revenue.choice.unit)} in the next 12 months.`;
  return {
    label: 'Named deals only',
    outcome: overRevenue(sum, revenue),
    note: [found, ...floorNotes(reviewed)].join(' '),
  };
}

function uncountedDeals({ undated, exposure }: BurdenCase): number {
  return undated.length + exposure.commitments.unknown.length;
}

function floorNotes({ undated, exposure }: BurdenCase): readonly string[] {
  const { unknown } = exposure.commitments;
  return [
    ...(undated.length === 0
      ? []
      : [`At least this: ${countWords(undated.length, 'deal')} of unknown timing left out.`]),
    ...(unknown.length === 0
      ? []
      : [`At least this: ${countWords(unknown.length, 'deal')} without a usable amount left out.`]),
  ];
}

function yardstickTags({ revenue, isGuided }: BurdenCase): readonly Tag[] {
  return isGuided ? [] : revenueTags(revenue);
}

function yardstickNote({ isGuided }: BurdenCase): string {
  return isGuided
    ? 'Set against guidance for those months.'
    : 'Set against annual revenue, since no guidance for those months is on file.';
}

function overRevenue(due: Interval, { choice }: Revenue): Outcome {
  return outcomeOf(divide(due, choice.amount));
}

function dueSum(due: readonly DueDeal[]): Interval {
  return sumOf(due.map(({ burden }) => burden.amount));
}

function statedWorkings(total: KnownChoice, tenor: KnownChoice, yearly: Interval, revenue: Revenue): string {
  const write = sharedScale([total.amount, yearly], total.unit);
  const spread = `${write(total.amount)} / ${amountWords(tenor.amount, 'years')} = ${write(yearly)} a year`;
  return `${spread}; ${ratioWords(yearly, revenue)}`;
}

function dueWords({ commitment, burden }: DueDeal, { choice }: Revenue): string {
  const write = sharedScale([commitment.gross, burden.amount], choice.unit);
  const over =
    burden.tenor === null ? ` by its ${burden.method}` : ` / ${amountWords(burden.tenor, 'years')}`;
  return `${commitment.deal.name}: ${write(commitment.gross)}${over} = ${write(burden.amount)} in 12 months`;
}

function ratioWords(due: Interval, { choice }: Revenue): string {
  const quotient = divide(due, choice.amount);
  const write = sharedScale([due, choice.amount], choice.unit);
  const result = quotient.state === 'ok' ? measureWords(quotient.ratio, 'x') : quotient.reason;
  return `${write(due)} / ${write(choice.amount)} = ${result}`;
}

function tenorInputs(reviewed: BurdenCase): readonly FlagInput[] {
  const { tenor } = reviewed;
  return tenor === null ? [] : choiceInputs(tenor, tenorPlace(reviewed));
}

function revenueInputs(reviewed: BurdenCase): readonly FlagInput[] {
  return choiceInputs(reviewed.revenue.choice, revenuePlace(reviewed));
}
