import { z } from 'zod';
import { intervalSchema } from '../signals/flag.ts';

/** What the sources say of one matter, version beside version: one shape for the screen, the command line and tests. */
export const VERDICTS = ['contradict', 'agree', 'differ'] as const;
export type MatterVerdict = (typeof VERDICTS)[number];

export const matterLineSchema = z.object({
  /** Id of its first claim; the id of any other claim leads to the same matter. */
  id: z.string(),
  kind: z.enum(['amount', 'date']),
  /** `OpenAI: revenue, fiscal year`, or what the date is of. */
  name: z.string(),
  /** contradict: at least two exclude each other; differ: none can be compared, and `verdictWords` say why. */
  verdict: z.enum(VERDICTS),
  verdictWords: z.string(),
  /** Whether one source states two versions that exclude each other. */
  isWithinOneSource: z.boolean(),
  /** Claims on the matter; for `differ` all that is on file for the metric. */
  claims: z.int(),
  /** Further versions of the metric that speak of something else. */
  apart: z.int(),
  /** Largest distance of a contradiction: as a share of the median, or in days. Null: not computable. */
  spread: z.number().nullable(),
  /** The fact that would settle it, in a sentence. */
  settledBy: z.string(),
  isPicked: z.boolean(),
});
export type MatterLine = Readonly<z.infer<typeof matterLineSchema>>;

export const versionSchema = z.object({
  id: z.string(),
  /** Amount or days in words: `USD 5bn to 10bn`, `before 2027-01-01`, `undisclosed`. */
  stated: z.string(),
  wording: z.string().nullable(),
  qualifier: z.string().nullable(),
  /** Full units, days as days since 1970-01-01 with both ends included; null: undisclosed, or a date without an end. */
  interval: intervalSchema.nullable(),
  /** As wide as the words allow; what verdicts compare. */
  widened: intervalSchema.nullable(),
  /** True where only the last day is stated, as in "by the end of 2026". */
  isOpenBelow: z.boolean(),
  unit: z.string(),
  sourceId: z.string(),
  source: z.string(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  reliability: z.string(),
  credibility: z.number().nullable(),
  isPrimary: z.boolean(),
  basis: z.string().nullable(),
  accounting: z.string().nullable(),
  status: z.string(),
  period: z.string().nullable(),
  definition: z.string().nullable(),
  passageId: z.string().nullable(),
  quote: z.string().nullable(),
  /** Titles of the documents at the ends of its citations; itself where it cites none. */
  origins: z.array(z.string()),
  /** Why it is no claim on this matter, in words; null for a claim. */
  difference: z.string().nullable(),
  /** Ids of the claims that it excludes. */
  excludes: z.array(z.string()),
  /** Ids of the policies that take it. */
  takenBy: z.array(z.string()),
});
export type Version = Readonly<z.infer<typeof versionSchema>>;

export const policyLineSchema = z.object({
  id: z.string(),
  label: z.string(),
  what: z.string(),
  isInForce: z.boolean(),
  /** Full units; null where no amount is disclosed. */
  amount: intervalSchema.nullable(),
  figureIds: z.array(z.string()),
  /** What it comes to in words, or why it takes nothing of its own. */
  words: z.string(),
});

export const pickLineSchema = z.object({
  id: z.string(),
  version: z.int(),
  figureId: z.string(),
  reviewer: z.string(),
  reason: z.string(),
  expiresOn: z.string(),
  recordedAt: z.string(),
  state: z.enum(['picked', 'pick-not-eligible', 'pick-expired']),
});

export const matterSchema = matterLineSchema.extend({
  unit: z.string(),
  /** In the order of the most reliable source; claims first, then what speaks of something else. */
  versions: z.array(versionSchema),
  median: z.number().nullable(),
  /** Smallest interval that holds all claims as wide as their words allow. */
  hull: intervalSchema.nullable(),
  /** Independent documents behind the claims. */
  origins: z.int(),
  /** Empty for dates and where nothing can be compared: there is nothing to choose between. */
  policies: z.array(policyLineSchema),
  pick: pickLineSchema.nullable(),
});
export type MatterReport = Readonly<z.infer<typeof matterSchema>>;
