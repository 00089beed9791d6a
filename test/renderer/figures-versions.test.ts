import { describe, expect, it } from 'vitest';
import type { Matter, Version } from '#renderer/screens/figures/compare/told.ts';
import {
  plottedVersions,
  versionChartTable,
  versionPlot,
} from '#renderer/screens/figures/compare/version-plot.ts';
import {
  isInForce,
  spelledText,
  statedText,
  verdictText,
} from '#renderer/screens/figures/compare/version-words.ts';

function version(id: string, given: Partial<Version> = {}): Version {
  return {
    id,
    stated: '',
    wording: null,
    qualifier: 'exact',
    interval: { lo: 13e9, point: 13e9, hi: 13e9 },
    widened: { lo: 12.5e9, point: 13e9, hi: 13.5e9 },
    isOpenBelow: false,
    unit: 'USD',
    sourceId: `src_${id}`,
    source: `Source of ${id}`,
    publisher: null,
    publishedOn: null,
    reliability: 'C',
    credibility: 3,
    isPrimary: false,
    basis: 'fiscal-year',
    accounting: null,
    status: 'reported',
    period: null,
    definition: null,
    passageId: null,
    quote: null,
    origins: [`Source of ${id}`],
    difference: null,
    excludes: [],
    takenBy: [],
    ...given,
  };
}

function matter(versions: Version[], given: Partial<Matter> = {}): Matter {
  return {
    id: 'fig_a',
    kind: 'amount',
    name: 'OpenAI: revenue, fiscal year',
    verdict: 'contradict',
    verdictWords: '',
    isWithinOneSource: false,
    claims: versions.length,
    apart: 0,
    spread: 0.5,
    settledBy: '',
    isPicked: false,
    unit: 'USD',
    versions,
    median: 10e9,
    hull: null,
    origins: 2,
    policies: [],
    pick: null,
    ...given,
  };
}

describe('the plot of versions', () => {
  const open = version('open', { interval: { lo: 1e12, point: 1e12, hi: null }, qualifier: 'over' });
  const pounds = version('pounds', { unit: 'GBP' });
  const silent = version('silent', { interval: null, widened: null });

  it('leaves what has no place on its axis to the table beside it', () => {
    expect(plottedVersions(matter([open, pounds, silent])).map(({ id }) => id)).toEqual(['open']);
  });

  it('keeps an open end open, with room for it to go on', () => {
    const { items, scale } = versionPlot(matter([open]));
    expect(items[0]?.interval?.hi).toBeNull();
    expect(scale.max).toBeGreaterThan(1e12);
    expect(statedText(open)).toBe('USD 1tn or more');
  });

  it('marks the version that counts, and draws those that are not compared as such', () => {
    const counted = version('counted', { takenBy: ['most-reliable'] });
    const apart = version('apart', { difference: 'another basis' });
    const all = matter([counted, apart], {
      policies: [
        {
          id: 'most-reliable',
          label: 'Most reliable source',
          what: '',
          isInForce: true,
          amount: counted.interval,
          figureIds: ['counted'],
          words: '',
        },
      ],
    });
    expect(versionPlot(all).items.map(({ tone, look, subWords }) => [tone, look, subWords])).toEqual([
      ['accent', 'solid', 'counts now'],
      ['neutral', 'faded', 'not compared'],
    ]);
    expect([isInForce(counted, all), isInForce(apart, all)]).toEqual([true, false]);
    expect(verdictText(apart, all)).toBe('Not compared: another basis');
  });

  it('never writes an unknown end as zero into the file', () => {
    const rows = versionChartTable(matter([open])).rows;
    expect(rows[0]?.map(({ raw }) => raw).slice(1, 4)).toEqual([1e12, 1e12, null]);
  });

  it('says the weekday of a single day, and of nothing else', () => {
    const spelled = (lo: number, hi: number | null, isOpenBelow = false) =>
      spelledText(version('day', { unit: 'day', interval: { lo, point: null, hi }, isOpenBelow }));
    const friday = 20_112;
    expect(spelled(friday, friday)).toMatch(/^Friday, .*2025$/);
    for (const words of [spelled(friday, friday + 3), spelled(friday, null), spelled(friday, friday, true)])
      expect(words).not.toContain('day,');
    expect(spelledText(version('amount', {}))).toBe(statedText(version('amount', {})));
  });

  it('says days as days: a day, a window, a last day', () => {
    const on = (lo: number, hi: number, isOpenBelow = false) =>
      statedText(version('day', { unit: 'day', interval: { lo, point: null, hi }, isOpenBelow }));
    expect(on(20_390, 20_390)).toMatch(/2025/);
    expect(on(20_362, 20_392)).toMatch(/2025 to .*2025/);
    expect(on(20_818, 20_818, true)).toMatch(/^by .*2026/);
  });
});
