import { DESKTOP_ORIGIN } from '#main/transport/gate.ts';

/** The one page of the desktop window. */
export const PAGE = `${DESKTOP_ORIGIN}/`;

/** Whether a window may go to an address: the page itself and nothing else, in any frame. */
export function mayNavigate(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'app:' &&
    url.host === 'plumbline' &&
    url.username === '' &&
    url.pathname === '/'
  );
}

/** Whether the engine may load an address at all (SECURITY R62): our scheme, and what the page made itself. */
export function mayLoad(address: string): boolean {
  return /^(?:app:\/\/plumbline\/|blob:app:\/\/plumbline\/|data:)/.test(address);
}

/** Whether a download is one of our exports: bytes that the page fetched and saves. */
export function mayDownload(address: string): boolean {
  return address.startsWith(`blob:${PAGE}`);
}

/**
 * The one thing a page may be granted: putting text on the clipboard after a click or key, which is how a block of cells is
 * copied. Reading the clipboard, and every other permission there is, stays refused.
 */
export function mayHave(permission: string, asking: string): boolean {
  return permission === 'clipboard-sanitized-write' && (asking === DESKTOP_ORIGIN || mayNavigate(asking));
}
