import { z } from 'zod';
import { LEAST_PICK_REASON } from '#core/model/judgement.ts';
import { matterLineSchema, matterSchema } from '#core/report/matter.ts';
import { measureUnitSchema, SEVERITIES } from '#core/signals/flag.ts';
import { command, query } from './procedure.ts';
import { daySchema, momentShape } from './times.ts';

const id = z.string().max(40);
const severity = z.enum(SEVERITIES).nullable();

/** Figures and days that the sources state more than once, and the analyst's picks among them (METHODS §2.4). */
export const figuresTopic = {
  /** What is stated more than once of the subject and of those around it; contradictions first. */
  disputes: query(
    z.strictObject({ subjectId: id, ...momentShape }),
    z.object({ asOf: z.string(), knownAt: z.string().nullable(), matters: z.array(matterLineSchema) }),
  ),
  /** The matter that a figure or key date stands in, version beside version. */
  versions: query(z.strictObject({ subjectId: id, id, ...momentShape }), matterSchema),
  /** What a pick would change in the flags of the subject, without changing it. */
  previewPick: query(
    z.strictObject({ subjectId: id, figureId: id, ...momentShape }),
    z.object({
      moved: z.array(
        z.object({
          subject: z.string(),
          scope: z.string(),
          name: z.string(),
          unit: measureUnitSchema,
          valueBefore: z.number().nullable(),
          valueAfter: z.number().nullable(),
          before: severity,
          after: severity,
        }),
      ),
      unchanged: z.int(),
    }),
  ),
  /** The version counts for its matter until the day given, in place of any earlier pick there. */
  pick: command(
    z.strictObject({
      figureId: id,
      reviewer: z.string().trim().min(2).max(200),
      reason: z
        .string()
        .trim()
        .min(LEAST_PICK_REASON, `A reason takes at least ${LEAST_PICK_REASON} characters.`)
        .max(2_000),
      /** First day on which the pick no longer counts. */
      expiresOn: daySchema,
    }),
    z.object({ seq: z.int(), id }),
  ),
  /** Back to the most reliable source. */
  unpick: command(
    z.strictObject({ id, version: z.int(), reason: z.string().trim().min(3).max(2_000) }),
    z.object({ seq: z.int() }),
  ),
};
