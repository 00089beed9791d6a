import { DEFAULT_POLICY } from '#core/figures/policy.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import type { Study } from '#core/metrics/study.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { headlineOf, type Interval } from '#core/quantities/interval.ts';
import type { Flag } from '#core/signals/flag.ts';
import { bank, buyer, seller } from '../../core/signals/one-signal.ts';
import { viewOf } from '../../core/view-rows.ts';

/** Ways to read a flag the way its card shows it. */
export function study(rows: Partial<LedgerView>): Study {
  const view = viewOf({ entities: [bank, buyer, seller], ...rows });
  return { index: indexLedger(view), subject: buyer, policy: DEFAULT_POLICY };
}

export type Cell = Flag['tables'][number]['rows'][number][number];

/** A row of a table of the card, by the text of its first cell and, where that is not enough, of another. */
export function rowOf(flag: Flag | undefined, title: string, ...texts: readonly string[]): readonly Cell[] {
  const table = flag?.tables.find((one) => one.title === title);
  const row = table?.rows.find((cells) => texts.every((text) => cells.includes(text)));
  if (row === undefined) throw new Error(`No row ${texts.join(', ')} in ${title} of ${flag?.signal}.`);
  return row;
}

export function rowsOf(flag: Flag | undefined, title: string): readonly (readonly Cell[])[] {
  const table = flag?.tables.find((one) => one.title === title);
  if (table === undefined) throw new Error(`No table ${title} on ${flag?.signal}.`);
  return table.rows;
}

export function intervalOf(cell: Cell | undefined): Interval {
  if (cell === undefined || cell === null || typeof cell === 'string') throw new Error('No amount.');
  return cell;
}

export function pointOf(cell: Cell | undefined): number {
  return headlineOf(intervalOf(cell));
}
