/**
 * `npm run bench [-- --quick] [-- --rows N] [-- --seed N]`: measures Plumbline beside its peers, prints each result with its
 * ratio and target, and writes bench/results/<day>.json. Nothing is asserted.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale, projectNode, root } from './project-node.mjs';

const node = projectNode();

if (node === null) {
  process.stderr.write('Plumbline is not installed yet. Run npm ci first.\n');
  process.exitCode = 3;
} else if (Number.parseInt(process.versions.node, 10) < 24) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exitCode = spawnSync(node, args, { stdio: 'inherit' }).status ?? 1;
} else if (buildIfStale()) {
  const { runBench } = await import('../bench/run.ts');
  await runBench(root, process.argv.slice(2));
} else {
  process.exitCode = 3;
}
