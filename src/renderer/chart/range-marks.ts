import type { Chart, Plugin } from 'chart.js';
import type { Palette } from './palette.ts';
import type { RangeItem } from './range-plot.ts';

/**
 * Each value as its range with a mark at the stated point: a closed end has an edge, an open one fades out into an
 * arrow, and the thin line behind reaches as far as the words allow.
 */
const HEIGHT = 14;
const POINT = 5;
const ARROW = 5;
const CAP = 4;

export function rangeMarks(items: readonly RangeItem[], palette: Palette): Plugin<'bar'> {
  return {
    id: 'rangeMarks',
    afterDatasetsDraw(chart) {
      for (const [index, item] of items.entries()) drawItem(chart, item, index, palette);
    },
  };
}

interface Place {
  readonly pen: CanvasRenderingContext2D;
  readonly middle: number;
  readonly at: (amount: number) => number;
  readonly left: number;
  readonly right: number;
}

function drawItem(chart: Chart, item: RangeItem, index: number, palette: Palette): void {
  const { x, y } = chart.scales;
  if (item.interval === null || x === undefined || y === undefined) return;
  const place: Place = {
    pen: chart.ctx,
    middle: y.getPixelForValue(index),
    at: (amount) => x.getPixelForValue(amount),
    left: chart.chartArea.left,
    right: chart.chartArea.right,
  };
  place.pen.save();
  drawReach(place, item, palette);
  drawRange(place, item, palette);
  drawPoint(place, item, palette);
  place.pen.restore();
}

function drawReach({ pen, middle, at, right }: Place, { reach }: RangeItem, palette: Palette): void {
  if (reach === null) return;
  const from = at(reach.lo);
  const until = reach.hi === null ? right : at(reach.hi);
  pen.strokeStyle = palette.dim;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(from, middle);
  pen.lineTo(until, middle);
  pen.moveTo(from, middle - CAP);
  pen.lineTo(from, middle + CAP);
  if (reach.hi !== null) {
    pen.moveTo(until, middle - CAP);
    pen.lineTo(until, middle + CAP);
  }
  pen.stroke();
}

function drawRange(place: Place, { interval, tone, look, isOpenBelow }: RangeItem, palette: Palette): void {
  if (interval === null || (interval.lo === interval.hi && !isOpenBelow)) return;
  const { pen, middle, at, left, right } = place;
  const isOpenAbove = interval.hi === null;
  const from = isOpenBelow ? left : at(interval.lo);
  const until = interval.hi === null ? right : at(interval.hi);
  const { solid } = palette.tones[tone];
  pen.globalAlpha = look === 'faded' ? 0.16 : 0.3;
  pen.fillStyle = isOpenAbove || isOpenBelow ? fading(place, from, until, solid, isOpenBelow) : solid;
  pen.fillRect(from, middle - HEIGHT / 2, until - from, HEIGHT);
  pen.globalAlpha = look === 'faded' ? 0.7 : 1;
  pen.strokeStyle = solid;
  pen.lineWidth = 1.5;
  pen.setLineDash(look === 'faded' ? [3, 3] : []);
  pen.beginPath();
  if (!isOpenBelow) edge(place, from);
  else arrow(place, left, 1);
  if (isOpenAbove) arrow(place, right, -1);
  else edge(place, until);
  pen.stroke();
  pen.setLineDash([]);
}

function fading(
  { pen }: Place,
  from: number,
  until: number,
  colour: string,
  isOpenBelow: boolean,
): CanvasGradient {
  const gradient = pen.createLinearGradient(from, 0, Math.max(until, from + 1), 0);
  gradient.addColorStop(isOpenBelow ? 1 : 0, colour);
  gradient.addColorStop(isOpenBelow ? 0 : 1, 'transparent');
  return gradient;
}

function edge({ pen, middle }: Place, x: number): void {
  pen.moveTo(x, middle - HEIGHT / 2);
  pen.lineTo(x, middle + HEIGHT / 2);
}

function arrow({ pen, middle }: Place, tip: number, away: 1 | -1): void {
  pen.moveTo(tip + away * ARROW, middle - ARROW);
  pen.lineTo(tip, middle);
  pen.lineTo(tip + away * ARROW, middle + ARROW);
}

/** What the source wrote: filled for what is compared, a ring for what only stands beside it. */
function drawPoint({ pen, middle, at }: Place, { interval, tone, look }: RangeItem, palette: Palette): void {
  if (interval === null || interval.point === null) return;
  const { solid } = palette.tones[tone];
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(at(interval.point), middle, POINT, 0, 2 * Math.PI);
  pen.fillStyle = look === 'faded' ? palette.page : solid;
  pen.strokeStyle = look === 'faded' ? solid : palette.page;
  pen.lineWidth = 1.5;
  pen.fill();
  pen.stroke();
}
