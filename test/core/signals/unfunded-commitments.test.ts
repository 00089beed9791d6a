import { describe, expect, it } from 'vitest';
import { unfundedCommitments } from '#core/signals/unfunded-commitments.ts';
import { isClose } from '../vectors.ts';
import { BN, figures, flagOf, flagsOf, funding, purchase } from './one-signal.ts';

const deal = purchase('dea_aws', 38 * BN);
const talks = funding('dea_talks', 10 * BN, {
  status: 'in-talks',
  amounts: [
    { id: 'fig_talks', source: deal.source, amount: 10 * BN, qualifier: 'at-least', status: 'in-talks' },
  ],
});
const cash = { metric: 'cash', amount: 9.5 * BN } as const;

describe('unfunded-commitments', () => {
  it('is all of it where nothing is signed, and less at the favourable end if talks succeed', () => {
    const flag = flagOf(unfundedCommitments, { deals: [deal, talks] });
    expect([flag.value?.point, flag.value?.hi, flag.severity]).toEqual([1, 1, 'critical']);
    expect(isClose(flag.value?.lo, 28 / 38)).toBe(true);
    expect([flag.certainty, flag.bandLo]).toEqual(['possible', 'warn']);
    expect(flag.tags).toContain('at-most');
    expect(flag.workings).toBe('(USD 38bn - none disclosed) / USD 38bn = 1; with USD 10bn in talks 0.7368');
  });

  it('takes cash and signed money off, and never goes below zero', () => {
    const value = (amount: number) =>
      flagOf(unfundedCommitments, {
        deals: [deal, funding('dea_signed', amount)],
        figures: figures(cash),
      });
    expect(isClose(value(9.5 * BN).value?.point, 0.5)).toBe(true);
    expect(value(9.5 * BN).tags).not.toContain('at-most');
    expect([value(90 * BN).value, value(90 * BN).severity]).toEqual([{ lo: 0, point: 0, hi: 0 }, 'clear']);
  });

  it('leaves out money already paid, as it is in the cash', () => {
    const flag = flagOf(unfundedCommitments, {
      deals: [deal, funding('dea_done', 30 * BN, { status: 'completed' })],
    });
    expect(flag.value?.point).toBe(1);
    expect(flag.inputs.find(({ id }) => id === 'dea_done')).toMatchObject({
      isUsed: false,
      note: 'Completed: what was paid is in the cash of the company.',
    });
  });

  it('counts only what is still to come of money paid in part', () => {
    const part = funding('dea_line', 20 * BN, { kind: 'debt-financing', status: 'active' });
    const paid = figures({
      id: 'fig_paid',
      metric: 'deal-paid',
      amount: 1 * BN,
      extra: { dealId: 'dea_line' },
    });
    const flag = flagOf(unfundedCommitments, {
      deals: [deal, { ...part, amounts: [...part.amounts, ...paid] }],
    });
    expect(isClose(flag.value?.point, 0.5)).toBe(true);
  });

  it('has a reading for the whole and one for each deal', () => {
    const flags = flagsOf(unfundedCommitments, {
      deals: [deal, purchase('dea_loi', 10 * BN, { status: 'letter-of-intent' })],
    });
    expect(
      flags.map(({ scope, severity }) => [scope.kind === 'deal' ? scope.id : scope.kind, severity]),
    ).toEqual([
      ['total', 'critical'],
      ['dea_aws', 'critical'],
      ['dea_loi', 'warn'],
    ]);
  });

  it.each([
    ['nothing', []],
    ['an undisclosed deal', [purchase('dea_silent')]],
  ])('with %s on file is insufficient', (_, deals) => {
    const flag = flagOf(unfundedCommitments, { deals });
    expect([flag.severity, flag.value, flag.missing.length]).toEqual(['insufficient-data', null, 1]);
  });
});
