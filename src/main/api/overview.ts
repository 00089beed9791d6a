import { composeOverview } from '#core/report/overview.ts';
import { listChanges } from '#main/ledger/history.ts';
import type { overviewTopic } from '#shared/contract/reports.ts';
import type { Handlers } from './handlers.ts';
import { evaluate } from './signals.ts';

/** How many of the latest changes the overview lists. */
const RECENT = 8;

export const overviewHandlers: Handlers<{ overview: typeof overviewTopic }>['overview'] = {
  get: ({ ledger, today }, { subjectId, asOf, knownAt }) => {
    const { view, flags } = evaluate(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    const recent = listChanges(ledger, { offset: 0, limit: RECENT, knownAt }).lines.map(
      ({ seq, at, author, summary }) => ({
        seq,
        at,
        author,
        summary,
      }),
    );
    return composeOverview({ view, subjectId, flags, recent });
  },
};
