import type { KnownChoice } from '../figures/choice.ts';
import type { Commitments, NamedCommitment } from '../metrics/commitments.ts';
import { atLeast, type Exposure, exposureOf } from '../metrics/exposure.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { type Burden, type BurdenMethod, burdenOf, type Spreading } from '../metrics/next-year-burden.ts';
import { nextYearGuidance, type Revenue } from '../metrics/revenue.ts';
import type { StatedTotal } from '../metrics/stated-total.ts';
import { yearAfter } from '../metrics/straight-line.ts';
import type { Study } from '../metrics/study.ts';
import { divide, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { asideInputs, choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { commitmentTags, dealTags, insufficient, outcomeOf, revenueTags, scopeOf } from './outcome.ts';
import { amountWords, countWords, measureWords, sharedScale } from './words.ts';
import type { Tag } from './tags.ts';

export const ntmCommitmentBurden: SignalDefinition = {
  id: 'ntm-commitment-burden',
  name: 'Next-12-month commitments to revenue',
  question: "Can this year's revenue carry this year's promises?",
  pillar: 'funding',
  family: 'scale',
  formula: 'commitments falling due in the next 12 months / revenue of those 12 months',
  method: 'METHODS §1 A and §1.2',
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

/** A commitment and what of it falls due; null where no schedule, days or tenor says when. */
interface Spread {
  readonly commitment: NamedCommitment;
  readonly burden: Burden | null;
}

interface DueDeal extends Spread {
  readonly burden: Burden;
}

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly revenue: Revenue;
  /** Whether the revenue is guidance for the very months; otherwise it is annual revenue standing in. */
  readonly isGuided: boolean;
  readonly tenor: KnownChoice | null;
  readonly due: readonly DueDeal[];
  readonly undated: readonly NamedCommitment[];
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const guidance = exposure.revenue === null ? null : nextYearGuidance(study, exposure.revenue.choice.unit);
  const revenue = guidance ?? exposure.revenue;
  const tenor = generalTenor(study);
  const spreads = revenue === null ? [] : spreadsOf(exposure.commitments, study, revenue.choice.unit, tenor);
  const due = spreads.filter(isDue);
  const hasTotal = exposure.stated !== null && tenor !== null;
  if (revenue === null || (!hasTotal && due.length === 0))
    return [insufficient(null, missingOf(exposure, revenue), uncountedInputs(exposure.commitments))];
  const undated = spreads.filter((spread) => !isDue(spread)).map(({ commitment }) => commitment);
  const reviewed = { study, exposure, revenue, isGuided: guidance !== null, tenor, due, undated };
  return [totalReading(reviewed), ...due.map((deal) => dealReading(deal, reviewed))];
}

function isDue(spread: Spread): spread is DueDeal {
  return spread.burden !== null;
}

function spreadsOf(
  { named }: Commitments,
  { index }: Study,
  currency: UnitId,
  tenor: KnownChoice | null,
): readonly Spread[] {
  const spreading: Spreading = {
    window: yearAfter(index.view.asOf),
    currency,
    generalTenor: tenor?.amount ?? null,
  };
  return named.map((commitment) => ({ commitment, burden: burdenOf(commitment, spreading) }));
}

function missingOf({ commitments }: Exposure, revenue: Revenue | null): readonly string[] {
  const when =
    commitments.named.length > 0
      ? 'schedule, days or tenor of the deals, or a tenor of commitments in general'
      : 'stated total with a tenor of commitments in general, or a deal with a disclosed amount and tenor';
  return [
    ...(revenue === null ? ['annual revenue'] : []),
    ...(revenue === null && commitments.named.length > 0 ? [] : [when]),
  ];
}

function totalReading(reviewed: Case): Reading {
  const { exposure, tenor } = reviewed;
  return exposure.stated !== null && tenor !== null
    ? statedReading(reviewed, exposure.stated, tenor)
    : namedReading(reviewed);
}

/** The stated total spread over the general tenor, each of the two at either end. */
function statedReading(reviewed: Case, stated: StatedTotal, tenor: KnownChoice): Reading {
  const { revenue, due, exposure, study } = reviewed;
  const yearly = divide(stated.choice.amount, tenor.amount);
  const total = `${study.subject.name}: total commitments`;
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: yearly.state === 'ok' ? onRevenue(yearly.ratio, revenue) : outcomeOf(yearly),
    workings: yearly.state === 'ok' ? statedWorkings(stated.choice, tenor, yearly.ratio, revenue) : '',
    inputs: [
      ...choiceInputs(stated.choice, { role: 'total commitments', name: total }),
      ...tenorInputs(reviewed),
      ...revenueInputs(reviewed),
      ...asideInputs(
        due.map(({ commitment }) => commitment),
        'Not in the headline: part of “Named deals only”.',
      ),
      ...asideInputs(reviewed.undated, 'No schedule, days or tenor says when it falls due.'),
      ...uncountedInputs(exposure.commitments),
    ],
    others: due.length === 0 ? [] : [namedOnly(reviewed)],
    tags: [
      ...yardstickTags(reviewed),
      ...(stated.kind === 'projected' ? ['basis-mismatch'] : []),
      'gross',
      'straight-line',
    ],
    notes: [
      'The stated total is spread evenly over the tenor of commitments in general.',
      yardstickNote(reviewed),
    ],
    nonBinding: stated.kind === 'rumoured' || revenue.kind === 'rumoured' ? { without: null } : null,
  };
}

function namedReading(reviewed: Case): Reading {
  const { revenue, due, exposure, undated } = reviewed;
  const isFloor = undated.length > 0 || exposure.commitments.unknown.length > 0;
  const sum = dueSum(due);
  const amount = isFloor ? atLeast(sum) : sum;
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: onRevenue(amount, revenue),
    workings: `${due.map((deal) => dueWords(deal, revenue)).join('; ')}; ${ratioWords(amount, revenue)}`,
    inputs: [
      ...dealInputs(due.map(({ commitment }) => commitment)),
      ...tenorInputs(reviewed),
      ...revenueInputs(reviewed),
      ...asideInputs(undated, 'No schedule, days or tenor says when it falls due.'),
      ...uncountedInputs(exposure.commitments),
    ],
    others: [],
    tags: [...yardstickTags(reviewed), ...commitmentTags(exposure.commitments), ...methodTags(due)],
    notes: [...floorNotes(reviewed), yardstickNote(reviewed)],
    nonBinding: nonBindingOf(reviewed),
  };
}

function dealReading(deal: DueDeal, reviewed: Case): Reading {
  const { revenue } = reviewed;
  const { commitment, burden } = deal;
  return {
    measure: null,
    scope: scopeOf(commitment),
    outcome: onRevenue(burden.amount, revenue),
    workings: `${dueWords(deal, revenue)}; ${ratioWords(burden.amount, revenue)}`,
    inputs: [
      ...dealInputs([commitment]),
      ...(burden.method === 'assumed-tenor' ? tenorInputs(reviewed) : []),
      ...revenueInputs(reviewed),
    ],
    others: [],
    tags: [...yardstickTags(reviewed), ...dealTags([commitment]), ...methodTags([deal])],
    notes: [METHOD_NOTES[burden.method], yardstickNote(reviewed)],
    nonBinding: !commitment.isBinding || revenue.kind === 'rumoured' ? { without: null } : null,
  };
}

const METHOD_NOTES: Readonly<Record<BurdenMethod, string>> = {
  schedule: 'By the payment schedule of the deal.',
  dates: 'Evenly over the days of the deal that fall in the next 12 months.',
  tenor: 'Evenly over the tenor of the deal.',
  'assumed-tenor': 'The deal states no tenor: evenly over the tenor of commitments in general.',
};

function methodTags(due: readonly DueDeal[]): readonly Tag[] {
  const methods = new Set(due.map(({ burden }) => burden.method));
  return [
    ...(methods.has('assumed-tenor') ? ['assumed-tenor'] : []),
    ...(methods.size === 1 && methods.has('schedule') ? [] : ['straight-line']),
  ];
}

function nonBindingOf({ due, revenue }: Case): { readonly without: Outcome | null } | null {
  if (revenue.kind === 'rumoured') return { without: null };
  const binding = due.filter(({ commitment }) => commitment.isBinding);
  if (binding.length === due.length) return null;
  return { without: binding.length === 0 ? null : onRevenue(dueSum(binding), revenue) };
}

function namedOnly({ due, revenue, undated, exposure }: Case): OtherReading {
  const uncounted = undated.length + exposure.commitments.unknown.length;
  const more =
    uncounted === 0 ? '' : ` At least this: ${countWords(uncounted, 'deal')} could not be counted.`;
  const sum = dueSum(due);
  return {
    label: 'Named deals only',
    outcome: onRevenue(sum, revenue),
    note: `${countWords(due.length, 'deal')}, ${amountWords(sum, revenue.choice.unit)} in the next 12 months.${more}`,
  };
}

function floorNotes({ undated, exposure }: Case): readonly string[] {
  const { unknown } = exposure.commitments;
  return [
    ...(undated.length === 0 ? [] : [`${countWords(undated.length, 'deal')} of unknown timing left out.`]),
    ...(unknown.length === 0
      ? []
      : [`${countWords(unknown.length, 'deal')} without a usable amount left out.`]),
  ];
}

function yardstickTags({ revenue, isGuided }: Case): readonly Tag[] {
  return isGuided ? [] : revenueTags(revenue);
}

function yardstickNote({ isGuided }: Case): string {
  return isGuided
    ? 'Set against guidance for those months.'
    : 'Set against annual revenue, since no guidance for those months is on file.';
}

function onRevenue(due: Interval, { choice }: Revenue): Outcome {
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

function tenorInputs({ tenor, study }: Case): readonly FlagInput[] {
  return tenor === null
    ? []
    : choiceInputs(tenor, { role: 'tenor', name: `${study.subject.name}: tenor of commitments` });
}

function revenueInputs({ revenue, isGuided, study }: Case): readonly FlagInput[] {
  const role = isGuided ? 'next-12-month revenue' : 'annual revenue';
  return choiceInputs(revenue.choice, { role, name: `${study.subject.name}: ${role}` });
}
