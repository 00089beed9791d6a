import { exactly } from '#core/quantities/interval.ts';
import type { BarItem } from '#renderer/chart/bar-item.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import type { IntervalBars } from '#renderer/chart/interval-bars.ts';
import { headlineText, quantityText, rangeText } from '#renderer/parts/evidence/quantity-text.ts';
import type { Overview } from '#shared/contract/reports.ts';

/**
 * Commitments by counterparty, as bars and as the table behind them.
 * Law: an undisclosed amount has no bar and reads "undisclosed"; what no deal names is a row of its own, told apart.
 */
type Counterparties = Pick<Overview, 'byCounterparty' | 'unitemised' | 'currency'>;
type Counterparty = Overview['byCounterparty'][number];

const REMAINDER = 'Not itemised';

export function counterpartyBars({ byCounterparty, unitemised, currency }: Counterparties): IntervalBars {
  const named = byCounterparty.map((party) => itemOf(party, currency));
  return {
    items: unitemised === null || unitemised <= 0 ? named : [...named, remainderItem(unitemised, currency)],
    lines: [],
    axis: `Commitments, ${currency}`,
    tick: (amount) => quantityText(amount, currency).replace(`${currency} `, ''),
  };
}

function itemOf({ entityId, name, amount, share, source }: Counterparty, currency: string): BarItem {
  const range = rangeText(amount, currency);
  return {
    id: entityId,
    label: name,
    detail: '',
    interval: amount,
    words: amount === null ? 'undisclosed' : headlineText(amount, currency),
    subWords: share === null ? '' : `${quantityText(share, 'share')} of named`,
    tone: 'accent',
    look: 'solid',
    isStrong: false,
    tooltip: [
      amount === null
        ? 'Amount not disclosed'
        : `Amount: ${headlineText(amount, currency, { isFull: true })}`,
      ...(range === null ? [] : [`Range: ${range}`]),
      `Source: ${source}`,
    ],
  };
}

function remainderItem(unitemised: number, currency: string): BarItem {
  return {
    id: 'unitemised',
    label: REMAINDER,
    detail: 'stated total less named deals',
    interval: exactly(unitemised),
    words: quantityText(unitemised, currency),
    subWords: '',
    tone: 'neutral',
    look: 'hatched',
    isStrong: false,
    tooltip: [
      `Amount: ${quantityText(unitemised, currency, { isFull: true })}`,
      'The stated total holds this much beyond the named deals.',
    ],
  };
}

export function counterpartyTable({ byCounterparty, unitemised, currency }: Counterparties): ChartTable {
  const rows = byCounterparty.map(({ name, amount, share, source }) => [
    textCell(name),
    {
      text: amount === null ? 'undisclosed' : headlineText(amount, currency),
      raw: amount === null ? 'undisclosed' : amount.point,
    },
    { text: quantityText(amount?.lo ?? null, currency), raw: amount?.lo ?? null },
    {
      text: amount !== null && amount.hi === null ? 'open' : quantityText(amount?.hi ?? null, currency),
      raw: amount?.hi ?? null,
    },
    {
      text: share === null ? 'unknown' : quantityText(share, 'share'),
      raw: share === null ? null : share * 100,
    },
    textCell(source),
  ]);
  const remainder = [
    textCell(REMAINDER),
    { text: quantityText(unitemised, currency), raw: unitemised },
    textCell(''),
    textCell(''),
    textCell(''),
    textCell('Stated total less named deals'),
  ];
  return {
    columns: [
      { label: 'Counterparty', isNumber: false },
      { label: `Amount, ${currency}`, isNumber: true },
      { label: `Low end, ${currency}`, isNumber: true },
      { label: `High end, ${currency}`, isNumber: true },
      { label: 'Share of named, %', isNumber: true },
      { label: 'Source', isNumber: false },
    ],
    rows: unitemised === null ? rows : [...rows, remainder],
  };
}

/** The chart in a sentence: how many are named with an amount, how many without, and what no deal names. */
export function counterpartyNote({ byCounterparty, unitemised, currency }: Counterparties): string {
  const undisclosed = byCounterparty.filter(({ amount }) => amount === null).length;
  const parts = [
    `${byCounterparty.length - undisclosed} named with an amount`,
    ...(undisclosed === 0 ? [] : [`${undisclosed} undisclosed`]),
    ...(unitemised === null || unitemised <= 0
      ? []
      : [`${quantityText(unitemised, currency)} of the stated total not itemised`]),
  ];
  return `${parts.join(', ')}.`;
}
