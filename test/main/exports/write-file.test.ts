import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweepLeftovers } from '#main/exports/leftovers.ts';
import { writeExport } from '#main/exports/write-export.ts';
import { writeFileWhole } from '#main/exports/write-file.ts';
import { deals, meta } from './sample.ts';

const KILLS = 20;
const LOOP = join(dirname(fileURLToPath(import.meta.url)), 'write-loop.ts');
const isRoot = process.getuid?.() === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-export-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

async function* chunksOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function held(): readonly string[] {
  return readdirSync(folder).sort();
}

describe('a file written whole', () => {
  test('has what was sent, for its owner only, with nothing beside it', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'old', { mode: 0o644 });
    expect(await writeFileWhole(path, chunksOf('new ', '', 'bytes'))).toMatchObject({ size: 9 });
    expect(readFileSync(path, 'utf8')).toBe('new bytes');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(held()).toEqual(['out.csv']);
  });

  test('leaves the old one and nothing beside it when the bytes fail half-way', async () => {
    const path = join(folder, 'out.csv');
    writeFileSync(path, 'old');
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1_000_000);
      throw new Error('no more');
    }
    await expect(writeFileWhole(path, failing())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(held()).toEqual(['out.csv']);
  });

  test('is refused where there is no folder, or a folder has the name', async () => {
    await expect(writeFileWhole(join(folder, 'none', 'out.csv'), chunksOf('x'))).rejects.toMatchObject({
      code: 'LEDGER_MISSING',
    });
    mkdirSync(join(folder, 'out.csv'));
    await expect(writeFileWhole(join(folder, 'out.csv'), chunksOf('x'))).rejects.toMatchObject({
      code: 'LEDGER_EXISTS',
    });
    expect(held()).toEqual(['out.csv']);
  });

  test.skipIf(isRoot)(
    isRoot ? 'read-only folder: not run, root may write anywhere' : 'is refused in a read-only folder',
    async () => {
      chmodSync(folder, 0o500);
      await expect(writeFileWhole(join(folder, 'out.csv'), chunksOf('x'))).rejects.toMatchObject({
        code: 'LEDGER_READONLY',
      });
    },
  );

  test('what a dead run left is swept, what a living one or another machine writes is not', async () => {
    const own = join(folder, 'out.csv');
    let during: readonly string[] = [];
    async function* looking(): AsyncGenerator<Uint8Array> {
      during = held();
      yield Buffer.from('x');
    }
    await writeFileWhole(own, looking());
    const mine = during.find((name) => name.startsWith('.plumbline-export-')) ?? '';
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const named = (run: number, machine = mine.slice(18, 26)) =>
      `.plumbline-export-${machine}-${run}-0123456789abcdef.tmp`;
    const kept = [named(process.ppid), named(dead, '00000000'), '.plumbline-export-notes.tmp'];
    for (const name of [...kept, named(dead), named(process.pid)]) writeFileSync(join(folder, name), 'half');
    expect([...(await sweepLeftovers(folder))].sort()).toEqual([named(dead), named(process.pid)].sort());
    expect(held()).toEqual(['out.csv', ...kept].sort());
  });
});

describe('an export', () => {
  test('cancelled leaves the old file', async () => {
    const path = join(folder, 'out.xlsx');
    writeFileSync(path, 'old');
    const signal = AbortSignal.abort();
    const request = {
      format: 'xlsx',
      sheets: [deals],
      meta,
      path,
      signal,
      progress: () => undefined,
    } as const;
    await expect(writeExport(request)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(held()).toEqual(['out.xlsx']);
  });

  test('says how far it is, up to the end', async () => {
    const seen: number[] = [];
    const progress = (fraction: number) => seen.push(fraction);
    const signal = new AbortController().signal;
    const { size } = await writeExport({
      format: 'csv',
      sheets: [deals],
      meta,
      path: join(folder, 'a.csv'),
      signal,
      progress,
    });
    expect(size).toBe(statSync(join(folder, 'a.csv')).size);
    expect(seen.at(-1)).toBe(1);
  });
});

/** Runs the writing loop; `limit` in blocks of 1,024 bytes stands for a full disk. */
function loop(way: 'whole' | 'direct', path: string, rounds: number): readonly string[] {
  return ['--no-warnings', LOOP, way, path, String(rounds)];
}

/** Kills the loop at uneven moments and counts the times that the file was neither old nor new. */
async function tornFiles(way: 'whole' | 'direct'): Promise<number> {
  const path = join(folder, 'out.bin');
  let torn = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    writeFileSync(path, 'A'.repeat(8_000_000));
    const run = spawn(process.execPath, loop(way, path, 1_000_000), { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((started) => run.stdout.once('data', started));
    await setTimeout(3 + ((kill * 37) % 61));
    const ended = new Promise((resolve) => run.once('exit', resolve));
    run.kill('SIGKILL');
    await ended;
    if (!isWhole(readFileSync(path, 'latin1'))) torn += 1;
  }
  return torn;
}

function isWhole(text: string): boolean {
  const letter = text.charAt(0);
  return text.length === 8_000_000 && ['A', 'B', 'C'].includes(letter) && text === letter.repeat(8_000_000);
}

describe('killed while it writes', { timeout: 120_000 }, () => {
  test(`${KILLS} times: always the old file or the new one, and the next run clears up`, async () => {
    expect(await tornFiles('whole')).toBe(0);
    await writeFileWhole(join(folder, 'out.bin'), chunksOf('done'));
    expect(held()).toEqual(['out.bin']);
  });

  test('a direct overwrite, killed the same way, does tear the file', async () => {
    expect(await tornFiles('direct')).toBeGreaterThan(0);
  });
});

describe.skipIf(process.platform === 'win32')('on a disk that takes no more', () => {
  /** The kernel lets a write through in part and refuses the rest, as a full disk does. */
  function limited(way: 'whole' | 'direct', path: string): string {
    const command = `trap '' XFSZ; ulimit -f 1000; exec "$0" "$@"`;
    const run = spawnSync('bash', ['-c', command, process.execPath, ...loop(way, path, 1)], {
      encoding: 'utf8',
    });
    return run.stdout.trim().split('\n').at(-1) ?? '';
  }

  test('the old export stays as it was', () => {
    const path = join(folder, 'out.bin');
    writeFileSync(path, 'old');
    expect(limited('whole', path)).toBe('EXPORT_SHORT');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(held()).toEqual(['out.bin']);
  });

  test('a direct overwrite would have destroyed it', () => {
    const path = join(folder, 'out.bin');
    writeFileSync(path, 'old');
    limited('direct', path);
    expect(readFileSync(path, 'latin1')).not.toBe('old');
  });

  const canMount = isRoot && process.platform === 'linux' && mayMount();
  test.skipIf(!canMount)(
    canMount ? 'a disk that is really full says so' : 'really full disk: not run, may not mount one here',
    () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
      try {
        writeFileSync(join(disk, 'out.bin'), 'old');
        const run = spawnSync(process.execPath, loop('whole', join(disk, 'out.bin'), 1), {
          encoding: 'utf8',
        });
        expect(run.stdout).toContain('DISK_FULL');
        expect(readFileSync(join(disk, 'out.bin'), 'utf8')).toBe('old');
        expect(readdirSync(disk)).toEqual(['out.bin']);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );
});

function mayMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'plumbline-mount-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at]).status === 0;
  if (isMounted) spawnSync('umount', [at]);
  if (existsSync(at)) rmSync(at, { recursive: true });
  return isMounted;
}
