import { z } from 'zod';
import { POLICIES } from '#core/figures/policy.ts';
import { TRIALS, USUAL_SEED } from '#core/scenario/monte-carlo.ts';
import { intervalSchema, measureUnitSchema } from '#core/signals/flag.ts';
import { job, query } from './procedure.ts';
import { momentShape } from './times.ts';

/** Which number of which flag is to be drawn at random (METHODS §1.1). */
const questionShape = {
  subjectId: z.string(),
  signal: z.string().max(120),
  measure: z.string().max(120).nullable().default(null),
  /** Id of the deal or of what else the flag bears on; null for the whole of the subject. */
  scopeId: z.string().nullable().default(null),
  /** Policy of choosing among sources; null: the one in force. */
  policy: z
    .string()
    .refine((id) => POLICIES.some((policy) => policy.id === id), 'There is no such policy.')
    .nullable()
    .default(null),
  ...momentShape,
} as const;

const drawnInputSchema = z.object({
  id: z.string(),
  role: z.string(),
  name: z.string(),
  /** A unit of figures, or `part` for a share from 0 to 1. */
  unit: z.string(),
  /** As on file. */
  amount: intervalSchema,
  /** Null: no upper end, so that nothing is drawn until one is given. */
  distribution: z.enum(['constant', 'uniform', 'triangular']).nullable(),
  isCapped: z.boolean(),
  /** How it is drawn. */
  words: z.string(),
});
export type DrawnInputReport = Readonly<z.infer<typeof drawnInputSchema>>;

const thresholdLevel = z.enum(['watch', 'warn', 'critical']);

export const simulationTopic = {
  /** What a run would draw, and what it still needs. */
  plan: query(
    z.strictObject(questionShape),
    z.object({
      /** Why nothing can be drawn, as a sentence; null where it can. */
      obstacle: z.string().nullable(),
      /** All inputs are exact: every trial would give the same. */
      isExact: z.boolean(),
      workings: z.string(),
      inputs: z.array(drawnInputSchema),
    }),
  ),
  run: job(
    z.strictObject({
      ...questionShape,
      /** Upper ends that the analyst gives to inputs without one, by id, in full units of the input. */
      caps: z.record(z.string().max(400), z.number()).default({}),
      trials: z.int().min(TRIALS.fewest).max(TRIALS.most).default(TRIALS.usual),
      seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(USUAL_SEED),
    }),
    z.object({
      asOf: z.string(),
      knownAt: z.string().nullable(),
      subject: z.string(),
      signal: z.string(),
      measure: z.string().nullable(),
      name: z.string(),
      /** Name of the deal or of what else it bears on; null for the whole. */
      scope: z.string().nullable(),
      unit: measureUnitSchema,
      isLowerWorse: z.boolean(),
      /** The formula with its numbers in it, as on the card. */
      workings: z.string(),
      inputs: z.array(drawnInputSchema),
      trials: z.int(),
      seed: z.int(),
      mean: z.number(),
      p5: z.number(),
      p50: z.number(),
      p95: z.number(),
      /** From end to end of all inputs; open above where a cap is the only end. */
      bounds: intervalSchema,
      /** Share of the trials beyond each threshold, 0 to 1. */
      beyond: z.array(
        z.object({ level: thresholdLevel, threshold: z.number(), share: z.number(), words: z.string() }),
      ),
      /** Bars of one width; null where every trial gave the same. */
      histogram: z
        .object({
          from: z.number(),
          width: z.number(),
          counts: z.array(z.int()),
          below: z.int(),
          above: z.int(),
        })
        .nullable(),
      /** The spread in words, then what it rests on, one sentence each. */
      words: z.string(),
      notes: z.array(z.string()),
    }),
  ),
};
export type SimulationPlan = z.infer<typeof simulationTopic.plan.output>;
export type SimulationReport = z.infer<typeof simulationTopic.run.output>;
