import { exactly, type Interval } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

export interface GrowthCase {
  readonly years: number;
  /** Part of revenue that goes to commitments. */
  readonly share: number;
  /** A year; null where no growth looked at is enough. */
  readonly growth: number | null;
}

/** What each horizon asks for: growth a year, and the revenue of its last year from `present`, full units. */
export function growthTable(cases: readonly GrowthCase[], present: number, unit: UnitId): EvidenceTable {
  return tableOf(
    'Growth that pays for it',
    [
      ['Over', 'years'],
      ['Share of revenue', 'share'],
      ['Growth a year', 'share'],
      ['Revenue of the last year', unit],
    ],
    cases.map(({ years, share, growth }): (Interval | null)[] => [
      exactly(years),
      exactly(share),
      growth === null ? null : exactly(growth),
      growth === null ? null : exactly(present * (1 + growth) ** years),
    ]),
  );
}
