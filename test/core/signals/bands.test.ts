import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, type Interval } from '#core/quantities/interval.ts';
import { bandOf, verdictOf } from '#core/signals/bands.ts';
import type { Measure, Outcome } from '#core/signals/definition.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { outcomeOf } from '#core/signals/outcome.ts';
import { isClose, vectorOf } from '../vectors.ts';

const defaults = { watch: 1, warn: 3, critical: 6 };
const measure: Measure = { id: null, name: 'Ratio', unit: 'x', isLowerWorse: false, defaults, why: '' };

describe('TV01: ratios and their bands', () => {
  const { inputs, expected } = vectorOf('TV01');
  type Ends = readonly [number, number | null] | null;
  const interval = ([lo, hi]: readonly [number, number | null]): Interval => ({
    lo,
    point: hi === lo ? lo : null,
    hi,
  });

  function outcome(n: Ends, d: Ends): Outcome {
    if (n === null || d === null) return { state: 'insufficient-data', missing: ['revenue'] };
    return outcomeOf(divide(interval(n), interval(d)));
  }

  it.each(expected as { name: string; N: Ends; D: Ends; [key: string]: unknown }[])('$name', (wanted) => {
    const found = outcome(wanted.N, wanted.D);
    const verdict = verdictOf(found, measure, inputs.thresholds);
    expect(found.state).toBe(wanted.state);
    if (found.state !== 'ok') {
      expect(verdict).toEqual({ severity: wanted.state, bandLo: null, bandHi: null, certainty: null });
      return;
    }
    expect(isClose(found.measured.lo, Number(wanted.lo))).toBe(true);
    if (wanted.hi === 'inf') expect(found.measured.hi).toBeNull();
    else expect(isClose(found.measured.hi, Number(wanted.hi))).toBe(true);
    expect(verdict).toMatchObject({
      bandLo: wanted.bandLo,
      bandHi: wanted.bandHi,
      certainty: wanted.certainty,
    });
  });

  it('gives the reasons of the method', () => {
    const reasons = (expected as { N: Ends; D: Ends; reason?: string }[])
      .filter(({ reason }) => reason !== undefined)
      .map(({ N, D, reason }) => [outcome(N, D), reason]);
    for (const [found, reason] of reasons) expect(found).toEqual({ state: 'not-computable', reason });
    expect(reasons).toHaveLength(2);
  });
});

describe('a threshold', () => {
  it.each([
    [1, 'clear'],
    [1.0000000001, 'watch'],
    [3, 'watch'],
    [3.0000000001, 'warn'],
    [6, 'warn'],
    [6.0000000001, 'critical'],
  ])('%d is %s', (amount, band) => {
    expect(bandOf(amount, defaults, false)).toBe(band);
  });

  it.each([
    [18, 'clear'],
    [17.9, 'watch'],
    [12, 'watch'],
    [11.9, 'warn'],
    [6, 'warn'],
    [5.9, 'critical'],
  ])('where low is bad, %d is %s', (months, band) => {
    expect(bandOf(months, { watch: 18, warn: 12, critical: 6 }, true)).toBe(band);
  });

  it('is passed by more the worse the number is', () => {
    const ends = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(ends, fc.boolean(), ([a, b], isLowerWorse) => {
        const thresholds = isLowerWorse ? { watch: 6, warn: 3, critical: 1 } : defaults;
        const [milder, worse] = a < b === isLowerWorse ? [b, a] : [a, b];
        const rank = (amount: number) => SEVERITIES.indexOf(bandOf(amount, thresholds, isLowerWorse));
        expect(rank(worse)).toBeLessThanOrEqual(rank(milder));
      }),
    );
  });
});

describe('a verdict', () => {
  const judged = (measured: Interval, criticalAtOnce?: { some: boolean; point: boolean; all: boolean }) =>
    verdictOf({ state: 'ok', measured, ...(criticalAtOnce && { criticalAtOnce }) }, measure, defaults);

  it('is of the point, both ends shown', () => {
    expect(judged({ lo: 0.5, point: 4, hi: null })).toEqual({
      severity: 'warn',
      bandLo: 'clear',
      bandHi: 'critical',
      certainty: 'possible',
    });
  });

  it('is of the finite end where there is no point', () => {
    expect(judged({ lo: 2, point: null, hi: null }).severity).toBe('watch');
    expect(judged({ lo: 2, point: null, hi: 4 }).severity).toBe('warn');
  });

  it('is critical at once where the signal says so', () => {
    expect(judged({ lo: 0, point: 0.1, hi: 0.2 }, { some: true, point: true, all: false })).toEqual({
      severity: 'critical',
      bandLo: 'clear',
      bandHi: 'critical',
      certainty: 'possible',
    });
  });
});
