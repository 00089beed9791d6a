import type { ErrorReport } from '#shared/errors.ts';

/**
 * What the host and the ledger process say to each other. Law: an answer crosses as finished JSON text, so that the host
 * relays bytes and never takes rows apart on the thread that paints or serves.
 */
export interface OpenRequest {
  readonly path: string;
  readonly access: 'write' | 'read';
  readonly author: string;
  /** Plumbline's own folder. */
  readonly home: string;
  /** Private folder of this run for files the window fetches. */
  readonly runFolder: string;
  /** Makes the file first; it must not exist yet. Null: opens what is there. */
  readonly create: { readonly sample: boolean } | null;
}

export interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly topic: string;
  readonly name: string;
  /** As it came from the window: unchecked. */
  readonly input: unknown;
}

export type ToLedger =
  | ({ readonly kind: 'open' } & OpenRequest)
  | CallMessage
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

export type FromLedger =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: ErrorReport }
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number; readonly label: string }
  | { readonly kind: 'answer'; readonly id: number; readonly json: string }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorReport };
