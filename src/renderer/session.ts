/**
 * Who this window is to the host. Browser mode: a single-use token in the address is exchanged for a cookie and a key;
 * the key is the only thing this page ever stores. The desktop host needs neither.
 */
const KEY_NAME = 'plumbline.key';

const listeners = new Set<() => void>();
let isLost = false;

function isDesktop(): boolean {
  return location.protocol === 'app:';
}

/** Exchanges the token of the address for a key, once, and takes it out of the address and the history of the browser. */
export async function openSession(): Promise<void> {
  if (isDesktop()) return;
  const token = tokenOf(location.hash);
  if (token !== null) {
    history.replaceState(null, '', location.pathname);
    await exchange(token);
  }
  if (sessionKey() === null) loseSession();
}

export function tokenOf(hash: string): string | null {
  return /^#t=([\w-]+)$/.exec(hash)?.[1] ?? null;
}

async function exchange(token: string): Promise<void> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ t: token }),
  });
  if (!response.ok) return sessionStorage.removeItem(KEY_NAME);
  const { k } = (await response.json()) as { readonly k: string };
  sessionStorage.setItem(KEY_NAME, k);
}

function sessionKey(): string | null {
  return sessionStorage.getItem(KEY_NAME);
}

/** Whether a browser-mode host holds a session for this window; never in the desktop host. */
export function hasSession(): boolean {
  return !isDesktop() && !isLost && sessionKey() !== null;
}

/** Headers that every call to the host carries. */
export function callHeaders(): Readonly<Record<string, string>> {
  const key = sessionKey();
  const json = { 'Content-Type': 'application/json' };
  return key === null ? json : { ...json, 'X-Plumbline-Key': key };
}

/** The host no longer knows this window: from here on only a new start helps. */
export function loseSession(): void {
  isLost = true;
  for (const listener of listeners) listener();
}

export function isSessionLost(): boolean {
  return isLost;
}

export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
