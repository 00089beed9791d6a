import { Button, Group } from '@mantine/core';
import { IconClipboardText, IconFileImport } from '@tabler/icons-react';
import { chooseFiles } from './choose-files.ts';
import { pasteDocument } from './pasting.ts';

/** The two ways in for who does not drop: a file, or the words. */
export function TakeInButtons() {
  return (
    <Group gap={8}>
      <Button leftSection={<IconFileImport size={15} />} onClick={chooseFiles}>
        Take in a document
      </Button>
      <Button
        variant="default"
        leftSection={<IconClipboardText size={15} />}
        onClick={() => void pasteDocument()}
      >
        Paste
      </Button>
    </Group>
  );
}
