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
export function missingSaves(home: string, path: string, id: string, seq: number): number {
  const last = lastHead(fileOf(home, path));
  return last !== null && last.id === id ? Math.max(0, last.seq - seq) : 0;
}

function lastHead(file: string): HeadEntry | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  for (const line of lines.reverse()) {
    const parsed = parseLine(line);
    if (parsed !== null) return parsed;
  }
  return null;
}

/** A line cut short by a crash is passed over; the one before it stands. */
function parseLine(line: string): HeadEntry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
