import { z } from 'zod';
import { SCHEDULE_METHODS } from '#core/model/deal.ts';
import { BUCKET_KINDS } from '#core/schedule/buckets.ts';
import { intervalSchema } from '#core/signals/flag.ts';
import { type OutputOf, query } from './procedure.ts';
import { momentShape } from './times.ts';

/** When commitments fall due. Money in full units of `currency`; ends of ranges are hulls and add up to no total. */
export const schedulesTopic = {
  deal: query(
    z.strictObject({
      dealId: z.string(),
      buckets: z.enum(BUCKET_KINDS).default('years'),
      /** Null: that of the payer, the calendar year where it states none. */
      fiscalYearEndMonth: z.int().min(1).max(12).nullable().default(null),
      ...momentShape,
    }),
    /** Null where the deal is not on file at that moment. */
    z
      .object({
        currency: z.string(),
        /** `payments`: as scheduled payments say; null: undisclosed, or nobody says when. */
        method: z.enum([...SCHEDULE_METHODS, 'payments']).nullable(),
        isMethodAssumed: z.boolean(),
        fiscalYearEndMonth: z.int(),
        periods: z.array(
          z.object({
            label: z.string(),
            start: z.string(),
            /** First day after the period. */
            end: z.string(),
            amount: intervalSchema,
          }),
        ),
        /** Null: undisclosed, never zero. */
        total: intervalSchema.nullable(),
        unscheduled: intervalSchema,
        undated: intervalSchema,
        isHull: z.boolean(),
        tags: z.array(z.string()),
        notes: z.array(z.string()),
      })
      .nullable(),
  ),
  /** Obligations by year against projected revenue, from the numbers of the signal funding-gap. */
  obligations: query(
    z.strictObject({ subjectId: z.string(), ...momentShape }),
    z.object({
      currency: z.string(),
      years: z.array(
        z.object({
          year: z.int(),
          due: intervalSchema,
          revenue: intervalSchema,
          funded: intervalSchema,
          gap: z.number().nullable(),
        }),
      ),
      gap: z.number().nullable(),
      missing: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
};
export type DealScheduleReport = NonNullable<OutputOf<typeof schedulesTopic.deal>>;
export type ObligationsReport = OutputOf<typeof schedulesTopic.obligations>;
