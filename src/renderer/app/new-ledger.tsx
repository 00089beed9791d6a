import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Failure } from './failure.tsx';
import { createLedger } from './ledgers.ts';

/** Asks for the name of a new ledger and makes it. */
export function NewLedger({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [hasSample, setSample] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    await createLedger(name, hasSample).then(onClose, setFailure);
    setBusy(false);
  }

  return (
    <Modal opened={isOpen} onClose={onClose} title="New ledger">
      <form onSubmit={(event) => void make(event)}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            description="The file is kept in your Plumbline folder."
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
            data-autofocus
          />
          <Checkbox
            label="Start with the sample case: OpenAI and its suppliers"
            checked={hasSample}
            onChange={(event) => setSample(event.currentTarget.checked)}
          />
          {failure === null ? null : <Failure error={failure} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
              Make ledger
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
