import { useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { type HistogramBars, heightOfHistogram, histogramConfig } from './histogram-bars.ts';
import { usePagePalette } from './page-palette.ts';

interface HistogramChartProps extends ChartWords {
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly bars: HistogramBars;
}

/** How often results fall where, with thresholds as lines, the table behind it, and both as files. */
export function HistogramChart({ bars, ...words }: HistogramChartProps) {
  const palette = usePagePalette();
  const isAnimated = !useReducedMotion() && words.isSmall !== true;
  const config = useMemo(() => histogramConfig({ bars, palette, isAnimated }), [bars, palette, isAnimated]);
  return <ChartFrame {...words} config={config} height={heightOfHistogram(bars)} palette={palette} />;
}
