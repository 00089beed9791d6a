import { composeDealSchedule } from '#core/report/deal-schedule.ts';
import { composeObligations } from '#core/report/overview-obligations.ts';
import { loadDealView } from '#main/ledger/view.ts';
import type { schedulesTopic } from '#shared/contract/schedules.ts';
import type { Handlers } from './handlers.ts';
import { gather } from './signals.ts';

export const schedulesHandlers: Handlers<{ schedules: typeof schedulesTopic }>['schedules'] = {
  deal: ({ ledger, today }, { dealId, buckets, fiscalYearEndMonth, asOf, knownAt }) => {
    const view = loadDealView(ledger, { dealId, asOf: asOf ?? today, knownAt });
    if (view.deals.length === 0) return null;
    return composeDealSchedule({ view, dealId, buckets, fiscalYearEndMonth });
  },
  obligations: ({ ledger, today }, { subjectId, asOf, knownAt }) => {
    const { view } = gather(ledger, { subjectId, asOf: asOf ?? today, knownAt });
    return composeObligations(view, subjectId);
  },
};
