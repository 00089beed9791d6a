import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupTo } from '#main/ledger/backup.ts';
import { openLedger } from '#main/ledger/open.ts';
import { checkLedger, verifyFile } from '#main/ledger/verify.ts';
import { addDeal, newLedger, reopen, tempFolder, tickingClock, write } from './temp-ledger.ts';

const now = tickingClock();
const quiet = (): void => undefined;
const company = (name: string) => ({
  op: 'add' as const,
  noun: 'entity' as const,
  fields: { name, kind: 'company' },
});
const open = (path: string, home: string, access: 'read' | 'write' = 'write') =>
  openLedger({ path, access, author: 'ana', now, home });

describe('what was saved is not denied', () => {
  it('when the note of it beside the ledger cannot be written', () => {
    const { ledger, home } = newLedger();
    writeFileSync(join(home, 'heads'), 'a file where a folder belongs');
    expect(write(ledger, [company('Saved')]).added).toBe(1);
  });

  it('when the seal cannot be written; the lock is free again', () => {
    const { path, home, ledger, close } = newLedger();
    write(ledger, [company('Saved')]);
    writeFileSync(join(home, 'seals'), 'a file where a folder belongs');
    close();
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(verifyFile(path, home, quiet)).toMatchObject({ ok: true, changes: 2 });
  });
});

describe('one file', () => {
  it('has one writer, whatever name it is opened by', () => {
    const { path, home } = newLedger();
    const link = join(tempFolder(), 'link.plumb');
    symlinkSync(path, link);
    expect(() => open(link, home)).toThrowError(expect.objectContaining({ code: 'LEDGER_IN_USE' }));
  });

  it('goes to nobody else in a backup', () => {
    const { ledger, home } = newLedger();
    const target = join(tempFolder(), 'backup.plumb');
    backupTo(ledger, home, target);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('is not called changed because a reader kept its log past the close', () => {
    const { path, home, ledger, close } = newLedger();
    const reader = open(path, home, 'read');
    reader.ledger.db.exec('BEGIN; SELECT 1 FROM changes');
    write(ledger, [company('Late')]);
    close();
    reader.ledger.db.exec('COMMIT');
    reader.close();
    expect(verifyFile(path, home, quiet)).toMatchObject({ ok: true, changes: 2 });
  });

  it('keeps no connection open when reading it is refused', () => {
    const { path, home, ledger, close } = newLedger();
    addDeal(ledger);
    close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8192, 12_288);
    writeFileSync(path, bytes);
    expect(() => open(path, home, 'read')).toThrowError(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('saves that are missing', () => {
  function twoCopies() {
    const { path, home, ledger, close } = newLedger();
    write(ledger, [company('Common')]);
    close();
    const copy = join(tempFolder(), 'copy.plumb');
    copyFileSync(path, copy);
    return { path, home, copy };
  }

  function addTo(path: string, home: string, ...names: string[]): void {
    const { ledger, close } = reopen(path, home);
    for (const name of names) write(ledger, [company(name)]);
    close();
  }

  it('are noticed when a file of as many changes comes back from elsewhere', () => {
    const { path, home, copy } = twoCopies();
    addTo(path, home, 'Mine');
    addTo(copy, tempFolder(), 'Theirs', 'Theirs too');
    copyFileSync(copy, path);
    expect(() => open(path, home)).toThrowError(
      expect.objectContaining({
        code: 'LEDGER_ROLLED_BACK',
        details: ['1 saved change is missing from this file.'],
      }),
    );
  });

  it('are not made up where the file went on elsewhere from the last save', () => {
    const { path, home, copy } = twoCopies();
    addTo(copy, tempFolder(), 'Theirs');
    copyFileSync(copy, path);
    open(path, home).close();
  });

  it('are found by verify when the log beside the file is lost', () => {
    const { path, home, ledger } = newLedger();
    ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    write(ledger, [company('Only in the log')]);
    const kept = join(tempFolder(), 'kept.plumb');
    copyFileSync(path, kept);
    ledger.db.close();
    rmSync(path);
    copyFileSync(kept, path);
    const { ok, findings } = verifyFile(path, home, quiet);
    expect([ok, findings]).toEqual([
      false,
      [
        expect.objectContaining({
          code: 'SAVES_MISSING',
          message: '1 saved change is missing from this file.',
        }),
      ],
    ]);
  });
});

describe('checking a ledger', () => {
  it('is not confused by a change that is saved meanwhile', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const checking = checkLedger(ledger.db);
    checking.next();
    write(ledger, [company('Meanwhile')]);
    for (;;) {
      const step = checking.next();
      if (step.done !== true) continue;
      expect(step.value).toMatchObject({ ok: true, findings: [] });
      return;
    }
  });

  it('finds a unit that was added, taken away or given another scale', () => {
    const { ledger } = newLedger();
    ledger.db.exec(`UPDATE units SET scale = 1 WHERE unit = 'USD'; DELETE FROM units WHERE unit = 'GW';
      INSERT INTO units VALUES ('XYZ', 'nothing', 100, 'money')`);
    const checking = checkLedger(ledger.db);
    const step = checking.next();
    const last = step.done === true ? step : checking.next();
    expect(last.done === true ? last.value.findings.map(({ where }) => where) : []).toEqual([
      'GW',
      'USD',
      'XYZ',
    ]);
  });
});
