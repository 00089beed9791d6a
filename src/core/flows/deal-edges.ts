import { isKnowable } from '../figures/basis.ts';
import { chooseFigure, isKnown, type KnownChoice } from '../figures/choice.ts';
import type { ChoicePolicy } from '../figures/policy.ts';
import { leadingUnit } from '../figures/tiers.ts';
import { groupBy } from '../group-by.ts';
import { reasonOfDay } from '../metrics/commitment-scope.ts';
import { inCurrency } from '../metrics/in-currency.ts';
import type { LedgerIndex } from '../metrics/ledger-index.ts';
import type { DealKind, DealStatus } from '../model/deal.ts';
import type { DealFacts, EntityFacts, FigureFacts } from '../model/ledger-view.ts';
import { addMonths, type Day } from '../quantities/day.ts';
import { toStored, type UnitId } from '../quantities/unit.ts';
import { byText } from '../text-order.ts';
import type { Capacity, FlowEdge, FlowGraph, Layer } from './flow-edge.ts';

/**
 * Deals as flows of money between ultimate parents (METHODS §0.8, §1 B).
 * Law: payments within one group are no edge, a programme whose parts are on file is counted through them, and what
 * ended or was not yet known on the as-of day is left out.
 */
export interface DealEdge extends FlowEdge {
  readonly deal: DealFacts;
  readonly payer: EntityFacts;
  readonly payee: EntityFacts;
  /** False for talks, rumours and letters of intent. */
  readonly isBinding: boolean;
  /** Several pay or are paid and nobody says how much each, so the edge carries at most the whole. */
  readonly isShared: boolean;
}

const LAYERS: Readonly<Record<DealKind, Layer | null>> = {
  'cloud-compute': 'commercial',
  'chip-supply': 'commercial',
  supply: 'commercial',
  services: 'commercial',
  licensing: 'commercial',
  lease: 'commercial',
  offtake: 'commercial',
  ppa: 'commercial',
  capex: 'commercial',
  'equity-investment': 'funding',
  'debt-financing': 'funding',
  'vendor-credit': 'funding',
  guarantee: 'contingent',
  'joint-venture': null,
  acquisition: null,
  other: null,
};

const OPEN_STATUSES: readonly DealStatus[] = ['rumoured', 'in-talks', 'letter-of-intent'];

export interface DealGraph extends FlowGraph<DealEdge> {
  /** The party that an entity counts as: its ultimate parent. */
  readonly partyOf: (entity: EntityFacts) => EntityFacts;
  /** Versions of the headline amount of an edge in one currency; null where none is disclosed. */
  readonly choiceOf: (edge: DealEdge, currency: UnitId, policy: ChoicePolicy) => KnownChoice | null;
}

const graphs = new WeakMap<LedgerIndex, DealGraph>();

/** The graph of a ledger, built once for all subjects and policies. */
export function dealGraph(index: LedgerIndex): DealGraph {
  const known = graphs.get(index) ?? buildGraph(index);
  graphs.set(index, known);
  return known;
}

/** Currency in which most of the edges disclose an amount, ties by its code; null where none does. */
export function currencyOf(edges: readonly DealEdge[], asOf: Day): UnitId | null {
  const votes = new Map<UnitId, number>();
  for (const { deal } of edges) {
    const unit = leadingUnit(headlinesOf(deal, asOf));
    if (unit !== null) votes.set(unit, (votes.get(unit) ?? 0) + 1);
  }
  return [...votes].toSorted(([a, m], [b, n]) => n - m || byText(a, b))[0]?.[0] ?? null;
}

/** The chosen amount as stored integers; an edge that others share carries at most the whole. */
export function capacityOfChoice({ amount, unit }: KnownChoice, { isShared }: DealEdge): Capacity {
  const stored = (full: number) => BigInt(toStored(full, unit));
  return {
    lo: isShared ? 0n : stored(amount.lo),
    point: stored(amount.point ?? amount.hi ?? amount.lo),
    hi: amount.hi === null ? null : stored(amount.hi),
  };
}

function buildGraph(index: LedgerIndex): DealGraph {
  const partyOf = (entity: EntityFacts) => index.chainOf(entity).at(-1) ?? entity;
  const edges = index.view.deals.flatMap((deal) => edgesOf(deal, index, partyOf)).toSorted(inIdOrder);
  const leaving = groupBy(edges, ({ from }) => from);
  const entering = groupBy(edges, ({ to }) => to);
  const { asOf } = index.view;
  return {
    partyOf,
    outOf: (party) => leaving.get(party) ?? [],
    into: (party) => entering.get(party) ?? [],
    choiceOf: ({ deal }, currency, policy) => {
      const versions = inCurrency(headlinesOf(deal, asOf), { index, currency, kind: 'stock' });
      const choice = chooseFigure(versions, policy);
      return isKnown(choice) ? choice : null;
    },
  };
}

function edgesOf(deal: DealFacts, index: LedgerIndex, partyOf: DealGraph['partyOf']): readonly DealEdge[] {
  return isCounted(deal, index) ? drawn(deal, index.chainOf, partyOf) : [];
}

/** Deals are shared by the views of a ledger: their edges are drawn once for each way of rolling up. */
const drawnBy = new WeakMap<LedgerIndex['chainOf'], WeakMap<DealFacts, readonly DealEdge[]>>();

function drawn(
  deal: DealFacts,
  chainOf: LedgerIndex['chainOf'],
  partyOf: DealGraph['partyOf'],
): readonly DealEdge[] {
  const known = drawnBy.get(chainOf) ?? new WeakMap<DealFacts, readonly DealEdge[]>();
  drawnBy.set(chainOf, known);
  const edges = known.get(deal) ?? edgesBetweenParties(deal, partyOf);
  known.set(deal, edges);
  return edges;
}

function edgesBetweenParties(deal: DealFacts, partyOf: DealGraph['partyOf']): readonly DealEdge[] {
  const layer = LAYERS[deal.kind];
  if (layer === null) return [];
  const [giving, taking] = layer === 'contingent' ? GUARANTEE : PAYMENT;
  const payers = partiesIn(deal, giving, partyOf);
  const payees = partiesIn(deal, taking, partyOf);
  const isShared = payers.length > 1 || payees.length > 1;
  return payers.flatMap((payer) =>
    payees
      .filter(({ id }) => id !== payer.id)
      .map((payee) => ({
        id: isShared ? `${deal.id} ${payer.id} ${payee.id}` : deal.id,
        from: payer.id,
        to: payee.id,
        layer,
        ...timeOf(deal),
        deal,
        payer,
        payee,
        isBinding: !OPEN_STATUSES.includes(deal.status),
        isShared,
      })),
  );
}

const PAYMENT = ['payer', 'payee'] as const;
const GUARANTEE = ['guarantor', 'beneficiary'] as const;

function isCounted(deal: DealFacts, index: LedgerIndex): boolean {
  if (deal.status === 'terminated' || index.partsOf(deal.id).length > 0) return false;
  return reasonOfDay(deal, index.view.asOf) === null;
}

function partiesIn(
  { parties }: DealFacts,
  wanted: DealFacts['parties'][number]['role'],
  partyOf: DealGraph['partyOf'],
): readonly EntityFacts[] {
  const found = parties.filter(({ role }) => role === wanted).map(({ entity }) => partyOf(entity));
  const unique = [...new Map(found.map((party) => [party.id, party])).values()];
  return unique.toSorted((a, b) => byText(a.id, b.id));
}

/** A deal without an end runs for its longest tenor, or until further notice. */
function timeOf({
  startOn,
  signedOn,
  announcedOn,
  endOn,
  tenorYearsHi,
}: DealFacts): Pick<FlowEdge, 'start' | 'end'> {
  const start = startOn ?? signedOn ?? announcedOn;
  if (endOn !== null || start === null || tenorYearsHi === null) return { start, end: endOn };
  return { start, end: addMonths(start, Math.round(tenorYearsHi * 12)) };
}

function headlinesOf({ amounts }: DealFacts, asOf: Day): readonly FigureFacts[] {
  return amounts.filter((figure) => figure.metric === 'deal-headline' && isKnowable(figure, asOf));
}

function inIdOrder(a: DealEdge, b: DealEdge): number {
  return byText(a.id, b.id);
}
