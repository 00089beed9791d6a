import { describe, expect, it } from 'vitest';
import { exactly, type Interval } from '#core/quantities/interval.ts';
import { evenWithinDay } from '#renderer/chart/even-steps.ts';
import { gapsOf, placeAt, stepPaths } from '#renderer/chart/step-path.ts';
import { spread } from '#renderer/chart/threshold-column.ts';
import { timeTicks } from '#renderer/chart/time-ticks.ts';

const at = (when: number, interval: Interval | null) => ({
  at: when,
  label: String(when),
  interval,
  tone: 'accent' as const,
  tooltip: [],
});
const points = [
  at(10, null),
  at(20, exactly(5)),
  at(30, { lo: 2, point: 3, hi: null }),
  at(40, null),
  at(50, null),
  at(60, exactly(0)),
];

describe('a stepped line', () => {
  const paths = stepPaths(points, 70, 100);

  it('holds each value until the next point, the last until the end, and draws nothing in a gap', () => {
    expect(paths.headline).toEqual([
      { x: 10, y: null },
      { x: 20, y: 5 },
      { x: 30, y: 3 },
      { x: 40, y: 3 },
      { x: 40, y: null },
      { x: 50, y: null },
      { x: 60, y: 0 },
      { x: 70, y: 0 },
    ]);
  });

  it('an open end reaches the top; a gap is no zero', () => {
    expect(paths.high.map(({ y }) => y)).toEqual([null, 5, 100, 100, null, null, 0, 0]);
    expect(paths.low.map(({ y }) => y)).toEqual([null, 5, 2, 2, null, null, 0, 0]);
  });

  it('joins neighbouring gaps', () => {
    expect(gapsOf(points, 70)).toEqual([
      { from: 10, until: 20 },
      { from: 40, until: 60 },
    ]);
    expect(gapsOf([at(10, null)], 70)).toEqual([{ from: 10, until: 70 }]);
  });

  it('finds the point that holds at an instant', () => {
    expect([5, 10, 39, 40, 99].map((when) => placeAt(points, when))).toEqual([null, 0, 2, 3, 5]);
  });
});

describe('ticks of time', () => {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
  const ticked = (from: string, until: string) =>
    timeTicks(day(from), day(until)).at.map((when) => new Date(when).toISOString().slice(0, 10));

  it.each([
    ['2025-11-01', '2025-11-04', ['2025-11-01', '2025-11-02', '2025-11-03', '2025-11-04']],
    ['2025-01-15', '2025-05-20', ['2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01']],
    ['2019-06-01', '2025-11-03', ['2020-01-01', '2022-01-01', '2024-01-01']],
  ])('%s to %s', (from, until, ticks) => {
    expect(ticked(from, until)).toEqual(ticks);
  });

  it('are never more than a reader takes in', () => {
    for (const years of [1, 3, 8, 20, 60, 100])
      expect(ticked('1990-03-05', `${1990 + years}-03-05`).length).toBeLessThanOrEqual(8);
  });
});

it('labels of near thresholds stand apart and inside the plot', () => {
  const bounds = { top: 0, bottom: 100 };
  expect(spread([20, 50, 80], 17, bounds)).toEqual([20, 50, 80]);
  expect(spread([50, 52, 54], 17, bounds)).toEqual([50, 67, 84]);
  expect(spread([95, 97, 99], 17, bounds)).toEqual([66, 83, 100]);
});

describe('changes of one day', () => {
  const stepsAt = (...whens: readonly number[]) => ({
    points: whens.map((when) => at(when, exactly(1))),
    until: 9e12,
    lines: [],
    axis: 'Share, %',
    tick: String,
    timeAxis: 'Known at',
  });
  const noon = Date.UTC(2025, 10, 3, 12);

  it('stand one step apart where a true scale would lay them over each other, and the axis says so', () => {
    const even = evenWithinDay(stepsAt(noon, noon + 5, noon + 900));
    expect(even.points.map((point) => point.at)).toEqual([0, 1, 2]);
    expect([even.from, even.until]).toEqual([0, 2.5]);
    expect(even.ticks?.at.map((place) => even.ticks?.text(place))).toEqual(['1', '2', '3']);
    expect(even.timeAxis).toMatch(/^Known at .*2025.*; one step a change, not to scale$/);
    expect(evenWithinDay(stepsAt(noon, noon + 3_600_000)).ticks?.text(1)).not.toBe('2');
  });

  it('keep their scale where they span a day or more', () => {
    const steps = stepsAt(noon, noon + 86_400_000);
    expect(evenWithinDay(steps)).toBe(steps);
    expect(evenWithinDay(stepsAt()).points).toEqual([]);
  });
});
