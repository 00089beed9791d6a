import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentToRevenue } from '#core/signals/commitment-to-revenue.ts';
import { runSignals } from '#core/signals/run.ts';
import {
  changesBetween,
  isSameStanding,
  MOST_POINTS,
  standingIn,
  thinned,
  turnsOf,
} from '#core/signals/timeline.ts';
import { pickRow } from '../figures/pick-rows.ts';
import { sourceRow, viewOf } from '../view-rows.ts';
import { BN, bank, buyer, figures, purchase, seller } from './one-signal.ts';

const early = sourceRow('src_early', 'C', '2024-02-01');
const late = sourceRow('src_late', 'C', '2025-06-15');
const year = (first: number, amount: number) => ({
  metric: 'revenue' as const,
  amount: amount * BN,
  basis: 'fiscal-year' as const,
  source: early,
  extra: { periodStart: `${first}-01-01`, periodEnd: `${first + 1}-01-01` },
});
const view = viewOf({
  asOf: '2025-11-30',
  entities: [bank, buyer, seller],
  sources: [early, late],
  deals: [
    purchase('AWS', 38 * BN, {
      source: late,
      amounts: [{ id: 'fig_aws', source: late, amount: 38 * BN }],
      extra: { announcedOn: '2025-06-10', endOn: '2032-06-10' },
    }),
  ],
  figures: figures({ ...year(2023, 5), id: 'rev_2023' }, {
    ...year(2024, 13),
    id: 'rev_2024',
    source: late,
  } as never),
});
const on = (day: string) =>
  standingIn(
    runSignals({
      view: { ...view, asOf: day },
      subjectIds: [buyer.id],
      sets: [],
      signals: [commitmentToRevenue],
    }),
    { signal: commitmentToRevenue.id, measure: null, scopeId: null },
  );

describe('the days on which something may change', () => {
  const turns = turnsOf(view, '2025-11-30');

  it('are those of publications, periods and deals, each once, the one looked at last', () => {
    const days = turns.map(({ day }) => day);
    expect(days).toEqual([
      '2023-01-01',
      '2024-01-01',
      '2024-02-01',
      '2025-01-01',
      '2025-06-10',
      '2025-06-15',
      '2025-11-30',
    ]);
    expect(turns.find(({ day }) => day === '2025-06-15')?.causes).toEqual(['Source src_late is published']);
    expect(turns.find(({ day }) => day === '2025-06-10')?.causes).toEqual(['AWS: announced']);
  });

  it('are also those on which a pick expires', () => {
    const [figure] = view.figures;
    if (figure === undefined) throw new Error('no figure');
    const picks = [pickRow({ id: 'pic_1', figure, expiresOn: '2025-09-01' })];
    const turn = turnsOf({ ...view, picks }, '2025-11-30').find(({ day }) => day === '2025-09-01');
    expect(turn?.causes).toEqual(['A pick of R. Reviewer expires']);
  });

  it('stop at the day that is looked at', () => {
    expect(
      turnsOf(view, '2024-03-01')
        .map(({ day }) => day)
        .at(-1),
    ).toBe('2024-03-01');
    expect(turnsOf(viewOf({}), '2025-11-30').map(({ day }) => day)).toEqual(['2025-11-30']);
  });

  it('leave nothing out: between two of them the measure stands still', () => {
    const day = fc
      .integer({ min: 0, max: 1_060 })
      .map((offset) => new Date(Date.UTC(2023, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (between) => {
        const before = turns.findLast((turn) => turn.day <= between);
        expect(isSameStanding(on(between), on(before?.day ?? ''))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a measure over time', () => {
  it('is a gap, never zero, until its figures are published', () => {
    expect(on('2024-06-01')).toMatchObject({ value: null, severity: 'insufficient-data' });
    expect(on('2025-06-15').value?.point).toBe(38 / 13);
  });

  it('says what changed', () => {
    const [before, now] = [on('2024-06-01'), on('2025-06-15')];
    expect(changesBetween(before, now)).toEqual(
      expect.arrayContaining([
        'Now counts: AWS (Source src_late).',
        expect.stringMatching(/^Worked out: USD 38bn/),
      ]),
    );
    expect(changesBetween(now, before)).toContain('No longer counts: AWS.');
    expect(changesBetween(null, now)).toEqual([]);
    expect(changesBetween(now, now)).toEqual([]);
  });

  it('has no standing where there is no such flag', () => {
    const wanted = { signal: commitmentToRevenue.id, measure: null, scopeId: null };
    expect(standingIn([], wanted)).toMatchObject({ value: null, severity: null });
  });

  it('is never read off another signal with the same scope', () => {
    const flags = runSignals({ view, subjectIds: [buyer.id], sets: [], signals: [commitmentToRevenue] });
    const other = { signal: 'stale-figure', measure: null, scopeId: null };
    expect(flags[0]?.scope.kind).toBe('total');
    expect(standingIn(flags, other)).toMatchObject({ value: null, severity: null });
  });
});

it('keeps the first and the last of many instants, in order, none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
      const all = Array.from({ length: count }, (_, at) => at);
      const kept = thinned(all);
      expect(kept.length).toBe(Math.min(count, MOST_POINTS));
      expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)]);
      expect(kept.every((item, at) => at === 0 || item > (kept[at - 1] ?? -1))).toBe(true);
    }),
  );
});
