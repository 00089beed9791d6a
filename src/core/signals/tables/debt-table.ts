import { exactly } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

/** What fixed payments would weigh as debt at each risk factor; `present` is their worth today, full units. */
export function debtTable(present: number, riskFactors: readonly number[], unit: UnitId): EvidenceTable {
  return tableOf(
    'As debt, if it is fixed',
    [
      ['Worth today', unit],
      ['Risk factor', 'share'],
      ['As debt', unit],
    ],
    riskFactors.map((factor) => [present, factor, present * factor].map(exactly)),
  );
}
