import { z } from 'zod';
import { NOUN_IDS } from '#core/model/field.ts';
import { query } from './procedure.ts';
import { daySchema, momentShape } from './times.ts';

/** Search over documents and entries, by words and by questions about amounts. */
const id = z.string().max(40);
const noun = z.enum(NOUN_IDS);

/** Pieces of a text in their order; those that were looked for are marked. Shown as text, never as HTML. */
const marked = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

const hit = z.object({
  id: z.string(),
  noun,
  name: marked,
  /** Label of the field that holds the words; null where they stand in the name, or in what the entry refers to. */
  field: z.string().nullable(),
  snippet: marked,
  /** The document that the entry is from, or that it is. */
  source: z
    .object({
      id: z.string(),
      title: z.string(),
      publisher: z.string().nullable(),
      publishedOn: z.string().nullable(),
      /** Whether the ledger holds its text, so that it can be read. */
      hasText: z.boolean(),
    })
    .nullable(),
  /** Where the first word shown stands in the frozen text of a document; null for other hits. */
  at: z.int().nullable(),
  passageId: z.string().nullable(),
  /** Of a figure, as stated: `USD 38bn`; null for other kinds. */
  amount: z.string().nullable(),
  /** Why it does not count on the as-of day; null where it does. */
  notYet: z.string().nullable(),
});
export type SearchHit = Readonly<z.infer<typeof hit>>;

const group = z.object({
  noun,
  /** In force at the moment; at least so many where `isMore`. */
  count: z.int(),
  isMore: z.boolean(),
  /** Best first. */
  hits: z.array(hit),
});
export type SearchGroup = Readonly<z.infer<typeof group>>;

const figures = z.object({
  /** How the question was understood, in a sentence. */
  reading: z.string(),
  certain: z.int(),
  possible: z.int(),
  /** Figures that are asked about too and whose amounts nobody disclosed. */
  undisclosed: z.int(),
  /** True: only the first so many were looked at, there are more. */
  isMore: z.boolean(),
  /** Certain ones first, larger ones first. */
  hits: z.array(
    hit.extend({
      certainty: z.enum(['certain', 'possible']),
      why: z.string().nullable(),
    }),
  ),
});
export type FigureHits = Readonly<z.infer<typeof figures>>;

export const searchTopic = {
  find: query(
    z.strictObject({
      /** Words, "phrases", beginnings*, -exclusions; or a question: `commitment > 10bn 2026`. */
      text: z.string().max(300),
      /** Whether the last word may be unfinished. */
      isTyping: z.boolean().default(false),
      /** Kinds of entries to look among; none: all. */
      nouns: z.array(noun).max(NOUN_IDS.length).default([]),
      sourceId: id.nullable().default(null),
      entityId: id.nullable().default(null),
      /** Days of publication, both included. What comes from no document has none. */
      from: daySchema.nullable().default(null),
      until: daySchema.nullable().default(null),
      /** Hits of each group. */
      limit: z.int().min(1).max(200).default(8),
      ...momentShape,
    }),
    z.object({
      /** `words`: no word to look for; `wanted`: only words to leave out. Null: it was searched. */
      lacks: z.enum(['words', 'wanted']).nullable(),
      /** Answers to a question about amounts; null where none was asked. */
      figures: figures.nullable(),
      /** Documents first; groups without hits are left out. */
      groups: z.array(group),
    }),
  ),
};
