import { divide, exactly, type Interval } from '../../quantities/interval.ts';
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
  /** What a continent has in all, for scale; gigawatts. */
  readonly continent: Interval;
}

/** What the wanted capacity costs a year beside what the commitments would pay for. */
export function buildTable({
  gigawatts,
  cost,
  building,
  implied,
  total,
  unit,
  continent,
}: Building): EvidenceTable {
  const times = (capacity: Interval | null) => {
    const quotient = capacity === null ? null : divide(capacity, continent);
    return quotient?.state === 'ok' ? quotient.ratio : null;
  };
  return tableOf(
    'Capacity and its cost',
    [
      ['Line', ''],
      ['Capacity', 'GW'],
      ['Cost of one GW', unit],
      ['Cost', unit],
      ['Against all of North America', 'x'],
    ],
    [
      ['Wanted, each year', gigawatts, cost, building, times(gigawatts)],
      ['Paid for by all commitments', implied, cost, total, times(implied)],
      ['One gigawatt', exactly(1), cost, cost, times(exactly(1))],
    ].slice(0, implied === null ? 1 : 2),
  );
}
