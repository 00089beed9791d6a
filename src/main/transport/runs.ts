import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Deletes what runs that ended badly left behind: run folders are named `PID-…`. */
export function sweepRuns(home: string): void {
  for (const name of namesIn(join(home, 'runs'))) {
    const pid = Number.parseInt(name, 10);
    if (!isRunning(pid)) rmSync(join(home, 'runs', name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
