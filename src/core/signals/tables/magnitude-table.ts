import { amountOf } from '../../figures/amount.ts';
import { groupBy } from '../../group-by.ts';
import type { Magnitude } from '../../metrics/magnitude.ts';
import type { EvidenceTable } from '../flag.ts';
import { plain } from '../words.ts';
import { tableOf } from './table.ts';

/** How many powers of ten a source's commitments stand above its revenue; one table for each currency. */
export function magnitudeTables(found: readonly Magnitude[]): EvidenceTable[] {
  return [...groupBy(found, ({ commitments }) => commitments.unit)].map(([unit, rows]) =>
    tableOf(
      'Orders of magnitude, by each source’s own numbers',
      [
        ['Source', ''],
        ['Commitments', unit],
        ['Revenue of a year', unit],
        ['Basis of the revenue', ''],
        ['Times', 'x'],
        ['Orders of magnitude', 'powers of ten'],
      ],
      rows.map(({ commitments, revenue, ratio, orders }) => [
        commitments.source.title,
        amountOf(commitments),
        amountOf(revenue),
        `${plain(revenue.basis)}, ${plain(revenue.status)}`,
        ratio,
        orders,
      ]),
    ),
  );
}
