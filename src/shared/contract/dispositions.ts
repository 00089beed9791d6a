import { z } from 'zod';
import { LIVE_SEVERITIES, REASON_CODES, STEP_STATES } from '#core/model/disposition.ts';
import { REOPEN_REASONS } from '#core/signals/disposition.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { command, query } from './procedure.ts';
import { daySchema, momentShape } from './times.ts';

const stateSchema = z.enum(['open', 'acknowledged', 'mitigated', 'false-positive']);

/** Where the review of a flag stands (METHODS §1.4): in force, after whatever has reopened it by itself. */
export const reviewSchema = z.object({
  state: stateSchema,
  /** Why the last decision no longer holds, and what it had been; null where it holds or nothing was decided. */
  reopened: z.object({ why: z.enum(REOPEN_REASONS), from: stateSchema }).nullable(),
  /** Of the last step: when it was recorded (UTC), by whom, who looked at it, and until when it holds. */
  since: z.string().nullable(),
  by: z.string().nullable(),
  reviewer: z.string().nullable(),
  until: z.string().nullable(),
  reasonCode: z.enum(REASON_CODES).nullable(),
  /** Why, in the words of its author. */
  note: z.string().nullable(),
  mitigant: z.string().nullable(),
  /** A decision on a critical flag that nobody but its author looked at. */
  isSelfReviewed: z.boolean(),
});
export type Review = Readonly<z.infer<typeof reviewSchema>>;

/** Which flag; `scopeId` is null for the whole of the subject. */
const refShape = {
  signal: z.string().max(120),
  measure: z.string().max(120).nullable(),
  subjectId: z.string().max(40),
  scope: z.enum(['total', 'about', 'deal']),
  scopeId: z.string().max(2000).nullable(),
};

const stepSchema = z.object({
  id: z.string(),
  step: z.int(),
  state: z.enum(STEP_STATES),
  author: z.string(),
  reviewer: z.string().nullable(),
  isSelfReviewed: z.boolean(),
  reasonCode: z.enum(REASON_CODES).nullable(),
  note: z.string(),
  mitigant: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), name: z.string() })),
  severity: z.enum(LIVE_SEVERITIES),
  expiresOn: z.string().nullable(),
  recordedAt: z.string(),
  seq: z.int(),
  /** When and by whom it was undone; null while it stands. */
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
});
export type ReviewStep = Readonly<z.infer<typeof stepSchema>>;

export const dispositionsTopic = {
  /** Every flag of the subjects that something was decided about, with all steps on file, those undone among them. */
  list: query(
    z.strictObject({
      /** Null: every entity under review. */
      subjectId: z.string().nullable().default(null),
      ...momentShape,
    }),
    z.object({
      asOf: z.string(),
      knownAt: z.string().nullable(),
      reviews: z.array(
        z.object({
          ...refShape,
          name: z.string(),
          subject: z.string(),
          scopeName: z.string().nullable(),
          /** Null: the signal no longer says anything of this. */
          severity: z.enum(SEVERITIES).nullable(),
          review: reviewSchema.nullable(),
          steps: z.array(stepSchema),
        }),
      ),
    }),
  ),
  /** One flag: its review, what may be decided next, and how flags of the same signal were closed. */
  get: query(
    z.strictObject({ ...refShape, ...momentShape }),
    z.object({
      review: reviewSchema,
      steps: z.array(stepSchema),
      /** Empty for a flag that is not at watch or worse. */
      next: z.array(z.enum(STEP_STATES)),
      /** Of the flag as it stands; a decision names the one it was made on. */
      fingerprint: z.string(),
      author: z.string(),
      isSingleUser: z.boolean(),
      today: z.string(),
      /** Other flags of the signal that were closed and still are. */
      alike: z.array(
        z.object({
          subject: z.string(),
          scopeName: z.string().nullable(),
          state: z.enum(['mitigated', 'false-positive']),
          reasonCode: z.enum(REASON_CODES).nullable(),
          author: z.string(),
          recordedAt: z.string(),
          note: z.string(),
        }),
      ),
    }),
  ),
  /** One step of the review of a flag, in one commit. Throws DISPOSITION_REFUSED, EDIT_CONFLICT, SUBJECT_UNKNOWN. */
  decide: command(
    z.strictObject({
      ...refShape,
      /** Of the flag as it was seen; another one by now is refused. */
      fingerprint: z.string().max(80),
      /** Day of the run in which it was seen; null: today. */
      asOf: daySchema.nullable().default(null),
      state: z.enum(STEP_STATES),
      reviewer: z.string().trim().max(200).nullable().default(null),
      reasonCode: z.enum(REASON_CODES).nullable().default(null),
      note: z.string().trim().max(4_000),
      mitigant: z.string().trim().max(1_000).nullable().default(null),
      evidenceIds: z.array(z.string().max(40)).max(50).default([]),
      /** Null: the default of the state. */
      expiresOn: daySchema.nullable().default(null),
    }),
    z.object({ seq: z.int(), id: z.string(), isSelfReviewed: z.boolean() }),
  ),
};
