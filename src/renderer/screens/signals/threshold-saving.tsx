import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Thresholds } from '#core/signals/flag.ts';
import { useCommand } from '#renderer/app/asking.ts';
import { sentenceOf } from '#renderer/app/failure.tsx';
import { useCanWrite } from '#renderer/app/moment.ts';
import type { Measure, ThresholdSet } from '#renderer/parts/evidence/card-context.ts';
import { thresholdsText } from '#renderer/parts/evidence/flag-words.ts';
import classes from './threshold-editor.module.css';
import { type HeldThresholds, scopeRequest, type ThresholdScope } from './threshold-scope.ts';

interface ThresholdSavingProps {
  readonly measure: Measure;
  readonly scope: ThresholdScope;
  /** The set kept for this scope, null for none. */
  readonly set: ThresholdSet | null;
  readonly inherited: HeldThresholds;
  /** What is to be saved; null while nothing is changed or the draft does not hold. */
  readonly wanted: Thresholds | null;
}

const LEAST_REASON = 3;

/** The reason, which is kept with the change, and the two ways to end: save, or go back to what is inherited. */
export function ThresholdSaving({ measure, scope, set, inherited, wanted }: ThresholdSavingProps) {
  const [reason, setReason] = useState('');
  const { save, clear, error, isRunning } = useEndings(measure.key, scope, reason.trim());
  const canWrite = useCanWrite();
  if (!canWrite) return <p className={classes.text}>Thresholds are set now: nothing can be saved here.</p>;
  const isReasoned = reason.trim().length >= LEAST_REASON;
  const isNamed = scope.kind !== 'sector' || scope.sector.trim() !== '';
  return (
    <div className={classes.saving}>
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
      {error === null ? null : (
        <p className={classes.problem} role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          onClick={() => save(wanted)}
          loading={isRunning}
          disabled={wanted === null || !isReasoned || !isNamed}
        >
          Save
        </Button>
        {set === null ? null : (
          <Button variant="default" onClick={() => clear(set)} loading={isRunning} disabled={!isReasoned}>
            {inherited.origin === 'default' ? 'Back to the default' : 'Back to the inherited ones'}
          </Button>
        )}
      </div>
      <p className={classes.text}>{hintOf({ wanted, isReasoned, set, inherited, unit: measure.unit })}</p>
    </div>
  );
}

/** The two commands, with the sentence that follows each. */
function useEndings(key: string, scope: ThresholdScope, reason: string) {
  const saving = useCommand('thresholds', 'set');
  const clearing = useCommand('thresholds', 'clear');
  const save = (wanted: Thresholds | null) => {
    if (wanted === null) return;
    const { watch, warn, critical } = wanted;
    saving.mutate(
      { key, ...scopeRequest(scope), watch, warn, critical, reason },
      { onSuccess: () => said('The thresholds are saved. Undo takes them back.') },
    );
  };
  const clear = ({ id, version }: ThresholdSet) =>
    clearing.mutate(
      { id, version, reason },
      { onSuccess: () => said('These thresholds no longer hold. Undo brings them back.') },
    );
  const isRunning = saving.isPending || clearing.isPending;
  return { save, clear, error: saving.error ?? clearing.error, isRunning };
}

interface Hint {
  readonly wanted: Thresholds | null;
  readonly isReasoned: boolean;
  readonly set: ThresholdSet | null;
  readonly inherited: HeldThresholds;
  readonly unit: string;
}

function hintOf({ wanted, isReasoned, set, inherited, unit }: Hint): string {
  const back = set === null ? '' : `Without this set: ${thresholdsText(inherited, unit)}.`;
  if (wanted !== null && !isReasoned) return `Give a reason to save. ${back}`;
  return back;
}

function said(message: string): void {
  notifications.show({ message, autoClose: 3_000 });
}
