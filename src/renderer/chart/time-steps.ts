import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { headlineOf } from '#core/quantities/interval.ts';
import { type AxisScale, scaleFor } from './axis-scale.ts';
import { uprightAmountAxis } from './bar-axes.ts';
import type { ThresholdLine } from './bar-item.ts';
import { ground, pinTicks } from './ground.ts';
import { hatch } from './hatch.ts';
import type { Palette } from './palette.ts';
import { gapsOf, type PathPoint, placeAt, stepPaths, type TimePoint } from './step-path.ts';
import { thresholdColumn, thresholdColumnWidth } from './threshold-column.ts';
import { type TimeTicks, timeTicks } from './time-ticks.ts';
import { wrapLabel } from './wrap-label.ts';

/** What a chart of a quantity over time shows, free of any canvas. */
export interface TimeSteps {
  /** In the order of time. */
  readonly points: readonly TimePoint[];
  /** Where the axis begins; at the first point where left out. */
  readonly from?: number;
  /** Until when the last value is drawn, milliseconds since 1970; later than every point. */
  readonly until: number;
  readonly lines: readonly ThresholdLine[];
  /** What the amounts measure with its unit, e.g. "Commitments to revenue, x". */
  readonly axis: string;
  readonly tick: (amount: number) => string;
  /** What the days mean, e.g. "As of". */
  readonly timeAxis: string;
  /** Where the axis is ticked, unless by days and months. */
  readonly ticks?: TimeTicks;
}

interface Drawing {
  readonly steps: TimeSteps;
  readonly palette: Palette;
  readonly isAnimated: boolean;
  readonly onPick: ((index: number) => void) | undefined;
}

/** Pixels that the chart takes in height. */
export const TIME_HEIGHT = 260;
const TITLE_CHARACTERS = 30;
const TIME_TITLE_CHARACTERS = 44;
const TOOLTIP_CHARACTERS = 46;

export function timeStepsConfig(drawing: Drawing): ChartConfiguration<'line', PathPoint[]> {
  const { steps, palette } = drawing;
  const scale = amountScale(steps);
  return {
    type: 'line',
    data: { datasets: datasetsOf(steps, scale, palette) },
    plugins: [thresholdColumn(steps.lines, palette)],
    options: optionsOf(drawing, scale),
  };
}

function amountScale({ points, lines }: TimeSteps): AxisScale {
  const ends = points.flatMap(({ interval }) =>
    interval === null ? [] : [interval.lo, headlineOf(interval), interval.hi ?? interval.lo],
  );
  return scaleFor(
    ends,
    lines.map(({ at }) => at),
  );
}

/** The points first, so that their places are those of `points`; then the line, then the two edges of its band. */
function datasetsOf({ points, until }: TimeSteps, scale: AxisScale, palette: Palette) {
  const { headline, low, high } = stepPaths(points, until, scale.max);
  const { solid, soft } = palette.tones.accent;
  const edge = { stepped: 'before' as const, pointRadius: 0, borderWidth: 0, spanGaps: false };
  return [
    {
      data: points.map(({ at, interval }) => ({ x: at, y: interval === null ? null : headlineOf(interval) })),
      showLine: false,
      pointRadius: 4,
      pointHoverRadius: 6,
      pointBackgroundColor: points.map(({ tone }) => palette.tones[tone].solid),
      pointBorderColor: palette.page,
      pointBorderWidth: 1.5,
      clip: 8,
    },
    { ...edge, data: [...headline], borderColor: solid, borderWidth: 2, clip: 2 },
    { ...edge, data: [...low], borderColor: soft },
    { ...edge, data: [...high], borderColor: soft, fill: '-1', backgroundColor: soft },
  ];
}

function optionsOf(drawing: Drawing, scale: AxisScale): ChartOptions<'line'> {
  const { steps, palette, isAnimated, onPick } = drawing;
  return {
    ...ground(palette, isAnimated),
    layout: {
      padding: ({ chart }) => ({
        top: 10,
        left: 0,
        bottom: 0,
        right: Math.max(12, thresholdColumnWidth(chart.ctx, steps.lines, palette)),
      }),
    },
    scales: {
      x: timeAxis(steps, palette),
      y: uprightAmountAxis(steps, scale, { palette, titleCharacters: TITLE_CHARACTERS }),
    },
    interaction: { mode: 'held', intersect: false },
    onClick: (event, _, { scales }) => {
      const at = event.x === null ? undefined : scales['x']?.getValueForPixel(event.x);
      const index = at === undefined ? null : placeAt(steps.points, at);
      if (index !== null) onPick?.(index);
    },
    onHover: ({ native }) => {
      if (native?.target instanceof HTMLElement)
        native.target.style.cursor = onPick === undefined ? 'default' : 'pointer';
    },
    plugins: {
      legend: { display: false },
      annotation: { annotations: { ...gapBoxes(steps, palette), ...linesOf(steps, palette) } },
      tooltip: tooltipOf(steps.points, palette),
    },
  };
}

function timeAxis(steps: TimeSteps, palette: Palette) {
  const { points, until, timeAxis: title } = steps;
  const from = steps.from ?? points[0]?.at ?? until;
  const ticks = steps.ticks ?? timeTicks(from, until);
  return {
    type: 'linear' as const,
    min: from,
    max: until,
    afterBuildTicks: pinTicks(ticks.at),
    border: { color: palette.strongLine },
    grid: { display: false, tickColor: palette.strongLine },
    ticks: {
      color: palette.dim,
      font: { size: 11 },
      maxRotation: 0,
      autoSkipPadding: 10,
      callback: (at: number | string) => ticks.text(Number(at)),
    },
    title: {
      display: true,
      text: [...wrapLabel(title, TIME_TITLE_CHARACTERS, 3)],
      color: palette.dim,
      font: { size: 11 },
    },
  };
}

function linesOf({ lines }: TimeSteps, palette: Palette): Record<string, AnnotationOptions> {
  return Object.fromEntries(
    lines.map(({ at, tone }, index) => [
      `line${index}`,
      {
        type: 'line',
        scaleID: 'y',
        value: at,
        borderColor: palette.tones[tone].solid,
        borderWidth: 1.5,
        borderDash: [5, 4],
        drawTime: 'beforeDatasetsDraw',
      },
    ]),
  );
}

/** Where nothing is known the ground is hatched: told apart from a low value, never drawn as one. */
function gapBoxes({ points, until }: TimeSteps, palette: Palette): Record<string, AnnotationOptions> {
  return Object.fromEntries(
    gapsOf(points, until).map((gap, index) => [
      `gap${index}`,
      {
        type: 'box',
        xScaleID: 'x',
        xMin: gap.from,
        xMax: gap.until,
        backgroundColor: hatch(palette.line, palette.page),
        borderWidth: 0,
        drawTime: 'beforeDatasetsDraw',
      },
    ]),
  );
}

function tooltipOf(points: readonly TimePoint[], palette: Palette) {
  return {
    backgroundColor: palette.text,
    titleColor: palette.page,
    bodyColor: palette.page,
    displayColors: false,
    padding: 10,
    cornerRadius: 4,
    titleFont: { size: 12, family: palette.font },
    bodyFont: { size: 12, family: palette.font },
    filter: ({ datasetIndex }: { datasetIndex: number }) => datasetIndex === 0,
    callbacks: {
      title: ([first]: readonly { dataIndex: number }[]) => points[first?.dataIndex ?? -1]?.label ?? '',
      label: ({ dataIndex }: { dataIndex: number }) =>
        (points[dataIndex]?.tooltip ?? []).flatMap((line) => wrapLabel(line, TOOLTIP_CHARACTERS, 3)),
    },
  };
}
