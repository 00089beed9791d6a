import { loopedAmount, recycledShare, roundTripRatio, vendorFinancedShare } from '#core/flows/circles.ts';
import type { Capacity, FlowEdge, Layer } from '#core/flows/flow-edge.ts';
import { graphOf, reciprocalsOf } from '#core/flows/graph.ts';
import { loopsFrom } from '#core/flows/loops.ts';
import { returnEdges } from '#core/flows/reach.ts';
import { recycledInTotal, returnFlow, sumOfCapacities } from '#core/flows/round-trip.ts';
import { divide, exactly, type Interval } from '#core/quantities/interval.ts';
import { unfundedCommitments } from '#core/signals/unfunded-commitments.ts';
import { BN, flagsOf, funding, purchase } from '../../core/signals/one-signal.ts';
import { pointOf, rowOf } from './rows.ts';
import type { Measured } from './tree.ts';

interface Row {
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
const MAX_EDGES = 5;
/** Tenths, so that 22.4 is a whole number. */
const tenths = (amount: number) => BigInt(Math.round(amount * 10));
const full = (stored: bigint) => Number(stored) / 10;
const capacityOf = ({ capacity }: Edge) => capacity;

function edgesOf(rows: readonly Row[]): readonly Edge[] {
  return rows.flatMap(({ id, frm, to, cls, lo, hi }) => {
    const layer = LAYERS[cls];
    if (layer === undefined) return [];
    const capacity =
      lo === null ? null : { lo: tenths(lo), point: tenths(lo), hi: hi === null ? null : tenths(hi) };
    return [{ id, from: frm, to, layer, start: null, end: null, capacity }];
  });
}

function inFull({ lo, point, hi }: Capacity): Interval {
  return { lo: full(lo), point: full(point), hi: hi === null ? null : full(hi) };
}

function pairOf(edges: readonly Edge[], funder: string, party: string) {
  const graph = graphOf(edges);
  const back = returnEdges(graph, { funder, party, maxSteps: MAX_EDGES - 1 });
  const given = graph.outOf(funder).filter(({ layer, to }) => layer === 'funding' && to === party);
  const known = given.flatMap(({ capacity }) => capacity ?? []);
  const inv = sumOfCapacities(known);
  const ret = returnFlow(back, capacityOf, { funder, party });
  const isKnown = known.length === given.length;
  const amounts = { invested: isKnown ? inFull(inv) : null, returned: ret.point === 0n ? null : inFull(ret) };
  return { inv, back, amounts };
}

function loopsIn(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  return edges
    .filter(({ layer }) => layer === 'funding')
    .flatMap((start) =>
      loopsFrom(
        start,
        returnEdges(graphOf(edges), { funder: start.from, party: start.to, maxSteps: MAX_EDGES - 1 }),
        MAX_EDGES,
      ),
    )
    .toSorted((a, b) => a.length - b.length);
}

const idsOf = (loops: readonly (readonly Edge[])[]) => loops.map((loop) => loop.map(({ id }) => id));
const ends = (range: Interval | null | undefined) => [range?.lo, range?.hi];

const seed: Measured = ({ edges: rows }) => {
  const edges = edgesOf(rows);
  const microsoft = pairOf(edges, 'Microsoft', 'OpenAI').amounts;
  const amazon = pairOf(edges, 'Amazon', 'OpenAI').amounts;
  const oracle = pairOf(edges, 'Oracle', 'OpenAI').amounts;
  const anthropic = pairOf(edges, 'Amazon', 'Anthropic').amounts;
  const [talks] = rows.filter(({ id }: Row) => id === 'f2');
  const [deal] = rows.filter(({ id }: Row) => id === 'c2');
  const unfunded = flagsOf(unfundedCommitments, {
    deals: [purchase('AWS', deal.lo * BN), funding('dea_talks', talks.lo * BN, { status: 'in-talks' })],
  })[0];
  return {
    loops: idsOf(loopsIn(edges)),
    pairs: {
      Microsoft_OpenAI: {
        inv: microsoft.invested?.point,
        ret: microsoft.returned?.point,
        rtr: roundTripRatio(microsoft)?.point,
        recycledShare: recycledShare(microsoft)?.point,
        vendorFinancedShare: vendorFinancedShare(microsoft)?.point,
      },
      Amazon_OpenAI: {
        invLo: amazon.invested?.lo,
        ret: amazon.returned?.point,
        rtrAtInvLo: roundTripRatio(amazon)?.point,
        recycledShare: recycledShare(amazon)?.point,
        vendorFinancedShareAtInvLo: vendorFinancedShare(amazon)?.lo,
        residualToFund: pointOf(rowOf(unfunded, 'Sources and uses', 'if all money in talks arrives')[2]) / BN,
      },
      Oracle_OpenAI: {
        inv: oracle.invested === null ? null : oracle.invested.lo,
        ret: oracle.returned?.point,
        rtr: roundTripRatio(oracle)?.lo ?? null,
      },
      Amazon_Anthropic: {
        inv: anthropic.invested?.point,
        ret: anthropic.returned === null ? null : anthropic.returned.lo,
        rtr: roundTripRatio(anthropic)?.lo ?? null,
      },
    },
  };
};

const multiHop: Measured = ({ edges: rows }) => {
  const edges = edgesOf(rows);
  const [toO, toC] = [pairOf(edges, 'N', 'O'), pairOf(edges, 'N', 'C')];
  const parties = [
    { party: 'O', invested: toO.inv, edges: toO.back },
    { party: 'C', invested: toC.inv, edges: toC.back },
  ];
  const recycled = recycledInTotal('N', parties, capacityOf);
  const invested = sumOfCapacities([toO.inv, toC.inv]);
  const all = { invested: inFull(invested), returned: inFull(recycled) };
  const long = loopsIn(edges).find(({ length }) => length === 3) ?? [];
  const kept = new Set(edges.map(({ id }) => id));
  const through = returnFlow(long.slice(1), capacityOf, { funder: 'N', party: 'O' });
  return {
    loops: idsOf(loopsIn(edges)),
    N_O: {
      inv: toO.amounts.invested?.point,
      ret: ends(toO.amounts.returned),
      rtr: ends(roundTripRatio(toO.amounts)),
      recycledShare: recycledShare(toO.amounts)?.point,
      vendorFinancedShare: ends(vendorFinancedShare(toO.amounts)),
    },
    N_C: {
      inv: toC.amounts.invested?.point,
      ret: ends(toC.amounts.returned),
      rtr: ends(roundTripRatio(toC.amounts)),
    },
    funderTotal: {
      inv: full(invested.point),
      recycled: ends(inFull(recycled)),
      recycledShare: recycledShare(all)?.point,
    },
    bottleneckOf_f1_c1_c2: loopedAmount({
      invested: toO.amounts.invested,
      returned: inFull(through),
    })?.lo,
    reciprocalOnly: idsOf(reciprocalsOf(graphOf(edges), 'O')),
    excluded: (rows as readonly Row[]).map(({ id }) => id).filter((id) => !kept.has(id)),
  };
};

const vehicle: Measured = ({ edges: rows }) => {
  const edges = edgesOf(rows);
  const { amounts, back } = pairOf(edges, 'F', 'S');
  const moving = new Set([...back, ...loopsIn(edges).flat()].map(({ id }) => id));
  return {
    loops: idsOf(loopsIn(edges)),
    inv: amounts.invested?.point,
    ret: ends(amounts.returned),
    rtr: ends(roundTripRatio(amounts)),
    contingentOnly: edges
      .filter(({ id, layer }) => layer === 'contingent' && !moving.has(id))
      .map(({ id }) => id),
  };
};

const materiality: Measured = ({ revenue }) => {
  const part = (invested: number, returned: number) => {
    const looped = loopedAmount({ invested: exactly(invested), returned: exactly(returned) });
    const quotient = looped === null ? null : divide(looped, exactly(revenue));
    return quotient?.state === 'ok' ? quotient.ratio.point : null;
  };
  return { microsoft: part(13, 250), amazonInTalks: part(10, 38) };
};

export const flows: Readonly<Record<string, Measured>> = {
  TV06: seed,
  TV07: multiHop,
  TV35: materiality,
  TV36: vehicle,
};
