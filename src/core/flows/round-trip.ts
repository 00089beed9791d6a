import type { Capacity, CapacityOf, FlowEdge } from './flow-edge.ts';
import { type Arc, maxFlow } from './max-flow.ts';

/**
 * How much of what a funder put into a party can come back to it (METHODS §1 B).
 * Law: amounts are a maximum flow, so an edge that two loops share is counted once. A maximum flow never falls when a
 * capacity rises, so the low ends give the low result and the high ends the high one.
 */
const UNKNOWN: Capacity = { lo: 0n, point: 0n, hi: null };
const UNLIMITED = { lo: null, point: null, hi: null };

interface WideArc {
  readonly from: string;
  readonly to: string;
  readonly capacity: Capacity | typeof UNLIMITED;
}

/** `edges` are the return edges of one funder and party. An unknown edge carries from nothing to everything. */
export function returnFlow<Edge extends FlowEdge>(
  edges: readonly Edge[],
  capacityOf: CapacityOf<Edge>,
  { funder, party }: { readonly funder: string; readonly party: string },
): Capacity {
  return flowBetween(layered(edges, capacityOf), `funding ${party}`, `commercial ${funder}`);
}

/** One party that a funder put money into, with what can come back from it. */
export interface FundedParty<Edge extends FlowEdge> {
  readonly party: string;
  readonly invested: Capacity | null;
  readonly edges: readonly Edge[];
}

/**
 * What can come back to one funder from all it funded together, at most what it put in: each party is fed by no more
 * than the money it was given.
 */
export function recycledInTotal<Edge extends FlowEdge>(
  funder: string,
  parties: readonly FundedParty<Edge>[],
  capacityOf: CapacityOf<Edge>,
): Capacity {
  const edges = [...new Map(parties.flatMap((one) => one.edges).map((edge) => [edge.id, edge])).values()];
  const feeds = parties.map(({ party, invested }): WideArc => {
    return { from: 'purse', to: `funding ${party}`, capacity: invested ?? UNKNOWN };
  });
  return flowBetween([...feeds, ...layered(edges, capacityOf)], 'purse', `commercial ${funder}`);
}

export function sumOfCapacities(capacities: readonly Capacity[]): Capacity {
  return capacities.reduce(
    (sum, { lo, point, hi }) => ({
      lo: sum.lo + lo,
      point: sum.point + point,
      hi: sum.hi === null || hi === null ? null : sum.hi + hi,
    }),
    { lo: 0n, point: 0n, hi: 0n },
  );
}

/** Money handed on stands above money spent; from above one may go down anywhere, never up again. */
function layered<Edge extends FlowEdge>(
  edges: readonly Edge[],
  capacityOf: CapacityOf<Edge>,
): readonly WideArc[] {
  const parties = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...[...parties].map((party) => ({
      from: `funding ${party}`,
      to: `commercial ${party}`,
      capacity: UNLIMITED,
    })),
    ...edges.map((edge) => ({
      from: `${edge.layer} ${edge.from}`,
      to: `${edge.layer} ${edge.to}`,
      capacity: capacityOf(edge) ?? UNKNOWN,
    })),
  ];
}

/** An end at which every capacity is that of the point has the flow of the point. */
function flowBetween(arcs: readonly WideArc[], source: string, sink: string): Capacity {
  const flowAt = (end: keyof Capacity) =>
    maxFlow(
      arcs.map(({ from, to, capacity }): Arc => ({ from, to, capacity: capacity[end] })),
      source,
      sink,
    );
  const point = flowAt('point');
  const isPoint = (end: 'lo' | 'hi') => arcs.every(({ capacity }) => capacity[end] === capacity.point);
  const lo = isPoint('lo') ? point : flowAt('lo');
  return { lo: lo ?? 0n, point: point ?? 0n, hi: isPoint('hi') ? point : flowAt('hi') };
}
