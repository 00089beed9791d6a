import { describe, expect, it } from 'vitest';
import { basisGroupOf, isKnowable } from '#core/figures/basis.ts';
import { chooseFigure } from '#core/figures/choice.ts';
import { isKnowableAt, isKnownAt } from '#core/figures/eligible.ts';
import { analystsPick } from '#core/figures/picks.ts';
import { latest, mostReliable, rangeHull } from '#core/figures/policy.ts';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { figureRow, sourceRow, viewOf } from '../view-rows.ts';
import { pickRow } from './pick-rows.ts';

const BN = 1e9;
const { inputs, expected } = vectorOf('TV30');

type Row = (typeof inputs)['figures'][number];
type Query = (typeof inputs)['queries'][number];

const POLICIES = { latest, 'most-reliable': mostReliable, hull: rangeHull };

function rowOf(row: Row, at: number): FigureFacts {
  return figureRow({
    id: row.id,
    about: 'ent_x',
    metric: 'revenue',
    source: sourceRow('src', row.rel, row.published),
    amount: row.v[0] * BN,
    high: row.v[1] * BN,
    qualifier: 'range',
    basis: row.basis === 'annual-actual' ? 'fiscal-year' : 'run-rate',
    extra: {
      periodEnd: row.periodEnd,
      credibility: row.cred,
      isPrimary: row.primary ? 1 : 0,
      recordedSeq: at,
    },
  });
}

const rows = (inputs.figures as readonly Row[]).map((row, at) => ({ row, figure: rowOf(row, at + 1) }));

function isInView({ row }: { readonly row: Row }, { knownAt, mode }: Query): boolean {
  const recorded = { recordedAt: row.recorded, retractedAt: row.retracted };
  return mode === 'known'
    ? isKnownAt(recorded, knownAt)
    : isKnowableAt(row.published, { recordedAt: row.recorded }, knownAt);
}

function viewAt(query: Query): LedgerView {
  const picks = (inputs.picks as readonly { id: string; figure: string; recorded: string }[])
    .filter(({ recorded }) => isKnownAt({ recordedAt: recorded, retractedAt: null }, query.knownAt))
    .flatMap(({ id, figure: wanted, recorded }, at) =>
      rows
        .filter(({ row }) => row.id === wanted)
        .map(({ figure }) => pickRow({ id, figure, recordedAt: recorded, recordedSeq: 10 + at })),
    );
  return viewOf({
    asOf: query.asOf,
    knownAt: query.knownAt,
    figures: rows.filter((one) => isInView(one, query)).map(({ figure }) => figure),
    picks,
  });
}

function versionsIn({ figures, asOf }: LedgerView): readonly FigureFacts[] {
  return figures.filter((figure) => isKnowable(figure, asOf) && basisGroupOf(figure, asOf) === inputs.basis);
}

describe('TV30: selection as of a day, as known then', () => {
  const queries = (inputs.queries as readonly Query[]).map((query, at) => ({
    query,
    wanted: expected[at],
    at: at + 1,
  }));

  it('has thirteen queries, each with what is expected', () => {
    expect([queries.length, expected.length]).toEqual([13, 13]);
  });

  it.each(queries)('query $at', ({ query, wanted }) => {
    const view = viewAt(query);
    const pick = analystsPick(view);
    const policy = query.policy === 'pick' ? pick : POLICIES[query.policy as keyof typeof POLICIES];
    const versions = versionsIn(view);
    const choice = chooseFigure(versions, policy);
    if (wanted.ids === undefined) {
      const state =
        choice === null ? 'insufficient-data' : query.policy === 'pick' ? pick.stateOf(versions) : 'ok';
      expect({ id: choice?.figures[0]?.id ?? null, state }).toEqual({ id: wanted.id, state: wanted.state });
      return;
    }
    expect(choice?.figures.map(({ id }) => id)).toEqual(wanted.ids);
    expect(isClose((choice?.amount?.lo ?? 0) / BN, wanted.lo)).toBe(true);
    expect(isClose((choice?.amount?.point ?? 0) / BN, wanted.point)).toBe(true);
    expect(isClose((choice?.amount?.hi ?? 0) / BN, wanted.hi)).toBe(true);
  });

  it('finds nothing known that was not knowable', () => {
    for (const query of inputs.queries as readonly Query[]) {
      const known = rows.filter((one) => isInView(one, { ...query, mode: 'known' }));
      expect(known.every((one) => isInView(one, { ...query, mode: 'knowable' }))).toBe(true);
    }
  });
});
