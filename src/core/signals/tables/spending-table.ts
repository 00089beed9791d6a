import { exactly, headlineOf, type Interval, sumOf } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

/** Loss, revenue and what was therefore spent, each also for one unit of revenue; `ratio` is loss over revenue. */
export function spendingTable(
  loss: Interval,
  revenue: Interval,
  ratio: Interval,
  unit: UnitId,
): EvidenceTable {
  const one = exactly(1);
  return tableOf(
    'What was spent',
    [
      ['Line', ''],
      ['Amount', unit],
      ['For each 1 of revenue', 'x'],
    ],
    [
      ['Net loss', loss, exactly(headlineOf(ratio))],
      ['Revenue', revenue, one],
      ['Spent', sumOf([loss, revenue]), sumOf([exactly(headlineOf(ratio)), one])],
    ],
  );
}
