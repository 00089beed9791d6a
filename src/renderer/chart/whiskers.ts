import type { Chart, Plugin } from 'chart.js';
import type { BarItem } from './bar-item.ts';
import type { Palette } from './palette.ts';

const CAP = 5;

/** Draws the range of each value over its bar: capped where the end is known, an arrow where it is open. */
export function whiskers(items: readonly BarItem[], palette: Palette): Plugin<'bar'> {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      for (const [index, item] of items.entries()) drawWhisker(chart, item, index, palette);
    },
  };
}

function drawWhisker(chart: Chart, { interval }: BarItem, index: number, palette: Palette): void {
  const bar = chart.getDatasetMeta(0).data[index];
  const axis = chart.scales['x'];
  if (interval === null || interval.lo === interval.hi || bar === undefined || axis === undefined) return;
  const from = Math.max(axis.getPixelForValue(Math.max(interval.lo, axis.min)), chart.chartArea.left);
  const until = interval.hi === null ? chart.chartArea.right : axis.getPixelForValue(interval.hi);
  const isOpen = interval.hi === null;
  const isCutLow = interval.lo < axis.min;
  stroke(chart.ctx, palette.page, 4, () =>
    trace(chart.ctx, { from, until, middle: bar.y, isOpen, isCutLow }),
  );
  stroke(chart.ctx, palette.text, 1.6, () =>
    trace(chart.ctx, { from, until, middle: bar.y, isOpen, isCutLow }),
  );
}

function stroke(pen: CanvasRenderingContext2D, colour: string, width: number, draw: () => void): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  draw();
  pen.stroke();
  pen.restore();
}

interface Whisker {
  readonly from: number;
  readonly until: number;
  readonly middle: number;
  readonly isOpen: boolean;
  readonly isCutLow: boolean;
}

function trace(pen: CanvasRenderingContext2D, { from, until, middle, isOpen, isCutLow }: Whisker): void {
  pen.moveTo(from, middle);
  pen.lineTo(until, middle);
  if (isOpen) arrow(pen, until, middle, -1);
  else cap(pen, until, middle);
  if (isCutLow) arrow(pen, from, middle, 1);
  else cap(pen, from, middle);
}

function cap(pen: CanvasRenderingContext2D, x: number, middle: number): void {
  pen.moveTo(x, middle - CAP);
  pen.lineTo(x, middle + CAP);
}

function arrow(pen: CanvasRenderingContext2D, tip: number, middle: number, away: 1 | -1): void {
  pen.moveTo(tip + away * CAP, middle - CAP);
  pen.lineTo(tip, middle);
  pen.lineTo(tip + away * CAP, middle + CAP);
}
