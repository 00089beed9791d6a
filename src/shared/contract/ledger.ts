import { z } from 'zod';
import { command, job, query } from './procedure.ts';
import { momentShape } from './times.ts';

const none = z.strictObject({});
export const headSchema = z.object({ seq: z.int(), hash: z.string(), at: z.string() });
export type Head = Readonly<z.infer<typeof headSchema>>;

export const findingSchema = z.object({ code: z.string(), message: z.string(), where: z.string() });
export type Finding = Readonly<z.infer<typeof findingSchema>>;

export const verificationSchema = z.object({
  ok: z.boolean(),
  head: headSchema.nullable(),
  changes: z.int(),
  rows: z.int(),
  findings: z.array(findingSchema),
});
export type Verification = Readonly<z.infer<typeof verificationSchema>>;

/** A file made for the window to fetch: `POST /download/<ticket>` gives its bytes, once. */
export const ticketSchema = z.object({
  ticket: z.string().regex(/^[0-9a-f]{32}$/),
  fileName: z.string(),
  size: z.int(),
});
export type Ticket = Readonly<z.infer<typeof ticketSchema>>;

export const ledgerTopic = {
  info: query(
    none,
    z.object({
      name: z.string(),
      folder: z.string(),
      id: z.string(),
      isReadOnly: z.boolean(),
      schema: z.int(),
      author: z.string(),
      today: z.string(),
      head: headSchema,
    }),
  ),
  verify: job(none, verificationSchema),
  backup: job(none, ticketSchema),
};

const lateEntrySchema = z.object({
  id: z.string(),
  noun: z.string(),
  name: z.string(),
  sourceId: z.string(),
  source: z.string(),
  publishedOn: z.string(),
  recordedAt: z.string(),
  standing: z.enum(['recorded-later', 'corrected-later', 'retracted', 'ahead']),
  /** Days from publication to recording. */
  days: z.int(),
});

export const historyTopic = {
  /** Newest first. */
  list: query(
    z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
    z.object({
      total: z.int(),
      items: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          author: z.string(),
          command: z.string(),
          summary: z.string(),
          reason: z.string().nullable(),
          kind: z.enum(['do', 'undo', 'redo', 'migrate']),
          targetSeq: z.int().nullable(),
          rowCount: z.int(),
          hash: z.string(),
        }),
      ),
      undo: z.object({ seq: z.int(), summary: z.string() }).nullable(),
      redo: z.object({ seq: z.int(), summary: z.string() }).nullable(),
    }),
  ),
  /** What was published by the moment but recorded later, latest first, and what was recorded before it was published. */
  late: query(
    z.strictObject(momentShape),
    z.object({
      late: z.array(lateEntrySchema),
      lateTotal: z.int(),
      ahead: z.array(lateEntrySchema),
      aheadTotal: z.int(),
      /** Of these nothing can be said: their sources have no day of publication. */
      undated: z.object({ sources: z.int(), entries: z.int() }),
    }),
  ),
  /** What one change did, entry by entry. */
  change: query(
    z.strictObject({ seq: z.int().min(0) }),
    z.object({
      total: z.int(),
      entries: z.array(
        z.object({
          id: z.string(),
          noun: z.string(),
          label: z.string(),
          did: z.enum(['added', 'corrected', 'retracted']),
          fields: z.array(
            z.object({
              field: z.string(),
              label: z.string(),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  undo: command(none, z.object({ seq: z.int(), summary: z.string() })),
  redo: command(none, z.object({ seq: z.int(), summary: z.string() })),
};
