import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { LEAST_PICK_REASON } from '#core/model/judgement.ts';
import { addDays, isDay } from '#core/quantities/day.ts';
import { useCommand } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { SidePanel } from '#renderer/app/side-panel.tsx';
import type { Subject } from '#renderer/app/subject.ts';
import classes from './compare.module.css';
import { PickPreview } from './pick-preview.tsx';
import type { Matter } from './told.ts';
import { statedText } from './version-words.ts';

interface PickPanelProps {
  readonly matter: Matter;
  readonly figureId: string;
  readonly subject: Subject;
  readonly asOf: string;
  readonly onClose: () => void;
}

/** Half a year, after which the sources are to be looked at again. */
const USUAL_DAYS = 180;

/** Decides which version counts, with who decides it, why and until when; says beforehand what would move. */
export function PickPanel({ matter, figureId, subject, asOf, onClose }: PickPanelProps) {
  const [reviewer, setReviewer] = useState('');
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState(() => addDays(asOf, USUAL_DAYS));
  const picking = useCommand('figures', 'pick');
  const version = matter.versions.find(({ id }) => id === figureId);
  if (version === undefined) return null;
  const wanting = wantOf({ reviewer, reason, expiresOn }, asOf);
  const save = () =>
    picking.mutate(
      { figureId, reviewer: reviewer.trim(), reason: reason.trim(), expiresOn },
      {
        onSuccess: () => {
          notifications.show({
            message: 'The pick counts from now on. Undo takes it back.',
            autoClose: 3_000,
          });
          onClose();
        },
      },
    );
  return (
    <SidePanel kicker="Pick a version" title={matter.name} onClose={onClose}>
      <div className={classes.form}>
        <p className={classes.picked}>{statedText(version)}</p>
        <p className={classes.text}>
          {version.source}, grade {version.reliability}. It counts for this matter in every signal in place of
          what the most reliable source says.
        </p>
        <TextInput
          label="Reviewer"
          description="Who decided it; your own name stands in the history."
          withAsterisk
          maxLength={200}
          value={reviewer}
          onChange={(event) => setReviewer(event.currentTarget.value)}
        />
        <Textarea
          label="Reason"
          description="A sentence that a committee can judge."
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label="Counts until"
          description="From this day on the most reliable source counts again."
          withAsterisk
          type="date"
          min={addDays(asOf, 1)}
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
        <PickPreview subject={subject} figureId={figureId} />
        {picking.error === null ? null : (
          <p className={classes.problem} role="alert">
            {sentenceOf(picking.error)}
          </p>
        )}
        <div className={classes.buttons}>
          <Button onClick={save} loading={picking.isPending} disabled={wanting !== null}>
            Pick this version
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
        {wanting === null ? null : <p className={classes.text}>{wanting}</p>}
      </div>
    </SidePanel>
  );
}

interface Draft {
  readonly reviewer: string;
  readonly reason: string;
  readonly expiresOn: string;
}

/** What is still wanting before the pick can be saved; null for nothing. */
function wantOf({ reviewer, reason, expiresOn }: Draft, asOf: string): string | null {
  if (reviewer.trim().length < 2) return 'Name the reviewer.';
  if (reason.trim().length < LEAST_PICK_REASON)
    return `Give a reason of at least ${LEAST_PICK_REASON} characters.`;
  if (!isDay(expiresOn) || expiresOn <= asOf) return 'Choose a day to come.';
  return null;
}
