import type { KnownChoice } from '../figures/choice.ts';
import { groupBy } from '../group-by.ts';
import type { LedgerIndex } from '../metrics/ledger-index.ts';
import { type Remembered, remembered } from '../metrics/remembered.ts';
import type { Study } from '../metrics/study.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import { toFull, type UnitId } from '../quantities/unit.ts';
import { byText } from '../text-order.ts';
import { capacityOfChoice, currencyOf, type DealEdge, type DealGraph, dealGraph } from './deal-edges.ts';
import { type Capacity, type CapacityOf, MAX_EDGES } from './flow-edge.ts';
import { type Loop, loopsFrom } from './loops.ts';
import { returnEdges } from './reach.ts';
import { recycledInTotal, returnFlow, sumOfCapacities } from './round-trip.ts';
import { isDated, returnsOf } from './window.ts';

/** One party that another funds while money comes back to the funder, with all that is known of both ways. */
export interface Circle {
  readonly funder: EntityFacts;
  readonly party: EntityFacts;
  /** Funding deals that start a loop, in id order. */
  readonly funding: readonly DealEdge[];
  /** Deals through which money comes back, in id order. */
  readonly back: readonly DealEdge[];
  readonly loops: readonly Loop<DealEdge>[];
  readonly currency: UnitId | null;
  readonly choices: ReadonlyMap<string, KnownChoice>;
  readonly amounts: CircleAmounts;
  /** The same with binding deals alone; null where they close no loop. */
  readonly binding: CircleAmounts | null;
}

/** Full units; null: unknown, never zero. */
export interface CircleAmounts {
  readonly invested: Interval | null;
  readonly returned: Interval | null;
}

/** Loops that money of `funder` makes, by party; only those with at least one loop, by name and id of the party. */
export function circlesOf(funder: EntityFacts, study: Study): readonly Circle[] {
  const graph = dealGraph(study.index);
  const funding = graph.outOf(funder.id).filter(({ layer }) => layer === 'funding');
  return [...groupBy(funding, ({ to }) => to).values()]
    .flatMap((edges) => knownCircle(edges, graph, study) ?? [])
    .toSorted((a, b) => byText(a.party.name, b.party.name) || byText(a.party.id, b.party.id));
}

/** Loops in which `party` is funded, by funder. */
export function circlesInto(party: EntityFacts, study: Study): readonly Circle[] {
  const graph = dealGraph(study.index);
  const funding = graph.into(party.id).filter(({ layer }) => layer === 'funding');
  return [...groupBy(funding, ({ from }) => from).values()]
    .flatMap((edges) => knownCircle(edges, graph, study) ?? [])
    .toSorted((a, b) => byText(a.funder.name, b.funder.name) || byText(a.funder.id, b.funder.id));
}

/** Who funds whom and how the money comes back: what the deals say whatever their amounts. */
type Shape = Pick<Circle, 'funder' | 'party' | 'funding' | 'back' | 'loops' | 'currency'>;

const shapes = new WeakMap<LedgerIndex, Map<string, Shape | null>>();
const circles = new WeakMap<LedgerIndex, Remembered<Shape, Circle>>();

/** Each shape is found once for all subjects and policies, and its amounts once for each policy. */
function knownCircle(funding: readonly DealEdge[], graph: DealGraph, study: Study): Circle | null {
  const shape = knownShape(funding, graph, study.index);
  if (shape === null) return null;
  const known = circles.get(study.index) ?? new Map();
  circles.set(study.index, known);
  return remembered(known, shape, study.policy, (policy) => measured(shape, graph, { ...study, policy }));
}

function knownShape(funding: readonly DealEdge[], graph: DealGraph, index: LedgerIndex): Shape | null {
  const known = shapes.get(index) ?? new Map<string, Shape | null>();
  shapes.set(index, known);
  const key = `${funding[0]?.from} ${funding[0]?.to}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const shape = shapeOf(funding, graph, index.view.asOf);
  known.set(key, shape);
  return shape;
}

function shapeOf(funding: readonly DealEdge[], graph: DealGraph, asOf: Day): Shape | null {
  const [first] = funding;
  if (first === undefined) return null;
  const { payer: funder, payee: party } = first;
  const reach = returnEdges(graph, { funder: funder.id, party: party.id, maxSteps: MAX_EDGES - 1 });
  const parts = funding.map((start) => {
    const isReturn = returnsOf(start);
    const near = reach.filter((edge) => edge.layer === 'funding' || isReturn(edge));
    return { start, near, loops: loopsFrom(start, near, MAX_EDGES) };
  });
  const closing = parts.filter(({ loops }) => loops.length > 0);
  if (closing.length === 0) return null;
  const starts = closing.map(({ start }) => start);
  const inWindow = new Set(closing.flatMap(({ near }) => near));
  const back = reach.filter((edge) => inWindow.has(edge));
  const currency = currencyOf(starts, asOf) ?? currencyOf(back, asOf);
  return { funder, party, funding: starts, back, loops: closing.flatMap(({ loops }) => loops), currency };
}

function measured(shape: Shape, graph: DealGraph, study: Study): Circle {
  const choices = choicesOf([...shape.funding, ...shape.back], shape.currency, graph, study);
  const ways = { ...shape, choices };
  const amounts = amountsOf(ways);
  return { ...ways, amounts, binding: bindingOf(ways, amounts) };
}

type Ways = Pick<Circle, 'funder' | 'party' | 'funding' | 'back' | 'currency' | 'choices'>;

function choicesOf(
  edges: readonly DealEdge[],
  currency: UnitId | null,
  graph: DealGraph,
  { policy }: Study,
): ReadonlyMap<string, KnownChoice> {
  const choices = new Map<string, KnownChoice>();
  if (currency === null) return choices;
  for (const edge of edges) {
    const choice = graph.choiceOf(edge, currency, policy);
    if (choice !== null) choices.set(edge.id, choice);
  }
  return choices;
}

/** Each is worked out once, though a flow asks for it at every end of its range. */
function capacities(choices: Circle['choices']): CapacityOf<DealEdge> {
  const known = new Map<string, Capacity | null>();
  return (edge) => {
    const found = known.get(edge.id);
    if (found !== undefined) return found;
    const choice = choices.get(edge.id);
    const capacity = choice === undefined ? null : capacityOfChoice(choice, edge);
    known.set(edge.id, capacity);
    return capacity;
  };
}

/** Unknown parts beside known ones leave a floor: open above. Nothing known at all is unknown. */
function amountsOf({ funder, party, funding, back, currency, choices }: Ways): CircleAmounts {
  if (currency === null) return { invested: null, returned: null };
  const capacityOf = capacities(choices);
  const known = funding.flatMap((edge) => capacityOf(edge) ?? []);
  const sum = sumOfCapacities(known);
  const invested = known.length === funding.length ? sum : { ...sum, hi: null };
  const returned = returnFlow(back, capacityOf, { funder: funder.id, party: party.id });
  return {
    invested: sum.point === 0n ? null : inFull(invested, currency),
    returned: returned.point === 0n ? null : inFull(returned, currency),
  };
}

/** Null where every loop has a leg that is not binding. */
function bindingOf(ways: Ways, amounts: CircleAmounts): CircleAmounts | null {
  const funding = ways.funding.filter(({ isBinding }) => isBinding);
  const back = ways.back.filter(({ isBinding }) => isBinding);
  if (funding.length === ways.funding.length && back.length === ways.back.length) return amounts;
  const closes = funding.some((start) => loopsFrom(start, back, MAX_EDGES).length > 0);
  return closes ? amountsOf({ ...ways, funding, back }) : null;
}

export function isAllBinding({ funding, back }: Circle): boolean {
  return [...funding, ...back].every(({ isBinding }) => isBinding);
}

/** Whether a loop rests on a deal that nobody dates, so that its nearness in time is taken for granted. */
export function hasUndated({ loops }: Circle): boolean {
  return loops.some((loop) => loop.some((edge) => !isDated(edge)));
}

/** Deals of a circle whose amount is not known in its currency. */
export function unknownEdges({ funding, back, choices }: Circle): readonly DealEdge[] {
  return [...funding, ...back].filter(({ id }) => !choices.has(id));
}

/** What can come back for each unit put in: returned / invested. Null while either is unknown. */
export function roundTripRatio({ invested, returned }: CircleAmounts): Interval | null {
  return ratioOf(returned, invested);
}

/** Part of the money put in that can come back, 0 to 1. */
export function recycledShare({ invested, returned }: CircleAmounts): Interval | null {
  return atMostOne(ratioOf(returned, invested));
}

/** Part of the money coming back that the funder may have put in itself, 0 to 1. */
export function vendorFinancedShare({ invested, returned }: CircleAmounts): Interval | null {
  return atMostOne(ratioOf(invested, returned));
}

/** The smaller of what went in and what can come back. */
export function loopedAmount({ invested, returned }: CircleAmounts): Interval | null {
  if (invested === null || returned === null) return null;
  const ends = [invested.hi, returned.hi].filter((end) => end !== null);
  return {
    lo: Math.min(invested.lo, returned.lo),
    point: Math.min(invested.point ?? invested.lo, returned.point ?? returned.lo),
    hi: ends.length === 0 ? null : Math.min(...ends),
  };
}

/** All that one funder put into circles of one currency, and what can come back of it; null while unknown. */
export function funderTotal(circles: readonly Circle[]): CircleAmounts | null {
  const [first] = circles;
  if (first === undefined || first.currency === null) return null;
  const { funder, currency } = first;
  const same = circles.filter((circle) => circle.currency === currency);
  const choices = new Map(same.flatMap((circle) => [...circle.choices]));
  const capacityOf = capacities(choices);
  const parties = same.map(({ party, funding, back }) => {
    const known = funding.flatMap((edge) => capacityOf(edge) ?? []);
    const sum = sumOfCapacities(known);
    return {
      party: party.id,
      invested: known.length === funding.length ? sum : { ...sum, hi: null },
      edges: back,
    };
  });
  const invested = sumOfCapacities(parties.map((one) => one.invested));
  const returned = recycledInTotal(funder.id, parties, capacityOf);
  return {
    invested: invested.point === 0n ? null : inFull(invested, currency),
    returned: returned.point === 0n ? null : inFull(returned, currency),
  };
}

function ratioOf(part: Interval | null, whole: Interval | null): Interval | null {
  if (part === null || whole === null) return null;
  const quotient = divide(part, whole);
  return quotient.state === 'ok' ? quotient.ratio : null;
}

function atMostOne(share: Interval | null): Interval | null {
  if (share === null) return null;
  const { lo, point, hi } = share;
  return {
    lo: Math.min(1, lo),
    point: point === null ? null : Math.min(1, point),
    hi: hi === null ? 1 : Math.min(1, hi),
  };
}

function inFull({ lo, point, hi }: Capacity, currency: UnitId): Interval {
  const full = (stored: bigint) => toFull(Number(stored), currency);
  return { lo: full(lo), point: full(point), hi: hi === null ? null : full(hi) };
}
