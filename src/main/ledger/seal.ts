import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Seals: the SHA-256 of the whole file at each clean close, kept in Plumbline's folder by ledger and head hash.
 * The chain proves every entry; the seal also finds a stray byte where no entry stands. A file is hashed only while
 * this process has no connection to it, since closing any descriptor would drop SQLite's locks.
 */
const CHUNK = 1 << 20;

export function hashFile(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function fileOf(home: string, ledgerId: string): string {
  return join(home, 'seals', `${ledgerId}.log`);
}

export function sealFile(home: string, ledgerId: string, headHash: string, path: string): void {
  const line = `${headHash} ${hashFile(path)}`;
  if (sealsOf(home, ledgerId).includes(line)) return;
  mkdirSync(join(home, 'seals'), { recursive: true, mode: 0o700 });
  appendFileSync(fileOf(home, ledgerId), `${line}\n`, { mode: 0o600 });
}

export type SealState = 'whole' | 'differs' | 'unknown';

/** `unknown`: this machine has never closed the ledger at that head, so nothing can be said. */
export function sealState(home: string, ledgerId: string, headHash: string, fileHash: string): SealState {
  const known = sealsOf(home, ledgerId).filter((line) => line.startsWith(`${headHash} `));
  if (known.length === 0) return 'unknown';
  return known.includes(`${headHash} ${fileHash}`) ? 'whole' : 'differs';
}

function sealsOf(home: string, ledgerId: string): readonly string[] {
  const file = fileOf(home, ledgerId);
  return /^[0-9a-f-]{36}$/.test(ledgerId) && existsSync(file)
    ? readFileSync(file, 'utf8').trimEnd().split('\n')
    : [];
}
