import { describe, expect, it } from 'vitest';
import { cashRunway } from '#core/signals/cash-runway.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { alternativeOf, BN, figures, flagOf, funding } from './one-signal.ts';

const { expected } = vectorOf('TV05');
const cash = (amount: number) => ({ metric: 'cash', amount: amount * BN }) as const;
const loss = { metric: 'net-loss', amount: 12 * BN, basis: 'quarter' } as const;
const burn = (amount: number, basis: 'quarter' | 'month' | 'fiscal-year', periodEnd: string | null = null) =>
  ({ metric: 'cash-burn', amount: amount * BN, basis, extra: { periodEnd } }) as const;

describe('cash-runway', () => {
  it.each([
    [10, expected.runwayMonthsPer10bn, expected.bandRunway10],
    [28, expected.runwayMonthsPer28bn, 'warn'],
    [48, 12, 'watch'],
    [72, 18, 'clear'],
  ])('TV05: USD %dbn against a loss of 12bn a quarter', (amount, months, severity) => {
    const flag = flagOf(cashRunway, { figures: figures(cash(amount), loss) });
    expect(isClose(flag.value?.point, months)).toBe(true);
    expect([flag.severity, flag.unit]).toEqual([severity, 'months']);
    expect(flag.tags).toContain('basis-mismatch');
  });

  it('takes burn before a loss, and the mean of the last three months', () => {
    const months = ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01'].map((end, at) =>
      burn(at === 0 ? 99 : at, 'month', end),
    );
    const flag = flagOf(cashRunway, { figures: figures(cash(10), loss, ...months) });
    expect(flag.value?.point).toBe(5);
    expect(flag.tags).toEqual(['derived']);
    expect(flagOf(cashRunway, { figures: figures(cash(10), burn(12, 'fiscal-year')) }).value?.point).toBe(10);
  });

  it('adds credit that is signed and not drawn, but no equity', () => {
    const deals = [funding('dea_line', 5 * BN, { kind: 'debt-financing' }), funding('dea_equity', 50 * BN)];
    expect(flagOf(cashRunway, { figures: figures(cash(10), burn(3, 'quarter')), deals }).value?.point).toBe(
      15,
    );
  });

  it('does not apply where no cash is burned', () => {
    const earned = { ...burn(1, 'quarter'), extra: { lo: -100, point: -100, hi: -100 } };
    const flag = flagOf(cashRunway, { figures: figures(cash(10), earned) });
    expect([flag.severity, flag.value]).toEqual(['not-applicable', null]);
  });

  it('is insufficient without cash, and shows how long money in talks would last', () => {
    const deals = [funding('dea_talks', 10 * BN, { status: 'in-talks' })];
    const flag = flagOf(cashRunway, { figures: figures(loss, { metric: 'cash' }), deals });
    expect([flag.severity, flag.value, flag.missing]).toEqual([
      'insufficient-data',
      null,
      ['unrestricted cash'],
    ]);
    expect(alternativeOf(flag, 'USD 10bn not yet signed').value?.point).toBe(expected.runwayMonthsPer10bn);
  });

  it('is insufficient without burn', () => {
    const flag = flagOf(cashRunway, { figures: figures(cash(10)) });
    expect(flag.missing).toEqual(['cash burned in a month, a quarter or a year']);
  });
});
