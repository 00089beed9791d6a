import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs the tools of the project under the Node that runs this script (npm puts the project's own first). */
export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

export function tool(path, args, options = {}) {
  const { status } = spawnSync(process.execPath, [join(modules, path), ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  });
  return status ?? 1;
}

/** Runs named steps in order; goes on after a failure so that one run tells everything. */
export function runSteps(steps) {
  const results = steps.map(([name, run]) => {
    process.stdout.write(`\n— ${name}\n`);
    const started = performance.now();
    const status = run();
    return { name, ok: status === 0, seconds: (performance.now() - started) / 1000 };
  });
  process.stdout.write('\n');
  for (const { name, ok, seconds } of results)
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)\n`);
  return results;
}
