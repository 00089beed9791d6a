import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { Failure } from '#renderer/app/failure.tsx';
import type { EntryClass } from '#shared/contract/documents.ts';
import { CLASSES } from '../class-words.ts';
import { DraftForm } from './draft-form.tsx';
import { OnFileList } from './on-file-list.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { RejectReasons } from './reject-reasons.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface DraftPanelProps {
  readonly review: Review;
  readonly kicker: ReactNode;
  readonly title: string;
  readonly as: EntryClass;
}

/** What would become an entry: the boxes, and above them what the ledger says already. */
export function DraftPanel({ review, kicker, title, as }: DraftPanelProps) {
  const { drafting, failure, isAskingReason, canWrite } = review;
  return (
    <PanelFrame kicker={kicker} title={title} foot={canWrite ? <Verdict review={review} /> : <ReadOnly />}>
      {failure === null ? null : <Failure error={failure} />}
      {isAskingReason ? <RejectReasons review={review} /> : null}
      {drafting.error === null ? null : <Failure error={drafting.error} />}
      {drafting.told === null ? null : <OnFileList onFile={drafting.onFile} />}
      {drafting.told === null ? null : <DraftForm review={review} told={drafting.told} />}
      {canWrite ? <OtherClass review={review} as={as} /> : null}
    </PanelFrame>
  );
}

function Verdict({ review }: { readonly review: Review }) {
  const { hand, isAskingReason, accept, askReason, focusForm } = review;
  return (
    <>
      <Button onClick={accept} rightSection={<Kbd>Enter</Kbd>}>
        Accept
      </Button>
      <Button variant="default" onClick={focusForm} rightSection={<Kbd>e</Kbd>}>
        Correct
      </Button>
      {hand?.kind === 'candidate' ? (
        <Button
          variant="default"
          aria-expanded={isAskingReason}
          onClick={() => askReason(!isAskingReason)}
          rightSection={<Kbd>x</Kbd>}
        >
          Reject
        </Button>
      ) : null}
    </>
  );
}

function ReadOnly() {
  return (
    <p className={classes.dim}>
      Nothing can be decided here: the past and a ledger open for reading only are fixed.
    </p>
  );
}

/** The words may say something of another kind. */
function OtherClass({ review, as }: { readonly review: Review; readonly as: EntryClass }) {
  const { stretch, make } = review;
  if (stretch === null) return null;
  return (
    <div className={classes.others}>
      <span>Or make of these words a</span>
      {CLASSES.filter(({ id }) => id !== as).map(({ id, label }) => (
        <button key={id} type="button" className={classes.other} onClick={() => make(id, stretch)}>
          {label.toLowerCase()}
        </button>
      ))}
    </div>
  );
}
