import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import classes from './intake.module.css';

interface PasteBoxProps {
  readonly start: string;
  readonly answer: (words: string | null) => void;
}

/** A box for the words of a document, where none has the focus or only few words were pasted. */
export function PasteBox({ start, answer }: PasteBoxProps) {
  const [words, setWords] = useState(start);
  const isEmpty = words.trim() === '';
  return (
    <div className={classes.question}>
      <Textarea
        label="Words of the document"
        description="Begin with its title. The words are kept exactly as they stand here."
        autosize
        minRows={8}
        maxRows={18}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) answer(words);
        }}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          Cancel
        </Button>
        <Button disabled={isEmpty} onClick={() => answer(words)}>
          Read it
        </Button>
      </Group>
    </div>
  );
}
