import type { Chart, Plugin } from 'chart.js';
import type { ThresholdLine } from './bar-item.ts';
import type { Palette } from './palette.ts';

/** Labels of horizontal threshold lines in a column right of the plot, each at its line, none over another. */
const SIZE = 11;
const ROW = 17;
const MARGIN = 8;

function fontOf(palette: Palette): string {
  return `600 ${SIZE}px ${palette.font}`;
}

/** Pixels that the column needs. */
export function thresholdColumnWidth(
  pen: CanvasRenderingContext2D,
  lines: readonly ThresholdLine[],
  palette: Palette,
): number {
  if (lines.length === 0) return 0;
  pen.save();
  pen.font = fontOf(palette);
  const widths = lines.map(({ label }) => pen.measureText(label).width);
  pen.restore();
  return Math.ceil(Math.max(...widths)) + 2 * MARGIN;
}

export function thresholdColumn(lines: readonly ThresholdLine[], palette: Palette): Plugin<'line'> {
  return { id: 'thresholdColumn', afterDraw: (chart) => drawLabels(chart, lines, palette) };
}

function drawLabels(chart: Chart, lines: readonly ThresholdLine[], palette: Palette): void {
  const { ctx: pen, chartArea, scales } = chart;
  const sorted = [...lines].sort((a, b) => b.at - a.at);
  const wanted = sorted.map(({ at }) => scales['y']?.getPixelForValue(at) ?? chartArea.top);
  const rows = spread(wanted, ROW, chartArea);
  pen.save();
  pen.font = fontOf(palette);
  pen.textBaseline = 'middle';
  for (const [index, { label, tone }] of sorted.entries()) {
    pen.fillStyle = palette.tones[tone].solid;
    pen.fillText(label, chartArea.right + MARGIN, rows[index] ?? 0);
  }
  pen.restore();
}

interface Bounds {
  readonly top: number;
  readonly bottom: number;
}

/** Heights at least `apart` from each other and within the bounds, each as near as can be to the one wanted. */
export function spread(wanted: readonly number[], apart: number, { top, bottom }: Bounds): readonly number[] {
  const placed: number[] = [];
  for (const height of wanted) placed.push(Math.max(height, (placed.at(-1) ?? top - apart) + apart, top));
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const limit = (placed[index + 1] ?? bottom + apart) - apart;
    placed[index] = Math.min(placed[index] ?? limit, limit);
  }
  return placed;
}
