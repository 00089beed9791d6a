import { Button, Group, Select, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './intake.module.css';
import type { Incoming } from './take-in.ts';

/** Encodings of the trade's older systems, the likeliest first. */
const ENCODINGS = [
  { value: 'windows-1252', label: 'Western European (Windows-1252)' },
  { value: 'iso-8859-15', label: 'Western European (ISO 8859-15)' },
  { value: 'windows-1250', label: 'Central European (Windows-1250)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { value: 'macintosh', label: 'Western (Macintosh)' },
  { value: 'utf-16le', label: 'Unicode (UTF-16)' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'gb18030', label: 'Chinese (GB 18030)' },
  { value: 'big5', label: 'Chinese (Big5)' },
  { value: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { value: 'euc-kr', label: 'Korean (EUC-KR)' },
] as const;
const SAMPLE_BYTES = 4_096;

interface EncodingQuestionProps {
  readonly document: Incoming;
  readonly answer: (encoding: string | null) => void;
}

/** Shows the beginning of the text as each encoding would have it: the analyst sees which one reads right. */
export function EncodingQuestion({ document, answer }: EncodingQuestionProps) {
  const [encoding, setEncoding] = useState<string>(ENCODINGS[0].value);
  const sample = useSample(document, encoding);
  return (
    <form
      className={classes.question}
      onSubmit={(event) => {
        event.preventDefault();
        answer(encoding);
      }}
    >
      <Text size="sm">
        {document.name} is no UTF-8 text. Nothing is guessed: choose the encoding with which the words below
        read right.
      </Text>
      <Select
        label="Encoding"
        data={[...ENCODINGS]}
        value={encoding}
        allowDeselect={false}
        onChange={(next) => setEncoding(next ?? ENCODINGS[0].value)}
        data-autofocus
      />
      <pre className={classes.sample}>{sample}</pre>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => answer(null)}>
          Leave it out
        </Button>
        <Button type="submit">Read it so</Button>
      </Group>
    </form>
  );
}

function useSample({ body }: Incoming, encoding: string): string {
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  useEffect(() => {
    void body
      .slice(0, SAMPLE_BYTES * 4)
      .arrayBuffer()
      .then(setBytes);
  }, [body]);
  if (bytes === null) return '';
  const text = new TextDecoder(encoding).decode(bytes);
  const odd = text.search(/[^\n\r\t -~]/u);
  const from = odd < 300 ? 0 : text.lastIndexOf(' ', odd - 200) + 1;
  return text.slice(from, from + 600);
}
