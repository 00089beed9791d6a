import type { Chart } from 'chart.js';
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { type AxisScale, placeOn } from './axis-scale.ts';
import type { ThresholdLine } from './bar-item.ts';
import { type LabelPlace, placeLabels } from './label-places.ts';
import type { Palette } from './palette.ts';

/** Threshold lines whose labels stand above the plot, each over its line, none clipped and none over another. */
export const LABEL_ROW = 19;
const FONT_SIZE = 11;
const PADDING = 4;

export interface LineDrawing {
  readonly lines: readonly ThresholdLine[];
  readonly scale: AxisScale;
  readonly palette: Palette;
}

export function thresholdAnnotations(drawing: LineDrawing): Record<string, AnnotationOptions<'line'>> {
  return Object.fromEntries(
    drawing.lines.map((line, index) => [`line${index}`, annotationOf(drawing, line, index)]),
  );
}

function annotationOf(drawing: LineDrawing, line: ThresholdLine, index: number): AnnotationOptions<'line'> {
  const { palette } = drawing;
  const tone = palette.tones[line.tone];
  return {
    type: 'line',
    scaleID: 'x',
    value: line.at,
    borderColor: tone.solid,
    borderWidth: 1.5,
    borderDash: [5, 4],
    drawTime: 'beforeDatasetsDraw',
    label: {
      display: true,
      content: line.label,
      position: 'start',
      drawTime: 'afterDraw',
      backgroundColor: tone.soft,
      color: tone.solid,
      font: { size: FONT_SIZE, weight: 600, family: palette.font },
      padding: { x: PADDING, y: 2 },
      borderRadius: 3,
      xAdjust: ({ chart }) => placesIn(chart, drawing)[index]?.shift ?? 0,
      yAdjust: ({ chart }) => -LABEL_ROW * ((placesIn(chart, drawing)[index]?.row ?? 0) + 1) + 2,
    },
  };
}

function placesIn(chart: Chart, drawing: LineDrawing): readonly LabelPlace[] {
  const { left, right } = chart.chartArea;
  return labelPlaces(chart.ctx, drawing, { left, right, until: chart.width });
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly until: number;
}

function labelPlaces(
  pen: CanvasRenderingContext2D,
  { lines, scale, palette }: LineDrawing,
  { left, right, until }: Room,
) {
  pen.save();
  pen.font = `600 ${FONT_SIZE}px ${palette.font}`;
  const spans = lines.map(({ label, at }) => ({
    centre: left + placeOn(scale, at) * (right - left),
    width: Math.ceil(pen.measureText(label).width) + 2 * PADDING,
  }));
  pen.restore();
  return placeLabels(spans, 0, until);
}

/** Rows of labels to keep free above a plot of this width, in pixels. */
export function labelRows(pen: CanvasRenderingContext2D, drawing: LineDrawing, plotWidth: number): number {
  if (drawing.lines.length === 0) return 0;
  const places = labelPlaces(pen, drawing, { left: 0, right: plotWidth, until: plotWidth });
  return 1 + Math.max(...places.map(({ row }) => row));
}
