import { setTimeout as sleep } from 'node:timers/promises';
import { isSameSecret, newSecret } from './secrets.ts';

/**
 * Who may call in browser mode (SECURITY R49, R50). A single-use token starts a session; from then on every call needs
 * both the cookie, which other ports of this machine may see, and the key, which only this page has.
 */
export interface Sessions {
  /** A new token, good for one exchange within two minutes; `onUsed` is called at that exchange. */
  readonly mintToken: (onUsed?: () => void) => string;
  /** Null where the token is unknown, used or expired. */
  readonly exchange: (token: string) => { readonly cookie: string; readonly key: string } | null;
  readonly admits: (headers: Headers) => boolean;
  /** Waits before a failed attempt is answered: a second each after the tenth. */
  readonly punish: () => Promise<void>;
}

export interface SessionOptions {
  readonly port: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export const TOKEN_LIFE_MS = 120_000;
const KEY_HEADER = 'X-Plumbline-Key';
const FREE_FAILURES = 10;
const PENALTY_MS = 1_000;
const MAX_KEYS = 200;

interface Token {
  readonly expiresAt: number;
  readonly onUsed: () => void;
}

export function createSessions({ port, clock, sleep: wait = sleep }: SessionOptions): Sessions {
  const cookieName = `plumbline_${port}`;
  const cookie = newSecret();
  const tokens = new Map<string, Token>();
  const keys: string[] = [];
  let failures = 0;

  function mintToken(onUsed: () => void = () => undefined): string {
    const token = newSecret();
    tokens.set(token, { expiresAt: clock() + TOKEN_LIFE_MS, onUsed });
    return token;
  }

  function exchange(given: string): { readonly cookie: string; readonly key: string } | null {
    const found = matching([...tokens.keys()], given);
    const token = found === null ? undefined : tokens.get(found);
    if (found === null || token === undefined) return null;
    tokens.delete(found);
    token.onUsed();
    if (clock() > token.expiresAt) return null;
    const key = newSecret();
    keys.push(key);
    if (keys.length > MAX_KEYS) keys.shift();
    return { cookie: `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`, key };
  }

  function admits(headers: Headers): boolean {
    const hasCookie = cookiesNamed(cookieName, headers.get('cookie') ?? '').some((given) =>
      isSameSecret(given, cookie),
    );
    const hasKey = matching(keys, headers.get(KEY_HEADER) ?? '') !== null;
    return hasCookie && hasKey;
  }

  async function punish(): Promise<void> {
    failures += 1;
    if (failures > FREE_FAILURES) await wait(PENALTY_MS);
  }

  return { mintToken, exchange, admits, punish };
}

/** Looks at every candidate, so that the time taken does not tell which one came close. */
function matching(candidates: readonly string[], given: string): string | null {
  let found: string | null = null;
  for (const candidate of candidates) if (isSameSecret(candidate, given)) found = candidate;
  return found;
}

/** Another program on this machine can plant a cookie of our name under another path: every one is looked at. */
function cookiesNamed(name: string, header: string): readonly string[] {
  return header
    .split(/[;,]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
