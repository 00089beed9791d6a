import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { nounOf } from '#core/model/nouns.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { isPast, useMoment } from '#renderer/app/moment.ts';
import { OnlyNow } from '#renderer/app/time/only-now.tsx';
import { EntryForm } from './entry-form.tsx';
import { closeForm, type FormRequest, useFormRequest } from './open-form.ts';

/** The form that is open, over the screen. What was typed is not thrown away without a question. */
export function FormHost() {
  const request = useFormRequest();
  const past = isPast(useMoment());
  if (request !== null && past) return <OnlyNow onClose={closeForm} />;
  return request === null ? null : <FormWindow key={`${request.noun} ${request.id}`} request={request} />;
}

function FormWindow({ request }: { readonly request: FormRequest }) {
  const [isDirty, setDirty] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const noun = nounOf(request.noun).label.toLowerCase();
  const leave = () => (isDirty ? setAsking(true) : closeForm());
  return (
    <Modal
      opened
      onClose={leave}
      closeOnClickOutside={false}
      size={780}
      title={request.id === null ? `Add ${article(noun)} ${noun}` : `Edit ${noun}`}
    >
      {isAsking ? (
        <Group justify="space-between" mb="sm" role="alert">
          <Text size="sm" fw={600}>
            Throw away what you typed?
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Keep writing
            </Button>
            <Button color="red" onClick={closeForm}>
              Throw away
            </Button>
          </Group>
        </Group>
      ) : null}
      {request.id === null ? (
        <EntryForm
          noun={request.noun}
          preset={request.preset}
          held={null}
          onDirty={setDirty}
          onClose={leave}
        />
      ) : (
        <HeldForm request={request} id={request.id} onDirty={setDirty} onClose={leave} />
      )}
    </Modal>
  );
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

interface HeldFormProps {
  readonly request: FormRequest;
  readonly id: string;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onClose: () => void;
}

function HeldForm({ request, id, onDirty, onClose }: HeldFormProps) {
  const { data: entry, error } = useAsk('entries', 'get', { id });
  const fields = entry?.versions[0]?.fields;
  const passageId = typeof fields?.passageId === 'string' ? fields.passageId : null;
  const { data: passage, error: passageError } = useAsk(
    'entries',
    'get',
    { id: passageId ?? '' },
    { enabled: passageId !== null },
  );
  const failure = error ?? passageError;
  if (failure !== null) return <Failure error={failure} />;
  if (entry === undefined || fields === undefined || (passageId !== null && passage === undefined))
    return null;
  const words = passage?.versions[0]?.fields.words;
  const held = {
    id,
    version: entry.version ?? 0,
    fields,
    words: typeof words === 'string' ? words : '',
    names: entry.names,
  };
  return (
    <EntryForm noun={request.noun} preset={request.preset} held={held} onDirty={onDirty} onClose={onClose} />
  );
}
