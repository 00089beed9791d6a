import type { KnownChoice } from '../figures/choice.ts';
import type { Study } from '../metrics/study.ts';
import type { UnitId } from '../quantities/unit.ts';
import { type DealEdge, dealGraph } from './deal-edges.ts';

/** The amount of each edge in one currency, by edge id; edges without a disclosed amount in it are left out. */
export function choicesIn(
  edges: readonly DealEdge[],
  currency: UnitId | null,
  { index, policy }: Study,
): ReadonlyMap<string, KnownChoice> {
  const choices = new Map<string, KnownChoice>();
  if (currency === null) return choices;
  for (const edge of edges) {
    const choice = dealGraph(index).choiceOf(edge, currency, policy);
    if (choice !== null) choices.set(edge.id, choice);
  }
  return choices;
}
