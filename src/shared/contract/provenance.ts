import { z } from 'zod';
import { query } from './procedure.ts';
import { momentShape } from './times.ts';

/** From an entry to the words that it rests on. */
export const provenanceTopic = {
  /** The document and the passage behind an entry, or the passage itself; of a source, the document alone. */
  words: query(
    z.strictObject({ id: z.string().max(40), ...momentShape }),
    z.object({
      /** Null: the entry comes from no document. */
      source: z
        .object({
          id: z.string(),
          title: z.string(),
          publisher: z.string().nullable(),
          publishedOn: z.string().nullable(),
          reliability: z.string(),
          /** Whether the ledger holds its text, so that it can be read. */
          hasText: z.boolean(),
        })
        .nullable(),
      passage: z
        .object({
          id: z.string(),
          words: z.string(),
          prefix: z.string().nullable(),
          suffix: z.string().nullable(),
          /** Orphaned: the text changed, and the words no longer stand at their place. */
          state: z.enum(['held', 'orphaned', 'no-text']),
        })
        .nullable(),
    }),
  ),
};
