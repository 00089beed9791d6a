import { type Refusal, refusal } from './answers.ts';
import type { Sessions } from './session.ts';

/**
 * Who may ask at all, before anything is routed (SECURITY R52, R53). Law: the gate knows nothing of procedures; whatever it
 * lets through came from this host's own window, and `admits` says whether that window may see data.
 */
export interface Gate {
  readonly refuse: (request: Request) => Refusal | null;
  readonly admits: (request: Request) => boolean;
  /** Exchange of a launch token; null in a host that has no tokens. */
  readonly sessions: Sessions | null;
}

const NOT_OURS = refusal(403, 'REQUEST_REFUSED');
const WRONG_METHOD = refusal(
  405,
  'REQUEST_INVALID',
  'Pages are fetched with GET, everything else is asked with POST.',
);
const WRONG_TYPE = refusal(415, 'REQUEST_INVALID', 'Requests carry application/json.');
const WRONG_DOCUMENT_TYPE = refusal(
  415,
  'REQUEST_INVALID',
  'Documents are sent as application/octet-stream or text/plain.',
);
const DATA_PATH = /^\/(?:api\/|download\/|session$|heartbeat$|documents$)/;
/** A document comes as its bytes or as pasted words, everything else as JSON. */
const DOCUMENT_TYPE = /^(?:application\/octet-stream|text\/plain(?:;charset=utf-8)?)$/i;

/** Browser mode: `host` is `127.0.0.1:PORT`, the only name this server answers to. */
export function browserGate(host: string, sessions: Sessions): Gate {
  const self = `http://${host}`;

  function refuse(request: Request): Refusal | null {
    if (request.headers.get('host') !== host) return refusal(421, 'REQUEST_REFUSED');
    const origin = request.headers.get('origin');
    if (request.method === 'OPTIONS') return NOT_OURS;
    if (origin === null ? request.method === 'POST' : origin !== self) return NOT_OURS;
    if (!isOwnFetch(request)) return NOT_OURS;
    return refuseForm(request);
  }

  return { refuse, admits: (request) => sessions.admits(request.headers), sessions };
}

/**
 * Desktop: the scheme exists only inside our own window, which cannot navigate, frame or open anything else. The engine is
 * not bound to add an Origin for a scheme of the app's own, so a missing one is let through and a foreign one is not.
 */
export function desktopGate(): Gate {
  function refuse(request: Request): Refusal | null {
    const { protocol, host } = new URL(request.url);
    if (protocol !== 'app:' || host !== 'plumbline') return refusal(421, 'REQUEST_REFUSED');
    const origin = request.headers.get('origin');
    if (request.method === 'OPTIONS' || (origin !== null && origin !== DESKTOP_ORIGIN)) return NOT_OURS;
    if (!isOwnReferrer(request)) return NOT_OURS;
    return refuseForm(request);
  }

  return { refuse, admits: () => true, sessions: null };
}

export const DESKTOP_ORIGIN = 'app://plumbline';

function isOwnReferrer(request: Request): boolean {
  const referrer = request.headers.get('referer');
  return referrer === null || referrer === '' || referrer.startsWith(`${DESKTOP_ORIGIN}/`);
}

/** The launch page arrives as cross-site; the shell it gets holds no data. */
function isOwnFetch({ method, url, headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin') return true;
  const isLaunch =
    headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document';
  return method === 'GET' && new URL(url).pathname === '/' && isLaunch;
}

function refuseForm({ method, url, headers }: Request): Refusal | null {
  if (method !== 'GET' && method !== 'POST') return WRONG_METHOD;
  if (method === 'GET') return DATA_PATH.test(new URL(url).pathname) ? WRONG_METHOD : null;
  const type = headers.get('content-type') ?? '';
  if (new URL(url).pathname === '/documents') return DOCUMENT_TYPE.test(type) ? null : WRONG_DOCUMENT_TYPE;
  return type === 'application/json' ? null : WRONG_TYPE;
}
