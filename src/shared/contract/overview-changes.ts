import { z } from 'zod';
import { STEP_STATES } from '#core/model/disposition.ts';
import { NOUN_IDS } from '#core/model/field.ts';
import { REOPEN_REASONS } from '#core/signals/disposition.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { query } from './procedure.ts';
import { gradeSchema } from './signals.ts';
import { instantSchema, momentShape } from './times.ts';

const sideSchema = z.object({
  asOf: z.string(),
  /** Null: the ledger did not know the subject. */
  grade: gradeSchema.nullable(),
});
const severity = z.enum(SEVERITIES).nullable();
/** Place among the flags of `signals.run` for the same subject and moment; null for a flag that is gone. */
const place = z.int().nullable();

/**
 * What is different for a subject since an instant: before is what was known at `since`, as of its day or of `asOf` where
 * that is given; after is the moment asked of.
 */
export const overviewChanges = query(
  z.strictObject({
    subjectId: z.string(),
    /** Null: the end of the day (UTC) before the last change. */
    since: instantSchema.nullable().default(null),
    ...momentShape,
  }),
  z.object({
    since: z.string(),
    /** Changes of the ledger since. */
    commits: z.int(),
    before: sideSchema,
    after: sideSchema,
    flags: z.array(
      z.object({
        name: z.string(),
        scopeName: z.string().nullable(),
        before: severity,
        after: severity,
        place,
      }),
    ),
    /** Of the whole ledger; steps of reviews stand in `reviews`. */
    facts: z.array(
      z.object({
        noun: z.enum(NOUN_IDS),
        label: z.string(),
        added: z.int(),
        corrected: z.int(),
        retracted: z.int(),
      }),
    ),
    /** Steps recorded since, and decisions that stopped holding; the latter without an author. */
    reviews: z.array(
      z.object({
        name: z.string(),
        scopeName: z.string().nullable(),
        did: z.enum(STEP_STATES),
        why: z.enum(REOPEN_REASONS).nullable(),
        by: z.string().nullable(),
        at: z.string().nullable(),
        place,
      }),
    ),
  }),
);
