/** One direction of flow between two places; `null` capacity is without limit. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly capacity: bigint | null;
}

interface Residual {
  readonly to: number;
  /** Index of the arc that runs the other way. */
  readonly back: number;
  left: bigint;
}

/**
 * Most that can flow from source to sink (Edmonds and Karp: shortest augmenting paths), in exact integers; null where
 * it is without limit. Every arc has a capacity >= 0; the source is not the sink.
 */
export function maxFlow(arcs: readonly Arc[], source: string, sink: string): bigint | null {
  const unlimited = 1n + arcs.reduce((sum, { capacity }) => sum + (capacity ?? 0n), 0n);
  const network = networkOf(arcs, unlimited);
  const [from, to] = [network.placeOf(source), network.placeOf(sink)];
  let flow = 0n;
  for (;;) {
    const path = shortestPath(network, from, to);
    if (path === null) return flow;
    flow += push(network.arcs, path);
    if (flow >= unlimited) return null;
  }
}

interface Network {
  readonly arcs: readonly Residual[];
  /** Indices of arcs by the place they leave. */
  readonly leaving: readonly (readonly number[])[];
  readonly placeOf: (name: string) => number;
}

function networkOf(arcs: readonly Arc[], unlimited: bigint): Network {
  const places = new Map<string, number>();
  const leaving: number[][] = [];
  const placeOf = (name: string) => {
    const known = places.get(name);
    if (known !== undefined) return known;
    leaving.push([]);
    places.set(name, leaving.length - 1);
    return leaving.length - 1;
  };
  const residuals: Residual[] = [];
  for (const { from, to, capacity } of arcs) {
    const at = residuals.length;
    const [start, end] = [placeOf(from), placeOf(to)];
    residuals.push({ to: end, back: at + 1, left: capacity ?? unlimited }, { to: start, back: at, left: 0n });
    leaving[start]?.push(at);
    leaving[end]?.push(at + 1);
  }
  return { arcs: residuals, leaving, placeOf };
}

/** Arcs from source to sink with capacity left, fewest first; null where the sink cannot be reached. */
function shortestPath({ arcs, leaving }: Network, source: number, sink: number): readonly Residual[] | null {
  const reachedBy = new Map<number, Residual | null>([[source, null]]);
  const queue = [source];
  for (const place of queue) {
    for (const at of leaving[place] ?? []) {
      const arc = arcs[at];
      if (arc === undefined || arc.left === 0n || reachedBy.has(arc.to)) continue;
      reachedBy.set(arc.to, arc);
      if (arc.to === sink) return walkBack(arcs, reachedBy, sink);
      queue.push(arc.to);
    }
  }
  return null;
}

function walkBack(
  arcs: readonly Residual[],
  reachedBy: ReadonlyMap<number, Residual | null>,
  sink: number,
): readonly Residual[] {
  const path: Residual[] = [];
  for (let arc = reachedBy.get(sink) ?? null; arc !== null; ) {
    path.push(arc);
    const before = arcs[arc.back];
    arc = before === undefined ? null : (reachedBy.get(before.to) ?? null);
  }
  return path;
}

function push(arcs: readonly Residual[], path: readonly Residual[]): bigint {
  const amount = path.reduce((least, { left }) => (left < least ? left : least), path[0]?.left ?? 0n);
  for (const arc of path) {
    arc.left -= amount;
    const back = arcs[arc.back];
    if (back !== undefined) back.left += amount;
  }
  return amount;
}
