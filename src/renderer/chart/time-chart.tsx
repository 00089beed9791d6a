import { useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { useLatest } from './latest.ts';
import { usePagePalette } from './page-palette.ts';
import { TIME_HEIGHT, type TimeSteps, timeStepsConfig } from './time-steps.ts';

interface TimeChartProps extends ChartWords {
  /** Kept by the caller while nothing changed; a new one draws anew. */
  readonly steps: TimeSteps;
}

/** A quantity over time as a stepped line with its range as a band; gaps where it was not known. */
export function TimeChart({ steps, ...words }: TimeChartProps) {
  const palette = usePagePalette();
  const pick = useLatest(words.onPick);
  const isAnimated = !useReducedMotion() && words.isSmall !== true;
  const config = useMemo(
    () => timeStepsConfig({ steps, palette, isAnimated, onPick: pick }),
    [steps, palette, isAnimated, pick],
  );
  return <ChartFrame {...words} config={config} height={TIME_HEIGHT} palette={palette} />;
}
