import { headlineOf } from '#core/quantities/interval.ts';
import { bandOf } from '#core/signals/bands.ts';
import type { Flag, Severity, Thresholds } from '#core/signals/flag.ts';
import type { BarItem } from '#renderer/chart/bar-item.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import type { IntervalBars } from '#renderer/chart/interval-bars.ts';
import { toneOf } from '#renderer/chart/palette.ts';
import type { Measure } from '#renderer/parts/evidence/card-context.ts';
import { scopeText, verdictText } from '#renderer/parts/evidence/flag-words.ts';
import { headlineText, quantityText, rangeText } from '#renderer/parts/evidence/quantity-text.ts';
import { isLowerWorse, severityLabel } from '#renderer/parts/evidence/severity-words.ts';
import { thresholdLines } from '#renderer/parts/evidence/threshold-lines.ts';

/** Where the flags of one measure stand against thresholds, those in force or those being typed. */
export function measureBars(flags: readonly Flag[], measure: Measure, thresholds: Thresholds): IntervalBars {
  return {
    items: flags.map((flag) => itemOf(flag, severityUnder(flag, thresholds))),
    lines: thresholdLines(thresholds, measure.unit),
    axis: measure.name,
    tick: (amount) => quantityText(amount, measure.unit),
  };
}

/** What the headline would be under these thresholds; without a value, what is said in its place. */
function severityUnder({ value, severity }: Flag, thresholds: Thresholds): Severity {
  return value === null ? severity : bandOf(headlineOf(value), thresholds, isLowerWorse(thresholds));
}

function itemOf(flag: Flag, severity: Severity): BarItem {
  const range = rangeText(flag.value, flag.unit);
  return {
    id: scopeText(flag),
    label: scopeText(flag),
    detail: '',
    interval: flag.value,
    words: verdictText(flag),
    subWords: flag.value === null ? '' : severityLabel(severity).toLowerCase(),
    tone: toneOf(severity),
    look: flag.scope.kind === 'total' ? 'solid' : 'faded',
    isStrong: flag.scope.kind === 'total',
    tooltip: [
      headlineText(flag.value, flag.unit, { isFull: true }),
      ...(range === null ? [] : [`Range: ${range}`]),
      severityLabel(severity),
    ],
  };
}

export function measureTable(flags: readonly Flag[], thresholds: Thresholds): ChartTable {
  return {
    columns: [
      { label: 'Scope', isNumber: false },
      { label: 'Value', isNumber: true },
      { label: 'Low end', isNumber: true },
      { label: 'High end', isNumber: true },
      { label: 'Severity', isNumber: false },
    ],
    rows: flags.map((flag) => [
      textCell(scopeText(flag)),
      { text: verdictText(flag), raw: flag.value === null ? null : headlineOf(flag.value) },
      { text: quantityText(flag.value?.lo ?? null, flag.unit), raw: flag.value?.lo ?? null },
      {
        text:
          flag.value !== null && flag.value.hi === null
            ? 'open'
            : quantityText(flag.value?.hi ?? null, flag.unit),
        raw: flag.value?.hi ?? null,
      },
      textCell(severityLabel(severityUnder(flag, thresholds))),
    ]),
  };
}
