import { z } from 'zod';
import { NOUN_IDS } from '#core/model/field.ts';
import { DOCUMENT_KINDS, REJECTION_REASONS } from '#core/model/reading.ts';
import { CANDIDATE_CLASSES, READING_STATES } from '#core/reading/candidate.ts';
import { ticketSchema } from './ledger.ts';
import { command, job, query } from './procedure.ts';
import { momentShape } from './times.ts';

/**
 * Documents: taken in as frozen text, read, and turned into entries tied to their words. Places are JavaScript string
 * offsets into the frozen text, `end` exclusive.
 */
const id = z.string().max(40);
const cell = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const place = { start: z.int().min(0), end: z.int().min(1) };

export { DOCUMENT_KINDS, READING_STATES, REJECTION_REASONS };

/** What can be made of words. A deal brings its parties and its headline amount. */
export const ENTRY_CLASSES = CANDIDATE_CLASSES;
export type EntryClass = (typeof ENTRY_CLASSES)[number];

export const coverageSchema = z.object({
  total: z.int(),
  captured: z.int(),
  rejected: z.int(),
  setAside: z.int(),
  unread: z.int(),
});

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
  /** The deal on file that it is, or that it is of; null: a new deal, or of none. */
  dealId: id.nullable().default(null),
  /** The words that the entry rests on. */
  passage: z.strictObject(place),
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;

const match = z.object({
  id: z.string(),
  name: z.string(),
  /** By which name it was found: its own, an alias, a ticker, its initials, or through its parent. */
  by: z.enum(['name', 'alias', 'ticker', 'initials', 'parent']),
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
  /**
   * Sources with a text, newest taken in first; `coverage` is null where the text is not as it was saved, and of a long
   * text that nobody has opened yet.
   */
  list: query(
    z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
      ...momentShape,
    }),
    z.object({
      total: z.int(),
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          publisher: z.string().nullable(),
          publishedOn: z.string().nullable(),
          kind: z.string(),
          reliability: z.string(),
          coverage: coverageSchema.nullable(),
          isIntact: z.boolean(),
        }),
      ),
    }),
  ),
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
      /** The file as it was taken in; null where the ledger does not hold it. */
      original: z.object({ name: z.string(), kind: z.enum(DOCUMENT_KINDS), size: z.int() }).nullable(),
      /** False: the text no longer matches its SHA-256 (SECURITY R35). */
      isIntact: z.boolean(),
      /** A long text is still being read: what it proposes is there when asked again a moment later. */
      isReading: z.boolean(),
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
      coverage: coverageSchema,
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
    /** `isHeld`: all of it was on file already, and nothing was written. */
    z.object({
      seq: z.int().nullable(),
      isHeld: z.boolean(),
      entryIds: z.array(z.string()),
      line: z.string(),
    }),
  ),
  /** A candidate or a numeral is no entry, and why. Undone like every change. */
  reject: command(
    z.strictObject({
      sourceId: id,
      /** With the key of a candidate that reading alone is turned down; without, the words, whatever is read there. */
      stretches: z
        .array(z.strictObject({ ...place, key: z.string().max(80).nullable().default(null) }))
        .min(1)
        .max(2_000),
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
  /** The file as it was taken in, to be fetched once. Throws ENTRY_MISSING where none is held, SOURCE_CHANGED. */
  original: job(z.strictObject({ sourceId: id, ...momentShape }), ticketSchema),
};

/**
 * Answer of `POST /documents?name=…&as=…`, whose body is the file. The host has it parsed in a locked-down process and
 * hands text and bytes to the ledger's process; the window never names a path.
 */
export const takenSchema = z.object({
  /**
   * `held`: the same bytes or the same text were on file already. `asks`: another text of the same address or title is on
   * file, and only the analyst can say whether this is a newer text of it. Nothing was written in either case.
   */
  outcome: z.enum(['taken', 'held', 'asks']),
  /** Null where it asks. */
  sourceId: z.string().nullable(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  seq: z.int().nullable(),
  /** What it may be a newer text of; where none is held yet, its text. */
  alike: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string().nullable(),
      hasText: z.boolean(),
    }),
  ),
});
export type Taken = Readonly<z.infer<typeof takenSchema>>;

/** A document as the parsing process gives it. Title and the like are what the file itself says of them. */
export const parsedDocumentSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  /** The file's name as the analyst knows it, without folders. */
  name: z.string().max(500),
  text: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  /** A day, where it is one. */
  published: z.string().nullable(),
  /** SHA-256 of the file's bytes, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(0),
});
export type ParsedDocument = Readonly<z.infer<typeof parsedDocumentSchema>>;

/** `new`: taken as a document of its own. An id: the text becomes the newer text of that source. */
export const takenAsSchema = z.union([z.literal('new'), id]).nullable();

/** Between the host and the ledger's process alone: the window cannot call it. */
export const intakeTopic = {
  /** Throws SOURCE_CHANGED where the bytes are not those that were parsed, DOCUMENT_TOO_BIG, ENTRY_MISSING. */
  take: command(
    z.strictObject({
      document: parsedDocumentSchema,
      bytes: z.instanceof(Uint8Array),
      as: takenAsSchema.default(null),
    }),
    takenSchema,
  ),
};
