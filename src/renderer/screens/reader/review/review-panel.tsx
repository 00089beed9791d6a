import { forwardRef } from 'react';
import { assertNever } from '#core/assert-never.ts';
import { classWords } from '../class-words.ts';
import { CandidatePanel } from './candidate-panel.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { IdlePanel } from './idle-panel.tsx';
import { NumeralPanel } from './numeral-panel.tsx';
import { PassagePanel } from './passage-panel.tsx';
import { PlacePanel } from './place-panel.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

/** At the right of the text: what is in hand, what it would become or has become, and what the ledger says. */
export const ReviewPanel = forwardRef<HTMLElement, { readonly review: Review }>(function ReviewPanel(
  { review },
  frame,
) {
  return (
    <section ref={frame} className={classes.panel} aria-label="Review">
      <Shown review={review} />
    </section>
  );
});

function Shown({ review }: { readonly review: Review }) {
  const { hand, reading } = review;
  if (hand === null) return <IdlePanel review={review} />;
  switch (hand.kind) {
    case 'candidate': {
      const candidate = reading.candidates.find(({ key }) => key === hand.key);
      return candidate === undefined ? (
        <IdlePanel review={review} />
      ) : (
        <CandidatePanel key={hand.key} review={review} candidate={candidate} />
      );
    }
    case 'words':
      return (
        <DraftPanel
          key={`${hand.as} ${hand.start} ${hand.end}`}
          review={review}
          kicker={`${classWords(hand.as).label} of selected words`}
          title={(reading.text ?? '').slice(hand.start, hand.end)}
          as={hand.as}
        />
      );
    case 'numeral':
      return <NumeralPanel review={review} start={hand.start} end={hand.end} />;
    case 'passage':
      return <PassagePanel key={hand.id} review={review} id={hand.id} />;
    case 'place':
      return <PlacePanel review={review} start={hand.start} end={hand.end} />;
    default:
      return assertNever(hand);
  }
}
