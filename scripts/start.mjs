/**
 * `npm start`: opens Plumbline with the last ledger, or with the sample case on the first run. A desktop window where
 * Electron is there or can be fetched, else the user's browser and one sentence why.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale, cliEntry, projectNode, root } from './project-node.mjs';

const electronFolder = join(root, 'node_modules', 'electron');
const PROBE_MS = 3_000;
const FETCH_MS = 45_000;
const EARLY_MS = 10_000;
const IN_BROWSER = 'so Plumbline runs in browser mode.';

await main();

async function main() {
  if (Number.parseInt(process.versions.node, 10) < 24) return startAgainUnderOwnNode();
  if (!buildIfStale()) {
    process.exitCode = 3;
    return;
  }
  const reason = (await whyNoWindow()) ?? (await runWindow());
  if (reason === null) return;
  process.stdout.write(`${reason}\n`);
  process.argv.splice(1, process.argv.length, cliEntry, 'serve');
  await import(pathToFileURL(cliEntry).href);
}

async function startAgainUnderOwnNode() {
  const node = projectNode();
  if (node === null) {
    process.stderr.write('Plumbline is not installed yet. Run npm ci first.\n');
    process.exitCode = 3;
    return;
  }
  process.exitCode = (await runToEnd(node, [fileURLToPath(import.meta.url)])).code ?? 3;
}

/** Null where a desktop window can be opened, else the sentence why not. */
async function whyNoWindow() {
  if (process.env.PLUMBLINE_HOST === 'browser') return `Browser mode was asked for, ${IN_BROWSER}`;
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return `There is no screen here, ${IN_BROWSER}`;
  if (process.platform === 'linux' && process.getuid() === 0)
    return `A window does not open for the root user, ${IN_BROWSER}`;
  if (electronPath() !== null) return null;
  if (!(await canFetchElectron()))
    return `Electron is not installed and cannot be fetched now, ${IN_BROWSER}`;
  return fetchElectron()
    ? null
    : `Fetching Electron failed (npx install-electron tries again), ${IN_BROWSER}`;
}

function electronPath() {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : null;
}

/** Asks the download host whether it is there; a machine that is offline knows within a moment. */
async function canFetchElectron() {
  const host =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/';
  try {
    const { status } = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return status < 500;
  } catch {
    return false;
  }
}

function fetchElectron() {
  process.stderr.write('Fetching Electron, once...\n');
  const options = { stdio: ['ignore', 2, 2], timeout: FETCH_MS };
  const { status } = spawnSync(process.execPath, [join(electronFolder, 'install.js')], options);
  return status === 0 && electronPath() !== null;
}

/** Null once the window was closed; a sentence where Electron cannot run on this machine. */
async function runWindow() {
  const startedAt = Date.now();
  const { code, signal } = await runToEnd(electronPath(), [root]);
  const isBroken = code === null && !['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal);
  if (isBroken && Date.now() - startedAt < EARLY_MS)
    return `Electron does not run on this machine (${signal}), ${IN_BROWSER}`;
  process.exitCode = code ?? 0;
  return null;
}

/** Runs a program in our place: its output is ours, signals go to it. */
function runToEnd(program, args) {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, args, { stdio: 'inherit', env });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    const settle = (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code, signal });
    };
    child.once('error', () => settle(3, null));
    child.once('exit', settle);
  });
}
