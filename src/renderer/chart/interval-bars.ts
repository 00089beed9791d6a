import type { ChartConfiguration } from 'chart.js';
import { assertNever } from '#core/assert-never.ts';
import { type AxisScale, scaleFor } from './axis-scale.ts';
import { type BarItem, barOf, endsOf, type ThresholdLine } from './bar-item.ts';
import { hatch } from './hatch.ts';
import type { Palette } from './palette.ts';
import { LABEL_ROW, labelRows, thresholdAnnotations } from './threshold-lines.ts';
import { valueColumn, valueColumnWidth } from './value-column.ts';
import { whiskers } from './whiskers.ts';
import { wrapLabel } from './wrap-label.ts';

/** What a chart of horizontal bars with ranges shows, free of any canvas. */
export interface IntervalBars {
  readonly items: readonly BarItem[];
  readonly lines: readonly ThresholdLine[];
  /** What the axis measures, e.g. "Commitments as a multiple of revenue". */
  readonly axis: string;
  readonly tick: (amount: number) => string;
}

export interface Drawing {
  readonly bars: IntervalBars;
  readonly palette: Palette;
  readonly isAnimated: boolean;
  readonly onPick: ((index: number) => void) | undefined;
}

const ROW = 40;
/** Characters of a name on a wide and on a narrow chart, and where narrow begins, in pixels. */
const LABEL_CHARACTERS = { wide: 30, narrow: 19, narrowBelow: 560 };
/** Share of the width that labels and values take at most; the rest is sure to be plot. */
const SURE_PLOT = 0.36;
/** A title wider than the plot would be squeezed, so it takes a second line. */
const TITLE_CHARACTERS = 32;
const TOOLTIP_CHARACTERS = 46;
/** Sharp enough for a memo on paper, on whatever screen it was saved from. */
const LEAST_PIXEL_RATIO = 2;

export function heightOf({ items, lines }: IntervalBars): number {
  return items.length * ROW + 78 + (lines.length === 0 ? 0 : 2 * LABEL_ROW);
}

export function intervalBarsConfig({
  bars,
  palette,
  isAnimated,
  onPick,
}: Drawing): ChartConfiguration<'bar', ReturnType<typeof barOf>[]> {
  const { items, lines } = bars;
  const scale = scaleFor(
    endsOf(items),
    lines.map(({ at }) => at),
  );
  return {
    type: 'bar',
    data: {
      labels: items.map((_, index) => index),
      datasets: [
        {
          data: items.map(({ interval }) => barOf(interval, scale.max)),
          backgroundColor: items.map((item) => fillOf(item, palette)),
          borderColor: items.map(({ tone }) => palette.tones[tone].solid),
          borderWidth: items.map(({ look }) => (look === 'solid' ? 0 : 1)),
          borderRadius: 2,
          borderSkipped: 'start',
          barThickness: 16,
          minBarLength: 2,
        },
      ],
    },
    plugins: [whiskers(items, palette), valueColumn(items, palette)],
    options: {
      indexAxis: 'y',
      devicePixelRatio: Math.max(LEAST_PIXEL_RATIO, window.devicePixelRatio),
      responsive: true,
      maintainAspectRatio: false,
      animation: isAnimated ? { duration: 220 } : false,
      font: { family: palette.font, size: 12 },
      color: palette.text,
      layout: {
        padding: ({ chart }) => ({
          left: 0,
          bottom: 0,
          right: valueColumnWidth(chart.ctx, items, palette),
          top: LABEL_ROW * labelRows(chart.ctx, { lines, scale, palette }, chart.width * SURE_PLOT) + 6,
        }),
      },
      scales: { x: amountAxis(bars, scale, palette), y: nameAxis(items, palette) },
      onClick: (_, elements) => pickFirst(elements, onPick),
      onHover: (event, elements) =>
        showPointer(event.native?.target, elements.length > 0 && onPick !== undefined),
      interaction: { mode: 'row', intersect: false },
      plugins: {
        legend: { display: false },
        annotation: { clip: false, annotations: thresholdAnnotations({ lines, scale, palette }) },
        tooltip: tooltipOf(items, palette),
      },
    },
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

function amountAxis({ axis, tick }: IntervalBars, scale: AxisScale, palette: Palette) {
  const isLog = scale.kind === 'logarithmic';
  return {
    type: scale.kind,
    min: scale.min,
    max: scale.max,
    afterBuildTicks: (built: { ticks: { value: number }[] }) => {
      built.ticks = scale.ticks.map((value) => ({ value }));
    },
    border: { color: palette.strongLine },
    grid: { color: palette.line, tickColor: palette.strongLine },
    ticks: {
      color: palette.dim,
      font: { size: 11 },
      maxRotation: 0,
      autoSkipPadding: 8,
      callback: (amount: number | string) => tick(Number(amount)),
    },
    title: {
      display: true,
      text: [...wrapLabel(isLog ? `${axis} (logarithmic scale)` : axis, TITLE_CHARACTERS, 3)],
      color: palette.dim,
      font: { size: 11 },
      padding: { top: 4 },
    },
  };
}

function nameAxis(items: readonly BarItem[], palette: Palette) {
  return {
    type: 'category' as const,
    border: { color: palette.strongLine },
    grid: { display: false },
    ticks: {
      autoSkip: false,
      crossAlign: 'far' as const,
      color: (context: ScriptableTick) =>
        items[context.index]?.interval === null ? palette.dim : palette.text,
      font: (context: ScriptableTick) => ({ size: 12, weight: items[context.index]?.isStrong ? 650 : 400 }),
      callback(this: { readonly chart: { readonly width: number } }, _: number | string, index: number) {
        return linesOf(
          items[index],
          this.chart.width < LABEL_CHARACTERS.narrowBelow ? LABEL_CHARACTERS.narrow : LABEL_CHARACTERS.wide,
        );
      },
    },
  };
}

interface ScriptableTick {
  readonly index: number;
}

function linesOf(item: BarItem | undefined, characters: number): string[] {
  if (item === undefined) return [];
  const isNarrow = characters === LABEL_CHARACTERS.narrow;
  if (item.detail === '' || isNarrow) return [...wrapLabel(item.label, characters, 2)];
  return [...wrapLabel(item.label, characters, 1), ...wrapLabel(item.detail, characters + 3, 1)];
}

function tooltipOf(items: readonly BarItem[], palette: Palette) {
  return {
    backgroundColor: palette.text,
    titleColor: palette.page,
    bodyColor: palette.page,
    yAlign: 'top' as const,
    displayColors: false,
    padding: 10,
    cornerRadius: 4,
    titleFont: { size: 12, family: palette.font },
    bodyFont: { size: 12, family: palette.font },
    callbacks: {
      title: ([first]: readonly { dataIndex: number }[]) => items[first?.dataIndex ?? -1]?.label ?? '',
      label: ({ dataIndex }: { dataIndex: number }) =>
        (items[dataIndex]?.tooltip ?? []).flatMap((line) => wrapLabel(line, TOOLTIP_CHARACTERS, 3)),
    },
  };
}

function pickFirst(elements: readonly { index: number }[], onPick: Drawing['onPick']): void {
  const [first] = elements;
  if (first !== undefined) onPick?.(first.index);
}

function showPointer(target: EventTarget | null | undefined, isPickable: boolean): void {
  if (target instanceof HTMLElement) target.style.cursor = isPickable ? 'pointer' : 'default';
}
