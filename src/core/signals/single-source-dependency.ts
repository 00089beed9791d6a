import { dealGraph } from '../flows/deal-edges.ts';
import { groupBy } from '../group-by.ts';
import type { Commitment, NamedCommitment } from '../metrics/commitments.ts';
import { concentrationOf } from '../metrics/concentration.ts';
import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import { lookedThrough } from '../metrics/look-through.ts';
import { marketShare } from '../metrics/market-share.ts';
import type { Study } from '../metrics/study.ts';
import { type Supplier, suppliersOf } from '../metrics/suppliers.ts';
import type { DealKind } from '../model/deal.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { exactly, headlineOf, type Interval, scaleBy, sumOf } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import type { Measure, Outcome, Reading, SignalDefinition } from './definition.ts';
import { choiceInputs, dealInputs, uncountedDeal } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords, plain, sharedScale } from './words.ts';

const DEFAULTS = { watch: 0.5, warn: 0.75, critical: 0.9 };
const WHY =
  'Steps of practice; ASC 275 asks to disclose concentrations that could hurt severely in the near term.';

const DIRECT: Measure = {
  id: 'direct',
  name: 'Single-source dependency: direct supplier',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: `${WHY} An exclusive contract is critical at once.`,
};

const BEHIND: Measure = {
  id: 'behind',
  name: 'Single-source dependency: behind the suppliers',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

export const singleSourceDependency: SignalDefinition = {
  id: 'single-source-dependency',
  name: 'Single-source dependency',
  question: 'Does one name stand behind all suppliers of an input?',
  pillar: 'concentration',
  family: 'single-source',
  formula:
    'largest share of a supplier in one kind of purchase; sum of supplier weight x share of the vendor behind it',
  method: 'ASC 275-10-50 on concentrations; look-through of suppliers to those that they buy from.',
  falsePositives: [
    "A vendor's share of its market stands in for its share at each supplier, which may differ.",
    'A second source may be ready though no deal with it is on file.',
  ],
  measures: [DIRECT, BEHIND],
  evaluate,
};

/** All commitments to buy one kind of thing. */
interface Category {
  readonly kind: DealKind;
  readonly named: readonly NamedCommitment[];
  readonly unknown: readonly Commitment[];
  readonly suppliers: readonly Supplier[];
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const categories = categoriesOf(exposure);
  if (categories.length === 0)
    return [DIRECT, BEHIND].map(({ id }) => insufficient(id, ['a purchase from a named supplier']));
  const behind = categories.flatMap((category) => vendorReadings(category, study));
  return [
    ...categories.map((category) => directReading(category, exposure)),
    ...(behind.length > 0 ? behind : [insufficient(BEHIND.id, missingBehind(categories, study))]),
  ];
}

function categoriesOf({ commitments }: Exposure): readonly Category[] {
  const { named, unknown } = commitments;
  const all: readonly Commitment[] = [...named, ...unknown.map(({ commitment }) => commitment)];
  const sold = all.filter(({ counterparties }) => counterparties.length > 0);
  return [...groupBy(sold, ({ deal }) => deal.kind).keys()].toSorted(byText).map((kind) => {
    const inKind = named.filter(({ deal }) => deal.kind === kind);
    return {
      kind,
      named: inKind,
      unknown: unknown.map(({ commitment }) => commitment).filter(({ deal }) => deal.kind === kind),
      suppliers: suppliersOf(inKind).suppliers,
    };
  });
}

function directReading(category: Category, exposure: Exposure): Reading {
  const { kind, named, unknown, suppliers } = category;
  const concentration = concentrationOf({
    amounts: suppliers.map(({ amount }) => amount),
    total: null,
    hasUnknown: unknown.length > 0,
  });
  const exclusive = [...named, ...unknown].filter(({ deal }) => deal.isExclusive === 1);
  const binding = exclusive.some(({ isBinding }) => isBinding);
  const missing = unknown.map(({ deal }) => `amount of ${deal.name}`);
  return {
    ...insufficient(DIRECT.id, missing, () => inputsOf(category)),
    scope: { kind: 'about', id: kind, name: titleOf(kind) },
    outcome: directOutcome(concentration?.top1 ?? null, exclusive.length > 0, missing),
    workings: concentration === null ? '' : directWorkings(category, exposure),
    tags: tagsWhere({
      'undisclosed-amounts': unknown.length > 0,
      'letters-of-intent': named.some(({ isBinding }) => !isBinding),
    }),
    notes: exclusive.map(({ deal }) => `${deal.name} is exclusive.`),
    nonBinding: nonBindingOf(category, exclusive.length > 0 && !binding),
  };
}

function directOutcome(top1: Interval | null, isExclusive: boolean, missing: readonly string[]): Outcome {
  if (isExclusive) return { state: 'ruled', severity: 'critical', measured: top1 };
  if (top1 === null) return { state: 'insufficient-data', missing };
  return { state: 'ok', measured: top1 };
}

/** Where letters of intent are among the amounts, the same over binding ones alone. */
function nonBindingOf({ named, unknown }: Category, isExclusiveSoft: boolean): Reading['nonBinding'] {
  if (!isExclusiveSoft && named.every(({ isBinding }) => isBinding)) return null;
  const binding = named.filter(({ isBinding }) => isBinding);
  const concentration = concentrationOf({
    amounts: suppliersOf(binding).suppliers.map(({ amount }) => amount),
    total: null,
    hasUnknown: unknown.length > 0,
  });
  return { without: concentration === null ? null : { state: 'ok', measured: concentration.top1 } };
}

function directWorkings({ suppliers }: Category, { currency }: Exposure): string {
  const [largest] = suppliers;
  if (largest === undefined || currency === null) return '';
  const part = exactly(headlineOf(largest.amount));
  const whole = exactly(headlineOf(sumOf(suppliers.map(({ amount }) => amount))));
  const write = sharedScale([part, whole], currency);
  const share = measureWords(exactly(part.lo / whole.lo), 'share');
  return `${largest.name}: ${write(part)} / ${write(whole)} = ${share}`;
}

/** Vendors behind the suppliers of one kind of purchase whose share of their market is on file. */
function vendorReadings(category: Category, study: Study): readonly Reading[] {
  return vendorsBehind(category, study).flatMap((vendor) => vendorReading(vendor, category, study));
}

function vendorReading(vendor: EntityFacts, category: Category, study: Study): readonly Reading[] {
  const choice = marketShare({ ...study, subject: vendor });
  if (choice === null) return [];
  const share = scaleBy(choice.amount, 0.01);
  const weights = category.suppliers.map(({ amount }) => headlineOf(amount));
  const measured = lookedThrough(weights.map((weight) => ({ weight, share })));
  if (measured === null) return [];
  const market = choice.figures[0]?.definition ?? null;
  return [
    {
      ...insufficient(BEHIND.id, [], () => [
        ...choiceInputs(choice, {
          role: 'share behind the suppliers',
          name: `${vendor.name}: market share`,
        }),
        ...inputsOf(category),
      ]),
      scope: {
        kind: 'about',
        id: `${vendor.id} ${category.kind}`,
        name: `${vendor.name} behind ${plain(category.kind)}`,
      },
      outcome: { state: 'ok', measured },
      workings: vendorWorkings(category, headlineOf(share), measured),
      tags: tagsWhere({ proxy: true, 'undisclosed-amounts': category.unknown.length > 0 }),
      notes: [
        `The share of ${vendor.name} in its market${market === null ? '' : ` (${market})`} stands in for its share at each supplier, so more suppliers of ${plain(category.kind)} do not spread this risk.`,
      ],
    },
  ];
}

/** Whom the suppliers buy from, or who sells something else to the subject; by name and id. */
function vendorsBehind({ suppliers, kind }: Category, { index, subject }: Study): readonly EntityFacts[] {
  const graph = dealGraph(index);
  const party = graph.partyOf(subject);
  const direct = new Set(suppliers.flatMap(({ ids }) => ids));
  const bought = [...direct].flatMap((id) => graph.outOf(id));
  const beside = graph.outOf(party.id).filter(({ deal }) => deal.kind !== kind);
  const vendors = [...bought, ...beside]
    .filter(({ layer }) => layer === 'commercial')
    .map(({ payee }) => payee);
  return [...new Map(vendors.map((vendor) => [vendor.id, vendor])).values()]
    .filter(({ id }) => id !== party.id && !direct.has(id))
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
}

function missingBehind(categories: readonly Category[], study: Study): readonly string[] {
  const vendors = categories.flatMap((category) => vendorsBehind(category, study).map(({ name }) => name));
  const names = [...new Set(vendors)].toSorted(byText);
  if (names.length === 0) return ['whom the suppliers buy from'];
  if (categories.every(({ suppliers }) => suppliers.length === 0)) return ['a deal with a disclosed amount'];
  return names.map((name) => `market share of ${name}`);
}

function vendorWorkings({ suppliers }: Category, share: number, measured: Interval): string {
  const whole = headlineOf(sumOf(suppliers.map(({ amount }) => amount)));
  const parts = suppliers.map(
    ({ name, amount }) =>
      `${name} ${digits((headlineOf(amount) / whole) * 100)} % x ${digits(share * 100)} %`,
  );
  return `${parts.join(' + ')} = ${measureWords(exactly(headlineOf(measured)), 'share')}`;
}

function inputsOf({ named, unknown }: Category): readonly FlagInput[] {
  return [
    ...dealInputs(named),
    ...unknown.map(({ deal }) =>
      uncountedDeal(deal, 'commitment', 'Its amount is not known: it has no share.'),
    ),
  ];
}

function titleOf(kind: DealKind): string {
  const words = plain(kind);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
