import { DEFAULT_POLICY } from '../figures/policy.ts';
import { gapCaseOf, outlookOf } from '../metrics/gap-case.ts';
import { indexLedger } from '../metrics/ledger-index.ts';
import type { Study } from '../metrics/study.ts';
import type { LedgerView } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import { gapNotes } from '../signals/funding-gap-words.ts';

/**
 * Obligations by year against projected revenue, from the very numbers of the signal funding-gap. Money in full units of
 * `currency`; what falls due in a year is a hull of scenarios, so that its ends do not add up to a total.
 */
export interface ObligationYear {
  readonly year: number;
  readonly due: Interval;
  readonly revenue: Interval;
  readonly funded: Interval;
  /** Open part as stated; null where an amount has no stated middle. */
  readonly gap: number | null;
}

export interface Obligations {
  readonly currency: string;
  readonly years: ObligationYear[];
  /** Sum of the gaps as stated; null where it is not known. */
  readonly gap: number | null;
  /** What is not on file where nothing can be shown, as noun phrases. */
  readonly missing: string[];
  /** Sentences: what was assumed, and what is in no year. */
  readonly notes: string[];
}

/** Throws RangeError for a subject that is not in the view. */
export function composeObligations(view: LedgerView, subjectId: string): Obligations {
  const index = indexLedger(view);
  const subject = index.entities.get(subjectId);
  if (subject === undefined) throw new RangeError(`No entity ${subjectId} is in the ledger at this moment.`);
  return obligationsOf({ index, subject, policy: DEFAULT_POLICY });
}

function obligationsOf(study: Study): Obligations {
  const { found, missing, exposure } = gapCaseOf(study);
  const currency = exposure.currency ?? '';
  const nothing = { currency, years: [], gap: null, notes: [] };
  if (found === null) return { ...nothing, missing: [...missing] };
  const outlook = outlookOf(found, found.basis, 1);
  if (outlook === null)
    return { ...nothing, missing: [`commitments that fall due from ${found.firstYear} on`] };
  const gaps = new Map(outlook.headline?.rows.map(({ year, gap }) => [year, gap]));
  return {
    currency,
    years: outlook.years.map((row) => ({
      ...row,
      gap: outlook.headline === null ? null : (gaps.get(row.year) ?? 0),
    })),
    gap: outlook.headline?.sum ?? null,
    missing: [],
    notes: [...gapNotes(found, outlook)],
  };
}
