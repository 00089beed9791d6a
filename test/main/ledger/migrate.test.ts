import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LADDER, type Migration } from '#main/ledger/migrate.ts';
import { type LedgerSession, openLedger } from '#main/ledger/open.ts';
import { readPage } from '#main/ledger/page.ts';
import { tableOf } from '#main/ledger/tables/columns.ts';
import { checkLedger, verifyFile } from '#main/ledger/verify.ts';
import { pageRequestSchema } from '#shared/contract/entries.ts';
import type { Finding } from '#shared/contract/ledger.ts';
import { addDeal, newLedger, reopen, tempFolder, tickingClock, write } from './temp-ledger.ts';

/** What a next schema is likely to do: a column for a noun, a unit, an index, a table. */
const NEXT: Migration = {
  version: 20,
  name: '020-regions',
  sql: `ALTER TABLE deals ADD COLUMN region TEXT;
    INSERT INTO units (unit, label, scale, kind) VALUES ('ISK', 'Icelandic krona', 100, 'money');
    CREATE INDEX deals_region ON deals (region);
    CREATE TABLE regions (region TEXT PRIMARY KEY) STRICT;`,
};
const BROKEN: Migration = { version: 30, name: '030-broken', sql: 'ALTER TABLE deals ADD COLUMN name TEXT' };
const now = tickingClock('2026-02-01T00:00:00.000Z');

function oldLedger() {
  const { path, home, ledger, close } = newLedger();
  addDeal(ledger);
  close();
  return { path, home };
}

function openWith(
  ladder: readonly Migration[],
  { path, home }: { path: string; home: string },
  access: 'read' | 'write' = 'write',
): LedgerSession {
  return openLedger({ path, access, author: 'ana', now, home, ladder });
}

function findings(session: LedgerSession): Finding[] {
  const checking = checkLedger(session.ledger.db);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value.findings;
  }
}

function backupsIn(home: string): string[] {
  const folder = join(home, 'backups');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.plumb'))
    .map((name) => join(folder, name));
}

describe('a later schema', () => {
  it('keeps every row and the whole chain, and logs itself as a change', () => {
    const old = oldLedger();
    const session = openWith([...LADDER, NEXT], old);
    const { db } = session.ledger;
    expect(db.pragma('user_version', { simple: true })).toBe(20);
    expect(db.prepare('SELECT deal, payer, amount FROM v_deals').all()).toEqual([
      { deal: 'Buyer rents compute', payer: 'Buyer', amount: 38e9 },
    ]);
    expect(db.prepare('SELECT command, kind FROM changes ORDER BY seq DESC LIMIT 1').get()).toEqual({
      command: 'migrate',
      kind: 'migrate',
    });
    const chain = findings(session).filter(({ code }) => /CHAIN|ROWS|OBJECTS|REFERENCE/.test(code));
    expect(chain).toEqual([]);
    session.close();
  });

  it('leaves the hashes of older rows alone when a noun gets a column', () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    const { hashed } = tableOf('deal');
    ledger.db.exec('ALTER TABLE deals ADD COLUMN region TEXT');
    const region = { ...hashed[0], name: 'region', label: Buffer.from('region') } as (typeof hashed)[number];
    (hashed as (typeof region)[]).splice(2, 0, region);
    try {
      const session = { access: 'write', ledger } as LedgerSession;
      expect(findings(session).filter(({ code }) => code === 'ROWS_CHANGED')).toEqual([]);
    } finally {
      (hashed as (typeof region)[]).splice(2, 1);
    }
  });

  it('makes a backup first, which is whole and holds the ledger as it was', () => {
    const old = oldLedger();
    const before = verifyFile(old.path, old.home, () => undefined);
    openWith([...LADDER, NEXT], old).close();
    const [backup = '', ...others] = backupsIn(old.home);
    expect(others).toEqual([]);
    expect(verifyFile(backup, old.home, () => undefined)).toEqual(before);
  });

  it('makes one for each ledger that stood at a path, even at the same number of changes', () => {
    const first = oldLedger();
    const second = oldLedger();
    const other = readFileSync(second.path);
    openWith([...LADDER, NEXT], first).close();
    writeFileSync(first.path, other);
    openWith([...LADDER, NEXT], first).close();
    expect(backupsIn(first.home)).toHaveLength(2);
  });

  it('leaves the file as it was when a step fails, and the ledger opens as before', () => {
    const old = oldLedger();
    const before = readFileSync(old.path);
    expect(() => openWith([...LADDER, NEXT, BROKEN], old)).toThrowError();
    expect(readFileSync(old.path).equals(before)).toBe(true);
    expect(readdirSync(join(old.path, '..'))).toEqual(['case.plumb']);
    const again = reopen(old.path, old.home);
    write(again.ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Later', kind: 'company' } }]);
  });

  it('does not touch a file that lacks its last save', () => {
    const old = oldLedger();
    const older = readFileSync(old.path);
    const again = reopen(old.path, old.home);
    write(again.ledger, [{ op: 'add', noun: 'entity', fields: { name: 'Later', kind: 'company' } }]);
    again.close();
    writeFileSync(old.path, older);
    expect(() => openWith([...LADDER, NEXT], old)).toThrowError(
      expect.objectContaining({ code: 'LEDGER_ROLLED_BACK' }),
    );
    expect(readFileSync(old.path).equals(older)).toBe(true);
  });

  it('reads an older ledger as it is now understood, and changes no byte of it', () => {
    const old = oldLedger();
    const before = readFileSync(old.path);
    const session = openWith([...LADDER, NEXT], old, 'read');
    expect(session.ledger.db.prepare('SELECT region FROM deals').all()).toEqual([{ region: null }]);
    expect(readPage(session.ledger, pageRequestSchema.parse({ table: 'deals' })).total).toBe(1);
    session.close();
    expect(readFileSync(old.path).equals(before)).toBe(true);
  });

  it('does not run what a view of the file is called', () => {
    const old = oldLedger();
    const trap = join(tempFolder(), 'trap.plumb');
    copyFileSync(old.path, trap);
    const session = openWith(LADDER, { path: trap, home: old.home });
    session.ledger.db.exec('CREATE VIEW "v_x; DELETE FROM regions" AS SELECT 1');
    session.close();
    const opened = openWith([...LADDER, NEXT], { path: trap, home: old.home });
    expect(opened.ledger.db.prepare("SELECT 1 FROM sqlite_schema WHERE name LIKE 'v_x%'").all()).toEqual([]);
    opened.close();
  });
});
