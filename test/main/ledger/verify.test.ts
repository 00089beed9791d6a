import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupTo } from '#main/ledger/backup.ts';
import { undo } from '#main/ledger/history.ts';
import { verifyFile } from '#main/ledger/verify.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, newLedger, tempFolder, write } from './temp-ledger.ts';

const quiet = (): void => undefined;

interface Closed {
  readonly bytes: Buffer;
  readonly home: string;
}

function closedLedger(): Closed {
  const { path, home, ledger, close } = newLedger();
  const { deal } = addDeal(ledger);
  write(ledger, [
    {
      op: 'correct',
      id: deal,
      version: findLive(ledger, 'deal', deal)?.version ?? 0,
      fields: { status: 'active' },
    },
  ]);
  undo(ledger);
  close();
  return { bytes: readFileSync(path), home };
}

/** A whole check for each page of an empty ledger, of which the tables and the search index make some 165. */
const WHOLE_FILE = 120_000;

/** Deterministic spread over the file: every run flips the same places. */
function places(count: number, size: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * size) / count));
}

describe('verify', () => {
  it('finds a sound ledger whole, and leaves its bytes alone', () => {
    const { bytes, home } = closedLedger();
    const path = join(tempFolder(), 'copy.plumb');
    writeFileSync(path, bytes);
    expect(verifyFile(path, home, quiet)).toMatchObject({ ok: true, changes: 4, findings: [] });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it(
    'finds every single flipped byte in a copy, wherever it is',
    () => {
      const { bytes, home } = closedLedger();
      const folder = tempFolder();
      const missed = [...places(160, bytes.length), 16, 18, 24, 60, 63, 68, 92, 99, bytes.length - 1].filter(
        (place) => {
          const flipped = Buffer.from(bytes);
          flipped.writeUInt8(flipped.readUInt8(place) ^ 0x41, place);
          const path = join(folder, 'flipped.plumb');
          writeFileSync(path, flipped);
          return !isFound(path, home);
        },
      );
      expect(missed).toEqual([]);
    },
    WHOLE_FILE,
  );

  it('finds changed entries without any seal, by the chain alone', () => {
    const { bytes } = closedLedger();
    const path = join(tempFolder(), 'copy.plumb');
    const at = bytes.indexOf('Buyer rents compute');
    const flipped = Buffer.from(bytes);
    flipped.write('Cuyer', at);
    writeFileSync(path, flipped);
    const { ok, findings } = verifyFile(path, tempFolder(), quiet);
    expect([ok, findings.map(({ code }) => code)]).toEqual([false, expect.arrayContaining(['ROWS_CHANGED'])]);
  });

  it('holds a backup to be as whole as its ledger', () => {
    const { ledger, home } = newLedger();
    addDeal(ledger);
    const target = join(tempFolder(), 'backup.plumb');
    backupTo(ledger, home, target);
    const before = readFileSync(target);
    expect(verifyFile(target, home, quiet)).toMatchObject({ ok: true, changes: 2 });
    expect(readFileSync(target)).toEqual(before);
    expect(() => backupTo(ledger, home, target)).toThrowError(
      expect.objectContaining({ code: 'LEDGER_EXISTS' }),
    );
  });

  it('refuses what was never a ledger instead of calling it damaged', () => {
    const path = join(tempFolder(), 'notes.txt');
    writeFileSync(path, 'a'.repeat(500));
    expect(() => verifyFile(path, tempFolder(), quiet)).toThrowError(
      expect.objectContaining({ code: 'LEDGER_NOT_PLUMBLINE' }),
    );
  });
});

/** A flipped schema number reads as "newer" and is refused; everything else must be a finding. */
function isFound(path: string, home: string): boolean {
  try {
    return !verifyFile(path, home, quiet).ok;
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'LEDGER_NEWER';
  }
}

describe('history in the file', () => {
  let path = '';
  beforeAll(() => {
    const { bytes } = closedLedger();
    path = join(tempFolder(), 'case.plumb');
    writeFileSync(path, bytes);
    copyFileSync(path, `${path}.copy`);
  });

  it.each([
    ['DELETE FROM deals', /retracted, never deleted/],
    ["UPDATE deals SET status = 'signed'", /superseded, never changed/],
    ['UPDATE deals SET retracted_seq = 1 WHERE retracted_seq IS NOT NULL', /a retraction stands|never/],
    ['DELETE FROM changes', /history is never deleted/],
    ["UPDATE changes SET author = 'x'", /history is never changed/],
    ["UPDATE ledger SET text = 'x'", /identity/],
    ['DELETE FROM objects', /never deleted/],
  ])('%s is refused by the file itself', (sql, sentence) => {
    const { ledger } = newLedger();
    const { deal } = addDeal(ledger);
    write(ledger, [
      {
        op: 'correct',
        id: deal,
        version: findLive(ledger, 'deal', deal)?.version ?? 0,
        fields: { status: 'active' },
      },
    ]);
    expect(() => ledger.db.exec(sql)).toThrowError(sentence);
  });
});
