/** The `plumbline` command, under the program's own Node: builds what is stale, then is the command itself. */
import { pathToFileURL } from 'node:url';
import { buildIfStale, cliEntry } from './project-node.mjs';

if (process.argv.length === 2) {
  await import('./start.mjs');
} else if (buildIfStale()) {
  process.argv[1] = cliEntry;
  await import(pathToFileURL(cliEntry).href);
} else {
  process.exitCode = 3;
}
