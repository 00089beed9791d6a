import { describe, expect, it } from 'vitest';
import { burnMultiple } from '#core/signals/burn-multiple.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { BN, figures, flagOf, undisclosed } from './one-signal.ts';

const { expected } = vectorOf('TV05');
const revenue = { metric: 'revenue', amount: 13 * BN, basis: 'fiscal-year' } as const;
const rate = (amount: number, periodEnd: string | null, status: 'reported' | 'projected' = 'reported') =>
  ({ metric: 'revenue', amount: amount * BN, basis: 'run-rate', status, extra: { periodEnd } }) as const;
const loss = { metric: 'net-loss', amount: 12 * BN, basis: 'quarter' } as const;
const burn = (amount: number) => ({ metric: 'cash-burn', amount: amount * BN, basis: 'quarter' }) as const;

describe('burn-multiple', () => {
  it('TV05: the loss stands in for burn, a forecast for recurring revenue', () => {
    const flag = flagOf(burnMultiple, { figures: figures(revenue, rate(20, null, 'projected'), loss) });
    expect(isClose(flag.value?.point, expected.burnMultipleIllustrative)).toBe(true);
    expect(flag.severity).toBe(expected.bandBurn);
    expect(flag.tags).toEqual(expect.arrayContaining(['basis-mismatch', 'illustrative']));
    expect(flag.workings).toBe(
      'USD 4bn a month x 12 = USD 48bn; USD 20bn - USD 13bn = USD 7bn; USD 48bn / USD 7bn = 6.857x',
    );
  });

  it('takes run rates of two dates and burn where they are on file', () => {
    const rows = figures(
      rate(10, '2024-11-01'),
      rate(14, '2025-02-01'),
      rate(20, '2025-11-01'),
      loss,
      burn(3),
    );
    const flag = flagOf(burnMultiple, { figures: rows });
    expect(isClose(flag.value?.point, (12 * (365 / 365.25)) / 10)).toBe(true);
    expect([flag.severity, flag.tags]).toEqual(['clear', ['derived']]);
  });

  it('says that no growth is worse than any multiple', () => {
    const flag = flagOf(burnMultiple, {
      figures: figures(rate(20, '2024-11-01'), rate(20, '2025-11-01'), burn(3)),
    });
    expect(flag.severity).toBe('not-computable');
    expect(flag.note).toContain('treat as critical');
  });

  it.each([
    ['burn', [rate(10, '2024-11-01'), rate(20, '2025-11-01')], 'cash burned'],
    ['new revenue', [burn(3)], 'run rate'],
    [
      'a disclosed burn',
      [rate(10, '2024-11-01'), rate(20, '2025-11-01'), undisclosed(burn(3))],
      'cash burned',
    ],
  ] as const)('without %s is insufficient', (_, rows, missing) => {
    const flag = flagOf(burnMultiple, { figures: figures(...rows) });
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.missing.join()).toContain(missing);
  });
});
