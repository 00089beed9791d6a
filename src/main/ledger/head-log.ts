import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The last saved change of each ledger, kept outside its folder (SECURITY R10): a file that comes back older than
 * that, from a sync client or a lost write-ahead log, looks whole in itself and is found only by this.
 */
const entry = z.object({ id: z.string(), seq: z.int(), hash: z.string(), at: z.string() });
export type HeadEntry = Readonly<z.infer<typeof entry>>;

const LONGEST = 1_000_000;

function fileOf(home: string, path: string): string {
  return join(home, 'heads', `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.log`);
}

export function appendHead(home: string, path: string, head: HeadEntry): void {
  const file = fileOf(home, path);
  mkdirSync(join(home, 'heads'), { recursive: true, mode: 0o700 });
  const line = `${JSON.stringify(head)}\n`;
  const isLong = existsSync(file) && statSync(file).size > LONGEST;
  if (isLong) writeFileSync(file, line, { mode: 0o600 });
  else appendFileSync(file, line, { mode: 0o600 });
}

/** How many saved changes of this ledger the file lacks; 0 for a ledger never saved here. */
export function missingSaves(
  home: string,
  path: string,
  id: string,
  hashAt: (seq: number) => string | null,
): number {
  const file = fileOf(home, path);
  if (!existsSync(file)) return 0;
  let last: HeadEntry | null = null;
  let oldest = 0;
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').reverse()) {
    const saved = parseLine(line);
    if (saved === null) continue;
    if (saved.id !== id) break;
    last ??= saved;
    if (hashAt(saved.seq) === saved.hash) return last.seq - saved.seq;
    oldest = saved.seq;
  }
  return last === null ? 0 : last.seq - oldest + 1;
}

/** A line cut short by a crash is passed over; the one before it stands. */
function parseLine(line: string): HeadEntry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
