import {
  type CircleAmounts,
  loopedAmount,
  recycledShare,
  roundTripRatio,
  vendorFinancedShare,
} from '../../flows/circles.ts';
import { headlineOf } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

/** The amounts that go round and the three ratios, with all deals and with the binding ones alone; full units. */
export function circleTable(
  amounts: CircleAmounts,
  binding: CircleAmounts | null,
  currency: UnitId | null,
): readonly EvidenceTable[] {
  if (currency === null) return [];
  const row = (label: string, ways: CircleAmounts) => [
    label,
    ways.invested,
    ways.returned,
    loopedAmount(ways),
    roundTripRatio(ways),
    recycledShare(ways),
    vendorFinancedShare(ways),
  ];
  const invested = amounts.invested === null ? 0 : headlineOf(amounts.invested);
  const isAll = binding !== null && binding.invested !== null && headlineOf(binding.invested) === invested;
  return [
    tableOf(
      'What goes round',
      [
        ['Deals', ''],
        ['Put in', currency],
        ['Can come back', currency],
        ['Goes round', currency],
        ['Round trip', 'x'],
        ['Recycled', 'share'],
        ['Vendor-financed', 'share'],
      ],
      [
        row('All', amounts),
        ...(isAll ? [] : [binding === null ? ['Binding only', ...unknowns] : row('Binding only', binding)]),
      ],
    ),
  ];
}

const unknowns = [null, null, null, null, null, null] as const;
