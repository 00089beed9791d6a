import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finished } from '#core/steps.ts';
import { backupTo } from '#main/ledger/backup.ts';
import { undo } from '#main/ledger/history.ts';
import { openLedger } from '#main/ledger/open.ts';
import { freshIndex, isIndexCurrent } from '#main/ledger/search/keep-index.ts';
import { verifyFile } from '#main/ledger/verify.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import { addDeal, newLedger, reopen, type TempLedger, tempFolder, write } from '../temp-ledger.ts';

const quiet = (): void => undefined;

function entity(name: string): Change {
  return { op: 'add', noun: 'entity', fields: { name, kind: 'company' } };
}

/** Every word of both indexes with the versions and places where it stands. */
function instances({ ledger: { db } }: TempLedger): readonly unknown[] {
  return ['search_documents', 'search_entries'].map((index) => {
    db.exec(
      `DROP TABLE IF EXISTS temp.seen; CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', '${index}', 'instance')`,
    );
    const rows = db.prepare('SELECT term, doc, col, offset FROM temp.seen ORDER BY 1, 2, 3, 4').all();
    db.exec('DROP TABLE temp.seen');
    return rows;
  });
}

function damageIndex({ path, ledger, close }: TempLedger): void {
  ledger.db.unsafeMode(true);
  ledger.db.exec('UPDATE search_entries_data SET block = zeroblob(length(block)) WHERE id > 10');
  ledger.db.unsafeMode(false);
  close();
  expect(readFileSync(path).length).toBeGreaterThan(0);
}

describe('the index beside the rows', () => {
  it('is current after every commit and undo, and equals one made anew', () => {
    const temp = newLedger();
    addDeal(temp.ledger);
    write(temp.ledger, [entity('Northgate Water')]);
    undo(temp.ledger);
    expect(isIndexCurrent(temp.ledger.db)).toBe(true);
    const kept = instances(temp);
    finished(freshIndex(temp.ledger, true));
    expect(instances(temp)).toEqual(kept);
    expect(kept[1]).toEqual(expect.arrayContaining([expect.objectContaining({ term: 'northgate' })]));
  });

  it('is left behind by a large commit and caught up in steps', () => {
    const temp = newLedger();
    write(
      temp.ledger,
      Array.from({ length: 2_300 }, (_, at) => entity(`Company ${at}`)),
    );
    expect(isIndexCurrent(temp.ledger.db)).toBe(false);
    const steps = [...freshIndex(temp.ledger)];
    expect(steps.length).toBeGreaterThan(4);
    expect(isIndexCurrent(temp.ledger.db)).toBe(true);
    const kept = instances(temp);
    finished(freshIndex(temp.ledger, true));
    expect(instances(temp)).toEqual(kept);
  });

  it('is made anew where its tables are gone, and no commit fails for it', () => {
    const temp = newLedger();
    addDeal(temp.ledger);
    temp.ledger.db.exec('DROP TABLE search_entries; DROP TABLE search_state');
    write(temp.ledger, [entity('Ashby')]);
    expect(isIndexCurrent(temp.ledger.db)).toBe(false);
    finished(freshIndex(temp.ledger));
    expect(isIndexCurrent(temp.ledger.db)).toBe(true);
    temp.close();
    expect(verifyFile(temp.path, temp.home, quiet)).toMatchObject({ ok: true, findings: [] });
  });

  it('stands outside the chain: what it holds changes no hash', () => {
    const one = newLedger();
    const other = newLedger();
    other.ledger.db.exec('DROP TABLE search_state');
    const hashes = [one, other].map(({ ledger }) => {
      addDeal(ledger);
      return ledger.db.prepare('SELECT rows_hash FROM changes ORDER BY seq').all();
    });
    expect(hashes[0]).toEqual(hashes[1]);
  });
});

describe('a damaged index', () => {
  it('is told apart from damage to entries, and opening, saving and backing up go on', () => {
    const temp = newLedger();
    addDeal(temp.ledger);
    damageIndex(temp);
    const { ok, findings } = verifyFile(temp.path, temp.home, quiet);
    expect([ok, findings.map(({ code }) => code)]).toEqual([false, ['SEARCH_INDEX']]);
    const again = reopen(temp.path, temp.home);
    write(again.ledger, [entity('Ashby')]);
    backupTo(again.ledger, temp.home, join(tempFolder(), 'backup.plumb'));
    finished(freshIndex(again.ledger, true));
    again.close();
    expect(verifyFile(temp.path, temp.home, quiet)).toMatchObject({ ok: true });
  });

  it('that hides an entry is found by comparing it with the rows', () => {
    const temp = newLedger();
    addDeal(temp.ledger);
    temp.ledger.db.exec("INSERT INTO search_entries (search_entries) VALUES ('delete-all')");
    temp.close();
    expect(verifyFile(temp.path, temp.home, quiet).findings.map(({ code }) => code)).toEqual([
      'SEARCH_INDEX',
    ]);
  });

  it('in pages of the file costs nothing but itself', () => {
    const temp = newLedger();
    write(
      temp.ledger,
      Array.from({ length: 900 }, (_, at) => entity(`Zyxomma ${at} limited`)),
    );
    const page = temp.ledger.db
      .prepare<[], { pageno: number }>(
        "SELECT max(pageno) AS pageno FROM dbstat WHERE name = 'search_entries_data' AND pagetype = 'leaf'",
      )
      .get()?.pageno;
    temp.close();
    if (page === undefined) throw new Error('no page');
    const bytes = readFileSync(temp.path);
    bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(temp.path, bytes);
    const found = verifyFile(temp.path, temp.home, quiet).findings.map(({ code }) => code);
    expect(found).toEqual(['SEARCH_INDEX']);
    const again = reopen(temp.path, temp.home);
    finished(freshIndex(again.ledger, true));
    expect(isIndexCurrent(again.ledger.db)).toBe(true);
  });
});

describe('a ledger that is only read', () => {
  it('gets an index of its own where that of the file is behind, and its bytes stay', () => {
    const temp = newLedger();
    addDeal(temp.ledger);
    temp.ledger.db.exec("UPDATE search_state SET text = '' WHERE key = 'format'");
    temp.close();
    const before = readFileSync(temp.path);
    const { ledger, close } = openLedger({
      path: temp.path,
      access: 'read',
      author: '',
      now: () => '',
      home: temp.home,
    });
    expect(isIndexCurrent(ledger.db)).toBe(false);
    finished(freshIndex(ledger));
    expect(isIndexCurrent(ledger.db)).toBe(true);
    expect(ledger.db.pragma('query_only', { simple: true })).toBe(1);
    close();
    expect(readFileSync(temp.path)).toEqual(before);
  });
});
