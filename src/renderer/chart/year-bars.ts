import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Interval } from '#core/quantities/interval.ts';
import { scaleFor } from './axis-scale.ts';
import { ground, pinTicks } from './ground.ts';
import { hatch } from './hatch.ts';
import type { Palette } from './palette.ts';

/** What a chart of amounts by year against a line shows, free of any canvas. */
export interface YearBars {
  readonly years: readonly YearBar[];
  /** What the amounts measure with its unit, e.g. "Obligations, USD". */
  readonly axis: string;
  readonly tick: (amount: number) => string;
}

export interface YearBar {
  readonly label: string;
  /** Falling due; `hi` null is open above. */
  readonly due: Interval;
  /** Part of it that no money covers, as stated. */
  readonly gap: number;
  readonly revenue: number | null;
  readonly tooltip: readonly string[];
}

export type YearDrawing = ChartConfiguration<'bar' | 'line', (number | null)[]>;

export const YEAR_HEIGHT = 280;
const CAP = 5;

export function yearBarsConfig({ years, axis, tick }: YearBars, palette: Palette): YearDrawing {
  const scale = scaleFor(
    years.flatMap(({ due, revenue }) => [due.point ?? due.lo, due.hi ?? due.lo, revenue ?? 0]),
  );
  const { accent, critical } = palette.tones;
  const stated = ({ due }: YearBar) => due.point ?? due.lo;
  const bar = { type: 'bar' as const, stack: 'due', order: 2, barPercentage: 0.7, maxBarThickness: 44 };
  return {
    type: 'bar',
    data: {
      labels: years.map(({ label }) => label),
      datasets: [
        { ...bar, data: years.map((year) => stated(year) - year.gap), backgroundColor: accent.solid },
        {
          ...bar,
          data: years.map(({ gap }) => gap),
          backgroundColor: hatch(critical.solid, critical.soft),
          borderColor: critical.solid,
          borderWidth: 1,
        },
        {
          type: 'line',
          order: 1,
          data: years.map(({ revenue }) => revenue),
          borderColor: palette.text,
          backgroundColor: palette.page,
          borderWidth: 2,
          pointRadius: 3.5,
          pointBorderColor: palette.text,
          pointBackgroundColor: palette.page,
        },
      ],
    },
    plugins: [yearWhiskers(years, palette)],
    options: {
      ...ground(palette, false),
      layout: { padding: { top: 12, right: 8 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: palette.strongLine },
          ticks: { color: palette.text, font: { family: palette.font, size: 12 }, maxRotation: 0 },
        },
        y: {
          stacked: true,
          min: scale.min,
          max: scale.max,
          afterBuildTicks: pinTicks(scale.ticks),
          border: { color: palette.strongLine },
          grid: { color: palette.line },
          ticks: {
            color: palette.dim,
            font: { family: palette.font, size: 11 },
            callback: (amount: number | string) => tick(Number(amount)),
          },
          title: { display: true, text: axis, color: palette.dim, font: { size: 11 } },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          backgroundColor: palette.text,
          titleColor: palette.page,
          bodyColor: palette.page,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => [...(years[dataIndex]?.tooltip ?? [])] },
        },
      },
    },
  };
}

/** The range of what falls due, over its bar: capped where the end is known, an arrow where it is open. */
function yearWhiskers(years: readonly YearBar[], palette: Palette): Plugin<'bar' | 'line'> {
  return {
    id: 'yearWhiskers',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const axis = scales['y'];
      if (axis === undefined) return;
      const bars = chart.getDatasetMeta(0).data;
      for (const [at, { due }] of years.entries()) {
        const x = bars[at]?.x;
        if (x === undefined || due.lo === due.hi) continue;
        const top = due.hi === null ? chartArea.top : axis.getPixelForValue(due.hi);
        drawWhisker(ctx, { x, top, bottom: axis.getPixelForValue(due.lo), isOpen: due.hi === null }, palette);
      }
    },
  };
}

interface Whisker {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly isOpen: boolean;
}

function drawWhisker(pen: CanvasRenderingContext2D, whisker: Whisker, palette: Palette): void {
  for (const [colour, width] of [
    [palette.page, 4],
    [palette.text, 1.6],
  ] as const) {
    pen.save();
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.lineCap = 'round';
    pen.beginPath();
    trace(pen, whisker);
    pen.stroke();
    pen.restore();
  }
}

function trace(pen: CanvasRenderingContext2D, { x, top, bottom, isOpen }: Whisker): void {
  pen.moveTo(x, bottom);
  pen.lineTo(x, top);
  pen.moveTo(x - CAP, bottom);
  pen.lineTo(x + CAP, bottom);
  const ends = isOpen ? top + CAP : top;
  pen.moveTo(x - CAP, ends);
  pen.lineTo(x, top);
  pen.lineTo(x + CAP, ends);
}
