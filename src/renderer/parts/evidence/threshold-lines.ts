import type { Thresholds } from '#core/signals/flag.ts';
import type { ThresholdLine } from '#renderer/chart/bar-item.ts';
import { quantityText } from './quantity-text.ts';
import { severityLabel } from './severity-words.ts';

/** Watch, warn and critical as labelled lines of a chart. */
export function thresholdLines(thresholds: Thresholds, unit: string): readonly ThresholdLine[] {
  return (['watch', 'warn', 'critical'] as const).map((step) => ({
    label: `${severityLabel(step)} ${quantityText(thresholds[step], unit)}`,
    at: thresholds[step],
    tone: step,
  }));
}
