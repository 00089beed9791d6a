import { describe, expect, it } from 'vitest';
import type { DealFacts } from '#core/model/ledger-view.ts';
import { tenorLifeMismatch } from '#core/signals/tenor-life-mismatch.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { BN, figures, flagOf, flagsOf, purchase, seller } from './one-signal.ts';

const { expected } = vectorOf('TV27');
const extra: Partial<DealFacts> = {
  tenorYearsLo: 7,
  tenorYearsHi: 7,
  terms: 'Nvidia GPUs (GB200, GB300) at once.',
};
const deal = purchase('dea_aws', 38 * BN, { extra });
const life = (amount: number, about = seller.id) =>
  ({ metric: 'useful-life', unit: 'years', amount, about }) as const;

describe('tenor-life-mismatch', () => {
  it('TV27: seven years against the assumed life of servers', () => {
    const flag = flagOf(tenorLifeMismatch, { deals: [deal] });
    expect(isClose(flag.value?.point, expected.tenorRatio['5y'])).toBe(true);
    expect(
      isClose(flag.value?.lo, expected.tenorRatio['6y']) &&
        isClose(flag.value?.hi, expected.tenorRatio['3y']),
    ).toBe(true);
    expect([flag.severity, flag.bandLo, flag.bandHi, flag.certainty]).toEqual([
      'warn',
      'watch',
      'critical',
      'possible',
    ]);
    expect(flag.tags).toEqual(['assumption']);
    expect(flag.note).toContain('Assumed, not on file');
    expect(flag.inputs.map(({ id, note }) => [id, note])).toEqual([['dea_aws', 'Its terms name GPUs.']]);
  });

  it.each([
    [3, 'critical'],
    [5, 'warn'],
    [6, 'watch'],
    [7, 'clear'],
  ])('a useful life of %d years on file displaces the assumption: %s', (years, severity) => {
    const flag = flagOf(tenorLifeMismatch, { deals: [deal], figures: figures(life(years)) });
    expect([flag.severity, flag.certainty, flag.tags]).toEqual([severity, 'certain', []]);
  });

  it('takes the days of a deal for its tenor', () => {
    const days = { tenorYearsLo: null, tenorYearsHi: null, startOn: '2026-01-01', endOn: '2036-01-01' };
    const flag = flagOf(tenorLifeMismatch, {
      deals: [purchase('dea', 1 * BN, { extra: { ...extra, ...days } })],
    });
    expect(flag.value?.point).toBe(2);
  });

  it('judges deals without an amount, and says how many it cannot judge', () => {
    const deals = [purchase('dea_a', undefined, { extra }), purchase('dea_b', 5 * BN)];
    const flags = flagsOf(tenorLifeMismatch, { deals });
    expect(flags).toHaveLength(1);
    expect(flags[0]?.note).toContain('1 more deal cannot be judged');
  });

  it.each([
    ['a tenor', { tenorYearsLo: null, tenorYearsHi: null }],
    ['hardware', { terms: 'Room to expand in 2027.' }],
    ['terms', { terms: null }],
  ])('without %s is insufficient', (_, lacks) => {
    const flag = flagOf(tenorLifeMismatch, {
      deals: [purchase('dea', 1 * BN, { extra: { ...extra, ...lacks } })],
    });
    expect([flag.severity, flag.value]).toEqual(['insufficient-data', null]);
  });
});
