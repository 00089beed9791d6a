import { z } from 'zod';
import { command, query } from './procedure.ts';

/** What the host itself does, outside any ledger: which one is open, recent ones, another one. */
const recent = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
  isOpen: z.boolean(),
});

export const shellTopic = {
  state: query(
    z.strictObject({}),
    z.object({
      host: z.enum(['desktop', 'browser']),
      version: z.string(),
      isOpen: z.boolean(),
      recents: z.array(recent),
    }),
  ),
  /** Opens a ledger of the recent list; the window never names a path. */
  open: command(z.strictObject({ id: z.string().max(64) }), z.object({ name: z.string() })),
  /** Makes a ledger of that name in the user's ledger folder and opens it. */
  create: command(
    z.strictObject({ name: z.string().trim().min(1).max(80), sample: z.boolean().default(false) }),
    z.object({ name: z.string() }),
  ),
};
