import type { ChartConfiguration, ChartOptions } from 'chart.js';
import type { Interval } from '#core/quantities/interval.ts';
import type { AxisScale } from './axis-scale.ts';
import { amountAxis, isNarrow, LABEL_WIDTH, nameAxis } from './bar-axes.ts';
import type { BarItem } from './bar-item.ts';
import { barTooltip } from './bar-tooltip.ts';
import { ground } from './ground.ts';
import type { Palette } from './palette.ts';
import { rangeMarks } from './range-marks.ts';
import { valueColumn, valueColumnWidth } from './value-column.ts';

/** One value as its range with a mark at the stated point. */
export interface RangeItem extends BarItem {
  /** Only the upper end is known, as in "by the end of 2026". */
  readonly isOpenBelow: boolean;
  /** How far the words allow, where that is wider than the range; null for no line. */
  readonly reach: Interval | null;
}

/** Ranges on one axis, free of any canvas. */
export interface RangePlot {
  readonly items: readonly RangeItem[];
  /** What the axis measures, with its unit. */
  readonly axis: string;
  readonly scale: AxisScale;
  readonly tick: (amount: number) => string;
}

interface Drawing {
  readonly plot: RangePlot;
  readonly palette: Palette;
  readonly onPick: ((index: number) => void) | undefined;
}

const ROW = 42;
const AXIS_HEIGHT = 62;
const LEAST_PLOT = 0.3;

/** Pixels that the chart needs so that its rows stay apart. */
export function rangePlotHeight({ items }: RangePlot): number {
  return items.length * ROW + AXIS_HEIGHT;
}

export function rangePlotConfig({
  plot,
  palette,
  onPick,
}: Drawing): ChartConfiguration<'bar', (number | [number, number] | null)[]> {
  const { items, scale } = plot;
  return {
    type: 'bar',
    data: {
      labels: items.map((_, index) => index),
      datasets: [{ data: items.map((item) => spanOf(item, scale)), backgroundColor: 'transparent' }],
    },
    plugins: [rangeMarks(items, palette), valueColumn(items, palette)],
    options: optionsOf({ plot, palette, onPick }),
  };
}

/** What can be pointed at; the marks are drawn over it. */
function spanOf({ interval, isOpenBelow }: RangeItem, { min, max }: AxisScale): [number, number] | null {
  if (interval === null) return null;
  return [isOpenBelow ? min : interval.lo, interval.hi ?? max];
}

function optionsOf({ plot, palette, onPick }: Drawing): ChartOptions<'bar'> {
  const { items, scale } = plot;
  return {
    indexAxis: 'y',
    ...ground(palette, false),
    layout: { padding: ({ chart }) => paddingOf(chart, plot, palette) },
    scales: { x: amountAxis(plot, scale, palette), y: nameAxis(items, palette) },
    interaction: { mode: 'row', intersect: false },
    onClick: (_, elements) => {
      const [first] = elements;
      if (first !== undefined) onPick?.(first.index);
    },
    onHover: ({ native }, elements) => {
      if (native?.target instanceof HTMLElement)
        native.target.style.cursor = elements.length > 0 && onPick !== undefined ? 'pointer' : 'default';
    },
    plugins: { legend: { display: false }, tooltip: barTooltip(items, palette) },
  };
}

interface Canvas {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
}

/** Room for the column of values at the right. */
function paddingOf({ ctx, width }: Canvas, { items }: RangePlot, palette: Palette) {
  const labels = isNarrow(width) ? LABEL_WIDTH.narrow : LABEL_WIDTH.wide;
  const most = Math.max(0, width * (1 - LEAST_PLOT) - labels);
  return { left: 0, bottom: 0, top: 6, right: Math.min(valueColumnWidth(ctx, items, palette), most) };
}
