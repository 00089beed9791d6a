import { Button, Kbd, TextInput } from '@mantine/core';
import { useState } from 'react';
import { REASONS } from './commands.ts';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

/** Why a candidate is turned down: one key, or one click. */
export function RejectReasons({ review }: { readonly review: Review }) {
  const [note, setNote] = useState('');
  return (
    <fieldset className={classes.reasons}>
      <legend className={classes.heading}>Turn it down because</legend>
      {REASONS.map(({ id, label, hint }, at) => (
        <button
          key={id}
          type="button"
          className={classes.reason}
          onClick={() => review.reject(id, note.trim() === '' ? null : note.trim())}
        >
          <Kbd>{at + 1}</Kbd>
          <span>
            {label}
            {hint === '' ? null : <span className={classes.hint}> {hint}</span>}
          </span>
        </button>
      ))}
      <TextInput
        label="Note"
        description="Kept with the reason; may be left empty."
        value={note}
        maxLength={2_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        variant="default"
        rightSection={<Kbd>Esc</Kbd>}
        onClick={() => {
          review.askReason(false);
          review.focusText();
        }}
      >
        Keep it
      </Button>
    </fieldset>
  );
}
