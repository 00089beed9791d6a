import type { Review } from '#shared/contract/dispositions.ts';

/** A review that nothing was decided in; tests change what they speak of. */
export function reviewWith(parts: Partial<Review> = {}): Review {
  return {
    state: 'open',
    reopened: null,
    since: null,
    by: null,
    reviewer: null,
    until: null,
    reasonCode: null,
    note: null,
    mitigant: null,
    isSelfReviewed: false,
    ...parts,
  };
}
