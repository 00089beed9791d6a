import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newDesk } from './run-cli.ts';

const TEXT = `Northwind to rent computers from Halden

Northwind Robotics signed a $4.2bn deal to rent cloud computing from Halden Systems over six years.

Shares in Halden Systems rose 7% after the news. The papers name $900m without saying for what.

“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.
`;

function desk() {
  const made = newDesk({ sample: false });
  made.run('new', made.ledger);
  const put = (name: string, text: string) => writeFileSync(join(made.folder, name), text);
  put('a.txt', TEXT);
  const seq = () => made.run('history', made.ledger, '--json').json.items[0].seq as number;
  return { ...made, put, seq };
}

describe('plumbline import --as source', () => {
  it('takes a document in, prints what it proposes, and accepts what may be trusted', () => {
    const { run, ledger, seq } = desk();
    const before = seq();
    const dry = run('import', ledger, 'a.txt', '--as', 'source', '--accept', 'high', '--dry-run', '--json');
    expect(dry).toMatchObject({ exit: 0, json: { dryRun: true, files: [{ outcome: 'taken', seq: null }] } });
    expect(seq()).toBe(before);
    const { exit, json } = run('import', ledger, 'a.txt', '--as', 'source', '--accept', 'high', '--json');
    const [file] = json.files;
    expect(exit).toBe(0);
    expect(file).toMatchObject({
      file: 'a.txt',
      outcome: 'taken',
      title: 'Northwind to rent computers from Halden',
    });
    expect(file.accepted.map(({ key }: { key: string }) => key)).toEqual(
      dry.json.files[0].accepted.map(({ key }: { key: string }) => key),
    );
    expect(file.accepted.length).toBeGreaterThan(0);
    expect(file.left).toBe(file.candidates.length - file.accepted.length);
    expect(file.left).toBeGreaterThan(0);
    expect(run('verify', ledger).exit).toBe(0);
  });

  it('holds the same text in another file, and asks about another text of the same title', () => {
    const { run, ledger, put, seq } = desk();
    run('import', ledger, 'a.txt', '--as', 'source');
    const before = seq();
    put('a.md', TEXT);
    expect(run('import', ledger, 'a.md', '--as', 'source', '--json')).toMatchObject({
      exit: 0,
      json: { files: [{ outcome: 'held', seq: null }] },
    });
    put('b.txt', TEXT.replace('7%', '8%'));
    const asked = run('import', ledger, 'b.txt', '--as', 'source');
    expect(asked).toMatchObject({ exit: 1 });
    expect(asked.out).toContain('--newer');
    expect(seq()).toBe(before);
    expect(run('import', ledger, 'b.txt', '--as', 'source', '--newer', '--json')).toMatchObject({
      exit: 0,
      json: { files: [{ outcome: 'taken', seq: before + 1 }] },
    });
  });

  it('refuses what cannot be read, and takes none of the files then', () => {
    const { run, ledger, put, seq } = desk();
    const before = seq();
    put('c.txt', '');
    const refused = run('import', ledger, 'a.txt', 'c.txt', '--as', 'source', '--json');
    expect(refused).toMatchObject({ exit: 3, json: { error: { code: 'DOCUMENT_EMPTY' } } });
    expect(run('import', ledger, 'a.txt', '--as', 'source', '--accept', 'low').exit).toBe(2);
    expect(seq()).toBe(before);
  });
});
