import type { DealFacts } from '../model/ledger-view.ts';

/** Words by which the terms of a deal name hardware that wears out of date. */
const HARDWARE = /\b(?:GPUs?|TPUs?|CPUs?|accelerators?|servers?|chips?|[GA]B?\d{3}s?|H\d{3}s?|MI\d{3}s?)\b/i;

/** The word by which a deal names its hardware, or null: then its vendor may renew what it likes. */
export function namedHardware({ kind, terms }: DealFacts): string | null {
  const word = terms === null ? null : HARDWARE.exec(terms);
  if (word !== null) return word[0];
  return kind === 'chip-supply' ? 'chips' : null;
}
