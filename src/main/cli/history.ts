import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function historyCommand(
  path: string,
  options: { readonly limit?: string },
  terminal: Terminal,
): Promise<number> {
  return withLedger({ path, access: 'read', terminal }, async ({ call }) => {
    const listed = await call('history', 'list', {
      limit: Math.min(500, Math.max(1, Number(options.limit ?? 50) || 50)),
    });
    for (const { seq, at, author, summary, reason } of listed.items)
      terminal.say(
        `${String(seq).padStart(5)}  ${at}  ${author}  ${summary}${reason === null ? '' : ` (${reason})`}`,
      );
    terminal.document(listed);
    return 0;
  });
}

export async function stepCommand(path: string, step: 'undo' | 'redo', terminal: Terminal): Promise<number> {
  return withLedger({ path, access: 'write', terminal }, async ({ call }) => {
    const done = await call('history', step, {});
    terminal.say(`Change ${done.seq}: ${done.summary}`);
    terminal.document(done);
    return 0;
  });
}
