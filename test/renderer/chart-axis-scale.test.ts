import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOn, scaleFor } from '#renderer/chart/axis-scale.ts';

describe('the scale of an axis', () => {
  it('turns logarithmic where thresholds of 1, 3 and 6 meet values up to 280', () => {
    const scale = scaleFor([107.7, 70, 140, 280, 47.5], [1, 3, 6]);
    expect(scale).toEqual({
      kind: 'logarithmic',
      min: 0.5,
      max: 500,
      ticks: [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500],
    });
  });

  it('stays linear, from zero, for values of one order', () => {
    expect(scaleFor([300, 250, 38, 22.4])).toEqual({
      kind: 'linear',
      min: 0,
      max: 300,
      ticks: [0, 100, 200, 300],
    });
    expect(scaleFor([0.564], [0.1, 0.25, 0.5]).kind).toBe('linear');
  });

  it('stays linear below zero, where a logarithm has no place', () => {
    expect(scaleFor([-40, 900], [1, 3, 6]).kind).toBe('linear');
  });

  it('has an axis for nothing at all', () => {
    expect(scaleFor([])).toEqual({ kind: 'linear', min: 0, max: 1, ticks: [0, 1] });
  });

  it('holds every value and threshold between its ends', () => {
    const amount = fc.double({ min: 0.001, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 9 }),
        fc.array(amount, { maxLength: 3 }),
        (spread, marks) => {
          const scale = scaleFor(spread, marks);
          for (const each of [...spread, ...marks]) {
            expect(each).toBeGreaterThanOrEqual(scale.min * (1 - 1e-9));
            expect(each).toBeLessThanOrEqual(scale.max * (1 + 1e-9));
          }
          expect(scale.ticks.length).toBeGreaterThan(0);
          expect(scale.ticks.length).toBeLessThan(20);
        },
      ),
    );
  });

  it('places in order', () => {
    const scale = scaleFor([280], [1, 3, 6]);
    const places = [1, 3, 6, 280].map((amount) => placeOn(scale, amount));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(placeOn(scale, 0)).toBe(0);
    expect(placeOn(scale, 1e9)).toBe(1);
  });
});
