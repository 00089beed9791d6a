import { setImmediate } from 'node:timers/promises';
import { PlumblineError } from '#shared/errors.ts';

/** Longest that other requests wait for one step of a long run, where its steps are shorter than that. */
const PAUSE_MS = 50;

/** The same items, with a pause for others now and then. Throws CANCELLED once `signal` is aborted. */
export async function* paced<T>(items: Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  let since = performance.now();
  for (const item of items) {
    if (signal.aborted) throw new PlumblineError('CANCELLED');
    yield item;
    if (performance.now() - since < PAUSE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
