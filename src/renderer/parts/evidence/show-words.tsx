import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useOpenEntry, useOpenReader } from '#renderer/app/go-to.ts';
import { tellFailure } from '#renderer/app/jobs.tsx';
import { useMoment } from '#renderer/app/moment.ts';
import { call, type Told } from '#renderer/client.ts';

type Words = Told<'provenance', 'words'>;

/** Shows words in their document; where the ledger holds no text of it, the entry with the words on file. */
export function useShowWords(): (id: string, words: Words) => void {
  const openReader = useOpenReader();
  const openEntry = useOpenEntry();
  return (id, { source, passage }) => {
    if (source?.hasText !== true) return openEntry(id);
    openReader(source.id, passage === null ? {} : { passage: passage.id });
  };
}

interface ShowWordsProps {
  readonly words: Words;
  readonly id: string;
}

/** Only where there is a text to show them in. */
export function ShowWordsButton({ words, id }: ShowWordsProps) {
  const show = useShowWords();
  if (words.source?.hasText !== true) return null;
  return (
    <Button variant="default" leftSection={<IconBook2 size={15} />} onClick={() => show(id, words)}>
      {words.passage?.state === 'held' ? 'Show in the document' : 'Open the document'}
    </Button>
  );
}

/** From a number to its words in one press, wherever its entry is only named. */
export function WordsIcon({ id, name }: { readonly id: string; readonly name: string }) {
  const show = useShowWords();
  const moment = useMoment();
  const find = async () => {
    try {
      show(id, await call('provenance', 'words', { id, ...moment }));
    } catch (error) {
      tellFailure('Show the words', error);
    }
  };
  return (
    <Tooltip label="Show the words it rests on">
      <ActionIcon aria-label={`Show the words of ${name}`} onClick={() => void find()}>
        <IconBook2 size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
