import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { StepState } from '#core/model/disposition.ts';
import { isLive, refOf } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import type { Told } from '#renderer/client.ts';
import { DecisionForm } from './decision-form.tsx';
import classes from './review.module.css';
import { ReviewBadge } from './review-badge.tsx';
import { ReviewTrail } from './review-trail.tsx';
import { reviewSentence, stepAct } from './review-words.ts';

export type FlagReview = Told<'dispositions', 'get'>;

interface ReviewSectionProps {
  readonly flag: Flag;
}

/** Where the review of the flag stands, what may be decided next, and every step on file. */
export function ReviewSection({ flag }: ReviewSectionProps) {
  const titleId = useId();
  const asked = useAsk('dispositions', 'get', { ...refOf(flag), ...useMoment() }, { keepsPrevious: true });
  const { data, error, refetch } = asked;
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined || (!isLive(flag.severity) && data.steps.length === 0)) return null;
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.heading}>
        Review
      </h3>
      <p className={classes.standing}>
        <ReviewBadge review={data.review} isWhole /> {reviewSentence(data.review)}
      </p>
      <NextSteps flag={flag} review={data} />
      <ReviewTrail steps={data.steps} />
    </section>
  );
}

interface NextStepsProps {
  readonly flag: Flag;
  readonly review: FlagReview;
}

function NextSteps({ flag, review }: NextStepsProps) {
  const [chosen, setChosen] = useState<StepState | null>(null);
  const obstacle = useObstacle();
  if (review.next.length === 0) return null;
  if (obstacle !== null) return <p className={classes.dim}>{obstacle}</p>;
  const shown = chosen !== null && review.next.includes(chosen) ? chosen : null;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset of a form. */}
      <div className={classes.steps} role="group" aria-label="Decide">
        {review.next.map((state) => (
          <Button
            key={state}
            variant={state === shown ? 'light' : 'default'}
            aria-expanded={state === shown}
            onClick={() => setChosen(state === shown ? null : state)}
          >
            {stepAct(state)}
          </Button>
        ))}
      </div>
      {shown === null ? null : (
        <DecisionForm
          key={`${shown} ${review.fingerprint}`}
          flag={flag}
          review={review}
          state={shown}
          onDone={() => setChosen(null)}
        />
      )}
    </>
  );
}

/** Why nothing can be decided here, or null. */
function useObstacle(): string | null {
  const { asOf, knownAt } = useMoment();
  const { data } = useAsk('ledger', 'info', {});
  if (asOf !== null || knownAt !== null)
    return 'Decisions are made on what is known now: return to now to decide.';
  return data?.isReadOnly === true ? 'This ledger is open for reading only.' : null;
}
