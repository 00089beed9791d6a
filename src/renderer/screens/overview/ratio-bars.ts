import { choiceText } from '#renderer/app/numbers.ts';
import type { BarItem } from '#renderer/chart/bar-item.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import type { IntervalBars } from '#renderer/chart/interval-bars.ts';
import {
  headlineText,
  intervalText,
  quantityText,
  rangeText,
} from '#renderer/parts/evidence/quantity-text.ts';
import { thresholdLines } from '#renderer/parts/evidence/threshold-lines.ts';
import type { Overview } from '#shared/contract/reports.ts';

/** Commitments over each revenue on file, as bars with the thresholds as lines, and as the table behind them. */
type RatioChart = Overview['commitmentsToRevenue'];
type RatioBar = RatioChart['bars'][number];

const UNIT = 'x';

export function ratioBars({ bars, thresholds }: RatioChart): IntervalBars {
  return {
    items: bars.map(itemOf),
    lines: thresholdLines(thresholds, UNIT),
    axis: 'Commitments as a multiple of revenue',
    tick: (amount) => quantityText(amount, UNIT),
  };
}

function itemOf(bar: RatioBar, index: number): BarItem {
  const range = rangeText(bar.ratio, UNIT);
  return {
    id: String(index),
    label: bar.label,
    detail: bar.isHeadline ? `${choiceText(bar.basis)}, used for the flag` : choiceText(bar.basis),
    interval: bar.ratio,
    words: headlineText(bar.ratio, UNIT),
    subWords: range ?? '',
    tone: 'accent',
    look: bar.isHeadline ? 'solid' : 'faded',
    isStrong: bar.isHeadline,
    tooltip: [
      `Multiple: ${headlineText(bar.ratio, UNIT, { isFull: true })}`,
      ...(range === null ? [] : [`Range: ${range}`]),
      `Basis: ${choiceText(bar.basis)}`,
      `Source: ${bar.source}`,
    ],
  };
}

export function ratioTable({ bars }: RatioChart): ChartTable {
  return {
    columns: [
      { label: 'Revenue on file', isNumber: false },
      { label: 'Commitments ÷ revenue, x', isNumber: true },
      { label: 'Low end, x', isNumber: true },
      { label: 'High end, x', isNumber: true },
      { label: 'Basis', isNumber: false },
      { label: 'Source', isNumber: false },
      { label: 'Used for the flag', isNumber: false },
    ],
    rows: bars.map(({ label, ratio, basis, source, isHeadline }) => [
      textCell(label),
      { text: quantityText(ratio.point, UNIT), raw: ratio.point },
      { text: quantityText(ratio.lo, UNIT), raw: ratio.lo },
      { text: ratio.hi === null ? 'open' : quantityText(ratio.hi, UNIT), raw: ratio.hi },
      textCell(choiceText(basis)),
      textCell(source),
      textCell(isHeadline ? 'yes' : 'no'),
    ]),
  };
}

/** The chart in a sentence: how many revenues, and from where to where. */
export function ratioNote({ bars, thresholds }: RatioChart): string {
  const lows = bars.map(({ ratio }) => ratio.lo);
  const highs = bars.map(({ ratio }) => ratio.hi);
  const range = intervalText(
    {
      lo: Math.min(...lows),
      point: null,
      hi: highs.includes(null) ? null : Math.max(...highs.map((high) => high ?? 0)),
    },
    UNIT,
  );
  const revenues =
    bars.length === 1 ? 'the one revenue on file' : `each of the ${bars.length} revenues on file`;
  return `Commitments over ${revenues}: ${range}. Critical above ${quantityText(thresholds.critical, UNIT)}.`;
}
