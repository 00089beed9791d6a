import type { KnownChoice } from '../figures/choice.ts';
import { currencyOf, type DealEdge, dealGraph } from '../flows/deal-edges.ts';
import { choicesIn } from '../flows/edge-choices.ts';
import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import { partOfSum } from '../metrics/part-of-sum.ts';
import type { Study } from '../metrics/study.ts';
import { exactly, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { type OtherReading, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { edgeInputs } from './flow-evidence.ts';
import { insufficient } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { countWords, measureWords, sharedScale } from './words.ts';

const THRESHOLDS = { watch: 0.1, warn: 0.25, critical: 0.5 };
const WHY = 'Steps of practice: a tenth, a quarter and half of the money may still fall away.';

export const nonBindingReliance: SignalDefinition = {
  id: 'non-binding-reliance',
  name: 'Reliance on non-binding money',
  question: 'How much of the money that is counted on is only in talks?',
  pillar: 'evidence',
  family: 'non-binding',
  formula: 'amounts in talks, rumoured or in letters of intent / all identified amounts',
  method:
    'Filings on letters of intent say that nothing assures a definitive agreement; see the quarterly report of Nvidia on its letter of intent with OpenAI.',
  falsePositives: ['A signed term sheet may be days from closing.'],
  measures: [
    {
      id: null,
      name: 'Non-binding part of the funding',
      unit: 'share',
      isLowerWorse: false,
      defaults: THRESHOLDS,
      why: WHY,
    },
    {
      id: 'commitments',
      name: 'Non-binding part of the commitments',
      unit: 'share',
      isLowerWorse: false,
      defaults: THRESHOLDS,
      why: WHY,
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const graph = dealGraph(study.index);
  const subject = graph.partyOf(study.subject);
  const funding = onePerDeal(graph.into(subject.id).filter(({ layer }) => layer === 'funding'));
  const payments = onePerDeal(graph.outOf(subject.id).filter(({ layer }) => layer === 'commercial'));
  const exposure = exposureOf(study);
  const lenders = new Map(funding.map(({ payer }) => [payer.id, payer]));
  return [
    {
      ...reading(null, funding, study, exposure),
      others: [...lenders.values()].flatMap((payer) =>
        alone(
          `Funding from ${payer.name} alone`,
          funding.filter(({ from }) => from === payer.id),
          study,
          exposure,
        ),
      ),
    },
    reading(
      'commitments',
      payments.filter(({ deal }) => deal.status !== 'completed'),
      study,
      exposure,
    ),
  ];
}

/** However many give or take together, the subject gets or pays the amount of a deal once. */
function onePerDeal(edges: readonly DealEdge[]): readonly DealEdge[] {
  return [...new Map(edges.map((edge) => [edge.deal.id, edge])).values()];
}

interface Sides {
  readonly currency: UnitId;
  readonly soft: Interval;
  readonly firm: Interval;
  readonly share: Interval;
}

function reading(
  measure: string | null,
  edges: readonly DealEdge[],
  study: Study,
  exposure: Exposure,
): Reading {
  const currency = currencyFor(edges, study, exposure);
  const choices = choicesIn(edges, currency, study);
  const inputs = () =>
    edgeInputs(edges, { choices }, ({ isBinding }) => (isBinding ? 'binding' : 'not binding'));
  const sides = currency === null ? null : sidesOf(edges, choices, currency);
  if (sides === null) return insufficient(measure, missingIn(measure, edges, choices), inputs);
  const unknown = edges.filter(({ id }) => !choices.has(id));
  return {
    measure,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured: sides.share },
    workings: workingsOf(sides),
    inputs,
    others: [],
    tags: tagsWhere({
      'letters-of-intent': edges.some(({ deal }) => deal.status === 'letter-of-intent'),
      'undisclosed-amounts': unknown.length > 0,
      'shared-amount': edges.some(({ isShared }) => isShared),
    }),
    notes:
      unknown.length === 0
        ? []
        : [`${countWords(unknown.length, 'more deal')} without a usable amount; the ends allow for it.`],
    nonBinding: null,
  };
}

function missingIn(
  measure: string | null,
  edges: readonly DealEdge[],
  choices: ReadonlyMap<string, KnownChoice>,
): readonly string[] {
  const unknown = edges.filter(({ id }) => !choices.has(id));
  if (unknown.length > 0) return unknown.map(({ deal }) => `amount of ${deal.name}`);
  return [measure === null ? 'a funding deal with a disclosed amount' : 'a deal with a disclosed amount'];
}

function alone(
  label: string,
  edges: readonly DealEdge[],
  study: Study,
  exposure: Exposure,
): readonly OtherReading[] {
  const { outcome, workings } = reading(null, edges, study, exposure);
  return outcome.state === 'ok' ? [{ label, outcome, note: workings }] : [];
}

function currencyFor(edges: readonly DealEdge[], { index }: Study, { currency }: Exposure): UnitId | null {
  return currency ?? currencyOf(edges, index.view.asOf);
}

/** Deals without an amount open the side they are on; null where a side has deals and none of them an amount. */
function sidesOf(
  edges: readonly DealEdge[],
  choices: ReadonlyMap<string, KnownChoice>,
  currency: UnitId,
): Sides | null {
  const sum = (isBinding: boolean) => {
    const side = edges.filter((edge) => edge.isBinding === isBinding);
    const known = sumOf(side.flatMap((edge) => amountOf(edge, choices) ?? []));
    return side.every(({ id }) => choices.has(id)) ? known : { ...known, hi: null };
  };
  const isSilent = (isBinding: boolean) => {
    const side = edges.filter((edge) => edge.isBinding === isBinding);
    return side.length > 0 && side.every(({ id }) => !choices.has(id));
  };
  if (isSilent(true) || isSilent(false)) return null;
  const [soft, firm] = [sum(false), sum(true)];
  const share = partOfSum(soft, firm);
  return share === null ? null : { currency, soft, firm, share };
}

function amountOf({ id, isShared }: DealEdge, choices: ReadonlyMap<string, KnownChoice>): Interval | null {
  const amount = choices.get(id)?.amount;
  if (amount === undefined) return null;
  return isShared ? { ...amount, lo: 0 } : amount;
}

function workingsOf({ currency, soft, firm, share }: Sides): string {
  const point = ({ point: stated, lo }: Interval) => exactly(stated ?? lo);
  const write = sharedScale([point(soft), point(firm)], currency);
  return `${write(point(soft))} / (${write(point(soft))} + ${write(point(firm))}) = ${measureWords(point(share), 'share')}`;
}
