import { describe, expect, it } from 'vitest';
import { isInReach, scaleOf } from '#renderer/chart/histogram-bars.ts';
import {
  simulationBars,
  simulationNote,
  simulationTable,
} from '#renderer/parts/evidence/simulation/simulation-bars.ts';
import { problemsOf, readDraft } from '#renderer/parts/evidence/simulation/simulation-draft.ts';
import type { DrawnInputReport, SimulationReport } from '#shared/contract/simulation.ts';

const histogram = { from: 60, width: 10, counts: [100, 700, 150], below: 20, above: 30 };

const report: SimulationReport = {
  asOf: '2025-11-30',
  knownAt: null,
  subject: 'OpenAI',
  signal: 'commitment-to-revenue',
  measure: null,
  name: 'Purchase commitments to revenue',
  scope: null,
  unit: 'x',
  isLowerWorse: false,
  workings: '',
  inputs: [],
  trials: 1_000,
  seed: 1,
  mean: 75,
  p5: 62,
  p50: 74,
  p95: 88,
  bounds: { lo: 47, point: 70, hi: 280 },
  beyond: [
    { level: 'watch', threshold: 1, share: 1, words: '' },
    { level: 'warn', threshold: 70, share: 0.8, words: '' },
    { level: 'critical', threshold: 95, share: 0.01, words: '' },
  ],
  histogram,
  words: '',
  notes: [],
};

const value: DrawnInputReport = {
  id: 'fig_value',
  role: 'value',
  name: 'OpenAI: value',
  unit: 'USD',
  amount: { lo: 500e9, point: 500e9, hi: null },
  distribution: null,
  isCapped: false,
  words: '',
};

describe('the histogram of a simulation', () => {
  const bars = simulationBars(report, histogram);

  it('has heights in per cent of the trials and the thresholds as lines', () => {
    expect(bars.heights).toEqual([10, 70, 15]);
    expect(bars.lines.map(({ label, at }) => [label, at])).toEqual([
      ['Watch 1x', 1],
      ['Warn 70x', 70],
      ['Critical 95x', 95],
    ]);
  });

  it('reaches to lines nearby and leaves those far off to the edge', () => {
    expect(bars.lines.map(({ at }) => isInReach(bars, at))).toEqual([false, true, true]);
    const { min, max, ticks } = scaleOf(bars);
    expect([min, max]).toEqual([60, 105]);
    expect(ticks).toEqual([60, 70, 80, 90, 100]);
  });

  it('has a table that counts every trial once', () => {
    const { rows } = simulationTable(report, histogram);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['below', '60x', '20', '2%'],
      ['60x', '70x', '100', '10%'],
      ['70x', '80x', '700', '70%'],
      ['80x', '90x', '150', '15%'],
      ['90x', 'and above', '30', '3%'],
    ]);
    expect(rows.reduce((total, row) => total + Number(row[2]?.raw), 0)).toBe(report.trials);
    expect(simulationNote(report, histogram)).toBe(
      '1,000 trials in bars of 10x; thresholds as lines. 5% of trials lie outside.',
    );
  });
});

describe('what is typed before a simulation', () => {
  const draft = { caps: {}, trials: '100,000', seed: '7' };

  it('needs an end above what is stated for every open figure', () => {
    const problem = (text: string) =>
      problemsOf({ ...draft, caps: { fig_value: text } }, [value])['fig_value'];
    expect(problem('')).toMatch(/highest amount/);
    expect(problem('a lot')).toMatch(/750bn/);
    expect(problem('EUR 750bn')).toMatch(/750bn/);
    expect(problem('500bn')).toBe('It must be above USD 500bn, which is stated.');
    expect(problem('750bn')).toBe(undefined);
  });

  it('keeps trials and seed whole and within bounds', () => {
    const keys = (change: object) => Object.keys(problemsOf({ ...draft, ...change }, []));
    expect(keys({})).toEqual([]);
    expect(keys({ trials: '999' })).toEqual(['trials']);
    expect(keys({ trials: '1,000,001', seed: '-1' })).toEqual(['trials', 'seed']);
    expect(readDraft({ ...draft, caps: { fig_value: '0.75tn' } }, [value])).toEqual({
      caps: { fig_value: 750e9 },
      trials: 100_000,
      seed: 7,
    });
  });
});
