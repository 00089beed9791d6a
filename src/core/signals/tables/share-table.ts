import type { Supplier } from '../../metrics/suppliers.ts';
import { exactly, headlineOf, type Interval, sumOf } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { type TableCell, tableOf } from './table.ts';

/** Each supplier with its part of the named commitments and of the stated total; what nobody names stands last. */
export function shareTable(
  suppliers: readonly Supplier[],
  total: Interval | null,
  currency: UnitId | null,
): readonly EvidenceTable[] {
  if (currency === null || suppliers.length === 0) return [];
  const named = headlineOf(sumOf(suppliers.map(({ amount }) => amount)));
  const whole = total === null ? null : headlineOf(total);
  const percent = (part: number, of: number | null): TableCell =>
    of === null || of <= 0 ? null : exactly((part / of) * 100);
  const rest: readonly TableCell[][] =
    whole === null || whole <= named
      ? []
      : [['Not named', exactly(whole - named), '', percent(whole - named, whole)]];
  return [
    tableOf(
      'Shares',
      [
        ['Supplier', ''],
        ['Commitments', currency],
        ['Of the named', 'percent'],
        ['Of the stated total', 'percent'],
      ],
      [
        ...suppliers.map(({ name, amount }) => [
          name,
          amount,
          percent(headlineOf(amount), named),
          percent(headlineOf(amount), whole),
        ]),
        ['Named together', exactly(named), percent(named, named), percent(named, whole)],
        ...rest,
      ],
    ),
  ];
}
