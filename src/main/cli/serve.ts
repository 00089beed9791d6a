import { createInterface } from 'node:readline';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import { findAppRoot } from '#main/transport/app-root.ts';
import { reportFault } from '#main/transport/fault-log.ts';
import { openFirstLedger } from '#main/transport/first-ledger.ts';
import { browserGate } from '#main/transport/gate.ts';
import { createHost, type Host } from '#main/transport/host.ts';
import { type HttpHost, listenOnLoopback } from '#main/transport/http.ts';
import { ALWAYS_PRESENT, watchIdle } from '#main/transport/idle.ts';
import { openInBrowser, writeLaunchFile } from '#main/transport/launch.ts';
import { startNodeChild } from '#main/transport/node-child.ts';
import { createSessions, type Sessions } from '#main/transport/session.ts';
import { errorFrom, PlumblineError } from '#shared/errors.ts';
import type { Terminal } from './terminal.ts';

/** `plumbline serve`: browser mode, until it is ended by a signal or nobody is there any more. */
export interface ServeOptions {
  /** Null: the last ledger, or the sample case on the first run. */
  readonly ledger: string | null;
  /** Any free port unless given. */
  readonly port?: string;
  /** Whether to open the user's browser. */
  readonly open: boolean;
  /** Stays until it is ended by hand, also with no window open. */
  readonly keepOpen?: boolean;
}

interface Running {
  readonly host: Host;
  readonly http: HttpHost;
  readonly sessions: Sessions;
}

/** Returns the exit code once the server has ended. Throws what the ledger is refused with, and USAGE for the port. */
export async function serveCommand(options: ServeOptions, terminal: Terminal): Promise<number> {
  const port = portOf(options.port ?? '0');
  const root = findAppRoot();
  const host = createHost('browser', root, {
    ledger: () => startNodeChild(root.ledgerProcess),
    parser: () => startNodeParser(root.documentProcess),
  });
  const run = endOfRun();
  try {
    await (options.ledger === null
      ? openFirstLedger(host.shell, host.home)
      : host.shell.openPath(options.ledger));
    await serveUntilEnd(host, await listenOnLoopback(port), { ...options, terminal, run });
    return 0;
  } catch (thrown) {
    throw errorFrom(reportFault(host.home, thrown));
  } finally {
    await host.close();
  }
}

type Serving = ServeOptions & { readonly terminal: Terminal; readonly run: Run };

async function serveUntilEnd(host: Host, http: HttpHost, options: Serving): Promise<void> {
  const sessions = createSessions({ port: http.port, clock });
  const gate = browserGate(`127.0.0.1:${http.port}`, sessions);
  const watch = options.keepOpen
    ? null
    : watchIdle({ clock, isBusy: host.relay.isBusy, onIdle: options.run.end });
  http.serve(host.appBehind(gate, watch ?? ALWAYS_PRESENT));
  const running = { host, http, sessions };
  await announce(running, options);
  const stopOffering = offerAddresses(running, options.terminal);
  await options.run.ended;
  stopOffering();
  watch?.stop();
  await http.close();
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new PlumblineError('USAGE', ['A port is a number from 0 to 65535.']);
}

/** Milliseconds of a clock that only goes forward. */
function clock(): number {
  return performance.now();
}

/** Good for one window and two minutes. */
function freshAddress({ http, sessions }: Running, onUsed?: () => void): string {
  return `http://127.0.0.1:${http.port}/#t=${sessions.mintToken(onUsed)}`;
}

/** With --json one line, so that a script can read it while the server runs on. */
async function announce(running: Running, { open, terminal }: Serving): Promise<void> {
  const { host, http } = running;
  if (terminal.isJson) {
    const place = {
      url: freshAddress(running),
      port: http.port,
      ledger: host.relay.path(),
      pid: process.pid,
    };
    process.stdout.write(`${JSON.stringify(place)}\n`);
  }
  if (!open) return terminal.say(freshAddress(running));
  const launch = writeLaunchFile(
    host.runFolder,
    freshAddress(running, () => launch.remove()),
  );
  const isOpened = await openInBrowser(launch.path);
  if (!isOpened) launch.remove();
  terminal.say(isOpened ? OPENED : noBrowserLine(freshAddress(running)));
}

const OPENED = 'Plumbline is open in your browser. Ctrl-C ends it.';

function noBrowserLine(address: string): string {
  return `No browser could be opened here: open ${address} on this computer within two minutes. Flags: --port N, --no-open.`;
}

/** In a terminal, Enter prints an address that works. */
function offerAddresses(running: Running, terminal: Terminal): () => void {
  if (terminal.isJson || !process.stdin.isTTY) return () => undefined;
  terminal.say('An address works once; Enter prints another.');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => terminal.say(freshAddress(running)));
  return () => lines.close();
}

interface Run {
  readonly ended: Promise<void>;
  readonly end: () => void;
}

function endOfRun(): Run {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // A terminal and a wrapper may both pass on one Ctrl-C: the second must not cut the closing short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  return { ended, end };
}
