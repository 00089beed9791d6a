import { z } from 'zod';
import { DEAL_KINDS, DEAL_STATUSES, PARTY_ROLES } from '../model/deal.ts';
import { ENTITY_KINDS } from '../model/entity.ts';
import { BASES, FIGURE_STATUSES, METRICS } from '../model/figure.ts';
import { DIRECTIONS, KEY_DATE_KINDS, MOVES } from '../model/quote.ts';
import { RELIABILITIES, SOURCE_KINDS } from '../model/source.ts';
import { isDay } from '../quantities/day.ts';
import { QUALIFIERS } from '../quantities/qualifier.ts';
import { UNIT_IDS } from '../quantities/unit.ts';

/** The files of the sample case as a person writes them: names of rows are keys, amounts are text such as "38bn". */
const key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const day = z.string().refine(isDay, 'A day is written as 2025-11-03.');
const note = z.string().optional();
const source = key;
const words = z.string().min(1).max(300);

const entitySchema = z.strictObject({
  key,
  name: z.string(),
  kind: z.enum(ENTITY_KINDS),
  underReview: z.boolean().optional(),
  /** Signals count the entity as this one. */
  parent: key.optional(),
  aliases: z.array(z.string()).optional(),
  tickers: z.array(z.string()).optional(),
  sector: z.string().optional(),
  note,
});

const documentSchema = z.strictObject({
  key,
  title: z.string(),
  publisher: z.string().optional(),
  kind: z.enum(SOURCE_KINDS),
  reliability: z.enum(RELIABILITIES),
  note,
});

const statedSchema = z.strictObject({
  source,
  /** Missing only where the source discloses none. */
  amount: z.string().optional(),
  amountHigh: z.string().optional(),
  qualifier: z.enum(QUALIFIERS).default('exact'),
  wording: z.string(),
  credibility: z.int().min(1).max(6),
  words,
  periodStart: day.optional(),
  periodEnd: day.optional(),
  periodLabel: z.string().optional(),
  definition: z.string().optional(),
  note,
});

const dealAmountSchema = statedSchema.extend({
  metric: z.enum(METRICS).default('deal-headline'),
  currency: z.enum(UNIT_IDS),
  basis: z.enum(BASES).default('stock'),
  status: z.enum(FIGURE_STATUSES).default('reported'),
});

const dealSchema = z.strictObject({
  key,
  name: z.string(),
  kind: z.enum(DEAL_KINDS),
  status: z.enum(DEAL_STATUSES),
  parties: z.array(z.strictObject({ entity: key, role: z.enum(PARTY_ROLES) })),
  startOn: day.optional(),
  endOn: day.optional(),
  tenorYears: z.tuple([z.number(), z.number()]).optional(),
  terms: z.string().optional(),
  partOf: key.optional(),
  source,
  words,
  note,
  /** Whom the amounts are about. */
  about: key,
  amounts: z.array(dealAmountSchema),
});

const figureSchema = statedSchema.extend({
  about: key,
  metric: z.enum(METRICS),
  unit: z.enum(UNIT_IDS),
  basis: z.enum(BASES),
  accounting: z.enum(['accrual', 'cash']).optional(),
  status: z.enum(FIGURE_STATUSES),
  /** Further places where the source says the same. */
  alsoWords: z.array(words).default([]),
  /** Speaks of earlier years, and is recorded before what speaks of the present. */
  isEarlier: z.boolean().default(false),
});

const quoteSchema = z.strictObject({
  speaker: key,
  affiliation: key.optional(),
  role: z.string().optional(),
  source,
  words,
  /** Where the words stand, if they alone do not tell who speaks. */
  passage: words.optional(),
  isVerbatim: z.boolean(),
  stance: z.int().min(-1).max(1).optional(),
  about: key,
  aboutDeal: key.optional(),
  isAffiliated: z.boolean(),
  note,
});

const reactionSchema = z.strictObject({
  instrument: key,
  event: key,
  direction: z.enum(DIRECTIONS),
  move: z.enum(MOVES),
  percent: z.string().optional(),
  valueChange: z.string().optional(),
  currency: z.enum(UNIT_IDS).optional(),
  valueQualifier: z.enum(QUALIFIERS).optional(),
  source,
  words,
  note,
});

const keyDateSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(KEY_DATE_KINDS),
  about: key,
  deal: key.optional(),
  source,
  from: day.optional(),
  until: day.optional(),
  wording: z.string(),
  status: z.enum(['occurred', 'planned', 'rumoured', 'contradicted']),
  words,
  note,
});

export const sampleCaseSchema = z.strictObject({
  entities: z.array(entitySchema),
  sources: z.strictObject({
    documents: z.array(documentSchema),
    /** Reports that the documents name as their origin; not held. */
    cited: z.array(documentSchema),
    citations: z.array(z.strictObject({ source: key, cites: key })),
  }),
  deals: z.array(dealSchema),
  figures: z.array(figureSchema),
  quotes: z.array(quoteSchema),
  reactions: z.array(reactionSchema),
  keyDates: z.array(keyDateSchema),
});

export type SampleCase = Readonly<z.infer<typeof sampleCaseSchema>>;
