import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { command } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { isPast, useMoment } from '#renderer/app/moment.ts';
import { OnlyNow } from '#renderer/app/time/only-now.tsx';

interface Retractable {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

const listeners = new Set<() => void>();
let asked: readonly Retractable[] = [];

function change(next: readonly Retractable[]): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks whether the entries shall be retracted, and why; retracts them in one change. */
export function askToRetract(entries: readonly Retractable[]): void {
  change(entries);
}

export function RetractQuestion() {
  const entries = useSyncExternalStore(subscribe, () => asked);
  const past = isPast(useMoment());
  if (entries.length > 0 && past) return <OnlyNow onClose={() => change([])} />;
  return (
    <Modal opened={entries.length > 0} onClose={() => change([])} title={questionOf(entries)}>
      <Question key={entries[0]?.id ?? ''} entries={entries} />
    </Modal>
  );
}

function questionOf(entries: readonly Retractable[]): string {
  return entries.length === 1 ? 'Retract this entry?' : `Retract ${entries.length} entries?`;
}

function Question({ entries }: { readonly entries: readonly Retractable[] }) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function retract(): Promise<void> {
    setBusy(true);
    setFailure(null);
    await command('entries', 'write', {
      changes: entries.map(({ id, version }) => ({ op: 'retract' as const, id, version })),
      summary: summaryOf(entries),
      reason: reason.trim() === '' ? null : reason.trim(),
    }).then(() => change([]), setFailure);
    setBusy(false);
  }

  return (
    <Stack gap="sm">
      <Text size="sm">
        {namesOf(entries)} {entries.length === 1 ? 'leaves' : 'leave'} the tables and the signals, but{' '}
        {entries.length === 1 ? 'stays' : 'stay'} in the ledger. You can restore{' '}
        {entries.length === 1 ? 'it' : 'them'}, or undo this.
      </Text>
      <Textarea
        label="Reason"
        description="Kept in the history; may be left empty."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
      />
      {failure === null ? null : <Failure error={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => change([])}>
          Keep
        </Button>
        <Button color="red" loading={isBusy} onClick={() => void retract()}>
          Retract
        </Button>
      </Group>
    </Stack>
  );
}

function namesOf(entries: readonly Retractable[]): string {
  const names = entries.slice(0, 3).map(({ name }) => `“${name}”`);
  const more = entries.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

function summaryOf(entries: readonly Retractable[]): string {
  return entries.length === 1
    ? `Retract ${entries[0]?.name ?? ''}`.slice(0, 300)
    : `Retract ${entries.length} entries`;
}
