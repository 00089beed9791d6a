import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useCommand } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { SidePanel } from '#renderer/app/side-panel.tsx';
import classes from './compare.module.css';
import type { Matter } from './told.ts';

interface EndPickPanelProps {
  readonly pick: NonNullable<Matter['pick']>;
  readonly onClose: () => void;
}

const LEAST_REASON = 3;

/** Ends a pick before its day, with the reason that the history keeps. */
export function EndPickPanel({ pick, onClose }: EndPickPanelProps) {
  const [reason, setReason] = useState('');
  const ending = useCommand('figures', 'unpick');
  const end = () =>
    ending.mutate(
      { id: pick.id, version: pick.version, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: 'The pick has ended. Undo brings it back.', autoClose: 3_000 });
          onClose();
        },
      },
    );
  return (
    <SidePanel kicker="Pick" title="End the pick" onClose={onClose}>
      <div className={classes.form}>
        <p className={classes.text}>The most reliable source counts again at once, in every signal.</p>
        <Textarea
          label="Reason"
          description="Kept in the history with your name."
          withAsterisk
          autosize
          minRows={2}
          maxRows={6}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {ending.error === null ? null : (
          <p className={classes.problem} role="alert">
            {sentenceOf(ending.error)}
          </p>
        )}
        <div className={classes.buttons}>
          <Button onClick={end} loading={ending.isPending} disabled={reason.trim().length < LEAST_REASON}>
            End the pick
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
    </SidePanel>
  );
}
