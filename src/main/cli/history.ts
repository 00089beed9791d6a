import { PlumblineError } from '#shared/errors.ts';
import { withLedger } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function historyCommand(
  path: string,
  options: { readonly limit?: string },
  terminal: Terminal,
): Promise<number> {
  return withLedger({ path, access: 'read', terminal }, async ({ call }) => {
    const listed = await call('history', 'list', {
      limit: limitOf(options.limit ?? '50'),
    });
    for (const { seq, at, author, summary, reason } of listed.items)
      terminal.say(
        `${String(seq).padStart(5)}  ${at}  ${author}  ${summary}${reason === null ? '' : ` (${reason})`}`,
      );
    terminal.document(listed);
    return 0;
  });
}

function limitOf(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= 500) return limit;
  throw new PlumblineError('USAGE', ['--limit takes a number from 1 to 500.']);
}

export async function stepCommand(path: string, step: 'undo' | 'redo', terminal: Terminal): Promise<number> {
  return withLedger({ path, access: 'write', terminal }, async ({ call }) => {
    const done = await call('history', step, {});
    terminal.say(`Change ${done.seq}: ${done.summary}`);
    terminal.document(done);
    return 0;
  });
}
