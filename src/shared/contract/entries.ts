import { z } from 'zod';
import { NOUN_IDS } from '#core/model/field.ts';
import { TABLE_IDS } from '#core/report/table-spec.ts';
import { command, query } from './procedure.ts';
import { momentShape } from './times.ts';

const cell = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);
const noun = z.enum(NOUN_IDS);
const id = z.string().max(40);
/** Field values by field name; checked against the model of the noun by the handler. */
const fields = z.record(z.string().max(60), cell);

export const filterSchema = z.strictObject({
  key: z.string().max(60),
  op: z.enum(['contains', 'equals', 'not-equals', 'starts', 'less', 'more', 'empty', 'not-empty', 'in']),
  operand: z.union([z.string().max(500), z.number(), z.null(), z.array(z.string().max(500)).max(500)]),
});
export type Filter = Readonly<z.infer<typeof filterSchema>>;

export const pageRequestSchema = z.strictObject({
  table: z.enum(TABLE_IDS),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(100),
  sort: z
    .array(z.strictObject({ key: z.string().max(60), descending: z.boolean() }))
    .max(8)
    .default([]),
  filters: z.array(filterSchema).max(40).default([]),
  search: z.string().max(200).default(''),
  /** True: the retracted entries of the table instead of those in force. */
  retracted: z.boolean().default(false),
  ...momentShape,
});
export type PageRequest = Readonly<z.infer<typeof pageRequestSchema>>;

/**
 * One change of a batch. `key` names an entry added in the same batch, so that later changes can refer to it:
 * a reference field may hold the key instead of an id.
 */
export const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('add'),
    noun,
    key: z
      .string()
      .regex(/^\$[a-z0-9-]{1,60}$/)
      .optional(),
    fields,
  }),
  z.strictObject({ op: z.literal('correct'), id, version: z.int().min(1), fields }),
  z.strictObject({ op: z.literal('retract'), id, version: z.int().min(1) }),
  z.strictObject({ op: z.literal('restore'), id }),
]);
export type EntryChange = Readonly<z.input<typeof changeSchema>>;

export const entriesTopic = {
  page: query(
    pageRequestSchema,
    z.object({
      /** Column names of the view, in the order of each row's cells. */
      keys: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
      total: z.int(),
    }),
  ),
  /** One entry with every version of it, newest first, and the names of what it refers to. */
  get: query(
    z.strictObject({ id, ...momentShape }),
    z.object({
      id: z.string(),
      noun,
      /** Version in force at the moment, or null if retracted. */
      version: z.int().nullable(),
      /** What became of that version since the moment; null where it stands, and for now. */
      becameLater: z.object({ what: z.enum(['corrected', 'retracted']), at: z.string() }).nullable(),
      /** Those recorded until the moment. */
      versions: z.array(
        z.object({
          version: z.int(),
          fields,
          recordedAt: z.string(),
          recordedSeq: z.int(),
          retractedAt: z.string().nullable(),
          author: z.string(),
          summary: z.string(),
          reason: z.string().nullable(),
        }),
      ),
      names: z.record(z.string(), z.string()),
      /** Ids of the entries that refer to this one and are in force, with their names. */
      rests: z.array(z.object({ id: z.string(), noun, name: z.string() })),
    }),
  ),
  /** Entries to choose from in a reference field. */
  choices: query(
    z.strictObject({
      noun,
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(200).default(50),
      ...momentShape,
    }),
    z.array(z.object({ id: z.string(), name: z.string() })),
  ),
  /** Distinct values of a column with their counts, most frequent first, for filters. */
  facets: query(
    z.strictObject({
      table: z.enum(TABLE_IDS),
      key: z.string().max(60),
      limit: z.int().min(1).max(500).default(100),
      ...momentShape,
    }),
    z.array(z.object({ text: z.string().nullable(), count: z.int() })),
  ),
  /** All changes in one commit, or none of them. */
  write: command(
    z.strictObject({
      changes: z.array(changeSchema).min(1).max(20_000),
      summary: z.string().min(1).max(300),
      reason: z.string().max(2_000).nullable().default(null),
      /** True for imports: what the analyst has retracted stays retracted when the same file comes again. */
      keepRetracted: z.boolean().default(false),
    }),
    z.object({
      /** Null where every change was already held: nothing was written. */
      seq: z.int().nullable(),
      /** Ids of the added entries, by position in the batch; null for changes that added nothing. */
      ids: z.array(z.string().nullable()),
      added: z.int(),
      corrected: z.int(),
      retracted: z.int(),
      restored: z.int(),
      alreadyHeld: z.int(),
    }),
  ),
};
