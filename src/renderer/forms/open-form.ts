import { useSyncExternalStore } from 'react';
import type { Cell, NounId } from '#core/model/field.ts';

/** Nouns that the analyst enters by hand; the others are written by their own screens or with these. */
const FORM_NOUNS = [
  'deal',
  'figure',
  'quote',
  'reaction',
  'key-date',
  'entity',
  'source',
  'passage',
  'citation',
  'deal-party',
  'schedule-row',
  'price',
  'fx-rate',
] as const satisfies readonly NounId[];
export type FormNoun = (typeof FORM_NOUNS)[number];

export interface FormRequest {
  readonly noun: FormNoun;
  /** The entry to correct; null adds one. */
  readonly id: string | null;
  /** Values that a new entry starts with. */
  readonly preset: Readonly<Record<string, Cell>>;
}

const listeners = new Set<() => void>();
let shown: FormRequest | null = null;

function change(next: FormRequest | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the form of a noun over the screen. */
export function openForm(noun: FormNoun, request: Partial<Omit<FormRequest, 'noun'>> = {}): void {
  change({ noun, id: null, preset: {}, ...request });
}

export function closeForm(): void {
  change(null);
}

export function useFormRequest(): FormRequest | null {
  return useSyncExternalStore(subscribe, () => shown);
}

export function isFormNoun(noun: string | null): noun is FormNoun {
  return (FORM_NOUNS as readonly (string | null)[]).includes(noun);
}
