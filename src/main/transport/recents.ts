import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Ledgers opened before, newest first. Law: a window knows them by an opaque id and never names a path. */
const recentSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  path: z.string(),
  openedAt: z.string(),
});
export type Recent = Readonly<z.infer<typeof recentSchema>>;

const KEPT = 20;

/** Those whose file is still there. A list that cannot be read counts as empty. */
export function listRecents(home: string): readonly Recent[] {
  return readList(home).filter(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

export function findRecent(home: string, id: string): Recent | null {
  return readList(home).find((recent) => recent.id === id) ?? null;
}

/** Puts a ledger on top of the list; a path keeps its id. */
export function noteRecent(home: string, path: string, openedAt: string): void {
  const list = readList(home);
  const id = list.find((recent) => recent.path === path)?.id ?? randomBytes(8).toString('hex');
  writeList(home, [{ id, path, openedAt }, ...list.filter((recent) => recent.path !== path)].slice(0, KEPT));
}

function readList(home: string): readonly Recent[] {
  try {
    return z.array(recentSchema).parse(JSON.parse(readFileSync(pathIn(home), 'utf8')));
  } catch {
    return [];
  }
}

function writeList(home: string, list: readonly Recent[]): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const temporary = `${pathIn(home)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(list, null, 1), { mode: 0o600 });
  renameSync(temporary, pathIn(home));
}

function pathIn(home: string): string {
  return join(home, 'recent.json');
}
