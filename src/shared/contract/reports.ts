import { z } from 'zod';
import { TABLE_IDS } from '#core/report/table-spec.ts';
import { intervalSchema, SEVERITIES } from '#core/signals/flag.ts';
import { ticketSchema } from './ledger.ts';
import { overviewChanges } from './overview-changes.ts';
import { job, query } from './procedure.ts';
import { momentShape } from './times.ts';

/** Money in full units of `currency`. */
export const overviewTopic = {
  get: query(
    z.strictObject({ subjectId: z.string(), ...momentShape }),
    z.object({
      asOf: z.string(),
      subject: z.object({ id: z.string(), name: z.string() }),
      currency: z.string(),
      tiles: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          /** Null: unknown. */
          value: intervalSchema.nullable(),
          unit: z.string(),
          severity: z.enum(SEVERITIES).nullable(),
          /** Signal whose evidence card explains the tile, or null. */
          signal: z.string().nullable(),
          figureId: z.string().nullable(),
          note: z.string(),
        }),
      ),
      /** Commitments over each revenue on file, with revenue x threshold as lines. */
      commitmentsToRevenue: z.object({
        thresholds: z.object({ watch: z.number(), warn: z.number(), critical: z.number() }),
        bars: z.array(
          z.object({
            label: z.string(),
            ratio: intervalSchema,
            basis: z.string(),
            source: z.string(),
            isHeadline: z.boolean(),
          }),
        ),
      }),
      byCounterparty: z.array(
        z.object({
          entityId: z.string(),
          name: z.string(),
          amount: intervalSchema.nullable(),
          /** Share of the named commitments, 0 to 1; null where undisclosed. */
          share: z.number().nullable(),
          dealIds: z.array(z.string()),
          source: z.string(),
        }),
      ),
      /** What the stated total holds beyond the named deals; null where no total is stated. */
      unitemised: z.number().nullable(),
    }),
  ),
  changes: overviewChanges,
};
export type Overview = z.infer<typeof overviewTopic.get.output>;

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportsTopic = {
  write: job(
    z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      /** Null: every table (workbook, JSON); CSV needs one. `signals` and `grades` are the run of all subjects. */
      table: z
        .enum([...TABLE_IDS, 'grades', 'signals'])
        .nullable()
        .default(null),
      ...momentShape,
    }),
    ticketSchema,
  ),
};
