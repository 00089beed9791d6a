import type { KnownChoice } from '../figures/choice.ts';
import { type Exposure, totalCommitments } from '../metrics/exposure.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { growthAfter, growthToPay } from '../metrics/growth.ts';
import { type RevenuePath, revenueIn } from '../metrics/revenue-path.ts';
import type { Study } from '../metrics/study.ts';
import { divide, exactly, headlineOf, hullOf, type Interval, scaleBy } from '../quantities/interval.ts';
import { type OtherReading, type Outcome, type Reading, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { growthWords } from './growth-stated.ts';
import { insufficient, revenueTags, totalTags } from './outcome.ts';
import { type GrowthCase, growthTable } from './tables/growth-table.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, digits, sharedScale } from './words.ts';

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly path: RevenuePath;
  readonly total: Interval;
  /** Years over which the commitments run. */
  readonly horizon: Interval;
  readonly tenor: KnownChoice | null;
}

/** Growth a year at which the revenue of all years of the commitments comes to what they cost. */
export function requiredGrowth(study: Study, exposure: Exposure, path: RevenuePath): Reading {
  const total = totalCommitments(exposure);
  const tenor = generalTenor(study);
  const horizon = tenor?.amount ?? ownTenors(exposure);
  if (total === null || horizon === null) {
    const missing = [
      ...(total === null ? ['stated total of commitments, or a deal with a disclosed amount'] : []),
      ...(horizon === null ? ['tenor of commitments in general, or of a deal'] : []),
    ];
    return insufficient('required', missing, () => uncountedInputs(exposure.commitments));
  }
  return readingOf({ study, exposure, path, total, horizon, tenor });
}

function readingOf(reviewed: Case): Reading {
  const { exposure, path, horizon, tenor } = reviewed;
  const outcome = outcomeOver(reviewed, horizon, 1);
  const isRumoured = path.base.kind === 'rumoured' || exposure.stated?.kind === 'rumoured';
  return {
    measure: 'required',
    scope: WHOLE_SUBJECT,
    outcome,
    workings: workingsOf(reviewed, outcome),
    inputs: () => inputsOf(reviewed),
    tables: () => [
      growthTable(growthCases(reviewed), headlineOf(path.base.choice.amount), path.base.choice.unit),
    ],
    others: [...overEachTenor(reviewed), ...halfOfRevenue(reviewed), ...afterProjection(reviewed)],
    tags: [
      ...revenueTags(path.base),
      ...totalTags(exposure),
      ...tagsWhere({ assumption: true, 'assumed-tenor': tenor === null }),
    ],
    notes: [
      `Assumed: all revenue from ${path.baseYear + 1} on goes to commitments, which is the most favourable case, and grows at one rate.`,
      ...(tenor === null
        ? ['No tenor in general is stated: from the shortest to the longest of the deals.']
        : []),
      ...finalYearNote(reviewed, outcome),
    ],
    nonBinding: isRumoured ? { without: null } : nonBindingOf(reviewed),
  };
}

function ownTenors({ commitments }: Exposure): Interval | null {
  return hullOf(
    commitments.named.flatMap(({ deal: { tenorYearsLo: lo, tenorYearsHi: hi } }) =>
      lo === null || hi === null ? [] : [{ lo, point: (lo + hi) / 2, hi }],
    ),
  );
}

function outcomeOver(
  { path, total }: Pick<Case, 'path' | 'total'>,
  horizon: Interval,
  shareOfRevenue: number,
): Outcome {
  const multiple = divide(total, scaleBy(path.base.choice.amount, shareOfRevenue));
  if (multiple.state !== 'ok')
    return { state: 'not-computable', reason: 'present revenue is or may be zero' };
  return { state: 'ok', measured: growthToPay(multiple.ratio, horizon) };
}

function nonBindingOf({ exposure, path, horizon }: Case): Reading['nonBinding'] {
  const { stated, commitments } = exposure;
  const binding = commitments.named.filter(({ isBinding }) => isBinding);
  if (stated !== null || binding.length === commitments.named.length) return null;
  const total = totalCommitments({ ...exposure, commitments: { ...commitments, named: binding } });
  return { without: total === null ? null : outcomeOver({ path, total }, horizon, 1) };
}

function workingsOf({ path, total, horizon }: Case, outcome: Outcome): string {
  if (outcome.state !== 'ok') return '';
  const { choice } = path.base;
  const write = sharedScale([total, choice.amount], choice.unit);
  return `${write(total)} = ${write(choice.amount)} x the sum of (1 + g)^k over the years k = 1, 2, ... of ${amountWords(horizon, 'years')}; g = ${growthWords(outcome.measured)}`;
}

function finalYearNote({ path, horizon }: Case, outcome: Outcome): readonly string[] {
  if (outcome.state !== 'ok' || outcome.measured.point === null) return [];
  const years = horizon.point ?? horizon.lo;
  const final = headlineOf(path.base.choice.amount) * (1 + outcome.measured.point) ** years;
  return [
    `Revenue of the last of ${digits(years)} years would be ${amountWords(exactly(final), path.base.choice.unit)}.`,
  ];
}

/** Every tenor stated, with all and with half of revenue. */
function growthCases(reviewed: Case): readonly GrowthCase[] {
  const { horizon } = reviewed;
  const tenors = [...new Set([...endsOf(horizon), horizon.point ?? horizon.lo])].toSorted((a, b) => a - b);
  return [1, 0.5].flatMap((share) =>
    tenors.map((years) => {
      const outcome = outcomeOver(reviewed, exactly(years), share);
      return { years, share, growth: outcome.state === 'ok' ? headlineOf(outcome.measured) : null };
    }),
  );
}

function overEachTenor(reviewed: Case): readonly OtherReading[] {
  return endsOf(reviewed.horizon).map((years) => ({
    label: `Over ${digits(years)} years`,
    outcome: outcomeOver(reviewed, exactly(years), 1),
    note: 'The tenor at one end of what is stated.',
  }));
}

function halfOfRevenue(reviewed: Case): readonly OtherReading[] {
  const horizons = [reviewed.horizon, ...endsOf(reviewed.horizon).map(exactly)];
  return horizons.map((horizon) => ({
    label: `Half of revenue available, over ${amountWords(horizon, 'years')}`,
    outcome: outcomeOver(reviewed, horizon, 0.5),
    note: 'The other half pays for staff, power and tax: an assumption.',
  }));
}

/** What must follow once the stated projection is met in full. */
function afterProjection({ path, total, horizon }: Case): readonly OtherReading[] {
  const last = path.stated.at(-1);
  if (last === undefined) return [];
  return (endsOf(horizon).length === 0 ? [horizon.point ?? horizon.lo] : endsOf(horizon)).flatMap((years) => {
    const left = years - (last.year - path.baseYear);
    if (left <= 0) return [];
    const growth = growthAfter({
      commitments: headlineOf(total),
      earned: earnedUntil(path, last.year),
      last: headlineOf(last.choice.amount),
      years: left,
    });
    return [
      {
        label: `After ${last.year}, over ${digits(years)} years in all`,
        outcome: growthOutcome(growth),
        note: `Growth still needed each year after the revenue stated for ${last.year} is reached.`,
      },
    ];
  });
}

function growthOutcome(growth: number | null): Outcome {
  if (growth === null) return { state: 'not-computable', reason: 'no growth looked at is enough' };
  return { state: 'ok', measured: exactly(growth) };
}

function earnedUntil(path: RevenuePath, last: number): number {
  const years = Array.from({ length: last - path.baseYear }, (_, at) => path.baseYear + 1 + at);
  return years.reduce((sum, year) => sum + headlineOf(revenueIn(path, year)), 0);
}

function endsOf({ lo, hi }: Interval): readonly number[] {
  return hi === null || lo === hi ? [] : [lo, hi];
}

function inputsOf({ study, exposure, path, tenor }: Case): readonly FlagInput[] {
  const { name } = study.subject;
  const { stated, commitments } = exposure;
  return [
    ...(stated === null
      ? dealInputs(commitments.named)
      : choiceInputs(stated.choice, { role: 'total commitments', name: `${name}: total commitments` })),
    ...(tenor === null ? [] : choiceInputs(tenor, { role: 'tenor', name: `${name}: tenor of commitments` })),
    ...choiceInputs(path.base.choice, { role: 'annual revenue', name: `${name}: annual revenue` }),
    ...uncountedInputs(commitments),
  ];
}
