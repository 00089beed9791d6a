import { z } from 'zod';

/** What a signal says of a subject. One shape for the screen, the command line, the workbook and the tests. */
export const SEVERITIES = [
  'critical',
  'warn',
  'watch',
  'clear',
  'insufficient-data',
  'not-computable',
  'not-applicable',
] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Band = 'critical' | 'warn' | 'watch' | 'clear';

/** Ratios and shares are plain numbers, money in full units of its currency. `hi: null` is open above. */
export const intervalSchema = z.object({
  lo: z.number(),
  point: z.number().nullable(),
  hi: z.number().nullable(),
});

export const thresholdsSchema = z.object({ watch: z.number(), warn: z.number(), critical: z.number() });
export type Thresholds = Readonly<z.infer<typeof thresholdsSchema>>;

/** Thresholds with where they come from: the method's default, or a set of the ledger, a sector or an entity. */
export const appliedThresholdsSchema = thresholdsSchema.extend({
  origin: z.enum(['default', 'ledger', 'sector', 'entity']),
  /** Id of the threshold set, null for the default. */
  setId: z.string().nullable(),
  /** Which version of that set, null for the default or where it is not recorded. */
  version: z.int().nullable(),
  reason: z.string().nullable(),
});
export type AppliedThresholds = Readonly<z.infer<typeof appliedThresholdsSchema>>;

/** Units of measures. x: times; share: 0 to 1; index: 0 to 10,000; percent: 0 to 100; points: percentage points. */
export const MEASURE_UNITS = ['x', 'share', 'index', 'percent', 'months', 'days', 'points', 'score'] as const;
export const measureUnitSchema = z.enum(MEASURE_UNITS);

/** One entry of the ledger that entered a computation, with the words that carry it. */
export const inputSchema = z.object({
  kind: z.enum(['figure', 'deal', 'quote', 'reaction', 'key-date', 'source', 'fx-rate']),
  id: z.string(),
  /** Which part of the formula it fills, e.g. "commitments". */
  role: z.string(),
  name: z.string(),
  value: intervalSchema.nullable(),
  unit: z.string(),
  sourceId: z.string(),
  source: z.string(),
  reliability: z.string(),
  credibility: z.number().nullable(),
  basis: z.string().nullable(),
  status: z.string(),
  period: z.string().nullable(),
  passageId: z.string().nullable(),
  quote: z.string().nullable(),
  /** Versions on file among which the policy chose, 1 if there was no choice. */
  versions: z.number(),
  /** False: listed because it was left out, see `note`. */
  isUsed: z.boolean(),
  note: z.string().nullable(),
});
export type FlagInput = Readonly<z.infer<typeof inputSchema>>;

/** The same signal on another choice of figures: another policy, another basis, all sources. */
export const alternativeSchema = z.object({
  label: z.string(),
  value: intervalSchema.nullable(),
  severity: z.enum(SEVERITIES),
  note: z.string().nullable(),
});
export type Alternative = Readonly<z.infer<typeof alternativeSchema>>;

/** What a sentence cannot carry: rows of years, sources and uses, shares. Cells are texts or amounts; null is unknown. */
export const evidenceTableSchema = z.object({
  title: z.string(),
  /** `unit` is that of a measure or a figure; empty for a column of texts. */
  columns: z.array(z.object({ label: z.string(), unit: z.string() })),
  rows: z.array(z.array(z.union([z.string(), intervalSchema, z.null()]))),
});
export type EvidenceTable = Readonly<z.infer<typeof evidenceTableSchema>>;

export const flagSchema = z.object({
  /** Id of METHODS, e.g. commitment-to-revenue. */
  signal: z.string(),
  /** Part of a signal that has several, e.g. hhi, top-1; null for the only one. */
  measure: z.string().nullable(),
  name: z.string(),
  subjectId: z.string(),
  subject: z.string(),
  /** The whole of the subject, one of its deals, or something else it bears on, as a counterparty or a key date. */
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('total') }),
    z.object({ kind: z.literal('about'), id: z.string(), name: z.string() }),
    z.object({ kind: z.literal('deal'), id: z.string(), name: z.string() }),
  ]),
  severity: z.enum(SEVERITIES),
  state: z.enum(['ok', 'insufficient-data', 'not-computable', 'not-applicable']),
  value: intervalSchema.nullable(),
  unit: measureUnitSchema,
  certainty: z.enum(['certain', 'possible']).nullable(),
  bandLo: z.enum(['critical', 'warn', 'watch', 'clear']).nullable(),
  bandHi: z.enum(['critical', 'warn', 'watch', 'clear']).nullable(),
  thresholds: appliedThresholdsSchema,
  formula: z.string(),
  /** The formula with its numbers in it. */
  workings: z.string(),
  policy: z.string(),
  inputs: z.array(inputSchema),
  tables: z.array(evidenceTableSchema),
  alternatives: z.array(alternativeSchema),
  tags: z.array(z.string()),
  missing: z.array(z.string()),
  note: z.string(),
});
export type Flag = Readonly<z.infer<typeof flagSchema>>;

/** Key under which thresholds of a signal, or of one measure of it, are kept: `signal` or `signal/measure`. */
export function thresholdKey(signal: string, measure: string | null): string {
  return measure === null ? signal : `${signal}/${measure}`;
}

const OWN = 'own:';

/** Id of a signal that the analyst wrote, which no built-in one can have. */
export function ownSignalId(slug: string): string {
  return `${OWN}${slug}`;
}

export function isOwnSignal(id: string): boolean {
  return id.startsWith(OWN);
}
