import { useMemo } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { useLatest } from './latest.ts';
import { usePagePalette } from './page-palette.ts';
import { type RangePlot, rangePlotConfig, rangePlotHeight } from './range-plot.ts';

interface RangeChartProps extends ChartWords {
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly plot: RangePlot;
}

/** Ranges with their stated points on one axis, the table behind them, and both as files. */
export function RangeChart({ plot, ...words }: RangeChartProps) {
  const palette = usePagePalette();
  const pick = useLatest(words.onPick);
  const config = useMemo(() => rangePlotConfig({ plot, palette, onPick: pick }), [plot, palette, pick]);
  return <ChartFrame {...words} config={config} height={rangePlotHeight(plot)} palette={palette} />;
}
