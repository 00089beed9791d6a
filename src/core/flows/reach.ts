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

/** Fewest steps to each place met so far. */
type Distances = Readonly<Record<Stage, Map<string, number>>>;

type Visit<Edge extends FlowEdge> = (edge: Edge, party: string, stage: Stage) => void;
type Walk<Edge extends FlowEdge> = (party: string, stage: Stage, visit: Visit<Edge>) => void;

/**
 * Edges of the walks in id order; empty where no money comes back. Grown from both ends, each half the way, so that
 * a large ledger is read only near the two parties; the other half of each only where the two have met.
 */
export function returnEdges<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  { funder, party, maxSteps }: ReturnQuestion,
): readonly Edge[] {
  const half = Math.ceil(maxSteps / 2);
  const onward: Walk<Edge> = (at, stage, visit) => walkOut(graph, funder, { at, stage, visit });
  const back: Walk<Edge> = (at, stage, visit) => walkBack(graph, funder, { at, stage, visit });
  const ahead = startingAt(party, 'funding');
  const behind = startingAt(funder, 'commercial');
  const forthRim = grow(ahead, [[party, 'funding']], onward, { from: 0, until: half });
  const backRim = grow(behind, [[funder, 'commercial']], back, { from: 0, until: maxSteps - half });
  if (!haveMet(ahead, behind)) return [];
  const met = { funding: new Set(ahead.funding.keys()), commercial: new Set(ahead.commercial.keys()) };
  grow(ahead, forthRim, onward, { from: half, until: maxSteps, within: behind });
  grow(behind, backRim, back, { from: maxSteps - half, until: maxSteps, within: met });
  return edgesBetween(ahead, behind, onward, maxSteps);
}

interface At<Edge extends FlowEdge> {
  readonly at: string;
  readonly stage: Stage;
  readonly visit: Visit<Edge>;
}

function walkOut<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  funder: string,
  { at, stage, visit }: At<Edge>,
): void {
  if (at === funder) return;
  for (const edge of graph.outOf(at)) {
    if (edge.layer === 'commercial') visit(edge, edge.to, 'commercial');
    else if (edge.layer === 'funding' && stage === 'funding' && edge.to !== funder)
      visit(edge, edge.to, 'funding');
  }
}

function walkBack<Edge extends FlowEdge>(
  graph: FlowGraph<Edge>,
  funder: string,
  { at, stage, visit }: At<Edge>,
): void {
  for (const edge of graph.into(at)) {
    if (edge.from === funder) continue;
    if (stage === 'commercial' && edge.layer === 'commercial') {
      visit(edge, edge.from, 'funding');
      visit(edge, edge.from, 'commercial');
    }
    if (stage === 'funding' && edge.layer === 'funding') visit(edge, edge.from, 'funding');
  }
}

function startingAt(party: string, stage: Stage): Distances {
  const distances: Distances = { funding: new Map(), commercial: new Map() };
  distances[stage].set(party, 0);
  return distances;
}

type Rim = readonly (readonly [party: string, stage: Stage])[];

interface Levels {
  readonly from: number;
  readonly until: number;
  /** Only to these places. */
  readonly within?: Readonly<Record<Stage, { readonly has: (party: string) => boolean }>>;
}

/** Adds the places of the next levels to `distances`; answers with those met last. */
function grow<Edge extends FlowEdge>(
  distances: Distances,
  start: Rim,
  walk: Walk<Edge>,
  { from, until, within }: Levels,
): Rim {
  let rim = start;
  for (let level = from + 1; level <= until && rim.length > 0; level += 1) {
    const next: [string, Stage][] = [];
    const meet: Visit<Edge> = (_, party, stage) => {
      const known = distances[stage];
      if (known.has(party) || within?.[stage].has(party) === false) return;
      known.set(party, level);
      next.push([party, stage]);
    };
    for (const [party, stage] of rim) walk(party, stage, meet);
    rim = next;
  }
  return rim;
}

function haveMet(ahead: Distances, behind: Distances): boolean {
  return STAGES.some((stage) => {
    for (const party of behind[stage].keys()) if (ahead[stage].has(party)) return true;
    return false;
  });
}

const STAGES = ['funding', 'commercial'] as const;

function edgesBetween<Edge extends FlowEdge>(
  ahead: Distances,
  behind: Distances,
  onward: Walk<Edge>,
  maxSteps: number,
): readonly Edge[] {
  const kept = new Set<Edge>();
  for (const from of STAGES)
    for (const [party, before] of ahead[from])
      onward(party, from, (edge, to, stage) => {
        const after = behind[stage].get(to);
        if (after !== undefined && before + 1 + after <= maxSteps) kept.add(edge);
      });
  return [...kept].toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id));
}
