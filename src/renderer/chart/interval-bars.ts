import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { assertNever } from '#core/assert-never.ts';
import { type AxisScale, scaleFor } from './axis-scale.ts';
import { amountAxis, isNarrow, LABEL_WIDTH, nameAxis } from './bar-axes.ts';
import { type BarItem, barOf, endsOf, type ThresholdLine } from './bar-item.ts';
import { barTooltip } from './bar-tooltip.ts';
import { ground } from './ground.ts';
import { hatch } from './hatch.ts';
import type { Palette } from './palette.ts';
import { LABEL_ROW, labelRows, thresholdAnnotations } from './threshold-lines.ts';
import { valueColumn, valueColumnWidth } from './value-column.ts';
import { whiskers } from './whiskers.ts';

/** What a chart of horizontal bars with ranges shows, free of any canvas. */
export interface IntervalBars {
  readonly items: readonly BarItem[];
  readonly lines: readonly ThresholdLine[];
  /** What the axis measures, e.g. "Commitments as a multiple of revenue". */
  readonly axis: string;
  readonly tick: (amount: number) => string;
}

interface Drawing {
  readonly bars: IntervalBars;
  readonly palette: Palette;
  readonly isAnimated: boolean;
  readonly onPick: ((index: number) => void) | undefined;
}

type BarAmount = ReturnType<typeof barOf>;

const ROW = 40;
const AXIS_HEIGHT = 78;
/** Share of the width that is plot whatever the labels are. */
const LEAST_PLOT = 0.3;

/** Pixels that the chart needs so that its rows stay apart. */
export function heightOf({ items, lines }: IntervalBars): number {
  return items.length * ROW + AXIS_HEIGHT + (lines.length === 0 ? 0 : 2 * LABEL_ROW);
}

export function intervalBarsConfig(drawing: Drawing): ChartConfiguration<'bar', BarAmount[]> {
  const { bars, palette } = drawing;
  const { items, lines } = bars;
  const marks = lines.map(({ at }) => at);
  const scale = scaleFor(endsOf(items), marks);
  return {
    type: 'bar',
    data: { labels: items.map((_, index) => index), datasets: [barsOf(items, scale, palette)] },
    plugins: [whiskers(items, palette), valueColumn(items, palette)],
    options: optionsOf(drawing, scale),
  };
}

function barsOf(items: readonly BarItem[], scale: AxisScale, palette: Palette) {
  return {
    data: items.map(({ interval }) => barOf(interval, scale.max)),
    backgroundColor: items.map((item) => fillOf(item, palette)),
    borderColor: items.map(({ tone }) => palette.tones[tone].solid),
    borderWidth: items.map(({ look }) => (look === 'solid' ? 0 : 1)),
    borderRadius: 2,
    borderSkipped: 'start' as const,
    barThickness: 16,
    minBarLength: 2,
  };
}

function fillOf({ tone, look }: BarItem, palette: Palette): string | CanvasPattern {
  const { solid, soft } = palette.tones[tone];
  switch (look) {
    case 'solid':
      return solid;
    case 'faded':
      return soft;
    case 'hatched':
      return hatch(solid, soft);
    default:
      return assertNever(look);
  }
}

function optionsOf({ bars, palette, isAnimated, onPick }: Drawing, scale: AxisScale): ChartOptions<'bar'> {
  const { items, lines } = bars;
  return {
    indexAxis: 'y',
    ...ground(palette, isAnimated),
    layout: { padding: ({ chart }) => paddingOf(chart, bars, scale, palette) },
    scales: { x: amountAxis(bars, scale, palette), y: nameAxis(items, palette) },
    interaction: { mode: 'row', intersect: false },
    onClick: (_, elements) => pickFirst(elements, onPick),
    onHover: (event, elements) => showPointer(event.native, elements.length > 0 && onPick !== undefined),
    plugins: {
      legend: { display: false },
      annotation: { clip: false, annotations: thresholdAnnotations({ lines, scale, palette }) },
      tooltip: barTooltip(items, palette),
    },
  };
}

interface Canvas {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
}

/** Room for the column of values at the right and for the labels of the thresholds on top. */
function paddingOf(
  { ctx, width }: Canvas,
  { items, lines }: IntervalBars,
  scale: AxisScale,
  palette: Palette,
) {
  const right = valueColumnWidth(ctx, items, palette);
  const labels = isNarrow(width) ? LABEL_WIDTH.narrow : LABEL_WIDTH.wide;
  const plot = Math.max(width * LEAST_PLOT, width - labels - right);
  return { left: 0, bottom: 0, right, top: LABEL_ROW * labelRows(ctx, { lines, scale, palette }, plot) + 6 };
}

function pickFirst(elements: readonly { index: number }[], onPick: Drawing['onPick']): void {
  const [first] = elements;
  if (first !== undefined) onPick?.(first.index);
}

function showPointer(native: Event | null, isPickable: boolean): void {
  if (native?.target instanceof HTMLElement) native.target.style.cursor = isPickable ? 'pointer' : 'default';
}
