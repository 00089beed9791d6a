import { useMemo } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { usePagePalette } from './page-palette.ts';
import { YEAR_HEIGHT, type YearBars, yearBarsConfig } from './year-bars.ts';

interface YearChartProps extends ChartWords {
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly bars: YearBars;
}

/** Amounts by year with their ranges, what no money covers hatched, against a line. */
export function YearChart({ bars, ...words }: YearChartProps) {
  const palette = usePagePalette();
  const config = useMemo(() => yearBarsConfig(bars, palette), [bars, palette]);
  return <ChartFrame {...words} config={config} height={YEAR_HEIGHT} palette={palette} />;
}
