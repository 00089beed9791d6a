import type { ChartConfiguration } from 'chart.js';
import { type RefObject, useEffect } from 'react';
import classes from './chart.module.css';
import type { HistogramPoint } from './histogram-bars.ts';
import { Chart } from './register.ts';
import type { PathPoint } from './step-path.ts';
import type { YearDrawing } from './year-bars.ts';

export type Drawn =
  | ChartConfiguration<'bar', (number | [number, number] | null)[]>
  | ChartConfiguration<'bar', HistogramPoint[]>
  | ChartConfiguration<'line', PathPoint[]>
  | YearDrawing;

interface CanvasProps {
  /** A new object draws anew: callers keep it while nothing changed. */
  readonly config: Drawn;
  readonly height: number;
  /** What the picture shows, for readers who do not see it. */
  readonly label: string;
  readonly canvasRef: RefObject<HTMLCanvasElement | null>;
}

/** The one place where a Chart.js chart lives and dies. */
export function Canvas({ config, height, label, canvasRef }: CanvasProps) {
  useEffect(() => {
    if (canvasRef.current === null) return;
    // Chart.js widens the tuple of null and floating bars and breaks of lines; the shape is that of the config.
    const chart = new Chart(canvasRef.current, config as unknown as ChartConfiguration);
    return () => chart.destroy();
  }, [config, canvasRef]);
  return (
    <div className={classes.plot} style={{ height }}>
      <canvas ref={canvasRef} role="img" aria-label={label} />
    </div>
  );
}
