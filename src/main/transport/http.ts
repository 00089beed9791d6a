import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { PlumblineError } from '#shared/errors.ts';
import { refusal, refusalAnswer } from './answers.ts';
import type { App } from './app.ts';
import { limitSockets, type SocketLimit } from './sockets.ts';

/**
 * The loopback server of browser mode. Law: 127.0.0.1 and nothing else; what is not a plain request for a path of ours is
 * refused here, before it becomes a Request; every answer, also to a broken request, carries the security headers.
 */
export interface HttpHost {
  readonly port: number;
  /** Answers from now on; called in the same turn in which the port became known. */
  readonly serve: (app: App) => void;
  /** Ends every connection at once and stops listening. */
  readonly close: () => Promise<void>;
}

const LIMITS = {
  maxHeaderSize: 8_192,
  headersTimeout: 5_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
} as const;
const MAX_SOCKETS = 32;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const MALFORMED = refusal(400, 'REQUEST_INVALID', 'That is not an address of this program.');
const WRONG_METHOD = refusal(
  405,
  'REQUEST_INVALID',
  'Pages are fetched with GET, everything else is asked with POST.',
);

/** Listens on `port`, or on any free one for 0. Throws USAGE where the port cannot be had. */
export async function listenOnLoopback(port: number): Promise<HttpHost> {
  const server = createServer(LIMITS);
  const sockets = limitSockets(server, MAX_SOCKETS);
  const given = await listen(server, port);
  refuseUnreadable(server);

  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    sockets.closeAll();
    await closed;
  };
  const serve = (app: App): void => {
    const origin = `http://127.0.0.1:${given}`;
    server.on('request', (req, res) => void exchange({ app, origin, sockets }, req, res));
  };
  return { port: given, serve, close };
}

/** Node answers these by itself unless told otherwise, and without our headers. */
function refuseUnreadable(server: Server): void {
  server.on('checkExpectation', (_req, res) => void send(refusalAnswer(MALFORMED), res));
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(rawAnswer(refusalAnswer(MALFORMED)));
    else socket.destroy();
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new PlumblineError('USAGE', [`Port ${port} cannot be used here; choose another with --port.`], {
          cause,
        }),
      );
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

interface Mounted {
  readonly app: App;
  readonly origin: string;
  readonly sockets: SocketLimit;
}

async function exchange(
  { app, origin, sockets }: Mounted,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const answer = await answerTo(app, origin, req, gone.signal).catch(() => refusalAnswer(MALFORMED));
  if (req.method === 'POST' && answer.ok) sockets.trust(req.socket);
  if (!req.complete) res.shouldKeepAlive = false;
  await send(answer, res);
}

async function answerTo(
  app: App,
  origin: string,
  req: IncomingMessage,
  signal: AbortSignal,
): Promise<Response> {
  if (!METHODS.has(req.method ?? '')) return refusalAnswer(WRONG_METHOD);
  if (!isPlainPath(origin, req.url ?? '')) return refusalAnswer(MALFORMED);
  return app(toRequest(origin, req, signal));
}

/** One slash, no query, and nothing that a second reading would turn into another path. */
function isPlainPath(origin: string, target: string): boolean {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target)) return false;
  return URL.parse(`${origin}${target}`)?.href === `${origin}${target}`;
}

/** Repeated headers are joined by commas, so a second Host or Origin never matches. */
function toRequest(origin: string, req: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < req.rawHeaders.length; at += 2) {
    headers.append(req.rawHeaders[at] ?? '', req.rawHeaders[at + 1] ?? '');
  }
  const method = req.method ?? 'GET';
  const body = method === 'POST' ? (Readable.toWeb(req) as ReadableStream<Uint8Array<ArrayBuffer>>) : null;
  const init: RequestInit & { readonly duplex: 'half' } = { method, headers, body, signal, duplex: 'half' };
  return new Request(`${origin}${req.url}`, init);
}

async function send(answer: Response, res: ServerResponse): Promise<void> {
  res.writeHead(answer.status, [...answer.headers].flat());
  if (answer.body === null) return void res.end();
  const reader = answer.body.getReader();
  res.once('close', () => void reader.cancel().catch(() => undefined));
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!res.write(part.value)) await drained(res);
    }
    res.end();
  } catch {
    res.destroy();
  }
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    res.once('drain', resolve);
    res.once('close', resolve);
  });
}

/** For a request that Node could not read: there is no response object, only the socket. */
function rawAnswer(answer: Response): string {
  const headers = [...answer.headers].filter(([name]) => name !== 'content-length');
  return [
    `HTTP/1.1 ${answer.status} Bad Request`,
    ...headers.map(([name, text]) => `${name}: ${text}`),
    'connection: close',
    '',
    '',
  ].join('\r\n');
}
