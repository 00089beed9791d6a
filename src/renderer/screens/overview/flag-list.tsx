import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { flagId, scopeText, verdictText } from '#renderer/parts/evidence/flag-words.ts';
import { rangeText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import type { FlagReviews } from '#renderer/parts/review/flag-reviews.ts';
import { ReviewBadge } from '#renderer/parts/review/review-badge.tsx';
import type { Review } from '#shared/contract/dispositions.ts';
import classes from './flag-list.module.css';

interface FlagListProps {
  /** In the order in which they are shown. */
  readonly flags: readonly Flag[];
  readonly reviews: FlagReviews;
  readonly openId: string | null;
  readonly onOpen: (flag: Flag) => void;
}

const SHOWN_FIRST = 14;

/** The flags of the subject, gravest first; the rest behind one more click. */
export function FlagList({ flags, reviews, openId, onOpen }: FlagListProps) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? flags : flags.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul className={classes.list}>
        {shown.map((flag) => (
          <li key={flagId(flag)}>
            <button
              type="button"
              className={classes.flag}
              aria-current={flagId(flag) === openId}
              onClick={() => onOpen(flag)}
            >
              <FlagLine flag={flag} review={reviews.get(flagId(flag)) ?? null} />
            </button>
          </li>
        ))}
      </ul>
      {flags.length <= SHOWN_FIRST ? null : (
        <Button variant="subtle" size="compact-xs" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Show the first ${SHOWN_FIRST}` : `Show all ${flags.length}`}
        </Button>
      )}
    </>
  );
}

function FlagLine({ flag, review }: { readonly flag: Flag; readonly review: Review | null }) {
  const range = rangeText(flag.value, flag.unit);
  return (
    <>
      <span className={classes.text}>
        <span className={classes.name}>{flag.name}</span>
        <span className={classes.scope}>{scopeText(flag)}</span>
      </span>
      <span className={classes.amount}>
        {flag.value === null ? null : <span className={classes.value}>{verdictText(flag)}</span>}
        {flag.value === null && flag.state === 'ok' ? <span className={classes.scope}>unknown</span> : null}
        {range === null ? null : <span className={classes.scope}>{range}</span>}
        {flag.value === null && flag.missing.length > 0 ? (
          <span className={classes.scope}>{flag.missing.length} missing</span>
        ) : null}
      </span>
      <span className={classes.severity}>
        <SeverityBadge severity={flag.severity} />
        {flag.certainty === 'possible' ? <span className={classes.scope}>possible</span> : null}
        {review === null ? null : <ReviewBadge review={review} />}
      </span>
    </>
  );
}
