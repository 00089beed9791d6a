import { describe, expect, it } from 'vitest';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import type { Flag } from '#core/signals/flag.ts';
import { lossToRevenue } from '#core/signals/loss-to-revenue.ts';
import { BN, bank, buyer, figures, flagOf, funding, source } from '../signals/one-signal.ts';
import { figureRow, sourceRow } from '../view-rows.ts';

const other = sourceRow('src_other', 'C');
const quarter = { basis: 'quarter', extra: { periodLabel: 'last quarter' } } as const;
const stated = figures(
  { ...quarter, metric: 'net-loss', amount: 12 * BN },
  { ...quarter, metric: 'revenue', amount: 3.25 * BN },
);
const deal = funding('dea_stake', 10 * BN);
const rest = { dealId: deal.id };
const part = figureRow({
  id: 'fig_part',
  about: bank.id,
  source,
  metric: 'deal-loss-share',
  amount: 3.1 * BN,
  basis: 'quarter',
  extra: { ...rest, definition: 'after tax' },
});
const stake = figureRow({
  id: 'fig_stake',
  about: bank.id,
  source,
  metric: 'deal-stake',
  unit: 'percent',
  amount: 27,
  extra: rest,
});

const onFile = (booked: Partial<FigureFacts> = {}, held: Partial<FigureFacts> = {}) =>
  flagOf(lossToRevenue, {
    figures: stated,
    deals: [{ ...deal, amounts: [...deal.amounts, { ...part, ...booked }, { ...stake, ...held }] }],
  });

const byHolders = ({ alternatives }: Flag) => alternatives.filter(({ label }) => label.includes(' books'));

describe('TV05: a loss by what a holder books of it', () => {
  it('stands beside the stated one and changes nothing of it', () => {
    const flag = onFile();
    expect(flag.value?.point).toBe(12 / 3.25);
    expect(byHolders(flag)).toMatchObject([
      {
        label: 'By the USD 3.1bn of the loss that Bank books (after tax)',
        note: 'USD 3.1bn / 27 % = USD 11.48bn, against a stated loss of USD 12bn.',
      },
    ]);
    expect(byHolders(flag)[0]?.value?.point).toBeCloseTo(3.1 / 0.27 / 3.25, 9);
    const aside = flag.inputs.filter(({ role }) => role === 'share of the loss' || role === 'stake');
    expect(aside.map(({ id, isUsed }) => [id, isUsed])).toEqual([
      ['fig_part', false],
      ['fig_stake', false],
    ]);
  });

  it.each([
    ['the stake is of another source', {}, { source: other, sourceId: other.id }],
    ['the stake is only rumoured', {}, { status: 'rumoured' }],
    ['the stake is undisclosed', {}, { lo: null, point: null, hi: null, qualifier: 'undisclosed' }],
    ['the share is of a year', { basis: 'fiscal-year' }, {}],
    ['the share is in another currency', { unit: 'EUR' }, {}],
    ['the stake is of another period', { periodLabel: 'Q3' }, { periodLabel: 'Q1' }],
  ] as const)('is not implied where %s', (_, booked, held) => {
    expect(byHolders(onFile(booked, held))).toEqual([]);
  });

  it('is not implied by a holding of the company itself', () => {
    const own = {
      ...deal,
      parties: [...deal.parties].map(({ role }) => ({ role, entity: role === 'payer' ? buyer : bank })),
    };
    const flag = flagOf(lossToRevenue, { figures: stated, deals: [{ ...own, amounts: [part, stake] }] });
    expect(byHolders(flag)).toEqual([]);
  });
});
