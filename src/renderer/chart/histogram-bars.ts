import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { AxisScale } from './axis-scale.ts';
import { amountAxis } from './bar-axes.ts';
import type { ThresholdLine } from './bar-item.ts';
import { ground } from './ground.ts';
import type { Palette } from './palette.ts';
import { LABEL_ROW, labelRows, thresholdAnnotations } from './threshold-lines.ts';

/** What a histogram shows, free of any canvas. Bars stand side by side and have one width. */
export interface HistogramBars {
  /** Low end of the first bar. */
  readonly from: number;
  readonly width: number;
  /** Height of each bar. */
  readonly heights: readonly number[];
  readonly lines: readonly ThresholdLine[];
  /** What the bars lie along, with its unit. */
  readonly axis: string;
  readonly tick: (amount: number) => string;
  /** What the heights measure, with its unit. */
  readonly heightAxis: string;
  readonly heightTick: (height: number) => string;
  /** Lines of the tooltip of a bar. */
  readonly tooltip: (index: number) => readonly string[];
}

export interface HistogramPoint {
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  readonly bars: HistogramBars;
  readonly palette: Palette;
  readonly isAnimated: boolean;
}

const PLOT_HEIGHT = 225;
/** A line further away than this many times the width of all bars would press them together: it is named at the edge. */
const REACH = 0.5;
const TICKS = 6;

/** Pixels that the chart needs. */
export function heightOfHistogram({ lines }: HistogramBars): number {
  return PLOT_HEIGHT + (lines.length === 0 ? 0 : 2 * LABEL_ROW);
}

/** Whether a line lies near enough to be drawn beside the bars. */
export function isInReach(
  { from, width, heights }: Pick<HistogramBars, 'from' | 'width' | 'heights'>,
  at: number,
) {
  const span = width * heights.length;
  return at >= from - span * REACH && at <= from + span * (1 + REACH);
}

export function histogramConfig(drawing: Drawing): ChartConfiguration<'bar', HistogramPoint[]> {
  const { bars, palette } = drawing;
  const { from, width, heights } = bars;
  const { solid, soft } = palette.tones.accent;
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          data: heights.map((y, at) => ({ x: from + (at + 0.5) * width, y })),
          backgroundColor: soft,
          hoverBackgroundColor: solid,
          borderColor: solid,
          borderWidth: { top: 1.5, left: 0.5, right: 0.5, bottom: 0 },
          borderSkipped: false,
          barPercentage: 1,
          categoryPercentage: 1,
          grouped: false,
        },
      ],
    },
    options: optionsOf(drawing, scaleOf(bars)),
  };
}

/** From the first bar to the last, and on to the lines in reach. */
export function scaleOf(bars: HistogramBars): AxisScale {
  const { from, width, heights } = bars;
  const until = from + width * heights.length;
  const lines = bars.lines.map(({ at }) => at).filter((at) => isInReach(bars, at));
  const min = Math.min(from, ...lines.map((at) => at - width));
  const max = Math.max(until, ...lines.map((at) => at + width));
  const step = stepFor((max - min) / TICKS);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { kind: 'linear', min, max, ticks };
}

function stepFor(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

function optionsOf({ bars, palette, isAnimated }: Drawing, scale: AxisScale): ChartOptions<'bar'> {
  const lines = { lines: bars.lines.map((line) => shownLine(line, bars, scale)), scale, palette };
  return {
    ...ground(palette, isAnimated),
    layout: {
      padding: ({ chart }) => ({
        top: LABEL_ROW * labelRows(chart.ctx, lines, chart.width * 0.8) + 6,
        right: 14,
        left: 0,
        bottom: 0,
      }),
    },
    scales: {
      x: amountBottom(bars, scale, palette),
      y: heightAxis(bars, palette),
    },
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { display: false },
      annotation: { clip: false, annotations: inFront(thresholdAnnotations(lines), bars) },
      tooltip: tooltipOf(bars, palette),
    },
  };
}

/** Bars stand between their edges, so that neither axis nor grid moves by half a bar. */
function amountBottom(bars: HistogramBars, scale: AxisScale, palette: Palette) {
  const axis = amountAxis(bars, scale, palette);
  return { ...axis, offset: false, grid: { ...axis.grid, offset: false } };
}

/** What lies out of reach is named at the edge on whose side it lies. */
function shownLine(line: ThresholdLine, bars: HistogramBars, scale: AxisScale): ThresholdLine {
  if (isInReach(bars, line.at)) return line;
  return line.at < scale.min
    ? { ...line, at: scale.min, label: `← ${line.label}` }
    : { ...line, at: scale.max, label: `${line.label} →` };
}

type Annotations = ReturnType<typeof thresholdAnnotations>;

/** Lines stand in front of the bars that they cut; what is only named at the edge has none. */
function inFront(annotations: Annotations, { lines, ...bars }: HistogramBars): Annotations {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, annotation], at) => {
      const line = lines[at];
      const isDrawn = line !== undefined && isInReach(bars, line.at);
      const stroke = isDrawn ? {} : { borderWidth: 0 };
      return [key, { ...annotation, ...stroke, drawTime: 'afterDatasetsDraw' as const }];
    }),
  );
}

function heightAxis({ heightAxis: title, heightTick }: HistogramBars, palette: Palette) {
  return {
    type: 'linear' as const,
    beginAtZero: true,
    grace: '6%',
    border: { color: palette.strongLine },
    grid: { color: palette.line, tickColor: palette.strongLine },
    ticks: {
      color: palette.dim,
      font: { size: 11 },
      maxTicksLimit: 5,
      callback: (height: number | string) => heightTick(Number(height)),
    },
    title: { display: true, text: title, color: palette.dim, font: { size: 11 } },
  };
}

function tooltipOf({ tooltip }: HistogramBars, palette: Palette) {
  return {
    backgroundColor: palette.text,
    titleColor: palette.page,
    bodyColor: palette.page,
    displayColors: false,
    padding: 10,
    cornerRadius: 4,
    bodyFont: { size: 12, family: palette.font },
    callbacks: {
      title: () => '',
      label: ({ dataIndex }: { dataIndex: number }) => [...tooltip(dataIndex)],
    },
  };
}
