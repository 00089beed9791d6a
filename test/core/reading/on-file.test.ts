import { describe, expect, it } from 'vitest';
import type { DealFacts, FigureFacts } from '#core/model/ledger-view.ts';
import { dealsOnFile, figuresOnFile, inOrder, totalsOnFile } from '#core/reading/on-file.ts';

const source = {
  ...{ id: 'src_1', title: 'A paper', publisher: null, reliability: 'C' as const },
  ...{ publishedOn: null, recordedOn: null },
};

function figure(id: string, given: Partial<FigureFacts>): FigureFacts {
  return {
    ...{ id, entityId: 'ent_1', metric: 'revenue', dealId: null, qualifier: 'exact', unit: 'USD' },
    ...{ lo: 13e11, point: 13e11, hi: 13e11, basis: 'fiscal-year', accounting: null, status: 'reported' },
    ...{ periodStart: null, periodEnd: null, periodLabel: '2024', definition: null, credibility: 6 },
    ...{ isPrimary: null, sourceId: 'src_1', passageId: null, wording: null, note: null },
    ...{ recordedSeq: 1, source, quote: null },
    ...given,
  };
}

describe('what is on file', () => {
  it.each([
    [{}, 'same'],
    [{ lo: 13e11, point: 13e11, hi: null, qualifier: 'over' }, 'agrees'],
    [{ lo: 20e11, point: 20e11, hi: 20e11 }, 'contradicts'],
    [{ lo: 20e11, point: 20e11, hi: 20e11, basis: 'quarter' }, 'differs'],
    [{ lo: 20e11, point: 20e11, hi: 20e11, unit: 'EUR' }, 'differs'],
    [{ qualifier: 'undisclosed', lo: null, point: null, hi: null }, 'agrees'],
  ] as const)('a figure of %j: %s', (given, verdict) => {
    const held = figure('fig_2', given);
    expect(figuresOnFile(figure('', {}), [held], '2025-11-30')).toMatchObject([{ id: 'fig_2', verdict }]);
  });

  it('compares no other metrics', () => {
    expect(figuresOnFile(figure('', {}), [figure('fig_2', { metric: 'valuation' })], '2025-11-30')).toEqual(
      [],
    );
  });

  const company = (id: string) => ({
    entity: { id, name: id } as DealFacts['parties'][number]['entity'],
    role: 'payer' as const,
  });
  const deal = (id: string, given: Partial<DealFacts>): DealFacts =>
    ({
      ...{ id, name: id, kind: 'cloud-compute', status: 'signed', source, quote: null, schedule: [] },
      parties: [company('ent_1'), company('ent_2')],
      amounts: [figure('fig_d', { metric: 'deal-headline', dealId: id })],
      ...given,
    }) as DealFacts;
  const drafted = {
    kind: 'cloud-compute',
    parties: [['ent_1'], ['ent_2', 'ent_parent']],
    amount: figure('', { metric: 'deal-headline', dealId: '' }),
  };
  const alone = (id: string) => [id];

  it.each([
    [deal('dea_1', {}), 'same'],
    [deal('dea_1', { kind: 'chip-supply' }), 'same'],
    [deal('dea_1', { kind: 'chip-supply', amounts: [] }), 'differs'],
    [deal('dea_1', { amounts: [] }), 'agrees'],
    [
      deal('dea_1', { amounts: [figure('f', { metric: 'deal-headline', lo: 1, point: 1, hi: 1 })] }),
      'contradicts',
    ],
    [deal('dea_1', { parties: [company('ent_1'), company('ent_parent')] }), 'same'],
  ] as const)('a deal between the same parties (%#): its amount decides', (held, verdict) => {
    expect(dealsOnFile(drafted, [held], alone)).toMatchObject([{ id: 'dea_1', noun: 'deal', verdict }]);
  });

  const sum = (full: number) => figure('f', { metric: 'deal-headline', lo: full, point: full, hi: full });
  const others = [company('ent_1'), company('ent_9')];

  it('a deal with somebody else is another deal', () => {
    const held = deal('dea_1', { parties: others, amounts: [sum(1)] });
    expect(dealsOnFile(drafted, [held], alone)).toEqual([]);
  });

  it('the same sum with one party in common is shown, and never taken for the same deal', () => {
    const held = deal('dea_1', { parties: others });
    const unknown = { ...drafted, parties: [['ent_1'], []] };
    for (const one of [drafted, unknown])
      expect(dealsOnFile(one, [held], alone)).toMatchObject([
        { verdict: 'differs', why: expect.stringContaining('perhaps the same deal') },
      ]);
  });

  it.each([
    ['the same', drafted.amount.point ?? 0, 'same'],
    ['another', 1, 'differs'],
  ])('what one company spends by itself, with %s amount', (_, full, verdict) => {
    const held = deal('dea_1', { kind: 'capex', parties: [company('ent_1')], amounts: [sum(full)] });
    const own = { ...drafted, kind: 'capex', parties: [['ent_1']] };
    expect(dealsOnFile(own, [held], alone)).toMatchObject([{ verdict }]);
  });

  it('a sum that is on file as a total is no deal beside it', () => {
    const spent = figure('', { metric: 'deal-headline', dealId: '' });
    const held = [figure('fig_2', { metric: 'total-commitments' }), figure('fig_3', { metric: 'revenue' })];
    expect(totalsOnFile(spent, held)).toMatchObject([{ id: 'fig_2', why: expect.stringContaining('twice') }]);
  });

  it('shows what is the same first, then what cannot be true beside it', () => {
    const one = (verdict: 'same' | 'agrees' | 'differs' | 'contradicts') =>
      ({ id: verdict, noun: 'figure', line: '', verdict, why: '' }) as const;
    expect(
      inOrder([one('differs'), one('agrees'), one('contradicts'), one('same')]).map(({ id }) => id),
    ).toEqual(['same', 'contradicts', 'agrees', 'differs']);
  });
});
