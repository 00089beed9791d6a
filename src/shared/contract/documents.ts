import { z } from 'zod';
import { NOUN_IDS } from '#core/model/field.ts';
import { command, query } from './procedure.ts';
import { momentShape } from './times.ts';

/**
 * Documents: taken in as frozen text, read, and turned into entries tied to their words. Places are JavaScript string
 * offsets into the frozen text, `end` exclusive.
 */
const id = z.string().max(40);
const cell = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const place = { start: z.int().min(0), end: z.int().min(1) };

export const DOCUMENT_KINDS = ['text', 'markdown', 'html', 'pdf', 'docx'] as const;

/** What became of a stretch of the document. Set aside by rule is neither captured nor rejected. */
export const READING_STATES = ['unread', 'captured', 'rejected', 'set-aside'] as const;

/** What can be made of words. A deal brings its parties and its headline amount. */
export const ENTRY_CLASSES = ['deal', 'figure', 'quote', 'reaction', 'key-date'] as const;
export type EntryClass = (typeof ENTRY_CLASSES)[number];

export const REJECTION_REASONS = [
  'not-about-the-case',
  'already-on-file',
  'not-a-claim',
  'misread',
  'immaterial',
  'date-or-count',
] as const;

/** Somebody whom the words name, and who that is in the ledger. */
const namedEntity = z.strictObject({
  /** Reference field that it fills, or `party` for a party of a deal. */
  slot: z.string().max(40),
  /** Role of a party; null elsewhere. */
  role: z.string().max(40).nullable(),
  name: z.string().max(500),
  /** The entity on file that it is; null: a new one is made by that name. */
  entityId: id.nullable(),
  /** Kind of a new entity. */
  kind: z.enum(['company', 'person', 'institution', 'venture']),
});

/**
 * An entry before it is one: values by field name of the noun (amounts in stored units), without those that refer to the
 * source, the passage and entities. `amount` is the headline figure of a deal, as fields of a figure; null for others and
 * where no amount is proposed.
 */
export const draftSchema = z.strictObject({
  as: z.enum(ENTRY_CLASSES),
  fields: z.record(z.string().max(60), cell),
  amount: z.record(z.string().max(60), cell).nullable(),
  entities: z.array(namedEntity).max(20),
  /** The words that the entry rests on. */
  passage: z.strictObject(place),
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;

const match = z.object({
  id: z.string(),
  name: z.string(),
  /** By which name it was found: its own, an alias, a ticker, or through its parent. */
  by: z.enum(['name', 'alias', 'ticker', 'parent']),
});

/** What the ledger holds already on the same matter. */
const onFile = z.object({
  id: z.string(),
  noun: z.enum(NOUN_IDS),
  /** In one line, with its amount, period and source. */
  line: z.string(),
  verdict: z.enum(['same', 'agrees', 'differs', 'contradicts']),
  /** Why, in a sentence. */
  why: z.string(),
});

const candidate = z.object({
  /** Stable for the same text: class and place. */
  key: z.string(),
  class: z.enum(ENTRY_CLASSES),
  ...place,
  /** Figures within the words: what is coloured inside the evidence. */
  marks: z.array(z.object({ ...place, what: z.enum(['money', 'percent', 'name']) })),
  /** In one line: `Amazon invests at least $10bn in OpenAI, in talks`. */
  line: z.string(),
  confidence: z.number(),
  state: z.enum(READING_STATES),
  /** Entries made of it, in force. */
  entryIds: z.array(z.string()),
  /** The rejection in force, to take it back. */
  rejection: z
    .object({ id: z.string(), version: z.int(), reason: z.string(), note: z.string().nullable() })
    .nullable(),
});

export const documentsTopic = {
  /** A document as the analyst reads it: text, what is proposed, what became of it, what rests on it. */
  open: query(
    z.strictObject({ sourceId: id, ...momentShape }),
    z.object({
      id: z.string(),
      version: z.int(),
      title: z.string(),
      publisher: z.string().nullable(),
      author: z.string().nullable(),
      url: z.string().nullable(),
      publishedOn: z.string().nullable(),
      kind: z.string(),
      reliability: z.string(),
      /** Null where the ledger holds no text of it. */
      text: z.string().nullable(),
      /** False: the text no longer matches its SHA-256 (SECURITY R35). */
      isIntact: z.boolean(),
      candidates: z.array(candidate),
      setAside: z.array(z.object({ ...place, reason: z.string() })),
      /** Every numeral of the text, in its order. `rejection` is of a numeral dismissed by itself. */
      numerals: z.array(
        z.object({
          ...place,
          state: z.enum(READING_STATES),
          rejection: z.object({ id: z.string(), version: z.int() }).nullable(),
        }),
      ),
      coverage: z.object({
        total: z.int(),
        captured: z.int(),
        rejected: z.int(),
        setAside: z.int(),
        unread: z.int(),
      }),
      /** Passages of this source. Orphaned: the text no longer holds the words at their place. */
      passages: z.array(
        z.object({
          id: z.string(),
          start: z.int().nullable(),
          end: z.int().nullable(),
          words: z.string(),
          state: z.enum(['held', 'orphaned', 'no-text']),
          rests: z.array(z.object({ id: z.string(), noun: z.enum(NOUN_IDS), name: z.string() })),
        }),
      ),
      /** Sources that it rests on, and how many origins stand behind it. */
      cites: z.array(z.object({ id: z.string(), title: z.string() })),
      citedBy: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Publications that the words name as their origin, not linked yet; with the source on file of that name, if any. */
      proposedOrigins: z.array(z.object({ name: z.string(), sourceId: z.string().nullable() })),
    }),
  ),
  /** What a candidate, or words chosen by the analyst, would become; and what the ledger says already. */
  draft: query(
    z.strictObject({
      sourceId: id,
      of: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('candidate'), key: z.string().max(80) }),
        z.strictObject({ from: z.literal('words'), ...place, as: z.enum(ENTRY_CLASSES) }),
      ]),
      ...momentShape,
    }),
    z.object({
      draft: draftSchema,
      /** For each of the draft's entities, in their order: who it may be, best first. */
      matches: z.array(z.array(match)),
      onFile: z.array(onFile),
    }),
  ),
  /** What the ledger says on the matter of a draft while the analyst corrects it. */
  compare: query(z.strictObject({ sourceId: id, draft: draftSchema, ...momentShape }), z.array(onFile)),
  /** Makes entries of a draft, with their passage and new entities, in one commit. Throws ENTRY_REFUSED. */
  accept: command(
    z.strictObject({ sourceId: id, key: z.string().max(80).nullable(), draft: draftSchema }),
    z.object({ seq: z.int().nullable(), entryIds: z.array(z.string()), line: z.string() }),
  ),
  /** A candidate or a numeral is no entry, and why. Undone like every change. */
  reject: command(
    z.strictObject({
      sourceId: id,
      stretches: z.array(z.strictObject(place)).min(1).max(2_000),
      reason: z.enum(REJECTION_REASONS),
      note: z.string().max(2_000).nullable().default(null),
    }),
    z.object({ seq: z.int().nullable(), ids: z.array(z.string()) }),
  ),
  /** Links the document to the one that it takes its report from; a source not on file is made by that title. */
  cite: command(
    z.strictObject({
      sourceId: id,
      origin: z.union([id, z.strictObject({ name: z.string().min(1).max(500) })]),
    }),
    z.object({ seq: z.int().nullable(), originId: z.string() }),
  ),
};

/**
 * Answer of `POST /documents?name=…`, whose body is the file. The host has it parsed in a locked-down process and hands
 * text and bytes to the ledger's process; the window never names a path.
 */
export const takenSchema = z.object({
  sourceId: z.string(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  /** Where it stood on file already, nothing was written. */
  isHeld: z.boolean(),
  seq: z.int().nullable(),
});
export type Taken = Readonly<z.infer<typeof takenSchema>>;

/** A document as the parsing process gives it. Title and the like are what the file itself says of them. */
export interface ParsedDocument {
  readonly kind: (typeof DOCUMENT_KINDS)[number];
  /** The file's name as the analyst knows it, without folders. */
  readonly name: string;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  readonly size: number;
}
