import type { NamedCommitment } from '../metrics/commitments.ts';
import { type Concentration, concentrationOf, effectiveCount } from '../metrics/concentration.ts';
import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import type { Study } from '../metrics/study.ts';
import { type Supplier, suppliersOf } from '../metrics/suppliers.ts';
import { exactly, headlineOf, type Interval, scaleBy, sumOf } from '../quantities/interval.ts';
import {
  type Measure,
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { commitmentTags, insufficient } from './outcome.ts';
import { shareTable } from './tables/share-table.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords, sharedScale } from './words.ts';

const HHI: Measure = {
  id: 'hhi',
  name: 'Supplier concentration: HHI',
  unit: 'index',
  isLowerWorse: false,
  defaults: { watch: 1_000, warn: 1_800, critical: 2_500 },
  why: 'Merger guidelines call a market of 1,800 highly concentrated; 1,000 and 2,500 stood in earlier ones. Here they are an analogy.',
};

const TOP_1: Measure = {
  id: 'top-1',
  name: 'Supplier concentration: largest supplier',
  unit: 'percent',
  isLowerWorse: false,
  defaults: { watch: 10, warn: 25, critical: 50 },
  why: 'Accounts disclose a customer from 10 %, bank rules limit one counterparty to 25 % of capital, and lenders call half high risk.',
};

const TOP_3: Measure = {
  id: 'top-3',
  name: 'Supplier concentration: three largest',
  unit: 'percent',
  isLowerWorse: false,
  defaults: { watch: 50, warn: 70, critical: 90 },
  why: 'Lenders take more than half with three names as a warning; the higher steps are practice.',
};

export const supplierConcentration: SignalDefinition = {
  id: 'supplier-concentration',
  name: 'Supplier concentration',
  question: 'How much hangs on one name?',
  pillar: 'concentration',
  family: 'concentration',
  formula:
    'sum of squared shares of the suppliers in the named commitments; shares of the largest and the three largest',
  method: 'Herfindahl-Hirschman index of the US merger guidelines; ASC 280-10-50-42; Basel large exposures.',
  falsePositives: [
    'One contract may hide capacity from several sources.',
    'Few suppliers of equal size score high: four equal ones give 2,500.',
  ],
  measures: [HHI, TOP_1, TOP_3],
  evaluate,
};

interface Case {
  readonly exposure: Exposure;
  readonly suppliers: readonly Supplier[];
  readonly nameless: readonly NamedCommitment[];
  readonly concentration: Concentration;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const reviewed = caseOf(exposure, exposure.commitments.named);
  const inputs = () => inputsOf(study, exposure);
  if (reviewed === null)
    return [HHI, TOP_1, TOP_3].map(({ id }) =>
      insufficient(id, ['a deal with a disclosed amount and a named supplier'], inputs),
    );
  const binding = caseOf(
    exposure,
    exposure.commitments.named.filter(({ isBinding }) => isBinding),
  );
  return [HHI, TOP_1, TOP_3].map((measure) => ({
    ...readingOf(measure, reviewed),
    inputs,
    nonBinding: nonBindingOf(measure, exposure, binding),
  }));
}

/** Null where no supplier is named with an amount above zero. */
function caseOf(exposure: Exposure, named: readonly NamedCommitment[]): Case | null {
  const { suppliers, nameless } = suppliersOf(named);
  const concentration = concentrationOf({
    amounts: suppliers.map(({ amount }) => amount),
    total: remainingTotal(exposure),
    hasUnknown: exposure.commitments.unknown.length > 0 || nameless.length > 0,
  });
  return concentration === null ? null : { exposure, suppliers, nameless, concentration };
}

/** The stated total less what schedules say is already paid, as the amounts of the deals are. */
function remainingTotal({ stated, commitments }: Exposure): Interval | null {
  if (stated === null) return null;
  const gross = headlineOf(sumOf(commitments.named.map((commitment) => commitment.gross)));
  const paid = gross - headlineOf(sumOf(commitments.named.map(({ amount }) => amount)));
  const { lo, point, hi } = stated.choice.amount;
  const less = (amount: number) => Math.max(0, amount - paid);
  return { lo: less(lo), point: point === null ? null : less(point), hi: hi === null ? null : less(hi) };
}

function readingOf(measure: Measure, reviewed: Case): Omit<Reading, 'inputs' | 'nonBinding'> {
  const { exposure, suppliers } = reviewed;
  return {
    measure: measure.id,
    scope: WHOLE_SUBJECT,
    outcome: measuredBy(measure, reviewed),
    workings: workingsOf(measure, reviewed),
    tables: () => shareTable(suppliers, remainingTotal(exposure), exposure.currency),
    others: measure === HHI ? oneUnnamed(reviewed) : [],
    tags: [
      ...commitmentTags(exposure.commitments),
      ...tagsWhere({ 'split-unstated': suppliers.some(({ ids }) => ids.length > 1) }),
    ],
    notes: notesOf(reviewed),
  };
}

function measuredBy(measure: Measure, { concentration }: Case): Outcome {
  return { state: 'ok', measured: measuredOf(measure, concentration) };
}

/** Shares of 0 to 1 become per cent, their squares points of 10,000. */
function measuredOf(measure: Measure, { hhi, top1, top3 }: Concentration): Interval {
  if (measure === HHI) return scaleBy(hhi, 10_000);
  return scaleBy(measure === TOP_1 ? top1 : top3, 100);
}

function nonBindingOf(
  measure: Measure,
  { commitments }: Exposure,
  binding: Case | null,
): Reading['nonBinding'] {
  if (commitments.named.every(({ isBinding }) => isBinding)) return null;
  return { without: binding === null ? null : measuredBy(measure, binding) };
}

function oneUnnamed({ concentration }: Case): readonly OtherReading[] {
  const { hhiOneUnnamed } = concentration;
  if (hhiOneUnnamed === null) return [];
  const index = hhiOneUnnamed * 10_000;
  return [
    {
      label: 'One unnamed supplier holds all the rest',
      outcome: { state: 'ok', measured: { lo: index, point: index, hi: index } },
      note: 'Shares of the stated total instead of the named deals.',
    },
  ];
}

function workingsOf(measure: Measure, reviewed: Case): string {
  return measure === HHI ? squaresWorkings(reviewed) : topWorkings(measure, reviewed);
}

function squaresWorkings({ suppliers, concentration }: Case): string {
  const sum = headlineOf(sumOf(suppliers.map(({ amount }) => amount)));
  const squares = suppliers.map(({ name, amount }) => `${name} ${digits((headlineOf(amount) / sum) * 100)}²`);
  return `${squares.join(' + ')} = ${pointWords(HHI, concentration)}`;
}

function topWorkings(measure: Measure, { suppliers, concentration, exposure }: Case): string {
  const top = suppliers.slice(0, measure === TOP_1 ? 1 : 3);
  const [part, whole] = [top, suppliers].map((some) =>
    exactly(headlineOf(sumOf(some.map(({ amount }) => amount)))),
  );
  if (part === undefined || whole === undefined || exposure.currency === null) return '';
  const write = sharedScale([part, whole], exposure.currency);
  const names = top.map(({ name }) => name).join(' + ');
  return `${names}: ${write(part)} / ${write(whole)} = ${pointWords(measure, concentration)}`;
}

function pointWords(measure: Measure, concentration: Concentration): string {
  return measureWords(exactly(headlineOf(measuredOf(measure, concentration))), measure.unit);
}

function notesOf({ concentration, suppliers, nameless, exposure }: Case): readonly string[] {
  const { coverage } = concentration;
  const effective = digits(effectiveCount(concentration));
  const covered =
    coverage === null
      ? 'No usable total is stated, so the part that is not named is unknown.'
      : `The named deals cover ${digits(coverage * 100)} % of the stated total; the ends allow for the rest.`;
  return [
    `${suppliers.length} suppliers, as concentrated as ${effective} of equal size.`,
    covered,
    ...(exposure.commitments.unknown.length === 0
      ? []
      : ['Deals without a usable amount are not in the shares.']),
    ...(nameless.length === 0 ? [] : ['Deals that name no supplier are not in the shares.']),
  ];
}

function inputsOf({ subject }: Study, { commitments, stated }: Exposure): readonly FlagInput[] {
  const place = { role: 'total commitments', name: `${subject.name}: total commitments` };
  return [
    ...dealInputs(commitments.named),
    ...(stated === null ? [] : choiceInputs(stated.choice, place, 'Sets the share that is not named.')),
    ...uncountedInputs(commitments),
  ];
}
