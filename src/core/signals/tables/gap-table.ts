import type { FundingGap } from '../../metrics/funding-gap.ts';
import { exactly } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

/** Year by year, everything as stated: what falls due, what there is for it, and what stays open; full units. */
export function gapTable(gap: FundingGap | null, unit: UnitId): readonly EvidenceTable[] {
  if (gap === null) return [];
  return [
    tableOf(
      'Year by year, as stated',
      [
        ['Year', ''],
        ['Falls due', unit],
        ['Revenue for it', unit],
        ['Signed money', unit],
        ['Open', unit],
        ['Open so far', unit],
      ],
      gap.rows.map((row) => [
        String(row.year),
        ...[row.due, row.available, row.funded, row.gap, row.cumulativeNet].map(exactly),
      ]),
    ),
  ];
}
