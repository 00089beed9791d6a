import { Button, Kbd } from '@mantine/core';
import { classWords } from '../class-words.ts';
import type { Candidate } from '../reading.ts';
import { REASONS } from './commands.ts';
import { DraftPanel } from './draft-panel.tsx';
import { EntryLink } from './entry-link.tsx';
import { PanelFrame } from './panel-frame.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface CandidatePanelProps {
  readonly review: Review;
  readonly candidate: Candidate;
}

/** A candidate in hand: to decide, in the ledger, turned down, or part of what is set aside. */
export function CandidatePanel({ review, candidate }: CandidatePanelProps) {
  const kicker = <Kicker review={review} candidate={candidate} />;
  switch (candidate.state) {
    case 'unread':
      return <DraftPanel review={review} kicker={kicker} title={candidate.line} as={candidate.class} />;
    case 'captured':
      return (
        <PanelFrame kicker={kicker} title={candidate.line}>
          <h3 className={classes.heading}>In the ledger</h3>
          {candidate.entryIds.length === 0 ? <p className={classes.dim}>Being written …</p> : null}
          <ul className={classes.entries}>
            {candidate.entryIds.map((id) => (
              <EntryLink key={id} id={id} />
            ))}
          </ul>
          <p className={classes.dim}>
            <Kbd>Enter</Kbd> opens the first. To take it back, retract the entry, or undo.
          </p>
        </PanelFrame>
      );
    case 'rejected':
      return <TurnedDown review={review} candidate={candidate} kicker={kicker} />;
    default:
      return (
        <PanelFrame kicker={kicker} title={candidate.line}>
          <p className={classes.dim}>These words are set aside, so nothing is proposed of them.</p>
        </PanelFrame>
      );
  }
}

function Kicker({ review, candidate }: CandidatePanelProps) {
  const at = review.shown.findIndex(({ key }) => key === candidate.key) + 1;
  const share = Math.round(candidate.confidence * 100);
  return (
    <>
      <span className={classes.class} data-class={candidate.class}>
        {classWords(candidate.class).label}
      </span>
      <span>{at === 0 ? 'hidden by a filter' : `${at} of ${review.shown.length}`}</span>
      {candidate.state === 'unread' ? (
        <span
          title={`Of readings made by the same rule, ${share} in 100 were right on the articles it was measured on.`}
        >
          {isBareSum(review) ? `amount ${share} % sure; say what it measures` : `${share} % sure`}
        </span>
      ) : null}
    </>
  );
}

/** Only the amount was read: what it is an amount of is for the analyst to say. */
function isBareSum({ drafting, hand }: Review): boolean {
  if (hand?.kind !== 'candidate' || drafting.told === null) return false;
  const { as, fields } = drafting.told.draft;
  return as === 'figure' && (fields.metric ?? null) === null;
}

function TurnedDown({
  review,
  candidate,
  kicker,
}: CandidatePanelProps & { readonly kicker: React.ReactNode }) {
  const { rejection } = candidate;
  const reason = REASONS.find(({ id }) => id === rejection?.reason)?.label ?? rejection?.reason ?? '';
  return (
    <PanelFrame
      kicker={kicker}
      title={candidate.line}
      foot={
        review.canWrite && rejection !== null ? (
          <Button variant="default" onClick={review.readAgain}>
            Read it again
          </Button>
        ) : null
      }
    >
      <h3 className={classes.heading}>Turned down</h3>
      <p className={classes.sentence}>{reason}</p>
      {rejection?.note == null ? null : <p className={classes.dim}>{rejection.note}</p>}
    </PanelFrame>
  );
}
