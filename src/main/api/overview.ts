import { composeOverview } from '#core/report/overview.ts';
import type { overviewTopic } from '#shared/contract/reports.ts';
import type { Handlers } from './handlers.ts';
import { changesSince } from './overview-changes.ts';
import { evaluate } from './signals.ts';

export const overviewHandlers: Handlers<{ overview: typeof overviewTopic }>['overview'] = {
  get: ({ ledger, today }, { subjectId, asOf, knownAt }) => {
    const { view, flags } = evaluate(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    return composeOverview({ view, subjectId, flags });
  },
  changes: ({ ledger, today }, request) => changesSince(ledger, { ...request, today }),
};
