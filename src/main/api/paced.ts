import { setImmediate } from 'node:timers/promises';
import type { Steps } from '#core/steps.ts';
import { PlumblineError } from '#shared/errors.ts';

/** After so long others come first; with a last step as long as this they wait at most 50 ms. */
const PAUSE_MS = 25;

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

/** Takes the steps with a pause for others wherever one is due. */
export async function inPauses<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < PAUSE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
