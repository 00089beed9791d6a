import { isLive } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import type { Told } from '#renderer/client.ts';
import { flagId } from '#renderer/parts/evidence/flag-words.ts';
import type { Review } from '#shared/contract/dispositions.ts';
import { groupOfReview, type ReviewGroup } from './review-words.ts';

/** The reviews of a run by `flagId`. Only flags at watch or worse are reviewed; the others have none here. */
export type FlagReviews = ReadonlyMap<string, Review>;

type SubjectRun = Pick<Told<'signals', 'run'>['subjects'][number], 'flags' | 'reviews'>;

export function reviewsOf(subjects: readonly SubjectRun[]): FlagReviews {
  return new Map(
    subjects.flatMap(({ flags, reviews }) =>
      flags.flatMap((flag, at) => {
        const review = reviews[at];
        return review === undefined || !isLive(flag.severity) ? [] : [[flagId(flag), review] as const];
      }),
    ),
  );
}

/** How many of the flags stand at each point of their review. */
export function countReviews(flags: readonly Flag[], reviews: FlagReviews): ReadonlyMap<ReviewGroup, number> {
  const counts = new Map<ReviewGroup, number>();
  for (const flag of flags) {
    const review = reviews.get(flagId(flag));
    if (review === undefined) continue;
    const group = groupOfReview(review);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
