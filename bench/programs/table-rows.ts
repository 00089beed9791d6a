import type { Cell } from '#core/model/field.ts';
import { column } from '#core/report/columns.ts';
import type { Column, ColumnType } from '#core/report/table-spec.ts';
import { seeded } from '../ledger/seeded.ts';

/** A table of 15 columns as exports see it: six of text, six of numbers, two of days, one yes or no. */
const text: ColumnType = { type: 'text' };
const amount: ColumnType = { type: 'amount', unitKey: 'currency' };

const TYPES: readonly (readonly [string, ColumnType])[] = [
  ['deal', text],
  ['payer', text],
  ['payee', text],
  ['amount', amount],
  ['currency', text],
  ['low', amount],
  ['high', amount],
  ['status', text],
  ['announced', { type: 'day' }],
  ['ends', { type: 'day' }],
  ['change', { type: 'percent' }],
  ['versions', { type: 'integer' }],
  ['tenor', { type: 'decimal' }],
  ['binding', { type: 'flag' }],
  ['source', text],
];

export const tableColumns: readonly Column[] = TYPES.map(([key, of]) => column(key, key, { of }));

/** The same rows every time, made as they are asked for. */
export function* tableRows(count: number): Generator<readonly Cell[]> {
  const random = seeded(7);
  for (let at = 0; at < count; at += 1) {
    const point = random.below(5_000_000) * 1000 + 0.25 * random.below(4);
    const day = String(1 + random.below(28)).padStart(2, '0');
    yield [
      `Agreement ${at} on capacity`,
      `Company ${random.below(2000)}`,
      `Company ${random.below(2000)}`,
      point,
      'USD',
      point * 0.95,
      point * 1.05,
      random.pick(['signed', 'announced', 'in-talks']),
      `2025-${String(1 + random.below(12)).padStart(2, '0')}-${day}`,
      `2031-06-${day}`,
      random.below(1000) / 10,
      random.below(9),
      random.below(20) / 2,
      random.below(2),
      `Report ${random.below(500)} & notes`,
    ];
  }
}
