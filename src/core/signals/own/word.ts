import { type Dimension, of } from './dimension.ts';
import type { Ground, NamedAmount } from './named-amount.ts';

/** One name of the vocabulary. */
export interface Word {
  readonly id: string;
  readonly label: string;
  /** One sentence. */
  readonly what: string;
  /** How it is written. */
  readonly example: string;
  /** What the name in its brackets names, null for a plain name. */
  readonly argument: string | null;
  readonly dimensionOf: (argument: string | null) => Dimension;
  /** Whether the amount can never lie below zero. */
  readonly isNeverNegative: boolean;
  /** Why a name in brackets cannot be used, as a sentence; null where it can. */
  readonly refuses: (argument: string) => string | null;
  readonly read: (ground: Ground, argument: string | null) => NamedAmount;
}

interface WordSpec {
  readonly what: string;
  readonly read: Word['read'];
  readonly argument?: string;
  readonly example?: string;
  readonly isNeverNegative?: boolean;
}

export function money(id: string, label: string, spec: WordSpec): Word {
  return plainWord(id, label, { ...spec, dimension: of('money') });
}

export function plainWord(
  id: string,
  label: string,
  spec: WordSpec & { readonly dimension: Dimension },
): Word {
  const { what, read, dimension, argument = null, example = id, isNeverNegative = true } = spec;
  return {
    id,
    label,
    what,
    example,
    argument,
    dimensionOf: () => dimension,
    isNeverNegative,
    refuses: (text) => (text.trim() === '' ? 'Write a name between the quotation marks.' : null),
    read,
  };
}
