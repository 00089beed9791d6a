import type { KnownChoice } from '../figures/choice.ts';
import { COST_PER_GIGAWATT, type Given, givenOrAssumed, NORTH_AMERICA } from '../metrics/assumptions.ts';
import { capacityTarget, yearlyGigawatts } from '../metrics/capacity.ts';
import { type Exposure, exposureOf, totalCommitments } from '../metrics/exposure.ts';
import type { Revenue } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import { type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient, outcomeOf, revenueTags } from './outcome.ts';
import { buildTable } from './tables/build-table.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, measureWords, sharedScale } from './words.ts';

export const capacityFeasibility: SignalDefinition = {
  id: 'capacity-feasibility',
  name: 'Physical capacity against means',
  question: 'Could the capacity be built with the money there is?',
  pillar: 'funding',
  family: 'capacity',
  formula: 'capacity wanted a year x cost of a gigawatt / annual revenue',
  method:
    'Plain arithmetic; a gigawatt a week is 52 a year. The cost of a gigawatt is a figure on file, otherwise what the press reported in 2025.',
  falsePositives: [
    'Partners may pay for the building.',
    'An ambition “by 2030” is not a plan for this year.',
    'Gigawatts may mean the chips alone or the whole site.',
  ],
  measures: [
    {
      id: null,
      name: 'Physical capacity against means',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 1, warn: 2, critical: 5 },
      why: 'At 1x building takes all revenue; the higher steps are practice.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly target: KnownChoice;
  readonly revenue: Revenue;
  readonly cost: Given;
  /** Gigawatts a year. */
  readonly gigawatts: Interval;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const target = capacityTarget(study);
  const { revenue } = exposure;
  if (target === null || revenue === null)
    return [
      insufficient(
        null,
        [
          ...(target === null ? ['capacity wanted, in gigawatts a week'] : []),
          ...(revenue === null ? ['annual revenue'] : []),
        ],
        () => (target === null ? [] : targetInputs(study, target)),
      ),
    ];
  const cost = givenOrAssumed(
    study,
    { metric: 'build-cost', entityIds: [study.subject.id] },
    COST_PER_GIGAWATT,
  );
  if (revenue.choice.unit !== cost.unit)
    return [insufficient(null, [`annual revenue in ${cost.unit}`], () => targetInputs(study, target))];
  return [readingOf({ study, exposure, target, revenue, cost, gigawatts: yearlyGigawatts(target) })];
}

function readingOf(reviewed: Case): Reading {
  const { study, target, revenue, cost, gigawatts } = reviewed;
  const building = product(gigawatts, cost.amount);
  const quotient = divide(building, revenue.choice.amount);
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(quotient),
    workings: quotient.state === 'ok' ? workingsOf(reviewed, building, quotient.ratio) : '',
    inputs: () => [
      ...targetInputs(study, target),
      ...(cost.choice === null
        ? []
        : choiceInputs(cost.choice, { role: 'cost of a gigawatt', name: 'Cost of a gigawatt' })),
      ...choiceInputs(revenue.choice, {
        role: 'annual revenue',
        name: `${study.subject.name}: annual revenue`,
      }),
    ],
    tables: () => [
      buildTable({
        gigawatts,
        cost: cost.amount,
        building,
        unit: cost.unit,
        continent: NORTH_AMERICA.amount,
        total: totalCommitments(reviewed.exposure),
        implied: impliedGigawatts(reviewed),
      }),
    ],
    others: [],
    tags: [...revenueTags(revenue), ...tagsWhere({ assumption: cost.choice === null })],
    notes: [
      ...cost.notes,
      ...impliedNote(reviewed),
      ...continentNotes(gigawatts),
      'Whether the gigawatts are of chips or of whole sites is not stated.',
      'Against contracted capacity it cannot be judged: no deal states its gigawatts.',
    ],
    nonBinding: revenue.kind === 'rumoured' ? { without: null } : null,
  };
}

function workingsOf({ gigawatts, cost, revenue }: Case, building: Interval, ratio: Interval): string {
  const write = sharedScale([building, revenue.choice.amount], cost.unit);
  const built = `${amountWords(gigawatts, 'GW')} a year x ${amountWords(cost.amount, cost.unit)} = ${write(building)} a year`;
  return `${built}; ${write(building)} / ${write(revenue.choice.amount)} = ${measureWords(ratio, 'x')}`;
}

/** How much capacity the commitments could buy at all. */
function impliedNote(reviewed: Case): readonly string[] {
  const { exposure, cost } = reviewed;
  const total = totalCommitments(exposure);
  const implied = impliedGigawatts(reviewed);
  if (total === null || implied === null) return [];
  return [
    `Commitments of ${amountWords(total, cost.unit)} would build ${amountWords(implied, 'GW')} in all.`,
  ];
}

/** How much is wanted each year beside what a whole continent has. */
function continentNotes(gigawatts: Interval): readonly string[] {
  const times = divide(gigawatts, NORTH_AMERICA.amount);
  if (times.state !== 'ok') return [];
  return [NORTH_AMERICA.origin, `Each year ${measureWords(times.ratio, 'x')} of that would be added.`];
}

function impliedGigawatts({ exposure, cost }: Case): Interval | null {
  const total = totalCommitments(exposure);
  const implied = total === null ? null : divide(total, cost.amount);
  return implied?.state === 'ok' ? implied.ratio : null;
}

function product(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo * b.lo,
    point: a.point === null || b.point === null ? null : a.point * b.point,
    hi: a.hi === null || b.hi === null ? null : a.hi * b.hi,
  };
}

function targetInputs({ subject }: Study, target: KnownChoice): readonly FlagInput[] {
  return choiceInputs(target, { role: 'capacity wanted', name: `${subject.name}: capacity wanted` });
}
