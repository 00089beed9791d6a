import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import type { Subject } from '#renderer/app/subject.ts';
import { draftOfEntry, EMPTY_DRAFT, type OwnDraft, type OwnEntry } from './own-draft.ts';
import { EXAMPLES } from './own-examples.ts';
import { OwnSignalEditor } from './own-signal-editor.tsx';
import { OwnSignalTable } from './own-signal-table.tsx';
import classes from './own-signals.module.css';

interface OwnSignalsTabProps {
  readonly subject: Subject;
  readonly flags: readonly Flag[];
}

/** What is open in the editor: a draft, and the entry that it corrects. */
interface Open {
  readonly draft: OwnDraft;
  readonly entry: OwnEntry | null;
}

/** Signals that the analyst wrote, and the editor that writes them. */
export function OwnSignalsTab({ subject, flags }: OwnSignalsTabProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const list = useAsk('ownSignals', 'list', useMoment(), { keepsPrevious: true });
  if (list.error !== null) return <Failure error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const start = (draft: OwnDraft, entry: OwnEntry | null = null) => setOpen({ draft, entry });
  return (
    <div className={classes.tab}>
      {open === null ? (
        <Written
          entries={list.data}
          flags={flags}
          start={start}
          edit={(entry) => start(draftOfEntry(entry), entry)}
        />
      ) : (
        <OwnSignalEditor
          key={open.entry?.version ?? 'new'}
          start={open.draft}
          entry={open.entry}
          subject={subject}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface WrittenProps {
  readonly entries: readonly OwnEntry[];
  readonly flags: readonly Flag[];
  readonly start: (draft: OwnDraft) => void;
  readonly edit: (entry: OwnEntry) => void;
}

function Written({ entries, flags, start, edit }: WrittenProps) {
  const canWrite = useCanWrite();
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.lead}>
          An own signal is an expression over amounts on file. It is computed with its range, shown with its
          sources, and counts in the grade under its pillar.
        </p>
        <Button
          size="xs"
          leftSection={<IconPlus size={15} />}
          disabled={!canWrite}
          onClick={() => start(EMPTY_DRAFT)}
        >
          New signal
        </Button>
      </div>
      {entries.length > 0 ? (
        <OwnSignalTable entries={entries} flags={flags} edit={edit} />
      ) : (
        <Examples start={start} canWrite={canWrite} />
      )}
    </>
  );
}

interface ExamplesProps {
  readonly start: WrittenProps['start'];
  readonly canWrite: boolean;
}

function Examples({ start, canWrite }: ExamplesProps) {
  return (
    <>
      <p className={classes.dim}>None is written yet. Start from one of these, or from nothing.</p>
      <ul className={classes.examples} aria-label="Examples">
        {EXAMPLES.map((example) => (
          <li key={example.name}>
            <div className={classes.example}>
              <h2 className={classes.exampleName}>{example.name}</h2>
              <p className={classes.dim}>{example.question}</p>
              <code className={classes.code}>{example.expression}</code>
              <Button
                size="xs"
                variant="default"
                disabled={!canWrite}
                aria-label={`Start from this: ${example.name}`}
                onClick={() => start(example)}
              >
                Start from this
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
