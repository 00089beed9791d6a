import { exactly, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import type { DealPlan } from '../schedule/deal-plan.ts';
import type { Tag } from './tags.ts';
import { amountWords } from './words.ts';

/** What a flag says of the way in which commitments were spread over time. */
export function planTags(plans: readonly DealPlan[]): Partial<Record<Tag, boolean>> {
  return {
    assumed: plans.some((plan) => (plan.kind === 'days' || plan.kind === 'tenor') && plan.isStartAssumed),
    'assumed-tenor': plans.some((plan) => plan.kind === 'tenor' && plan.isTenorAssumed),
    undated: plans.some((plan) => plan.kind === 'rows' && plan.undated > 0),
    unscheduled: plans.some((plan) => plan.kind === 'rows' && plan.unscheduled.hi !== 0),
  };
}

export function isStraight(plan: DealPlan): boolean {
  if (plan.kind === 'days') return plan.timed.method === 'straight-line';
  return plan.kind === 'tenor' && plan.method === 'straight-line';
}

/** What schedules leave without a day, full units. */
export interface Rest {
  readonly undated: number;
  readonly unscheduled: Interval;
}

export function restOf(plans: readonly DealPlan[]): Rest {
  const rows = plans.filter((plan) => plan.kind === 'rows');
  return {
    undated: rows.reduce((sum, plan) => sum + plan.undated, 0),
    unscheduled: sumOf(rows.map((plan) => plan.unscheduled)),
  };
}

/** What schedules leave over, as sentences; never counted as nothing. */
export function restNotes({ undated, unscheduled }: Rest, currency: UnitId): readonly string[] {
  return [
    ...(undated > 0
      ? [
          `${amountWords(exactly(undated), currency)} of scheduled payments have no day: in the totals, not here.`,
        ]
      : []),
    ...(unscheduled.hi === 0
      ? []
      : [
          `${amountWords(unscheduled, currency)} of scheduled deals is unscheduled: in the totals, not here.`,
        ]),
  ];
}
