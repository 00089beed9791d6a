import { z } from 'zod';
import { PILLARS } from '#core/model/pillar.ts';
import { intervalSchema, measureUnitSchema, SEVERITIES, thresholdsSchema } from '#core/signals/flag.ts';
import { command, job, query } from './procedure.ts';
import { momentShape } from './times.ts';

/** Signals that the analyst writes: what can be named, whether an expression holds, what it would give. */
const severity = z.enum(SEVERITIES);
const reason = z.string().trim().min(3).max(2_000);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens.');
const pillar = z.enum(PILLARS);
/** Longer than what is read, so that the answer and not the contract says where it is too long. */
const expression = z.string().max(20_000);

const measured = {
  unit: measureUnitSchema,
  isLowerWorse: z.boolean(),
  ...thresholdsSchema.shape,
};

const ownSignal = {
  slug: slug.max(60),
  name: z.string().trim().min(1).max(200),
  question: z.string().trim().min(1).max(500),
  expression,
  ...measured,
  pillar,
  note: z.string().trim().min(1).max(5_000).nullable(),
};

const problem = z.object({
  /** Offsets into the expression, `end` exclusive. */
  start: z.int(),
  end: z.int(),
  line: z.int(),
  column: z.int(),
  message: z.string(),
});

const previewed = z.object({
  severity,
  certainty: z.enum(['certain', 'possible']).nullable(),
  value: intervalSchema.nullable(),
  note: z.string(),
});

export const ownSignalsTopic = {
  /** Everything that an expression may use. */
  vocabulary: query(
    z.strictObject({}),
    z.object({
      words: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          what: z.string(),
          example: z.string(),
          unit: z.string(),
          group: z.enum(['amount', 'signal', 'function', 'constant']),
        }),
      ),
      limits: z.object({ characters: z.int(), nodes: z.int(), depth: z.int() }),
    }),
  ),
  list: query(
    z.strictObject({ ...momentShape }),
    z.array(
      z.object({
        ...ownSignal,
        id: z.string(),
        version: z.int(),
        author: z.string(),
        reason: z.string().nullable(),
        recordedAt: z.string(),
        /** Set where the expression no longer holds. */
        problem: problem.nullable(),
      }),
    ),
  ),
  check: query(
    z.strictObject({ expression }),
    z.object({
      problem: problem.nullable(),
      /** Units in which the result may be shown, the usual one first; empty where the expression is refused. */
      units: z.array(measureUnitSchema),
      /** Names it uses. */
      names: z.array(z.string()),
    }),
  ),
  /** What it would give, now and at the changes of the ledger; nothing is saved. */
  preview: job(
    z.strictObject({ expression, ...measured, subjectId: z.string().nullable(), ...momentShape }),
    z.object({
      problem: problem.nullable(),
      subjects: z.array(previewed.extend({ id: z.string(), name: z.string(), workings: z.string() })),
      /** Companies beyond those shown. */
      more: z.int(),
      /** Of the subject, in the order of time: each change of the ledger that moved the result. */
      history: z.array(previewed.extend({ seq: z.int(), at: z.string(), summary: z.string() })),
      /** Changes looked at, of how many there are. */
      looked: z.int(),
      changes: z.int(),
    }),
  ),
  save: command(
    z.strictObject({
      ...ownSignal,
      /** Version in force that this one follows; null for a new signal. */
      version: z.int().nullable(),
      reason,
    }),
    z.object({ seq: z.int(), id: z.string() }),
  ),
  retract: command(
    z.strictObject({ id: z.string().max(40), version: z.int(), reason }),
    z.object({ seq: z.int() }),
  ),
};
