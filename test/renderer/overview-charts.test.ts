import { describe, expect, it } from 'vitest';
import {
  counterpartyBars,
  counterpartyNote,
  counterpartyTable,
} from '#renderer/screens/overview/counterparty-bars.ts';
import { flagOfCounterparty, targetOfTile, totalFlagOf } from '#renderer/screens/overview/overview-flags.ts';
import { ratioBars, ratioNote, ratioTable } from '#renderer/screens/overview/ratio-bars.ts';
import { dealScope, flagWith } from './signals-flag.fixture.ts';

const ratio = {
  thresholds: { watch: 1, warn: 3, critical: 6 },
  bars: [
    {
      label: 'USD 13bn',
      ratio: { lo: 107.69, point: 107.69, hi: 107.69 },
      basis: 'fiscal-year',
      source: 'A',
      isHeadline: true,
    },
    {
      label: 'USD 5bn to 10bn',
      ratio: { lo: 140, point: 186.67, hi: 280 },
      basis: 'third-party-estimate',
      source: 'B',
      isHeadline: false,
    },
  ],
};

describe('commitments against revenue', () => {
  it('names the range over all revenues and keeps an open end open', () => {
    expect(ratioNote(ratio)).toBe(
      'Commitments over each of the 2 revenues on file: 107.7x to 280x. Critical above 6x.',
    );
    const [first] = ratio.bars;
    if (first === undefined) throw new Error('no bar');
    const open = { ...ratio, bars: [{ ...first, ratio: { lo: 77, point: 77, hi: null } }] };
    expect(ratioNote(open)).toBe('Commitments over the one revenue on file: 77x or more. Critical above 6x.');
    expect(ratioTable(open).rows[0]?.[3]).toEqual({ text: 'open', raw: null });
  });

  it('draws each bar with its range and marks the one that the flag uses', () => {
    const { items, lines } = ratioBars(ratio);
    expect(items.map(({ words, subWords, isStrong, detail }) => [words, subWords, isStrong, detail])).toEqual(
      [
        ['107.7x', '', true, 'fiscal year, used for the flag'],
        ['186.7x', '140x to 280x', false, 'third party estimate'],
      ],
    );
    expect(lines).toEqual([
      { label: 'Watch 1x', at: 1, tone: 'watch' },
      { label: 'Warn 3x', at: 3, tone: 'warn' },
      { label: 'Critical 6x', at: 6, tone: 'critical' },
    ]);
  });
});

describe('commitments by counterparty', () => {
  const parties = {
    currency: 'USD',
    unitemised: 789.6e9,
    byCounterparty: [
      {
        entityId: 'e1',
        name: 'Oracle',
        amount: { lo: 300e9, point: 300e9, hi: 300e9 },
        share: 0.4915,
        dealIds: ['dea_1'],
        source: 'A',
      },
      { entityId: 'e2', name: 'Google', amount: null, share: null, dealIds: ['dea_2'], source: 'A' },
    ],
  };

  it('gives an undisclosed amount no bar and never a zero', () => {
    const { items } = counterpartyBars(parties);
    expect(
      items.map(({ label, words, subWords, look, interval }) => [
        label,
        words,
        subWords,
        look,
        interval?.point ?? null,
      ]),
    ).toEqual([
      ['Oracle', 'USD 300bn', '49.2% of named', 'solid', 300e9],
      ['Google', 'undisclosed', '', 'solid', null],
      ['Not itemised', 'USD 789.6bn', '', 'hatched', 789.6e9],
    ]);
    expect(counterpartyTable(parties).rows.map((row) => row[1])).toEqual([
      { text: 'USD 300bn', raw: 300e9 },
      { text: 'undisclosed', raw: 'undisclosed' },
      { text: 'USD 789.6bn', raw: 789.6e9 },
    ]);
    expect(counterpartyNote(parties)).toBe(
      '1 named with an amount, 1 undisclosed, USD 789.6bn of the stated total not itemised.',
    );
  });

  it('shows no remainder where no total is stated, or the deals exceed it', () => {
    expect(counterpartyBars({ ...parties, unitemised: null }).items).toHaveLength(2);
    expect(counterpartyBars({ ...parties, unitemised: -5e9 }).items).toHaveLength(2);
    expect(counterpartyTable({ ...parties, unitemised: null }).rows).toHaveLength(2);
  });
});

describe('what explains what', () => {
  const total = flagWith({ severity: 'warn' });
  const hhi = flagWith({ signal: 'supplier-concentration', measure: 'hhi', severity: 'watch' });
  const top = flagWith({ signal: 'supplier-concentration', measure: 'top-1', severity: 'critical' });
  const deal = flagWith({ scope: dealScope('dea_1', 'Oracle') });
  const flags = [total, hhi, top, deal];

  it('a tile opens its flag, else its figure, else nothing', () => {
    const tile = {
      id: 't',
      label: '',
      value: null,
      unit: 'x',
      severity: null,
      note: '',
      signal: null,
      figureId: null,
    };
    expect(targetOfTile(flags, { ...tile, signal: 'commitment-to-revenue' })).toEqual({
      kind: 'flag',
      flag: total,
    });
    expect(targetOfTile(flags, { ...tile, signal: 'supplier-concentration/hhi' })).toEqual({
      kind: 'flag',
      flag: hhi,
    });
    expect(targetOfTile(flags, { ...tile, figureId: 'fig_1' })).toEqual({ kind: 'entry', id: 'fig_1' });
    expect(targetOfTile(flags, tile)).toBeNull();
  });

  it('a signal of several measures gives its gravest, a counterparty its deals', () => {
    expect(totalFlagOf(flags, 'supplier-concentration')).toBe(top);
    expect(totalFlagOf(flags, 'loss-to-revenue')).toBeNull();
    expect(flagOfCounterparty(flags, ['dea_1'])).toBe(deal);
    expect(flagOfCounterparty(flags, ['dea_9'])).toBe(top);
  });
});
