import {
  type Circle,
  type CircleAmounts,
  circlesInto,
  circlesOf,
  funderTotal,
  isAllBinding,
  loopedAmount,
  recycledShare,
  roundTripRatio,
  vendorFinancedShare,
} from '../flows/circles.ts';
import { dealGraph } from '../flows/deal-edges.ts';
import { type SumInCurrency, sumInCurrency } from '../metrics/in-currency.ts';
import { annualRevenue, type Revenue } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { exactly, headlineOf, type Interval } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { byText } from '../text-order.ts';
import { type Outcome, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import {
  circleInputs,
  circleTags,
  edgeInputs,
  inputsOfAll,
  loopWords,
  scopeOfCircle,
} from './flow-evidence.ts';
import { insufficient } from './outcome.ts';
import { sumRateInput } from './rate-evidence.ts';
import { reciprocalReadings } from './reciprocal-dealing.ts';
import { circleTable } from './tables/circle-table.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords, sharedScale } from './words.ts';

/** Looped money below this part of the funded party's yearly revenue is never critical: ASC 280-10-50-42. */
const MATERIAL = 0.1;

export const circularFinancing: SignalDefinition = {
  id: 'circular-financing',
  name: 'Circular financing',
  question: 'How much of the money that a supplier puts into its customer can come back as its own sales?',
  pillar: 'circularity',
  family: 'circularity',
  formula: 'recycled share = min(funding, what can come back) / funding',
  method:
    'Maximum flow over funding, then commercial payments, at most five deals long and near in time; ASC 606-10-32-25 on payments to customers; SEC on Homestore; PCAOB AS 2410.',
  falsePositives: [
    'Shares at fair value are an asset of their own: a loop by itself breaks no accounting rule.',
    "Disclosed deals at arm's length and market prices are lawful and common.",
    'Where the vendor-financed share is low, money from outside pays for most of the sales.',
  ],
  measures: [
    {
      id: null,
      name: 'Circular financing',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.1, warn: 0.5, critical: 0.9 },
      why: 'Half is "most of it", nine tenths nearly all. Critical also asks for more than 10 % of the yearly revenue of the funded company.',
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const { partyOf } = dealGraph(study.index);
  const subject = partyOf(study.subject);
  const own = [...circlesInto(subject, study), ...circlesOf(subject, study)];
  const others = partnersOf(subject, study).flatMap((partner) =>
    circlesOf(partner, study).filter(({ party }) => party.id !== subject.id),
  );
  const circles = [...own, ...others];
  const reciprocal = reciprocalReadings(subject, study);
  if (circles.length === 0) return [withoutLoops(subject, study), ...reciprocal];
  return [
    ...totalReading(subject, study),
    ...circles.map((circle) => circleReading(circle, subject, study)),
    ...reciprocal,
  ];
}

/** Parties with which the subject exchanges money directly, by id. */
function partnersOf({ id }: EntityFacts, { index }: Study): readonly EntityFacts[] {
  const graph = dealGraph(index);
  const partners = [
    ...graph.outOf(id).map(({ payee }) => payee),
    ...graph.into(id).map(({ payer }) => payer),
  ];
  return [...new Map(partners.map((partner) => [partner.id, partner])).values()].toSorted((a, b) =>
    byText(a.id, b.id),
  );
}

/** Without a funding deal on file nothing can be said; with one, no way back among the deals on file is a finding. */
function withoutLoops(subject: EntityFacts, study: Study): Reading {
  const graph = dealGraph(study.index);
  const near = [...graph.into(subject.id), ...graph.outOf(subject.id)];
  const funding = near.filter(({ layer }) => layer === 'funding');
  const inputs = () => edgeInputs(funding, { choices: new Map() }, () => 'funding');
  if (funding.length === 0)
    return insufficient(null, ['who funds the company: equity, loans or vendor credit with their parties']);
  return {
    ...insufficient(null, [], inputs),
    outcome: { state: 'ok', measured: exactly(0) },
    workings: 'No way back: 0',
    notes: ['None of the funding on file comes back to its giver through the deals on file.'],
  };
}

function circleReading(circle: Circle, subject: EntityFacts, study: Study): Reading {
  const revenue = annualRevenue({ ...study, subject: circle.party });
  const looped = loopedAgainst(circle, revenue, study);
  const outcome = outcomeOfCircle(circle.amounts);
  return {
    measure: null,
    scope: scopeOfCircle(circle),
    outcome,
    workings: workingsOf(circle.amounts, circle.currency),
    inputs: () => [...circleInputs(circle), ...revenueInputs(circle, revenue), ...rateInputs(circle, looped)],
    tables: () => circleTable(circle.amounts, circle.binding, circle.currency),
    others: [],
    tags: [
      ...circleTags(circle),
      ...tagsWhere({
        unquantified: outcome.state === 'ruled',
        'basis-mismatch': revenue !== null && revenue.kind !== 'annual-actual',
      }),
    ],
    notes: [
      loopWords(circle),
      ...amountNotes(circle),
      'A loop is a pattern to ask about, not a finding of wrong.',
    ],
    nonBinding: isAllBinding(circle)
      ? null
      : { without: circle.binding === null ? null : outcomeOfCircle(circle.binding) },
    heldAtWarn: whyNotCritical(circle, subject, { revenue, looped }),
  };
}

/** A loop is proven by its deals; without the amounts it stands at warn (METHODS §0.9). */
function outcomeOfCircle(amounts: CircleAmounts): Outcome {
  const measured = recycledShare(amounts);
  return measured === null ? { state: 'ruled', severity: 'warn', measured: null } : { state: 'ok', measured };
}

/** The looped money in the currency of the revenue; null where either is unknown or no rate is on file. */
function loopedAgainst(
  { amounts, currency }: Circle,
  revenue: Revenue | null,
  { index }: Study,
): SumInCurrency | null {
  const looped = loopedAmount(amounts);
  if (revenue === null || looped === null || currency === null) return null;
  return sumInCurrency(looped, currency, { index, currency: revenue.choice.unit });
}

function rateInputs({ party }: Circle, looped: SumInCurrency | null): readonly FlagInput[] {
  const rate = looped?.rate ?? null;
  return rate === null ? [] : [sumRateInput(rate, `looped money against the revenue of ${party.name}`)];
}

interface Weight {
  readonly revenue: Revenue | null;
  readonly looped: SumInCurrency | null;
}

function whyNotCritical(
  { party, funder, loops }: Circle,
  subject: EntityFacts,
  { revenue, looped }: Weight,
): string | null {
  const parties = [funder.id, ...loops.flat().map(({ payee }) => payee.id)];
  if (!parties.includes(subject.id)) return `no loop here passes through ${subject.name}`;
  if (party.id !== subject.id && revenue === null)
    return `the yearly revenue of ${party.name} is not on file`;
  if (revenue === null || looped === null)
    return `the looped money cannot be set against the yearly revenue of ${party.name}`;
  const part = headlineOf(looped.amount) / headlineOf(revenue.choice.amount);
  return part > MATERIAL
    ? null
    : `the looped money is ${digits(part * 100)} % of the yearly revenue of ${party.name}`;
}

function amountNotes({ amounts, currency, party }: Circle): readonly string[] {
  const [looped, trip] = [loopedAmount(amounts), roundTripRatio(amounts)];
  if (looped === null || trip === null || currency === null)
    return [`How much goes round cannot be said: the amount of a deal with ${party.name} is not disclosed.`];
  const write = sharedScale([looped], currency);
  return [`${write(looped)} can go round; for each unit put in, ${measureWords(trip, 'x')} comes back.`];
}

function workingsOf(amounts: CircleAmounts, currency: UnitId | null): string {
  const { invested, returned } = amounts;
  const [recycled, financed] = [recycledShare(amounts), vendorFinancedShare(amounts)];
  if (invested === null || returned === null || currency === null || recycled === null || financed === null)
    return 'The loop is on file, its amounts are not.';
  const write = sharedScale([invested, returned], currency);
  const share = (one: Interval) => measureWords(one, 'share');
  return [
    `min(${write(invested)}, ${write(returned)}) / ${write(invested)} = ${share(recycled)}`,
    `vendor-financed: min(${write(invested)}, ${write(returned)}) / ${write(returned)} = ${share(financed)}`,
  ].join('; ');
}

function revenueInputs({ party }: Circle, revenue: Revenue | null): readonly FlagInput[] {
  if (revenue === null) return [];
  const place = { role: 'revenue', name: `${party.name}: annual revenue` };
  return choiceInputs(revenue.choice, place, 'Sets how much the looped money weighs.');
}

/** What comes back of all that the subject put into others together; only where it funds several. */
function totalReading(subject: EntityFacts, study: Study): readonly Reading[] {
  const circles = circlesOf(subject, study);
  const amounts = circles.length > 1 ? funderTotal(circles) : null;
  const measured = amounts === null ? null : recycledShare(amounts);
  const [first] = circles;
  if (amounts === null || measured === null || first === undefined) return [];
  return [
    {
      measure: null,
      scope: WHOLE_SUBJECT,
      outcome: { state: 'ok', measured },
      workings: workingsOf(amounts, first.currency),
      inputs: () => inputsOfAll(circles),
      others: [],
      tags: [...new Set(circles.flatMap(circleTags))],
      notes: [`All that ${subject.name} put into others, each deal counted once.`],
      nonBinding: circles.every(isAllBinding) ? null : { without: null },
      heldAtWarn: 'how much it weighs is judged for each funded company',
    },
  ];
}
