import type { BurdenMethod, Due } from '../../metrics/next-year-burden.ts';
import type { Revenue } from '../../metrics/revenue.ts';
import { divide, type Interval } from '../../quantities/interval.ts';
import type { EvidenceTable } from '../flag.ts';
import { type TableCell, tableOf } from './table.ts';

const METHODS: Readonly<Record<BurdenMethod, string>> = {
  schedule: 'its schedule',
  dates: 'its days',
  tenor: 'its tenor',
  'assumed-tenor': 'tenor in general',
};

interface Spread {
  readonly total: Interval;
  readonly tenor: Interval;
}

/** What falls due in the next 12 months, deal by deal, and of the stated total where one is spread; full units. */
export function dueTable(
  { due, undated }: Due,
  { choice }: Revenue,
  stated: Spread | null = null,
): EvidenceTable {
  const ratio = (amount: Interval): TableCell => {
    const quotient = divide(amount, choice.amount);
    return quotient.state === 'ok' ? quotient.ratio : null;
  };
  const yearly = stated === null ? null : divide(stated.total, stated.tenor);
  const total: readonly TableCell[][] =
    stated === null || yearly?.state !== 'ok'
      ? []
      : [
          [
            'All commitments, as stated',
            stated.total,
            METHODS['assumed-tenor'],
            stated.tenor,
            yearly.ratio,
            ratio(yearly.ratio),
          ],
        ];
  return tableOf(
    'Due in the next 12 months',
    [
      ['Commitment', ''],
      ['Whole', choice.unit],
      ['Spread by', ''],
      ['Over', 'years'],
      ['In 12 months', choice.unit],
      ['To revenue', 'x'],
    ],
    [
      ...total,
      ...due.map(({ commitment, burden }) => [
        commitment.deal.name,
        commitment.gross,
        METHODS[burden.method],
        burden.tenor,
        burden.amount,
        ratio(burden.amount),
      ]),
      ...undated.map(({ commitment: { deal, gross } }) => [deal.name, gross, 'not known', null, null, null]),
    ],
  );
}
