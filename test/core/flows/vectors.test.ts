import { describe, expect, it } from 'vitest';
import type { Capacity, FlowEdge, Layer } from '#core/flows/flow-edge.ts';
import { graphOf, reciprocalsOf } from '#core/flows/graph.ts';
import { loopsFrom } from '#core/flows/loops.ts';
import { returnEdges } from '#core/flows/reach.ts';
import { recycledInTotal, returnFlow, sumOfCapacities } from '#core/flows/round-trip.ts';
import { vectorOf } from '../vectors.ts';

interface VectorEdge {
  readonly id: string;
  readonly frm: string;
  readonly to: string;
  readonly cls: string;
  readonly lo: number | null;
  readonly hi: number | null;
}

interface Edge extends FlowEdge {
  readonly capacity: Capacity | null;
}

const LAYERS: Readonly<Record<string, Layer>> = {
  funding: 'funding',
  commercial: 'commercial',
  contingent: 'contingent',
};

/** Tenths, so that 22.4 is a whole number. Debt service is no edge at all. */
function edgesOf(id: string): readonly Edge[] {
  return (vectorOf(id).inputs.edges as readonly VectorEdge[]).flatMap(({ frm, cls, lo, hi, ...edge }) => {
    const layer = LAYERS[cls];
    if (layer === undefined) return [];
    const capacity =
      lo === null ? null : { lo: tenths(lo), point: tenths(lo), hi: hi === null ? null : tenths(hi) };
    return [{ id: edge.id, from: frm, to: edge.to, layer, start: null, end: null, capacity }];
  });
}

const tenths = (amount: number) => BigInt(Math.round(amount * 10));
const capacityOf = ({ capacity }: Edge) => capacity;
const MAX_EDGES = 5;

function pairOf(edges: readonly Edge[], funder: string, party: string) {
  const graph = graphOf(edges);
  const back = returnEdges(graph, { funder, party, maxSteps: MAX_EDGES - 1 });
  const funding = graph.outOf(funder).filter(({ layer, to }) => layer === 'funding' && to === party);
  const loops = funding.flatMap((start) => loopsFrom(start, back, MAX_EDGES));
  return {
    loops: loops.map((loop) => loop.map(({ id }) => id)),
    back,
    inv: sumOfCapacities(funding.flatMap(({ capacity }) => capacity ?? [])),
    ret: returnFlow(back, capacityOf, { funder, party }),
  };
}

const allLoops = (edges: readonly Edge[]) =>
  edges
    .filter(({ layer }) => layer === 'funding')
    .flatMap((start) =>
      loopsFrom(
        start,
        returnEdges(graphOf(edges), { funder: start.from, party: start.to, maxSteps: MAX_EDGES - 1 }),
        MAX_EDGES,
      ),
    )
    .map((loop) => loop.map(({ id }) => id))
    .toSorted((a, b) => a.length - b.length);

describe('vectors of circular financing', () => {
  it.each(['TV06', 'TV07', 'TV36'])('%s finds the loops and no other', (id) => {
    expect(allLoops(edgesOf(id))).toEqual(vectorOf(id).expected.loops);
  });

  it('TV06: what comes back to Microsoft, Amazon and Oracle', () => {
    const edges = edgesOf('TV06');
    const { pairs } = vectorOf('TV06').expected;
    const microsoft = pairOf(edges, 'Microsoft', 'OpenAI');
    expect([microsoft.inv.point, microsoft.ret.point]).toEqual([
      tenths(pairs.Microsoft_OpenAI.inv),
      tenths(pairs.Microsoft_OpenAI.ret),
    ]);
    const amazon = pairOf(edges, 'Amazon', 'OpenAI');
    expect([amazon.inv, amazon.ret.lo]).toEqual([{ lo: 100n, point: 100n, hi: null }, tenths(38)]);
    expect(pairOf(edges, 'Oracle', 'OpenAI').ret.point).toBe(tenths(pairs.Oracle_OpenAI.ret));
    expect(pairOf(edges, 'Amazon', 'Anthropic').ret).toEqual({ lo: 0n, point: 0n, hi: null });
  });

  it('TV07: a maximum flow, not a sum of loops', () => {
    const edges = edgesOf('TV07');
    const { N_O, N_C, funderTotal, reciprocalOnly, bottleneckOf_f1_c1_c2 } = vectorOf('TV07').expected;
    const [toO, toC] = [pairOf(edges, 'N', 'O'), pairOf(edges, 'N', 'C')];
    expect([toO.ret.lo, toO.ret.hi]).toEqual(N_O.ret.map(tenths));
    expect(toO.inv.point).toBe(tenths(N_O.inv));
    expect([toC.ret.lo, toC.ret.hi]).toEqual(N_C.ret.map(tenths));
    const total = recycledInTotal(
      'N',
      [
        { party: 'O', invested: toO.inv, edges: toO.back },
        { party: 'C', invested: toC.inv, edges: toC.back },
      ],
      capacityOf,
    );
    expect([total.lo, total.hi]).toEqual(funderTotal.recycled.map(tenths));
    expect(sumOfCapacities([toO.inv, toC.inv]).point).toBe(tenths(funderTotal.inv));
    expect(reciprocalsOf(graphOf(edges), 'O').map((pair) => pair.map(({ id }) => id))).toEqual(
      reciprocalOnly,
    );
    const [long] = edges.filter(({ id }) => id === 'f1');
    const loop = loopsFrom(long ?? expect.fail('no f1'), toO.back, MAX_EDGES).find(
      ({ length }) => length === 3,
    );
    const least = (loop ?? [])
      .flatMap(({ capacity }) => capacity?.lo ?? [])
      .reduce((a, b) => (b < a ? b : a));
    expect(least).toBe(tenths(bottleneckOf_f1_c1_c2));
  });

  it('TV36: through a vehicle; an undrawn guarantee moves nothing', () => {
    const { inv, ret } = vectorOf('TV36').expected;
    const pair = pairOf(edgesOf('TV36'), 'F', 'S');
    expect(pair.inv.point).toBe(tenths(inv));
    expect([pair.ret.lo, pair.ret.hi]).toEqual(ret.map(tenths));
    expect(pair.back.map(({ id }) => id)).not.toContain('g1');
  });
});
