import { groupBy } from '../group-by.ts';
import { byText } from '../text-order.ts';
import type { FlowEdge } from './flow-edge.ts';

/** A simple cycle read from the funder: funding first, then commercial payments, the last one back to the funder. */
export type Loop<Edge extends FlowEdge> = readonly Edge[];

/** Past this many loops of one funder and party only the amounts, which need no loops, stay complete. */
export const MAX_LOOPS = 100;

/**
 * Loops that begin with `start`, through the return edges of its funder and party: shortest first, then by the ids of
 * their edges. At most MAX_LOOPS.
 */
export function loopsFrom<Edge extends FlowEdge>(
  start: Edge,
  edges: readonly Edge[],
  maxEdges: number,
): readonly Loop<Edge>[] {
  const leaving = groupBy(edges, ({ from }) => from);
  const loops: Loop<Edge>[] = [];
  const walk = (path: readonly Edge[], at: string) => {
    if (path.length >= maxEdges || loops.length >= MAX_LOOPS) return;
    for (const edge of leaving.get(at) ?? []) {
      if (!follows(edge, path)) continue;
      if (edge.to === start.from) loops.push([...path, edge]);
      else walk([...path, edge], edge.to);
    }
  };
  walk([start], start.to);
  return loops.slice(0, MAX_LOOPS).toSorted(byLengthThenIds);
}

function follows<Edge extends FlowEdge>(edge: Edge, path: readonly Edge[]): boolean {
  const isSpent = path.some(({ layer }) => layer === 'commercial');
  if (edge.layer === 'contingent' || (edge.layer === 'funding' && isSpent)) return false;
  const [start] = path;
  if (edge.to === start?.from) return edge.layer === 'commercial';
  return path.every(({ to }) => to !== edge.to);
}

function byLengthThenIds<Edge extends FlowEdge>(a: Loop<Edge>, b: Loop<Edge>): number {
  return a.length - b.length || byText(idsOf(a), idsOf(b));
}

function idsOf<Edge extends FlowEdge>(loop: Loop<Edge>): string {
  return loop.map(({ id }) => id).join(' ');
}
