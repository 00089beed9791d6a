import { composeOverview } from '#core/report/overview.ts';
import type { overviewTopic } from '#shared/contract/reports.ts';
import type { Handlers } from './handlers.ts';
import { changesSince } from './overview-changes.ts';
import { inPauses } from './paced.ts';
import { evaluateInSteps } from './signals.ts';

export const overviewHandlers: Handlers<{ overview: typeof overviewTopic }>['overview'] = {
  get: async ({ ledger, today }, { subjectId, asOf, knownAt }) => {
    const request = { subjectId, asOf: asOf ?? today, knownAt };
    const { view, flags } = await inPauses(evaluateInSteps(ledger, request));
    return composeOverview({ view, subjectId, flags });
  },
  changes: ({ ledger, today }, request) => changesSince(ledger, { ...request, today }),
};
