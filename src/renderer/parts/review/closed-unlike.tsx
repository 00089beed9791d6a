import type { StepState } from '#core/model/disposition.ts';
import { instantText } from '#renderer/app/numbers.ts';
import type { Told } from '#renderer/client.ts';
import { closedUnlike, type DecisionDraft } from './decision-draft.ts';
import classes from './review.module.css';
import { reasonText, stepDid } from './review-words.ts';

interface ClosedUnlikeProps {
  readonly draft: DecisionDraft;
  readonly state: StepState;
  readonly review: Told<'dispositions', 'get'>;
}

/** Like flags are closed alike: a hint where others of the same signal were not. It forbids nothing. */
export function ClosedUnlike({ draft, state, review }: ClosedUnlikeProps) {
  const others = closedUnlike(draft, state, review);
  if (others.length === 0) return null;
  return (
    <aside className={classes.unlike} aria-label="Closed otherwise">
      <p>
        {others.length === 1 ? 'A flag of this signal was' : `${others.length} flags of this signal were`}{' '}
        closed otherwise. If the case is alike, close it alike; else say in the note what is different.
      </p>
      <ul>
        {others.map((other) => (
          <li key={`${other.subject} ${other.scopeName ?? ''} ${other.recordedAt}`}>
            <strong>{other.scopeName ?? `${other.subject}, in total`}</strong>: {stepDid(other.state)}
            {other.reasonCode === null ? '' : ` (${reasonText(other.reasonCode).toLowerCase()})`} by{' '}
            {other.author}, {instantText(other.recordedAt)}. {other.note}
          </li>
        ))}
      </ul>
    </aside>
  );
}
