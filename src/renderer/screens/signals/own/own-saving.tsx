import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { PILLAR_LABELS, PILLARS } from '#core/model/pillar.ts';
import { useCommand } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { measuredOf, type OwnDraft, type OwnEntry, type Problem, slugOf, wantingOf } from './own-draft.ts';
import classes from './own-signals.module.css';

interface OwnSavingProps {
  readonly draft: OwnDraft;
  readonly entry: OwnEntry | null;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<OwnDraft>) => void;
  readonly onClose: () => void;
}

/** What the signal is called and asks, the reason that is kept with it, and the ways to end. */
export function OwnSaving({ draft, entry, problem, onChange, onClose }: OwnSavingProps) {
  const [reason, setReason] = useState('');
  const { save, takeBack, error, isRunning } = useEndings({ draft, entry, reason: reason.trim(), onClose });
  const wanting = wantingOf(draft, problem, reason);
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          size="xs"
          label="Name"
          withAsterisk
          maxLength={200}
          value={draft.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Counts in the grade under"
          value={draft.pillar}
          data={PILLARS.map((value) => ({ value, label: PILLAR_LABELS[value] }))}
          onChange={(event) => {
            const chosen = PILLARS.find((pillar) => pillar === event.currentTarget.value);
            if (chosen !== undefined) onChange({ pillar: chosen });
          }}
        />
      </div>
      <TextInput
        size="xs"
        label="What it asks of a company"
        withAsterisk
        maxLength={500}
        value={draft.question}
        onChange={(event) => onChange({ question: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Note"
        description="Why the thresholds stand where they stand, and when the signal misleads."
        autosize
        minRows={1}
        maxRows={5}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="Reason"
        description="Kept in the history with your name."
        withAsterisk
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error === null ? null : (
        <p className={classes.said} role="alert" data-problem>
          {sentenceOf(error)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button onClick={save} loading={isRunning} disabled={wanting !== null}>
          Save
        </Button>
        <Button variant="default" onClick={onClose} disabled={isRunning}>
          Close
        </Button>
        {entry === null ? null : (
          <Button
            variant="default"
            onClick={takeBack}
            loading={isRunning}
            disabled={reason.trim().length < 3}
          >
            Take back
          </Button>
        )}
        <span className={classes.dim}>{wanting}</span>
      </div>
    </>
  );
}

type Ending = Pick<OwnSavingProps, 'draft' | 'entry' | 'onClose'> & { readonly reason: string };

/** The two commands, with the sentence that follows each. */
function useEndings({ draft, entry, reason, onClose }: Ending) {
  const saving = useCommand('ownSignals', 'save');
  const takingBack = useCommand('ownSignals', 'retract');
  const save = () => {
    const measured = measuredOf(draft);
    if (measured === null) return;
    const { name, question, pillar, note } = draft;
    saving.mutate(
      {
        ...measured,
        ...{ name, question, pillar, reason },
        slug: entry?.slug ?? slugOf(name),
        note: note.trim() === '' ? null : note,
        version: entry?.version ?? null,
      },
      { onSuccess: () => ended('The signal is saved and counts from now on. Undo takes it back.', onClose) },
    );
  };
  const takeBack = () => {
    if (entry === null) return;
    takingBack.mutate(
      { id: entry.id, version: entry.version, reason },
      { onSuccess: () => ended('The signal no longer counts. Undo brings it back.', onClose) },
    );
  };
  const isRunning = saving.isPending || takingBack.isPending;
  return { save, takeBack, error: saving.error ?? takingBack.error, isRunning };
}

function ended(message: string, onClose: () => void): void {
  notifications.show({ message, autoClose: 3_000 });
  onClose();
}
