import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartParser } from '#main/intake/documents/parser.ts';
import { createApp } from '#main/transport/app.ts';
import { readAssets } from '#main/transport/assets.ts';
import { createDocumentRoute } from '#main/transport/document-route.ts';
import { reportFault } from '#main/transport/fault-log.ts';
import { browserGate, type Gate } from '#main/transport/gate.ts';
import { listenOnLoopback } from '#main/transport/http.ts';
import { ALWAYS_PRESENT } from '#main/transport/idle.ts';
import type { LedgerChild, StartLedgerChild } from '#main/transport/ledger-child.ts';
import { createRelay } from '#main/transport/relay.ts';
import { createSessions } from '#main/transport/session.ts';
import { createShell } from '#main/transport/shell.ts';
import type { FromLedger, ToLedger } from '#main/transport/wire.ts';

/** A browser-mode host on a real loopback port. The ledger process behind it is a partner that answers what it is asked. */
export interface Stage {
  readonly port: number;
  readonly home: string;
  readonly runFolder: string;
  readonly token: () => string;
  /** Milliseconds by which the host's clock is ahead. */
  readonly turnClock: (ms: number) => void;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  /** Replaces the gate's verdicts: for the proof that the tests see a missing check. */
  readonly weaken?: (gate: Gate) => Gate;
  readonly start?: StartLedgerChild;
  readonly page?: string;
  readonly parser?: StartParser;
}

const PAGE = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Plumbline</title>';

export async function openStage({
  weaken = (gate) => gate,
  start = echoChild,
  page = PAGE,
  parser = noParser,
}: StageOptions = {}): Promise<Stage> {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-stage-'));
  const runFolder = join(home, 'run');
  const pageFolder = join(home, 'page');
  mkdirSync(runFolder);
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), page);
  writeFileSync(join(pageFolder, 'assets', 'index.js'), 'export {};');
  let ahead = 0;
  const relay = createRelay(start);
  const shell = createShell({
    host: 'browser',
    version: '0',
    relay,
    home,
    author: 'Ada',
    runFolder,
    ledgers: join(home, 'ledgers'),
  });
  const http = await listenOnLoopback(0);
  const sessions = createSessions({ port: http.port, clock: () => performance.now() + ahead });
  http.serve(
    createApp({
      relay,
      shell,
      assets: readAssets(pageFolder),
      gate: weaken(browserGate(`127.0.0.1:${http.port}`, sessions)),
      presence: ALWAYS_PRESENT,
      documents: createDocumentRoute(relay, parser),
      runFolder,
      report: (thrown) => reportFault(home, thrown),
    }),
  );
  await shell.openPath(join(home, 'case.plumb'));
  return {
    port: http.port,
    home,
    runFolder,
    token: () => sessions.mintToken(),
    turnClock: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await http.close();
      await relay.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function noParser(): never {
  throw new Error('This stage parses no documents.');
}

/** Opens whatever it is given and answers every call with its own topic, name and input. */
export function echoChild(): LedgerChild {
  let tell: (message: FromLedger) => void = () => undefined;
  let leave: () => void = () => undefined;
  const answers: Readonly<Record<ToLedger['kind'], (message: ToLedger) => void>> = {
    open: () => tell({ kind: 'opened' }),
    call: (message) => {
      if (message.kind !== 'call') return;
      const { id, topic, name, input } = message;
      tell({ kind: 'progress', id, fraction: 0.5, label: 'Half' });
      tell({ kind: 'answer', id, json: JSON.stringify({ topic, name, input }) });
    },
    cancel: () => undefined,
    close: () => leave(),
  };
  return {
    send: (message) => queueMicrotask(() => answers[message.kind](message)),
    onMessage: (listener) => {
      tell = listener;
    },
    onExit: (listener) => {
      leave = listener;
    },
    kill: () => leave(),
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends exactly these bytes to the port and reads until the other side closes. */
export function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(parseAnswer(Buffer.concat(chunks).toString('utf8'))));
    socket.on('error', (error) =>
      chunks.length > 0 ? resolve(parseAnswer(Buffer.concat(chunks).toString('utf8'))) : reject(error),
    );
  });
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { status: Number(first.split(' ')[1]), headers: new Map(headers), body: rest.join('\r\n\r\n') };
}

export interface Asked {
  readonly method?: string;
  readonly target?: string;
  /** Null takes a header out of the good request. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** The request a window of ours makes, changed in what the case is about. */
export function requestText(
  good: Readonly<Record<string, string>>,
  { method = 'POST', target = '/', headers = {}, body = '' }: Asked,
): string {
  const all: Record<string, string | null> = {
    ...good,
    ...headers,
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
  };
  const lines = Object.entries(all).flatMap(([name, text]) => (text === null ? [] : [`${name}: ${text}`]));
  return `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** Exchanges a token as the page does; gives the headers that every later request carries. */
export async function logIn(stage: Stage): Promise<Readonly<Record<string, string>>> {
  const good = pageHeaders(stage.port);
  const answer = await sendRaw(
    stage.port,
    requestText(good, { target: '/session', body: JSON.stringify({ t: stage.token() }) }),
  );
  const { k } = JSON.parse(answer.body) as { readonly k: string };
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...good, Cookie: cookie, 'X-Plumbline-Key': k };
}

/** What a browser adds to a fetch of our own page, before any session. */
export function pageHeaders(port: number): Readonly<Record<string, string>> {
  return {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    'Content-Type': 'application/json',
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'empty',
  };
}
