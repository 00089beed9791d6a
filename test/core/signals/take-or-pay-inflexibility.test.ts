import { describe, expect, it } from 'vitest';
import { presentValue } from '#core/metrics/fixed-share.ts';
import { takeOrPayInflexibility } from '#core/signals/take-or-pay-inflexibility.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { alternativeOf, BN, flagOf, flagsOf, purchase } from './one-signal.ts';

const { inputs, expected } = vectorOf('TV27');
const terms = (isTakeOrPay: 0 | 1 | null, isCancellable: 0 | 1 | null) => ({
  extra: { isTakeOrPay, isCancellable },
});

it('TV27: worth today of equal payments at year ends', () => {
  const present = presentValue(inputs.annual, inputs.years, inputs.rate);
  expect(isClose(present, expected.pv)).toBe(true);
  expect(
    inputs.riskFactors.map((factor: number) => isClose(present * factor, expected[`imputed${factor * 100}`])),
  ).toEqual([true, true, true]);
});

describe('take-or-pay-inflexibility', () => {
  it('is insufficient while no terms are known, between none and all', () => {
    const deal = purchase('dea_aws', 38 * BN, { extra: { tenorYearsLo: 7, tenorYearsHi: 7 } });
    const flag = flagOf(takeOrPayInflexibility, { deals: [deal] }, 1);
    expect([flag.severity, flag.value]).toEqual(['insufficient-data', null]);
    expect(alternativeOf(flag, 'Whatever the terms are')).toMatchObject({
      value: { lo: 0, hi: 1 },
      severity: 'insufficient-data',
    });
    expect(flag.note).toContain('worth USD 28.26bn today');
    expect(flag.note).toContain('USD 7.066bn, USD 14.13bn, USD 28.26bn');
  });

  it('adds up what is fixed; unknown terms widen the range', () => {
    const deals = [
      purchase('dea_fixed', 60 * BN, terms(null, 0)),
      purchase('dea_free', 20 * BN, terms(null, 1)),
      purchase('dea_silent', 20 * BN),
    ];
    const flag = flagOf(takeOrPayInflexibility, { deals });
    expect(flag.value).toEqual({ lo: 0.6, point: 0.7, hi: 0.8 });
    expect([flag.severity, flag.certainty]).toEqual(['watch', 'possible']);
  });

  it.each([
    [1, null, 'critical'],
    [null, 0, 'critical'],
    [0, 1, 'clear'],
    [null, 1, 'clear'],
    [1, 1, 'insufficient-data'],
    [0, null, 'insufficient-data'],
  ] as const)('take-or-pay %s, cancellable %s: %s', (isTakeOrPay, isCancellable, severity) => {
    const deals = [purchase('dea', 10 * BN, terms(isTakeOrPay, isCancellable))];
    expect(flagsOf(takeOrPayInflexibility, { deals }).map((flag) => flag.severity)).toEqual([
      severity,
      severity,
    ]);
  });

  it('is insufficient without an amount and held at warn for a letter of intent', () => {
    expect(flagOf(takeOrPayInflexibility, { deals: [purchase('dea')] }).missing).toEqual([
      'deal with a disclosed amount',
    ]);
    const letter = purchase('dea', 10 * BN, { status: 'letter-of-intent', ...terms(1, 0) });
    expect(flagOf(takeOrPayInflexibility, { deals: [letter] }).severity).toBe('warn');
  });
});
