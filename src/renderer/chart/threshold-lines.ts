import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import { type AxisScale, placeOn } from './axis-scale.ts';
import type { ThresholdLine } from './bar-item.ts';
import { labelRowsOf } from './label-rows.ts';
import type { Palette } from './palette.ts';

/** Threshold lines whose labels stand above the plot, each over its line, none clipped and none over another. */
export const LABEL_ROW = 19;
const FONT_SIZE = 11;
const PADDING = 4;

interface LineDrawing {
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
      yAdjust: ({ chart }) =>
        -LABEL_ROW * ((rowsIn(chart.ctx, drawing, chart.chartArea)[index] ?? 0) + 1) + 2,
    },
  };
}

/** The plot: the annotation plugin itself holds labels inside it, from side to side. */
interface Plot {
  readonly left: number;
  readonly right: number;
}

function rowsIn(
  pen: CanvasRenderingContext2D,
  { lines, scale, palette }: LineDrawing,
  plot: Plot,
): readonly number[] {
  pen.save();
  pen.font = `600 ${FONT_SIZE}px ${palette.font}`;
  const spans = lines.map(({ label, at }) => ({
    centre: plot.left + placeOn(scale, at) * (plot.right - plot.left),
    width: Math.ceil(pen.measureText(label).width) + 2 * PADDING,
  }));
  pen.restore();
  return labelRowsOf(spans, plot);
}

/** Rows of labels to keep free above a plot of this width, in pixels. */
export function labelRows(pen: CanvasRenderingContext2D, drawing: LineDrawing, plotWidth: number): number {
  if (drawing.lines.length === 0) return 0;
  return 1 + Math.max(...rowsIn(pen, drawing, { left: 0, right: plotWidth }));
}
