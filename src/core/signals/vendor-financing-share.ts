import type { KnownChoice } from '../figures/choice.ts';
import {
  type Circle,
  type CircleAmounts,
  circlesInto,
  circlesOf,
  funderTotal,
  isAllBinding,
  vendorFinancedShare,
} from '../flows/circles.ts';
import { type DealEdge, dealGraph } from '../flows/deal-edges.ts';
import { constant, product, quotient, smallest, sum, type Term } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { type SumInCurrency, sumInCurrency } from '../metrics/in-currency.ts';
import { annualRevenue, type Revenue } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { divide, exactly, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { choiceInputs, type Place } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import {
  circleInputs,
  circleTags,
  edgeInputs,
  inputsOfAll,
  loopWords,
  scopeOfCircle,
} from './flow-evidence.ts';
import { insufficient, outcomeOf, revenueTags } from './outcome.ts';
import { sumRateInput } from './rate-evidence.ts';
import { circleTable } from './tables/circle-table.ts';
import { tagsWhere } from './tags.ts';
import { countWords, measureWords, sharedScale } from './words.ts';

const THRESHOLDS = { watch: 0.05, warn: 0.1, critical: 0.2 };

export const vendorFinancingShare: SignalDefinition = {
  id: 'vendor-financing-share',
  name: 'Vendor financing share',
  question: 'Whose money buys the product?',
  pillar: 'circularity',
  family: 'circularity',
  formula: 'min(funding by the vendor, what comes back to it) / what comes back to it',
  method:
    'Maximum flow as in circular financing; ASC 280-10-50-42 on major customers; the loans of telecom suppliers around 2000.',
  falsePositives: [
    'Customers of good credit with cash flow of their own may borrow from a vendor for convenience.',
  ],
  measures: [
    {
      id: null,
      name: 'Vendor financing share',
      unit: 'share',
      isLowerWorse: false,
      defaults: THRESHOLDS,
      why: 'A tenth marks a major customer in accounts; about a fifth was lent by one supplier whose customers later failed.',
    },
    {
      id: 'of-revenue',
      name: 'Funding of customers to own revenue',
      unit: 'share',
      isLowerWorse: false,
      defaults: THRESHOLDS,
      why: 'A supplier lent its customers USD 8.1bn on a revenue of USD 37.9bn, 21 %; much of such loans was never repaid.',
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const subject = dealGraph(study.index).partyOf(study.subject);
  const given = circlesOf(subject, study);
  const circles = [...circlesInto(subject, study), ...given];
  if (circles.length === 0) return [withoutVendors(subject, study)];
  const together = togetherOf(circlesInto(subject, study));
  return [
    ...circles.map((circle) => circleReading(circle, circle.party.id === subject.id ? together : [])),
    ...customersReading(given, study),
  ];
}

function withoutVendors(subject: EntityFacts, study: Study): Reading {
  const graph = dealGraph(study.index);
  const near = [...graph.into(subject.id), ...graph.outOf(subject.id)];
  const funding = near.filter(({ layer }) => layer === 'funding');
  if (funding.length === 0)
    return insufficient(null, ['who funds the company: equity, loans or vendor credit with their parties']);
  const inputs = () => edgeInputs(funding, { choices: new Map() }, () => 'funding');
  return {
    ...insufficient(null, [], inputs),
    outcome: { state: 'ok', measured: exactly(0) },
    workings: 'No funding by a vendor: 0',
    notes: ['None of the funding on file comes from a party that sells to the one it funds.'],
  };
}

function circleReading(circle: Circle, together: readonly OtherReading[]): Reading {
  const outcome = outcomeOfCircle(circle.amounts);
  const without = circle.binding === null ? null : outcomeOfCircle(circle.binding);
  return {
    measure: null,
    scope: scopeOfCircle(circle),
    outcome,
    workings: workingsOf(circle.amounts, circle.currency),
    formula: () => circleTerm(circle),
    inputs: () => circleInputs(circle),
    tables: () => circleTable(circle.amounts, circle.binding, circle.currency),
    others: together,
    tags: [...circleTags(circle), ...tagsWhere({ unquantified: outcome.state === 'ruled' })],
    notes: [loopWords(circle), `${circle.funder.name} funds ${circle.party.name} and is paid.`],
    nonBinding: isAllBinding(circle) ? null : { without },
  };
}

/** All vendors whose amounts are known as one; only where no deal brings money back to two of them. */
function togetherOf(circles: readonly Circle[]): readonly OtherReading[] {
  const known = circles.flatMap(({ amounts: { invested, returned }, back, currency }) =>
    invested === null || returned === null ? [] : [{ invested, returned, back, currency }],
  );
  const edges = known.flatMap(({ back }) => back.map(({ id }) => id));
  const currencies = new Set(known.map(({ currency }) => currency));
  if (known.length < 2 || currencies.size > 1 || new Set(edges).size < edges.length) return [];
  const measured = vendorFinancedShare({
    invested: sumOf(known.map(({ invested }) => invested)),
    returned: sumOf(known.map(({ returned }) => returned)),
  });
  if (measured === null) return [];
  const note = `${known.length} of ${countWords(circles.length, 'vendor')}, those whose amounts are on file; money in talks counts.`;
  return [{ label: 'All vendors together', outcome: { state: 'ok', measured }, note }];
}

function outcomeOfCircle(amounts: CircleAmounts): Outcome {
  const measured = vendorFinancedShare(amounts);
  return measured === null ? { state: 'ruled', severity: 'warn', measured: null } : { state: 'ok', measured };
}

function workingsOf(amounts: CircleAmounts, currency: UnitId | null): string {
  const { invested, returned } = amounts;
  const share = vendorFinancedShare(amounts);
  if (invested === null || returned === null || share === null || currency === null)
    return 'The vendor funds its customer; how much is not on file.';
  const write = sharedScale([invested, returned], currency);
  return `min(${write(invested)}, ${write(returned)}) / ${write(returned)} = ${measureWords(share, 'share')}`;
}

/** Where money goes one way and straight back the other; around more corners a search for the largest flow decides. */
function circleTerm(circle: Circle): Term | null {
  const { back, choices, funder, party } = circle;
  if (!back.every((edge) => edge.layer === 'commercial' && edge.from === party.id && edge.to === funder.id))
    return null;
  const invested = sumTerm(fundingOf(circle));
  const returned = sumTerm(back.map((edge) => [edge, choices.get(edge.id)] as const));
  if (invested === null || returned === null) return null;
  return smallest([constant(1), quotient(invested, returned)]);
}

type Leg = readonly [edge: DealEdge, choice: KnownChoice | undefined];

function fundingOf({ funding, choices }: Circle): readonly Leg[] {
  return funding.map((edge) => [edge, choices.get(edge.id)]);
}

/** Null while the amount of a leg, or the part of it that goes this way, is not on file. */
function sumTerm(legs: readonly Leg[]): Term | null {
  const terms = legs.map(([edge, choice]) =>
    choice === undefined || edge.isShared
      ? null
      : choiceTerm(choice, { role: edge.layer, name: edge.deal.name }),
  );
  const known = terms.filter((term) => term !== null);
  return known.length === legs.length && legs.length > 0 ? sum(known) : null;
}

/** What the subject as a vendor put into its customers, against what it sells in a year. */
function customersReading(given: readonly Circle[], study: Study): readonly Reading[] {
  if (given.length === 0) return [];
  const inputs = () => inputsOfAll(given);
  const revenue = annualRevenue(study);
  const total = funderTotal(given)?.invested ?? null;
  const comparable = revenue === null || total === null ? null : investedIn({ revenue, total, given }, study);
  if (revenue === null || comparable === null) {
    const missing = [
      ...(total === null ? ['amount of the funding of customers'] : []),
      ...(revenue === null ? [`annual revenue of ${study.subject.name}`] : []),
      ...(revenue !== null && total !== null ? ['a rate between the currencies of funding and revenue'] : []),
    ];
    return [insufficient('of-revenue', missing, inputs)];
  }
  const { amount: invested, rate } = comparable;
  const share = divide(invested, revenue.choice.amount);
  const write = sharedScale([invested, revenue.choice.amount], revenue.choice.unit);
  const words = share.state === 'ok' ? measureWords(share.ratio, 'share') : share.reason;
  return [
    {
      measure: 'of-revenue',
      scope: WHOLE_SUBJECT,
      outcome: outcomeOf(share),
      workings: `${write(invested)} / ${write(revenue.choice.amount)} = ${words}`,
      formula: () => {
        const part = sumTerm(given.flatMap(fundingOf));
        if (part === null) return null;
        const converted = rate === null ? part : product([part, constant(rate.factor)]);
        return quotient(converted, choiceTerm(revenue.choice, revenuePlace(study)));
      },
      inputs: () => [
        ...inputs(),
        ...revenueInputs(revenue, study),
        ...(rate === null ? [] : [sumRateInput(rate, 'funding of customers')]),
      ],
      others: [],
      tags: [...new Set([...given.flatMap(circleTags), ...revenueTags(revenue)])],
      notes: ['Only funding that can come back as sales is counted.'],
      nonBinding: given.every(isAllBinding) ? null : { without: null },
    },
  ];
}

interface Funded {
  readonly revenue: Revenue;
  readonly total: Interval;
  readonly given: readonly Circle[];
}

/** Funding of customers in the currency of the revenue; null where it is in several, or no rate is on file. */
function investedIn({ revenue, total, given }: Funded, { index }: Study): SumInCurrency | null {
  const [from, ...others] = new Set(given.map(({ currency }) => currency));
  if (from === undefined || from === null || others.length > 0) return null;
  return sumInCurrency(total, from, { index, currency: revenue.choice.unit });
}

function revenueInputs({ choice }: Revenue, study: Study): readonly FlagInput[] {
  return choiceInputs(choice, revenuePlace(study));
}

function revenuePlace({ subject }: Study): Place {
  return { role: 'revenue', name: `${subject.name}: annual revenue` };
}
