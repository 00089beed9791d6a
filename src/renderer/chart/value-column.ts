import type { Chart, Plugin } from 'chart.js';
import type { BarItem } from './bar-item.ts';
import type { Palette } from './palette.ts';

/** The values in words, right-aligned in a column of their own beside the plot, where no bar can cover them. */
const SIZE = 12;
const SUB_SIZE = 11;
const MARGIN = 14;

function valueFont(palette: Palette, isStrong: boolean): string {
  return `${isStrong ? 650 : 500} ${SIZE}px ${palette.font}`;
}

function subFont(palette: Palette): string {
  return `${SUB_SIZE}px ${palette.font}`;
}

export function valueColumn(items: readonly BarItem[], palette: Palette): Plugin<'bar'> {
  return {
    id: 'valueColumn',
    afterDraw(chart) {
      for (const [index, item] of items.entries()) drawWords(chart, item, index, palette);
    },
  };
}

/** Pixels that the column needs; `pen` measures with the fonts that will be drawn. */
export function valueColumnWidth(
  pen: CanvasRenderingContext2D,
  items: readonly BarItem[],
  palette: Palette,
): number {
  pen.save();
  pen.font = valueFont(palette, true);
  const widths = items.map(({ words }) => pen.measureText(words).width);
  pen.font = subFont(palette);
  widths.push(...items.map(({ subWords }) => pen.measureText(subWords).width));
  pen.restore();
  return Math.ceil(Math.max(0, ...widths)) + MARGIN;
}

function drawWords(chart: Chart, item: BarItem, index: number, palette: Palette): void {
  const { ctx: pen } = chart;
  const middle = rowMiddle(chart, index);
  const isPair = item.subWords !== '';
  pen.save();
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  pen.font =
    item.interval === null ? `italic ${valueFont(palette, false)}` : valueFont(palette, item.isStrong);
  pen.fillStyle = item.interval === null ? palette.dim : palette.text;
  pen.fillText(item.words, chart.width - 2, isPair ? middle - 7 : middle);
  pen.font = subFont(palette);
  pen.fillStyle = palette.dim;
  if (isPair) pen.fillText(item.subWords, chart.width - 2, middle + 8);
  pen.restore();
}

/** A bar that draws nothing has no place of its own, so the row is asked of the axis. */
function rowMiddle(chart: Chart, index: number): number {
  return chart.scales['y']?.getPixelForValue(index) ?? 0;
}
