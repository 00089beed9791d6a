import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FlowEdge } from '#core/flows/flow-edge.ts';
import { graphOf } from '#core/flows/graph.ts';
import { loopsFrom } from '#core/flows/loops.ts';
import { type Arc, maxFlow } from '#core/flows/max-flow.ts';
import { returnEdges } from '#core/flows/reach.ts';

const PLACES = ['s', 'a', 'b', 'c', 't'];
const place = fc.constantFrom(...PLACES);
const arc = fc.record({ from: place, to: place, capacity: fc.bigInt({ min: 0n, max: 20n }) });

/** The smallest cut over every way of dividing the places. */
function smallestCut(arcs: readonly Arc[]): bigint {
  const inner = PLACES.slice(1, -1);
  const sides = Array.from({ length: 2 ** inner.length }, (_, bits) => [
    's',
    ...inner.filter((_place, at) => (bits >> at) % 2 === 1),
  ]);
  const cuts = sides.map((side) =>
    arcs
      .filter(({ from, to }) => side.includes(from) && !side.includes(to))
      .reduce((sum, { capacity }) => sum + (capacity ?? 0n), 0n),
  );
  return cuts.reduce((least, cut) => (cut < least ? cut : least));
}

it('the largest flow is the smallest cut', () => {
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 12 }), (arcs) => {
      expect(maxFlow(arcs, 's', 't')).toBe(smallestCut(arcs));
    }),
    { numRuns: 300 },
  );
});

it('is exact past 2^53 and without limit where no arc limits it', () => {
  const huge = 2n ** 60n + 1n;
  expect(maxFlow([{ from: 's', to: 't', capacity: huge }], 's', 't')).toBe(huge);
  expect(
    maxFlow(
      [
        { from: 's', to: 'a', capacity: null },
        { from: 'a', to: 't', capacity: null },
      ],
      's',
      't',
    ),
  ).toBeNull();
  expect(
    maxFlow(
      [
        { from: 's', to: 'a', capacity: null },
        { from: 'a', to: 't', capacity: 7n },
      ],
      's',
      't',
    ),
  ).toBe(7n);
  expect(maxFlow([], 's', 't')).toBe(0n);
});

const edge = fc.record({
  from: place,
  to: place,
  layer: fc.constantFrom<FlowEdge['layer']>('funding', 'commercial', 'contingent'),
});

/** Loops found by trying every path of the whole graph. */
function loopsByTrial(start: FlowEdge, edges: readonly FlowEdge[], maxEdges: number): readonly string[] {
  const found: string[] = [];
  const walk = (path: readonly FlowEdge[]) => {
    const last = path.at(-1) ?? start;
    const spent = path.some(({ layer }) => layer === 'commercial');
    if (spent && last.to === start.from) {
      found.push(path.map(({ id }) => id).join(' '));
      return;
    }
    if (path.length === maxEdges) return;
    for (const next of edges) {
      const isNew = path.every(({ to }) => to !== next.to);
      const fits =
        next.layer === 'commercial' || (next.layer === 'funding' && !spent && next.to !== start.from);
      if (next.from === last.to && isNew && fits) walk([...path, next]);
    }
  };
  walk([start]);
  return found.toSorted();
}

it('reading only near the two parties finds the same loops as trying every path', () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 12 }), fc.integer({ min: 2, max: 5 }), (rows, maxEdges) => {
      const edges: FlowEdge[] = rows
        .filter(({ from, to }) => from !== to)
        .map((row, at) => ({ ...row, id: `e${String(at).padStart(2, '0')}`, start: null, end: null }));
      const graph = graphOf(edges);
      for (const start of edges.filter(({ layer }) => layer === 'funding')) {
        const back = returnEdges(graph, { funder: start.from, party: start.to, maxSteps: maxEdges - 1 });
        const loops = loopsFrom(start, back, maxEdges).map((loop) => loop.map(({ id }) => id).join(' '));
        expect(loops.toSorted()).toEqual(loopsByTrial(start, edges, maxEdges));
      }
    }),
    { numRuns: 400 },
  );
});
