import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Taken } from '#shared/contract/documents.ts';
import classes from './intake.module.css';

interface SourceQuestionProps {
  readonly name: string;
  readonly taken: Taken;
  readonly answer: (as: string | null) => void;
}

/** Another source of the same title or address is on file: a newer text of it, its missing text, or a document of its own. */
export function SourceQuestion({ name, taken, answer }: SourceQuestionProps) {
  const [as, setAs] = useState(taken.alike[0]?.id ?? 'new');
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault();
        answer(as);
      }}
    >
      <Text size="sm">
        {name} reads as “{taken.title}”, and the ledger has a source of that title or address. Nothing is
        written yet.
      </Text>
      <Radio.Group value={as} onChange={setAs} label="It is">
        <Stack gap={8} mt={6}>
          {taken.alike.map(({ id, title, publisher, hasText }, at) => (
            <Radio
              data-autofocus={at === 0 || undefined}
              key={id}
              value={id}
              label={hasText ? `A newer text of “${title}”` : `The text of “${title}”`}
              description={`${publisher ?? 'Publisher unknown'}. ${hasText ? 'Words that the newer text no longer holds are listed as such; nothing is moved in silence.' : 'The ledger holds no text of it so far.'}`}
            />
          ))}
          <Radio value="new" label="Another document" description="It becomes a source of its own." />
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          Leave it out
        </Button>
        <Button type="submit">Take it in</Button>
      </Group>
    </form>
  );
}
