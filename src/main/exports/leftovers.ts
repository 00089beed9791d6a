import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Files that exports are written to before they take their name. The name says which machine and which run made
 * one, so what a killed run left behind can be told from what a living one is writing.
 */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const NAME = /^\.plumbline-export-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.tmp$/;

const inUse = new Set<string>();

interface LeftoverName {
  readonly file: string;
  readonly release: () => void;
}

/** A name for this run, out of reach of its own sweep until released. */
export function leftoverName(random: string): LeftoverName {
  const file = `.plumbline-export-${MACHINE}-${process.pid}-${random}.tmp`;
  inUse.add(file);
  return { file, release: () => inUse.delete(file) };
}

/** Removes what dead runs of this machine left in a folder. A folder that cannot be read is left as it is. */
export async function sweepLeftovers(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter(isLeftover);
  await Promise.all(dead.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
  return dead;
}

function isLeftover(name: string): boolean {
  const match = NAME.exec(name);
  if (match === null || match[1] !== MACHINE || inUse.has(name)) return false;
  const run = Number(match[2]);
  return run === process.pid || !isAlive(run);
}

function isAlive(run: number): boolean {
  try {
    process.kill(run, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
