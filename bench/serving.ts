import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';

/** Plumbline in browser mode, started as a user starts it, and a server for the bare page. */
interface Served {
  readonly url: string;
  /** Resident memory of the server and the processes it started, in MB. */
  readonly residentMb: () => number;
  readonly stop: () => Promise<void>;
}

export async function servePlumbline(root: string, ledger: string, home: string): Promise<Served> {
  const args = ['serve', ledger, '--no-open', '--json'];
  const child = spawn(join(root, 'bin', 'plumbline'), args, {
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return {
    url: await announcedUrl(child),
    residentMb: () => residentMbOf(child.pid ?? 0),
    stop: () => stopped(child),
  };
}

async function announcedUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface({ input: child.stdout }))
    return (JSON.parse(line) as { readonly url: string }).url;
  throw new Error('The server ended before it said where it is.');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** Linux keeps it under /proc; elsewhere it is not measured. */
function residentMbOf(root: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(Number(name)));
  const isOurs = (id: number): boolean => id === root || (id > 1 && isOurs(parents.get(id) ?? 0));
  return [...parents.keys()].filter(isOurs).reduce((sum, id) => sum + residentOf(id), 0);
}

function statusOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
}

function parentOf(id: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(statusOf(id))?.[1] ?? 0);
}

function residentOf(id: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(statusOf(id))?.[1] ?? 0) / 1024;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export async function serveFolder(
  folder: string,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    try {
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
