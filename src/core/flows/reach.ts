import { groupBy } from '../group-by.ts';
import type { FlowEdge, FlowGraph } from './flow-edge.ts';

/**
 * The part of the graph through which money that entered `party` can come back to `funder`: further funding first,
 * then at least one commercial payment, the last one to the funder.
 * Law: an edge is kept only if it lies on such a walk of at most `maxSteps` edges that never leaves the funder.
 */
export interface ReturnQuestion {
  readonly funder: string;
  readonly party: string;
  readonly maxSteps: number;
}

/** A party reached either by money still being handed on, or by money already spent. */
type Stage = 'funding' | 'commercial';

interface Step<Edge extends FlowEdge> {
  readonly edge: Edge;
  readonly from: Stage;
  readonly to: Stage;
}

/**
 * Edges of the walks in id order; empty where no money comes back. Grown from both ends, each half the way, so that
 * a large ledger is read only near the two parties.
 */
export function returnEdges<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  { funder, party, maxSteps }: ReturnQuestion,
): readonly Edge[] {
  const half = Math.ceil(maxSteps / 2);
  const forth = grown(placeName(party, 'funding'), half, (place) => stepsFrom(graph, place, funder));
  const back = grown(placeName(funder, 'commercial'), maxSteps - half, (place) =>
    stepsInto(graph, place, funder),
  );
  if (!haveCommon(forth.places, back.places)) return [];
  const near = [...forth.steps, ...back.steps];
  const steps = [...new Map(near.map((step) => [`${step.from} ${step.to} ${step.edge.id}`, step])).values()];
  const ahead = distances(placeName(party, 'funding'), steps, startOf, endOf);
  const behind = distances(placeName(funder, 'commercial'), steps, endOf, startOf);
  const kept = steps.filter((step) => {
    const [before, after] = [ahead.get(startOf(step)), behind.get(endOf(step))];
    return before !== undefined && after !== undefined && before + 1 + after <= maxSteps;
  });
  const edges = [...new Map(kept.map(({ edge }) => [edge.id, edge])).values()];
  return edges.toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}

function stepsFrom<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  place: string,
  funder: string,
): readonly Step<Edge>[] {
  const { party, stage } = placed(place);
  if (party === funder) return [];
  return graph.outOf(party).flatMap((edge): readonly Step<Edge>[] => {
    if (edge.layer === 'commercial') return [{ edge, from: stage, to: 'commercial' }];
    const isHandedOn = edge.layer === 'funding' && stage === 'funding' && edge.to !== funder;
    return isHandedOn ? [{ edge, from: 'funding', to: 'funding' }] : [];
  });
}

function stepsInto<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  place: string,
  funder: string,
): readonly Step<Edge>[] {
  const { party, stage } = placed(place);
  return graph.into(party).flatMap((edge): readonly Step<Edge>[] => {
    if (edge.from === funder) return [];
    if (stage === 'funding')
      return edge.layer === 'funding' ? [{ edge, from: 'funding', to: 'funding' }] : [];
    if (edge.layer !== 'commercial') return [];
    return [
      { edge, from: 'funding', to: 'commercial' },
      { edge, from: 'commercial', to: 'commercial' },
    ];
  });
}

function haveCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const place of some) if (others.has(place)) return true;
  return false;
}

interface Grown<Edge extends FlowEdge> {
  readonly steps: readonly Step<Edge>[];
  readonly places: ReadonlySet<string>;
}

/** Every step met within `depth` steps; `stepsOf` gives those that touch a place. */
function grown<Edge extends FlowEdge>(
  start: string,
  depth: number,
  stepsOf: (place: string) => readonly Step<Edge>[],
): Grown<Edge> {
  const places = new Set([start]);
  const steps: Step<Edge>[] = [];
  let rim = [start];
  for (let level = 0; level < depth; level += 1) {
    const next: string[] = [];
    for (const step of rim.flatMap(stepsOf)) {
      steps.push(step);
      for (const end of [startOf(step), endOf(step)]) {
        if (places.has(end)) continue;
        places.add(end);
        next.push(end);
      }
    }
    rim = next;
  }
  return { steps, places };
}

function distances<Edge extends FlowEdge>(
  origin: string,
  steps: readonly Step<Edge>[],
  near: (step: Step<Edge>) => string,
  far: (step: Step<Edge>) => string,
): ReadonlyMap<string, number> {
  const byNear = groupBy(steps, near);
  const found = new Map([[origin, 0]]);
  for (const [place, distance] of found) {
    for (const step of byNear.get(place) ?? []) {
      if (!found.has(far(step))) found.set(far(step), distance + 1);
    }
  }
  return found;
}

function startOf<Edge extends FlowEdge>({ edge, from }: Step<Edge>): string {
  return placeName(edge.from, from);
}

function endOf<Edge extends FlowEdge>({ edge, to }: Step<Edge>): string {
  return placeName(edge.to, to);
}

/** The stage stands first, so that any party name can be told apart from it. */
function placeName(party: string, stage: Stage): string {
  return `${stage} ${party}`;
}

function placed(place: string): { readonly party: string; readonly stage: Stage } {
  const stage = place.startsWith('funding ') ? 'funding' : 'commercial';
  return { party: place.slice(stage.length + 1), stage };
}
