import { z } from 'zod';
import { PILLARS } from '#core/model/pillar.ts';
import {
  flagSchema,
  intervalSchema,
  measureUnitSchema,
  SEVERITIES,
  thresholdsSchema,
} from '#core/signals/flag.ts';
import { reviewSchema } from './dispositions.ts';
import { command, job, query } from './procedure.ts';
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
      /** Version of the methods that gave these results. */
      engine: z.string(),
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
  /**
   * One measure at every instant at which something on file changes: over the days that it is read as of, or over what
   * the ledger knew. Throws SIGNAL_UNKNOWN and SUBJECT_UNKNOWN.
   */
  overTime: job(
    z.strictObject({
      subjectId: z.string(),
      signal: z.string().max(120),
      measure: z.string().max(120).nullable(),
      /** Of the deal or other thing that the flag is about; null for the whole of the subject. */
      scopeId: z.string().nullable(),
      axis: z.enum(['as-of', 'known-at']),
      ...momentShape,
    }),
    z.object({
      axis: z.enum(['as-of', 'known-at']),
      /** In the order of time; a day, or a UTC instant, at which the result became another. */
      points: z.array(
        z.object({
          at: z.string(),
          value: intervalSchema.nullable(),
          /** Null: there was no such flag then. */
          severity: severity.nullable(),
          missing: z.array(z.string()),
          causes: z.array(z.string()),
          changes: z.array(z.string()),
        }),
      ),
      looked: z.int(),
      /** Instants left out because there were more than a chart shows. */
      skipped: z.int(),
    }),
  ),
};

const movedFlags = z.array(
  z.object({
    subject: z.string(),
    scope: z.string(),
    name: z.string(),
    value: z.number().nullable(),
    before: severity,
    after: severity,
  }),
);
const fileText = z.string().max(500_000);

export const thresholdsTopic = {
  /** Every set in force as a small JSON document, one set on each line. */
  exportFile: query(
    z.strictObject(momentShape),
    z.object({ fileName: z.string(), text: z.string(), count: z.int() }),
  ),
  /** What such a document says and what it would change, without changing it; faults by line. */
  readFile: query(
    z.strictObject({ text: fileText }),
    z.object({
      faults: z.array(z.object({ line: z.int().nullable(), message: z.string() })),
      sets: z.array(
        z.object({
          line: z.int(),
          key: z.string(),
          scope: z.enum(['ledger', 'sector', 'entity']),
          entity: z.string().nullable(),
          sector: z.string().nullable(),
          before: thresholdsSchema.nullable(),
          after: thresholdsSchema,
          change: z.enum(['new', 'changed', 'same']),
        }),
      ),
      moved: movedFlags,
      unchanged: z.int(),
    }),
  ),
  /** All sets of the document in one change, or none. Throws THRESHOLDS_FILE. */
  importFile: command(
    z.strictObject({ text: fileText, reason: z.string().trim().min(3).max(2_000) }),
    z.object({ seq: z.int(), imported: z.int(), same: z.int() }),
  ),
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
      moved: movedFlags,
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
