import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createLedgerFile } from '#main/ledger/create.ts';
import { isSqliteSafe, openLedger, PRAGMAS } from '#main/ledger/open.ts';
import { hashFile } from '#main/ledger/seal.ts';
import { addDeal, newLedger, reopen, tempFolder, tickingClock, write } from './temp-ledger.ts';

const now = tickingClock();
const open = (path: string, access: 'read' | 'write' = 'write', home = tempFolder()) =>
  openLedger({ path, access, author: 'ana', now, home });

function refusal(code: string) {
  return expect.objectContaining({ code });
}

describe('opening', () => {
  it('reads back every pragma that keeps a commit safe', () => {
    const { ledger } = newLedger();
    const read = Object.fromEntries(
      PRAGMAS.map((pragma) => pragma.split(' = ')[0] ?? '').map((name) => [
        name,
        ledger.db.pragma(name, { simple: true }),
      ]),
    );
    expect(read).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      busy_timeout: 5000,
      temp_store: 2,
      secure_delete: 1,
      journal_size_limit: 67_108_864,
    });
    expect(ledger.db.pragma('application_id', { simple: true })).toBe(0x504c4d42);
  });

  it('leaves one file after a clean close, and opens it again with all in it', () => {
    const { path, home, ledger, close } = newLedger();
    addDeal(ledger);
    close();
    expect(readdirSync(dirname(path))).toEqual(['case.plumb']);
    expect(reopen(path, home).ledger.db.prepare('SELECT count(*) AS n FROM deals').get()).toEqual({ n: 1 });
  });

  it('refuses a second writer and lets a reader in, who sees what is saved', () => {
    const { path, ledger } = newLedger();
    addDeal(ledger);
    expect(() => open(path)).toThrowError(refusal('LEDGER_IN_USE'));
    const reader = open(path, 'read');
    expect(reader.ledger.db.prepare('SELECT count(*) AS n FROM v_deals').get()).toEqual({ n: 1 });
    expect(() => reader.ledger.db.exec("INSERT INTO ledger VALUES ('a', 'b')")).toThrowError();
    reader.close();
    write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Later', kind: 'company' } }]);
  });

  it('takes over from a holder that died: a lock file alone locks nothing', () => {
    const { path, home, close } = newLedger();
    close();
    writeFileSync(`${path}.lock`, '');
    expect(reopen(path, home).ledger.isReadOnly).toBe(false);
  });

  it('knows which SQLite is too old', () => {
    expect(['3.51.2', '3.50.7', '3.51.3', '3.54.1', '4.0.0'].map(isSqliteSafe)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('what is refused stays as it was, byte for byte', () => {
  const sealed = (): string => {
    const { path, ledger, close } = newLedger();
    addDeal(ledger);
    close();
    return path;
  };

  it.each(['read', 'write'] as const)('a missing file (%s)', (access) => {
    const path = join(tempFolder(), 'gone.plumb');
    expect(() => open(path, access)).toThrowError(refusal('LEDGER_MISSING'));
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a text file', Buffer.from('Deals of 2025\n'.repeat(40))],
    ['an empty file', Buffer.alloc(0)],
    ['zero bytes', Buffer.alloc(4096)],
  ])('%s', (_, bytes) => {
    const path = join(tempFolder(), 'other.plumb');
    writeFileSync(path, bytes);
    expect(() => open(path)).toThrowError(refusal('LEDGER_NOT_PLUMBLINE'));
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(dirname(path))).toEqual(['other.plumb']);
  });

  it('a database of another program', () => {
    const path = join(tempFolder(), 'other.db');
    const db = new Database(path);
    db.exec('CREATE TABLE deals (a)');
    db.close();
    const before = hashFile(path);
    expect(() => open(path)).toThrowError(refusal('LEDGER_NOT_PLUMBLINE'));
    expect(hashFile(path)).toBe(before);
  });

  it('a folder', () => {
    const path = join(tempFolder(), 'folder.plumb');
    mkdirSync(path);
    expect(() => open(path)).toThrowError(refusal('LEDGER_NOT_PLUMBLINE'));
  });

  it.each(['read', 'write'] as const)('a newer schema (%s)', (access) => {
    const path = sealed();
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(9990, 60);
    writeFileSync(path, bytes);
    expect(() => open(path, access)).toThrowError(refusal('LEDGER_NEWER'));
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(dirname(path))).toEqual(['case.plumb']);
  });

  it('a folder that allows no saving; reading still works and touches nothing', () => {
    const path = sealed();
    const before = hashFile(path);
    chmodSync(dirname(path), 0o555);
    try {
      expect(() => open(path)).toThrowError(refusal('LEDGER_READONLY'));
      expect(() => createLedgerFile(join(dirname(path), 'new.plumb'), 'ana', now)).toThrowError(
        refusal('LEDGER_READONLY'),
      );
      const reader = open(path, 'read');
      expect(reader.ledger.db.prepare('SELECT count(*) AS n FROM v_deals').get()).toEqual({ n: 1 });
      reader.close();
      expect(hashFile(path)).toBe(before);
      expect(readdirSync(dirname(path))).toEqual(['case.plumb']);
    } finally {
      chmodSync(dirname(path), 0o755);
    }
  });

  it('a ledger open elsewhere', () => {
    const { path } = newLedger();
    expect(() => open(path)).toThrowError(refusal('LEDGER_IN_USE'));
  });

  it('an existing file in the way of a new ledger', () => {
    const path = sealed();
    const before = hashFile(path);
    expect(() => createLedgerFile(path, 'ana', now)).toThrowError(refusal('LEDGER_EXISTS'));
    expect(hashFile(path)).toBe(before);
  });
});

describe('while open', () => {
  it('stops saving when the file is replaced under it', () => {
    const { path, ledger } = newLedger();
    renameSync(path, `${path}.old`);
    copyFileSync(`${path}.old`, path);
    expect(() =>
      write(ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Lost', kind: 'company' } }]),
    ).toThrowError(refusal('LEDGER_MOVED'));
  });

  it('finds a file that came back older than its last save', () => {
    const { path, home, ledger, close } = newLedger();
    close();
    const older = readFileSync(path);
    const again = reopen(path, home);
    addDeal(again.ledger);
    again.close();
    expect(ledger.db.open).toBe(false);
    writeFileSync(path, older);
    expect(() => open(path, 'write', home)).toThrowError(
      expect.objectContaining({
        code: 'LEDGER_ROLLED_BACK',
        details: ['1 saved change is missing from this file.'],
      }),
    );
  });

  it('rolls a commit back whole when the file may not grow, and goes on afterwards', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const pages = Number(ledger.db.pragma('page_count', { simple: true }));
    ledger.db.pragma(`max_page_count = ${pages}`);
    const many = Array.from({ length: 3000 }, (_, at) => ({
      op: 'add' as const,
      noun: 'entity' as const,
      fields: { name: `Company ${at}`, kind: 'company' },
    }));
    expect(() => write(ledger, many)).toThrowError(refusal('DISK_FULL'));
    expect(ledger.db.prepare('SELECT count(*) AS n FROM entities').get()).toEqual({ n: 2 });
    ledger.db.pragma('max_page_count = 1000000');
    expect(write(ledger, many).added).toBe(3000);
  });
});
