import { exactly, type Interval } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

interface Building {
  /** Gigawatts a year. */
  readonly gigawatts: Interval;
  /** Full units for one gigawatt. */
  readonly cost: Interval;
  /** Full units a year. */
  readonly building: Interval;
  /** Gigawatts that all commitments would pay for; null where no total is known. */
  readonly implied: Interval | null;
  readonly total: Interval | null;
  readonly unit: UnitId;
}

/** What the wanted capacity costs a year beside what the commitments would pay for. */
export function buildTable({ gigawatts, cost, building, implied, total, unit }: Building): EvidenceTable {
  return tableOf(
    'Capacity and its cost',
    [
      ['Line', ''],
      ['Capacity', 'GW'],
      ['Cost of one GW', unit],
      ['Cost', unit],
    ],
    [
      ['Wanted, each year', gigawatts, cost, building],
      ['Paid for by all commitments', implied, cost, total],
      ['One gigawatt', exactly(1), cost, cost],
    ].slice(0, implied === null ? 1 : 2),
  );
}
