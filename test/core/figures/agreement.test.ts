import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, isDisjoint } from '#core/figures/agreement.ts';
import { mattersOf } from '#core/figures/matters.ts';
import { widenedForAgreement } from '#core/figures/written-precision.ts';
import { bandOf } from '#core/signals/bands.ts';
import { sourceDisagreement } from '#core/signals/source-disagreement.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { type FigureSpec, figureRow, sourceRow } from '../view-rows.ts';

const BN = 1e9;
const source = sourceRow('src_a', 'C');
const stated = (amount: number, wording: string | null, spec: Partial<FigureSpec> = {}) =>
  figureRow({
    id: 'fig',
    about: 'ent',
    metric: 'revenue',
    source,
    amount,
    ...spec,
    extra: { wording, ...spec.extra },
  });
const ends = (figure: ReturnType<typeof stated>) => {
  const widened = widenedForAgreement(figure);
  return [widened?.lo, widened?.hi];
};

describe('TV11: agreement by widened intervals', () => {
  const { inputs, expected } = vectorOf('TV11');
  type Claim = { src: string; lo: number; point: number; hi: number | null };
  const [measure] = sourceDisagreement.measures;

  it.each(inputs.cases as { name: string; claims: Claim[] }[])('$name', ({ name, claims }) => {
    const wanted = expected.find((row: { name: string }) => row.name === name);
    const found = agreementOf(
      claims.map(({ src, lo, point, hi }) => ({ id: src, amount: { lo, point, hi } })),
    );
    expect(isClose(found?.median, wanted.median)).toBe(true);
    expect(isClose(found?.spread, wanted.conflictSpread)).toBe(true);
    expect(isClose(found?.bareSpread, wanted.rawSpread)).toBe(true);
    expect(found?.contradictions.map(([a, b]) => [a.id, b.id])).toEqual(wanted.disjointPairs);
    expect(found?.hasCommonGround).toBe(wanted.commonOverlap);
    expect([found?.hull.lo, found?.hull.hi ?? 'inf']).toEqual(wanted.hull);
    expect(bandOf(found?.spread ?? 0, measure.defaults, false)).toBe(wanted.severity);
  });
});

it('bare numbers lie as far apart as contradictions or farther, and only pairs that speak of one thing count', () => {
  const claim = fc
    .tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e5 }))
    .map(([point, margin]) => ({
      id: `${point}`,
      amount: { lo: point - margin, point, hi: point + margin },
    }));
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 6 }), (claims) => {
      const found = agreementOf(claims);
      expect(found?.bareSpread).toBeGreaterThanOrEqual(found?.spread ?? Number.NaN);
      expect(agreementOf(claims, () => false)?.bareSpread).toBe(0);
    }),
  );
});

describe('the width of a claim', () => {
  it.each([
    [1_400 * BN, '$1.4 trillion', 1_350 * BN, 1_450 * BN],
    [13 * BN, '$13B annual revenue', 12.5 * BN, 13.5 * BN],
    [300 * BN, '$300 billion with Oracle', 299.5 * BN, 300.5 * BN],
    [3.25 * BN, '$3.25 billion quarterly', 3.245 * BN, 3.255 * BN],
    [38 * BN, '$38 billion over 7 years', 37.5 * BN, 38.5 * BN],
    [2_500, '2,500 employees', 2_499.5, 2_500.5],
    [1_000_000_000_000, '$1.0 trillion', 950 * BN, 1_050 * BN],
  ])('of %d in “%s” is half a unit of its last digit', (amount, wording, lo, hi) => {
    expect(ends(stated(amount, wording))).toEqual([expect.closeTo(lo, 3), expect.closeTo(hi, 3)]);
  });

  it('is read from the amount as it is usually written where the words do not give it', () => {
    expect(ends(stated(22.4 * BN, null))).toEqual([22.35 * BN, 22.45 * BN]);
    expect(ends(stated(38 * BN, 'a large sum'))).toEqual([37.5 * BN, 38.5 * BN]);
    expect(ends(stated(31, null, { unit: 'percent' }))).toEqual([30.5, 31.5]);
    expect(ends(stated(0, null))).toEqual([-0.5, 0.5]);
  });

  it('is that of its hedge where it has one', () => {
    expect(ends(stated(1_000 * BN, '~$1 trillion', { qualifier: 'approx' }))).toEqual([950 * BN, 1_050 * BN]);
    expect(ends(stated(1_000 * BN, 'over a trillion', { qualifier: 'over' }))).toEqual([1_000 * BN, null]);
    expect(ends(stated(5 * BN, '$5-10B', { qualifier: 'range', high: 10 * BN }))).toEqual([5 * BN, 10 * BN]);
    expect(widenedForAgreement(figureRow({ id: 'f', about: 'e', metric: 'revenue', source }))).toBeNull();
  });
});

it('claims that touch do not exclude each other', () => {
  expect(isDisjoint({ lo: 0.1 + 0.2, point: null, hi: 1 }, { lo: 0, point: null, hi: 0.3 })).toBe(false);
  expect(isDisjoint({ lo: 2, point: null, hi: null }, { lo: 0, point: null, hi: 1 })).toBe(true);
});

it('around a median of zero the distance has no measure', () => {
  const claim = (id: string, at: number) => ({ id, amount: { lo: at, point: at, hi: at } });
  expect(agreementOf([claim('a', -1), claim('b', 1)])?.spread).toBeNull();
  expect(agreementOf([])).toBeNull();
});

it('widening a claim never makes a new contradiction', () => {
  const claim = fc.record({ lo: fc.integer({ min: 1, max: 100 }), width: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 2, maxLength: 6 }), fc.nat(20), (claims, more) => {
      const of = (wider: number) =>
        agreementOf(
          claims.map(({ lo, width }, at) => ({
            id: String(at),
            amount: { lo: lo - (at === 0 ? wider : 0), point: lo, hi: lo + width + (at === 0 ? wider : 0) },
          })),
        );
      expect(of(more)?.spread).toBeLessThanOrEqual(of(0)?.spread ?? Number.POSITIVE_INFINITY);
    }),
  );
});

describe('what is one matter', () => {
  const other = sourceRow('src_b', 'D');
  const claim = (id: string, extra: NonNullable<FigureSpec['extra']>, spec: Partial<FigureSpec> = {}) =>
    figureRow({
      id,
      about: 'ent',
      metric: 'market-share',
      unit: 'percent',
      source,
      amount: 30,
      ...spec,
      extra,
    });
  const matters = (...figures: ReturnType<typeof claim>[]) =>
    mattersOf(figures, '2025-11-30').map(({ claims }) => claims.map(({ id }) => id));

  it('a claim without a period speaks of the latest year that others name', () => {
    expect(matters(claim('a', {}), claim('b', { periodLabel: '2025' }, { source: other }))).toEqual([
      ['a', 'b'],
    ]);
    expect(matters(claim('a', {}), claim('b', { periodLabel: '2019' }, { source: other }))).toEqual([
      ['a'],
      ['b'],
    ]);
    expect(matters(claim('a', {}), claim('b', { periodLabel: 'by 2027' }, { source: other }))).toEqual([
      ['a'],
      ['b'],
    ]);
  });

  it('a source that states two periods tells them apart for all', () => {
    expect(
      matters(
        claim('a', { periodLabel: 'before 2024' }, { source: other }),
        claim('b', { periodLabel: 'this year' }, { source: other }),
        claim('c', {}),
      ),
    ).toEqual([['a'], ['b', 'c']]);
  });

  it('another period, definition, basis or unit is another matter', () => {
    const dated = { periodStart: '2025-01-01', periodEnd: '2025-04-01' };
    expect(
      matters(claim('a', dated), claim('b', { periodStart: '2025-04-01', periodEnd: '2025-07-01' })),
    ).toHaveLength(2);
    expect(matters(claim('a', dated), claim('b', dated, { source: other }))).toEqual([['a', 'b']]);
    expect(
      matters(claim('a', { definition: 'GPT-4' }), claim('b', { definition: 'GPT-5' }, { source: other })),
    ).toHaveLength(2);
    expect(matters(claim('a', {}, { basis: 'quarter' }), claim('b', {}, { source: other }))).toHaveLength(2);
    expect(matters(claim('a', {}), claim('b', {}, { unit: 'count', source: other }))).toHaveLength(2);
    expect(
      matters(claim('a', {}, { basis: 'month' }), claim('b', {}, { basis: 'day', source: other })),
    ).toHaveLength(2);
  });

  it('what is counted is read alike where half of the words are', () => {
    const market = claim('a', { definition: 'Global cloud market' });
    expect(
      matters(market, claim('b', { definition: 'Global cloud infrastructure' }, { source: other })),
    ).toEqual([['a', 'b']]);
    expect(matters(market, claim('b', {}, { source: other }))).toEqual([['a', 'b']]);
  });
});
