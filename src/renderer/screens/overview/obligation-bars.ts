import { exactly, type Interval } from '#core/quantities/interval.ts';
import { type ChartCell, type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import type { YearBars } from '#renderer/chart/year-bars.ts';
import { headlineText, intervalText, quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import type { ObligationsReport } from '#shared/contract/schedules.ts';

/** Obligations by year as bars and as the table behind them. Law: a gap that is not known is no bar and reads so. */
type Year = ObligationsReport['years'][number];

export function obligationBars({ years, currency }: ObligationsReport): YearBars {
  return {
    years: years.map((row) => ({
      label: String(row.year),
      due: row.due,
      gap: row.gap ?? 0,
      revenue: row.revenue.point,
      tooltip: [
        `Due: ${wordsOf(row.due, currency)}`,
        `Projected revenue: ${wordsOf(row.revenue, currency)}`,
        ...(row.funded.hi === 0 ? [] : [`Signed money: ${wordsOf(row.funded, currency)}`]),
        `Not covered: ${gapText(row, currency)}`,
      ],
    })),
    axis: `Falling due in the year, ${currency}`,
    tick: (amount) => quantityText(amount, currency).replace(`${currency} `, ''),
  };
}

export function obligationTable({ years, currency }: ObligationsReport): ChartTable {
  const hasMoney = years.some(({ funded }) => funded.hi !== 0);
  return {
    columns: [
      { label: 'Year', isNumber: false },
      { label: `Due, ${currency}`, isNumber: true },
      { label: 'Range', isNumber: true },
      { label: `Projected revenue, ${currency}`, isNumber: true },
      ...(hasMoney ? [{ label: `Signed money, ${currency}`, isNumber: true }] : []),
      { label: `Not covered, ${currency}`, isNumber: true },
    ],
    rows: years.map((row) => [
      textCell(String(row.year)),
      amountCell(row.due, currency),
      textCell(row.due.lo === row.due.hi ? '' : intervalText(row.due, currency)),
      amountCell(row.revenue, currency),
      ...(hasMoney ? [amountCell(row.funded, currency)] : []),
      { text: gapText(row, currency), raw: row.gap },
    ]),
  };
}

export function obligationNote({ gap, currency }: ObligationsReport): string {
  const short =
    gap === null
      ? 'An amount has no stated middle, so that the gap is known by its ends only.'
      : `${quantityText(gap, currency)} in all is covered neither by projected revenue nor by signed money, though all revenue were paid over.`;
  return `Bars: what falls due, its range as a line. Hatched: not covered. Points: projected revenue. ${short}`;
}

function amountCell(amount: Interval, currency: string): ChartCell {
  return { text: headlineText(amount, currency), raw: amount.point };
}

function wordsOf(amount: Interval, currency: string): string {
  const headline = headlineText(amount, currency);
  return amount.lo === amount.hi ? headline : `${headline} (${intervalText(amount, currency)})`;
}

function gapText({ gap }: Year, currency: string): string {
  return gap === null ? 'not known' : headlineText(exactly(gap), currency);
}
