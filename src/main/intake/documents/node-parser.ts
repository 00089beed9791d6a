import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { lockedFlags } from './lock-down.ts';
import type { ParserEnd, ParserProcess } from './parser.ts';
import { requestParts } from './requests.ts';

/** More than any document's text in JSON: a process that says more is not ours any more. */
const LONGEST_LINE = 64 * 2 ** 20;

/**
 * Starts the built parsing process under the Node that runs this one. It may read its own program and nothing else, knows
 * no environment, and its complaints go nowhere: they could quote the document.
 */
export function startNodeParser(entry: string): ParserProcess {
  const folder = dirname(entry);
  const flags = lockedFlags([entry, join(folder, 'chunks', '*')]);
  const child = spawn(process.execPath, [...flags, entry], {
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const kill = (): void => void child.kill('SIGKILL');
  // A process that is gone takes no more bytes; its end is told by 'exit'.
  child.stdin.on('error', () => undefined);
  return {
    send: (request) => {
      for (const part of requestParts(request)) child.stdin.write(part);
    },
    onLine: (listener) => void child.stdout.on('data', linesOf(listener, kill)),
    onExit: (listener) => {
      child.once('close', (code, signal) => listener(endOf(code, signal)));
      child.once('error', () => listener('stopped'));
    },
    kill,
  };
}

function linesOf(listener: (line: string) => void, kill: () => void): (chunk: Buffer) => void {
  let held: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    size += chunk.length;
    held.push(chunk);
    if (size > LONGEST_LINE) return kill();
    if (!chunk.includes('\n')) return;
    const lines = Buffer.concat(held).toString('utf8').split('\n');
    const rest = Buffer.from(lines.pop() ?? '', 'utf8');
    held = [rest];
    size = rest.length;
    for (const line of lines) listener(line);
  };
}

/** V8 without memory aborts; Windows gives that another number. */
function endOf(code: number | null, signal: NodeJS.Signals | null): ParserEnd {
  return signal === 'SIGABRT' || code === 134 || code === 3 ? 'out-of-memory' : 'stopped';
}
