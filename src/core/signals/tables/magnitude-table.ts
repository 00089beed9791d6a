import { amountOf } from '../../figures/amount.ts';
import { groupBy } from '../../group-by.ts';
import type { Magnitude } from '../../metrics/magnitude.ts';
import type { FigureFacts } from '../../model/ledger-view.ts';
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
        ['Powers of ten', 'score'],
        ['Times', 'x'],
        ['Commitments', unit],
        ['Revenue of a year', unit],
        ['Basis of the revenue', ''],
      ],
      rows.map(({ commitments, revenue, ratio, orders }) => [
        commitments.source.title,
        orders,
        ratio,
        amountOf(commitments),
        amountOf(revenue),
        basisWords(revenue),
      ]),
    ),
  );
}

/** `run rate, projected`; a projection is projected without saying so. */
function basisWords({ basis, status }: FigureFacts): string {
  return basis === 'projection' && status === 'projected'
    ? plain(basis)
    : `${plain(basis)}, ${plain(status)}`;
}
