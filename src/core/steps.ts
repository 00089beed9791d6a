/**
 * Work that stops between its parts, so that whoever does it may see to others meanwhile. Law: what comes out is the
 * same however long the stops are.
 */
export type Steps<T> = Generator<void, T>;

/** Takes all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
