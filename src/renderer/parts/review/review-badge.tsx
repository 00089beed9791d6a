import { IconCircle, IconCircleHalf2, IconCircleOff, IconRotate, IconShieldCheck } from '@tabler/icons-react';
import type { Review } from '#shared/contract/dispositions.ts';
import classes from './review.module.css';
import { groupOfReview, type ReviewGroup, reviewBrief, reviewLabel } from './review-words.ts';

const ICONS = {
  open: IconCircle,
  reopened: IconRotate,
  acknowledged: IconCircleHalf2,
  mitigated: IconShieldCheck,
  'false-positive': IconCircleOff,
} as const satisfies Readonly<Record<ReviewGroup, typeof IconCircle>>;

interface ReviewBadgeProps {
  readonly review: Review;
  /** Says why it was reopened; else that stands in the tooltip. */
  readonly isWhole?: boolean;
}

/** Where a review stands, by icon and word. */
export function ReviewBadge({ review, isWhole = false }: ReviewBadgeProps) {
  const group = groupOfReview(review);
  const Icon = ICONS[group];
  return (
    <span className={classes.badge} data-review={group} title={isWhole ? undefined : reviewBrief(review)}>
      <Icon size={13} stroke={2} aria-hidden />
      {isWhole ? reviewBrief(review) : reviewLabel(group)}
    </span>
  );
}
