import type { ChartTable } from '#renderer/chart/chart-table.ts';
import type { HistogramBars } from '#renderer/chart/histogram-bars.ts';
import type { SimulationReport } from '#shared/contract/simulation.ts';
import { quantityText } from '../quantity-text.ts';
import { severityLabel } from '../severity-words.ts';

type Histogram = NonNullable<SimulationReport['histogram']>;

/** The histogram of a simulation as a chart and as the table behind it. */
export function simulationBars(report: SimulationReport, histogram: Histogram): HistogramBars {
  const { unit, trials, name, beyond } = report;
  const { from, width, counts } = histogram;
  return {
    from,
    width,
    heights: counts.map((count) => (count / trials) * 100),
    lines: beyond.map(({ level, threshold }) => ({
      at: threshold,
      tone: level,
      label: `${severityLabel(level)} ${quantityText(threshold, unit)}`,
    })),
    axis: name,
    tick: (amount) => quantityText(amount, unit),
    heightAxis: 'Share of trials, %',
    heightTick: (height) => quantityText(height, 'percent'),
    tooltip: (index) => [
      `${quantityText(from + index * width, unit)} to ${quantityText(from + (index + 1) * width, unit)}`,
      `${quantityText(counts[index] ?? 0, 'count')} trials, ${shareText(counts[index] ?? 0, trials)}`,
    ],
  };
}

/** What the picture shows, in a sentence or two. */
export function simulationNote({ unit, trials }: SimulationReport, histogram: Histogram): string {
  const { width, below, above } = histogram;
  const outside = below + above;
  const drawn = `${quantityText(trials, 'count')} trials in bars of ${quantityText(width, unit)}; thresholds as lines.`;
  return outside === 0 ? drawn : `${drawn} ${shareText(outside, trials)} of trials lie outside.`;
}

export function simulationTable(report: SimulationReport, histogram: Histogram): ChartTable {
  const { unit, trials } = report;
  const { from, width, counts, below, above } = histogram;
  const until = from + width * counts.length;
  const row = (low: number | null, high: number | null, count: number) => [
    { text: low === null ? 'below' : quantityText(low, unit), raw: low },
    { text: high === null ? 'and above' : quantityText(high, unit), raw: high },
    { text: quantityText(count, 'count'), raw: count },
    { text: shareText(count, trials), raw: count / trials },
  ];
  return {
    columns: ['From', 'To', 'Trials', 'Share of trials'].map((label) => ({ label, isNumber: true })),
    rows: [
      ...(below === 0 ? [] : [row(null, from, below)]),
      ...counts.map((count, at) => row(from + at * width, from + (at + 1) * width, count)),
      ...(above === 0 ? [] : [row(until, null, above)]),
    ],
  };
}

function shareText(count: number, trials: number): string {
  const share = count / trials;
  return share > 0 && share < 0.001 ? 'under 0.1%' : quantityText(share, 'share');
}
