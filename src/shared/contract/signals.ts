import { z } from 'zod';
import { PILLARS } from '#core/signals/definition.ts';
import { flagSchema, measureUnitSchema, SEVERITIES, thresholdsSchema } from '#core/signals/flag.ts';
import { reviewSchema } from './dispositions.ts';
import { command, query } from './procedure.ts';
import { momentShape } from './times.ts';

const severity = z.enum(SEVERITIES);

export const gradeSchema = z.enum(['A', 'B', 'C', 'D', 'E', 'U']);

/** The risk grade of METHODS §1.3 with what decides it; U: too little is known for one. */
const companyGradeSchema = z.object({
  grade: gradeSchema,
  /** As if every flag were open. */
  withoutDispositions: gradeSchema,
  why: z.string(),
  computable: z.int(),
  applicable: z.int(),
  /** One per family of correlated signals, which counts once, at its worst. */
  deciding: z.array(
    z.object({
      family: z.string(),
      pillar: z.string(),
      severity,
      /** Places of its flags in `flags`. */
      places: z.array(z.int()),
    }),
  ),
  /** Every pillar, with the places of the flags of its signals in `flags`. */
  pillars: z.array(z.object({ pillar: z.enum(PILLARS), places: z.array(z.int()) })),
});
export type CompanyGradeReport = Readonly<z.infer<typeof companyGradeSchema>>;
const scope = z.strictObject({
  /** Signal id, or signal/measure. */
  key: z.string().max(120),
  scope: z.enum(['ledger', 'sector', 'entity']),
  entityId: z.string().nullable().default(null),
  sector: z.string().max(200).nullable().default(null),
});

export const signalsTopic = {
  /** Entities that signals can be computed for; those under review first. */
  subjects: query(
    z.strictObject(momentShape),
    z.array(z.object({ id: z.string(), name: z.string(), isUnderReview: z.boolean() })),
  ),
  run: query(
    z.strictObject({
      /** Null: every entity under review. */
      subjectId: z.string().nullable().default(null),
      ...momentShape,
    }),
    z.object({
      asOf: z.string(),
      knownAt: z.string().nullable(),
      subjects: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          grade: companyGradeSchema,
          flags: z.array(flagSchema),
          /** Where the review of each flag stands, in the order of `flags`. */
          reviews: z.array(reviewSchema),
        }),
      ),
    }),
  ),
};

export const thresholdsTopic = {
  list: query(
    z.strictObject(momentShape),
    z.object({
      /** One per measure of every signal. */
      measures: z.array(
        z.object({
          key: z.string(),
          signal: z.string(),
          measure: z.string().nullable(),
          name: z.string(),
          question: z.string(),
          formula: z.string(),
          unit: measureUnitSchema,
          isLowerWorse: z.boolean(),
          defaults: thresholdsSchema,
          why: z.string(),
        }),
      ),
      /** Sets in force at the moment. */
      sets: z.array(
        thresholdsSchema.extend({
          id: z.string(),
          version: z.int(),
          key: z.string(),
          scope: z.enum(['ledger', 'sector', 'entity']),
          entityId: z.string().nullable(),
          entity: z.string().nullable(),
          sector: z.string().nullable(),
          reason: z.string(),
          author: z.string(),
          recordedAt: z.string(),
        }),
      ),
      /** Every change of a threshold until the moment, newest first. */
      history: z.array(
        thresholdsSchema.extend({
          seq: z.int(),
          at: z.string(),
          author: z.string(),
          kind: z.string(),
          did: z.enum(['set', 'cleared']),
          key: z.string(),
          scope: z.string(),
          entity: z.string().nullable(),
          sector: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What a set would change, without changing it. */
  preview: query(
    z.strictObject({ ...scope.shape, ...thresholdsSchema.shape, ...momentShape }),
    z.object({
      moved: z.array(
        z.object({
          subject: z.string(),
          scope: z.string(),
          name: z.string(),
          value: z.number().nullable(),
          before: severity,
          after: severity,
        }),
      ),
      unchanged: z.int(),
    }),
  ),
  set: command(
    z.strictObject({
      ...scope.shape,
      ...thresholdsSchema.shape,
      reason: z.string().trim().min(3).max(2_000),
    }),
    z.object({ seq: z.int(), id: z.string() }),
  ),
  /** Back to the wider set or the default. */
  clear: command(
    z.strictObject({ id: z.string(), version: z.int(), reason: z.string().trim().min(3).max(2_000) }),
    z.object({ seq: z.int() }),
  ),
};
