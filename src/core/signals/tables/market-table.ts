import { exactly } from '../../quantities/interval.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

export interface Grown {
  readonly name: string;
  /** Per cent. */
  readonly growth: number;
}

/** Two shares of one market and their distance, in points and as a part of the earlier one. */
export function changeTable(earlier: number, later: number): EvidenceTable {
  return tableOf(
    'Share of the market',
    [
      ['Earlier', 'percent'],
      ['Later', 'percent'],
      ['Change', 'points'],
      ['Change of the earlier share', 'share'],
    ],
    [[exactly(earlier), exactly(later), exactly(later - earlier), exactly((later - earlier) / earlier)]],
  );
}

/** Growth beside others of the sector in one period; `own` less each of them. */
export function peerTable(own: Grown, peers: readonly Grown[]): EvidenceTable {
  return tableOf(
    'Growth beside others',
    [
      ['Company', ''],
      ['Growth', 'percent'],
      [`${own.name} less it`, 'points'],
    ],
    [own, ...peers].map(({ name, growth }) => [name, exactly(growth), exactly(own.growth - growth)]),
  );
}
