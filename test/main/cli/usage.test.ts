import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, newDesk } from './run-cli.ts';

describe('wrong usage', () => {
  let desk: Desk;
  const run = (...args: string[]) => desk.run(...args);
  beforeEach(() => {
    desk = newDesk();
  });

  it.each([
    [['signals'], /missing required argument/],
    [['exprot', 'x'], /unknown command/],
    [['verify', 'case.plumb', '--colour'], /unknown option/],
    [['history', 'case.plumb', '--limit', 'ten'], /number from 1 to 500/],
    [['signals', 'case.plumb', '--known-at', 'foo 1'], /takes an instant/],
    [
      ['thresholds', 'case.plumb', 'commitment-to-revenue', '--critical', '120', '--reason', 'ab'],
      /--reason/,
    ],
  ])('%j exits with 2 and one document that says why', (args, sentence) => {
    const { exit, json, err } = run(...args, '--json');
    expect([exit, json.error.code, json.error.details[0]]).toEqual([
      2,
      'USAGE',
      expect.stringMatching(sentence),
    ]);
    expect(err).toMatch(sentence);
  });

  it('is not upset by a reader that has seen enough', () => {
    const cli = join(import.meta.dirname, '../../../out/main/cli.js');
    const line = `"${process.execPath}" "${cli}" signals "${desk.ledger}" --json | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['{\n', '']);
  });

  it('takes --json before the command as well', () => {
    expect(run('--json', 'verify', 'case.plumb')).toMatchObject({ exit: 0, json: { ok: true } });
  });

  it('says of a new ledger that its folder is not there', () => {
    const { exit, json } = run('new', 'gone/new.plumb', '--json');
    expect([exit, json.error.details]).toEqual([3, ['The folder for the new ledger is not there.']]);
    expect(existsSync(join(desk.folder, 'gone'))).toBe(false);
  });

  it('imports none of several files where one cannot be read', () => {
    writeFileSync(join(desk.folder, 'names.csv'), 'name,kind\nNewly Named,company\n');
    const { exit } = run('import', 'case.plumb', 'names.csv', 'gone.csv', '--as', 'entities');
    expect(exit).toBe(3);
    expect(run('signals', 'case.plumb', '--subject', 'Newly Named').exit).toBe(2);
    expect(run('import', 'case.plumb', 'names.csv', '--as', 'entities').exit).toBe(0);
    expect(run('signals', 'case.plumb', '--subject', 'Newly Named').exit).toBe(0);
  });

  it('backs up for nobody else to read, and not over a file that is there', () => {
    expect(run('backup', 'case.plumb', 'copy.plumb').exit).toBe(0);
    expect(run('verify', 'copy.plumb').exit).toBe(0);
    expect(run('backup', 'case.plumb', 'copy.plumb', '--json').json.error.code).toBe('LEDGER_EXISTS');
  });
});
