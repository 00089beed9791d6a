import { endsAfterPublication } from '#core/figures/basis.ts';
import type { Basis, FigureStatus } from '#core/model/figure.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { ReadableLedger } from './ledger.ts';
import { nameOf } from './references.ts';
import { statement } from './statements.ts';

interface Row {
  readonly id: string;
  readonly basis: Basis;
  readonly status: FigureStatus;
  readonly periodEnd: string;
  readonly publishedOn: string;
}

const MOST_NAMED = 5;

/**
 * An actual of a period that was not over when its source was published is none (METHODS §2.2). Checked for what commit
 * `seq` has recorded: figures, and sources whose day of publication it gave. Throws ENTRY_REFUSED.
 */
export function refuseEarlyActuals(ledger: ReadableLedger, seq: number): void {
  const refused: string[] = [];
  for (const side of ['f', 's']) {
    for (const row of statement<Row>(ledger.db, candidates(side)).iterate(seq)) {
      if (refused.length < MOST_NAMED && endsAfterPublication(row)) refused.push(sentenceOf(ledger, row));
    }
  }
  if (refused.length > 0) throw new PlumblineError('ENTRY_REFUSED', [...new Set(refused)]);
}

function candidates(side: string): string {
  return `SELECT f.id, f.basis, f.status, f.period_end AS periodEnd, s.published_on AS publishedOn
    FROM figures f JOIN sources s ON s.id = f.source_id AND s.retracted_seq IS NULL
    WHERE ${side}.recorded_seq = ? AND f.retracted_seq IS NULL AND f.period_end > s.published_on`;
}

function sentenceOf(ledger: ReadableLedger, { id, periodEnd, publishedOn }: Row): string {
  return `${nameOf(ledger, id)}: its period runs until ${periodEnd}, after its source was published on ${publishedOn}. State it as a projection, or correct the days.`;
}
