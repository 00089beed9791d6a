import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asPlumblineError } from '#main/ledger/errors.ts';
import { type ErrorReport, reportOf } from '#shared/errors.ts';

/**
 * The record of faults inside Plumbline, found again by the reference on screen. Law (SECURITY R63): code, class and
 * places in our own program only; never a message, a name, a path or a figure of the user's.
 */
const LOG_NAME = 'faults.log';
const MAX_BYTES = 1_000_000;
const KEPT = 5;

/** What may leave the process about anything thrown; an unknown fault is recorded and named by a reference. */
export function reportFault(home: string, thrown: unknown): ErrorReport {
  const error = asPlumblineError(thrown);
  const isRecordedElsewhere = error.ref !== null && error.cause === undefined;
  if (error.code !== 'INTERNAL' || isRecordedElsewhere) return reportOf(error);
  error.ref ??= randomBytes(4).toString('hex');
  recordFault(home, error.ref, error.cause ?? error);
  return reportOf(error);
}

function recordFault(home: string, ref: string, thrown: unknown): void {
  const line = JSON.stringify({
    at: new Date().toISOString(),
    ref,
    kind: kindOf(thrown),
    places: placesOf(thrown),
  });
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const path = join(home, LOG_NAME);
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) rotate(path);
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
  } catch {
    // A log that cannot be written must not turn one fault into two.
  }
}

function rotate(path: string): void {
  for (let age = KEPT - 1; age > 0; age -= 1) {
    const from = age === 1 ? path : `${path}.${age - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, `${path}.${age}`);
  }
}

function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return `${thrown.constructor.name} ${code}`.trim();
}

/** Function names and positions of the stack. The message before them may quote the user's words, so it is left out. */
function placesOf(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error)) return [];
  return [...(thrown.stack ?? '').matchAll(/^ {4}at (.*)$/gm)]
    .map(([, place = '']) => place.replace(/(?:file:\/\/)?[^\s()]*[\\/]/, ''))
    .slice(0, 12);
}
