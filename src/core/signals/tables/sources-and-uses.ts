import type { KnownChoice } from '../../figures/choice.ts';
import type { Funding, FundingOnFile } from '../../metrics/funding.ts';
import type { Identified } from '../../metrics/unfunded.ts';
import { exactly, type Interval, scaleBy } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { type TableCell, tableOf } from './table.ts';

interface Money {
  readonly cash: KnownChoice | null;
  readonly funding: FundingOnFile;
  readonly money: Identified;
  readonly currency: UnitId;
}

/** What must be paid, the money there is for it line by line, and what is left open; full units of `currency`. */
export function sourcesAndUses(
  commitments: Interval,
  share: Interval | null,
  { cash, funding, money, currency }: Money,
): EvidenceTable {
  const lines = (list: readonly Funding[], counts: string) =>
    list.map(({ deal, amount }): TableCell[] => [deal.name, 'source', amount, counts]);
  const left = share === null || commitments.point === null ? null : commitments.point;
  const open = (part: number | null | undefined): TableCell =>
    left === null || part === null || part === undefined ? null : scaleBy(exactly(left), part);
  return tableOf(
    'Sources and uses',
    [
      ['Line', ''],
      ['Side', ''],
      ['Amount', currency],
      ['Counts', ''],
    ],
    [
      ['Commitments', 'use', commitments, 'in full'],
      ['Cash', 'source', cash?.amount ?? null, cash === null ? 'not disclosed, as if none' : 'in full'],
      ...lines(funding.signed, 'in full'),
      ...lines(funding.soft, 'in the favourable end only'),
      ['Left open', 'open', open(share?.point), 'without money in talks'],
      ...(money.soft === 0
        ? []
        : [['Left open', 'open', open(share?.lo), 'if all money in talks arrives'] satisfies TableCell[]]),
    ],
  );
}
