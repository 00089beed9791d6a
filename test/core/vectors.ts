import { readFileSync } from 'node:fs';

interface Vector {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: each vector has a shape of its own, read by the one test that names it.
  readonly inputs: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly expected: any;
}

const file = new URL('../fixtures/methods-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly Vector[] };

/** In the order of the file. */
export const allVectors = vectors;

/** A vector of the independent reference implementation. */
export function vectorOf(id: string): Vector {
  const vector = vectors.find((one) => one.id === id);
  if (vector === undefined) throw new Error(`No vector ${id}.`);
  return vector;
}

/** Equal to 1e-9 relative, the precision of the vectors. */
export function isClose(actual: number | null | undefined, expected: number): boolean {
  if (actual === null || actual === undefined) return false;
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1e-300, Math.abs(expected)) || actual === expected;
}
