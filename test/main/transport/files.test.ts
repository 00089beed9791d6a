import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportFault } from '#main/transport/fault-log.ts';
import { browserOpener, writeLaunchFile } from '#main/transport/launch.ts';
import { ledgerFileName } from '#main/transport/ledger-folder.ts';
import { findRecent, listRecents, noteRecent } from '#main/transport/recents.ts';
import { sweepRuns } from '#main/transport/runs.ts';
import { errorFrom, PlumblineError } from '#shared/errors.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plumbline-files-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const mode = (path: string): number => statSync(path).mode & 0o777;

describe('the list of recent ledgers', () => {
  test('keeps the newest on top, each once, under an id that stays', () => {
    for (const name of ['a', 'b', 'a']) {
      writeFileSync(join(home, name), '');
      noteRecent(home, join(home, name), `at ${name}`);
    }
    const list = listRecents(home);
    expect(list.map(({ path }) => path)).toEqual([join(home, 'a'), join(home, 'b')]);
    expect(findRecent(home, list[0]?.id ?? '')?.path).toBe(join(home, 'a'));
    expect(mode(join(home, 'recent.json'))).toBe(0o600);
  });

  test('shows no file that is gone, and finds nothing by a path', () => {
    noteRecent(home, join(home, 'gone'), 'once');
    expect(listRecents(home)).toEqual([]);
    expect(findRecent(home, join(home, 'gone'))).toBeNull();
  });

  test('starts empty where it was damaged', () => {
    writeFileSync(join(home, 'recent.json'), '{"half');
    expect(listRecents(home)).toEqual([]);
    noteRecent(home, join(home, 'recent.json'), 'now');
    expect(listRecents(home)).toHaveLength(1);
  });
});

describe('the launch file', () => {
  test('is for the user only and leads to the address', () => {
    const address = 'http://127.0.0.1:1/#t=token';
    const launch = writeLaunchFile(join(home, 'run'), address);
    expect(mode(launch.path)).toBe(0o600);
    expect(mode(join(home, 'run'))).toBe(0o700);
    expect(readFileSync(launch.path, 'utf8')).toContain(`content="0;url=${address}"`);
    launch.remove();
    expect(readdirSync(join(home, 'run'))).toEqual([]);
  });

  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string | null]>([
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
    ['linux', { PATH: '/usr/bin' }, null],
    ['linux', { DISPLAY: ':0', PATH: '/nowhere' }, null],
  ])('is opened on %s with %j by %s', (platform, env, program) => {
    expect(browserOpener('/file', platform, env)?.[0] ?? null).toBe(program);
  });
});

describe('the name of a ledger file', () => {
  test.each([
    ['Case 2025', 'Case 2025.plumb'],
    ['deal.plumb', 'deal.plumb'],
    ['../../etc/passwd', 'etc passwd.plumb'],
    ['con', '_con.plumb'],
    ['...', null],
    ['   ', null],
  ])('%j', (name, expected) => {
    expect(ledgerFileName(name)).toBe(expected);
  });

  test('never leaves its folder, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const made = ledgerFileName(name);
        if (made === null) return;
        expect(made).not.toMatch(/[/\\:\0]|^\.|\.\.\//);
        expect(made.endsWith('.plumb')).toBe(true);
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('the fault log', () => {
  test('keeps where it happened under the reference on screen, and no words of the user', () => {
    const report = reportFault(home, new TypeError('Project Falcon is worth 38bn'));
    const log = readFileSync(join(home, 'faults.log'), 'utf8');
    const line = JSON.parse(log) as Record<string, unknown>;
    expect(line).toMatchObject({
      ref: report.ref,
      kind: 'TypeError',
      places: expect.arrayContaining([expect.stringContaining('files.test.ts')]),
    });
    expect(JSON.stringify([log, report])).not.toMatch(/Falcon|38bn/);
    expect(log).not.toContain(import.meta.dirname);
    expect(mode(join(home, 'faults.log'))).toBe(0o600);
  });

  test('holds no refusal that the analyst understands, and nothing twice', () => {
    reportFault(home, new PlumblineError('LEDGER_IN_USE'));
    const report = reportFault(home, new Error('once'));
    reportFault(home, errorFrom(report));
    expect(readFileSync(join(home, 'faults.log'), 'utf8').trim().split('\n')).toHaveLength(1);
  });
});

test('what dead runs left is swept; a living run keeps its folder', () => {
  const folder = join(home, 'runs');
  for (const pid of [process.pid, 999_999_999]) {
    writeLaunchFile(join(folder, `${pid}-abc`), 'http://127.0.0.1/');
  }
  sweepRuns(home);
  expect(readdirSync(folder)).toEqual([`${process.pid}-abc`]);
});
