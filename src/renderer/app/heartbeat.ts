import { callHeaders, hasSession } from '../session.ts';

/** Tells the host that a window is still here, so that browser mode ends after the last one has gone. */
const EVERY_MS = 20_000;

export function startHeartbeat(): void {
  if (!hasSession()) return;
  setInterval(beat, EVERY_MS);
  document.addEventListener('visibilitychange', beat);
  beat();
}

/** A host that is gone shows at the next call of the person; a lost beat by itself says nothing. */
function beat(): void {
  if (!hasSession()) return;
  const request = {
    method: 'POST',
    headers: callHeaders(),
    body: JSON.stringify({ hidden: document.hidden }),
  };
  fetch('/heartbeat', request).catch(() => undefined);
}
