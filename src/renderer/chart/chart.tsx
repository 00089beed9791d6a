import { useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { heightOf, type IntervalBars, intervalBarsConfig } from './interval-bars.ts';
import { useLatest } from './latest.ts';
import { usePagePalette } from './page-palette.ts';

interface ChartProps extends ChartWords {
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly bars: IntervalBars;
}

/** Horizontal bars with their ranges, the table behind them, and both as files. */
export function Chart({ bars, ...words }: ChartProps) {
  const palette = usePagePalette();
  const pick = useLatest(words.onPick);
  const isAnimated = !useReducedMotion() && words.isSmall !== true;
  const config = useMemo(
    () => intervalBarsConfig({ bars, palette, isAnimated, onPick: pick }),
    [bars, palette, isAnimated, pick],
  );
  return <ChartFrame {...words} config={config} height={heightOf(bars)} palette={palette} />;
}
