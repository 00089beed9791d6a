import { groupBy } from '../group-by.ts';
import { byText } from '../text-order.ts';
import type { FlowEdge, FlowGraph } from './flow-edge.ts';

/** A graph of edges that are all at hand. */
export function graphOf<Edge extends FlowEdge>(edges: readonly Edge[]): FlowGraph<Edge> {
  const sorted = edges.toSorted((a, b) => byText(a.id, b.id));
  const leaving = groupBy(sorted, ({ from }) => from);
  const entering = groupBy(sorted, ({ to }) => to);
  return {
    outOf: (party) => leaving.get(party) ?? [],
    into: (party) => entering.get(party) ?? [],
  };
}

/**
 * Parties that buy from each other: commercial edges both ways between two parties of which neither funds the other.
 * Each is an edge out of `party` with one back to it, in id order.
 */
export function reciprocalsOf<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  party: string,
): readonly (readonly [Edge, Edge])[] {
  const isFunding = ({ layer }: Edge) => layer === 'funding';
  const funded = new Set([
    ...graph
      .outOf(party)
      .filter(isFunding)
      .map(({ to }) => to),
    ...graph
      .into(party)
      .filter(isFunding)
      .map(({ from }) => from),
  ]);
  return graph
    .outOf(party)
    .filter(({ layer, to }) => layer === 'commercial' && !funded.has(to))
    .flatMap((out) =>
      graph
        .outOf(out.to)
        .filter(({ layer, to }) => layer === 'commercial' && to === party)
        .map((back): readonly [Edge, Edge] => [out, back]),
    );
}
