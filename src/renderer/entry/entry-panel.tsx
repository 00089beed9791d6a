import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBook2, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { nounOf } from '#core/model/nouns.ts';
import { command, useAsk } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { useOpenEntry, useOpenReader } from '#renderer/app/go-to.ts';
import { tellFailure } from '#renderer/app/jobs.tsx';
import { useCanWrite, useMoment } from '#renderer/app/moment.ts';
import { instantText } from '#renderer/app/numbers.ts';
import { SidePanel } from '#renderer/app/side-panel.tsx';
import { isFormNoun, openForm } from '#renderer/forms/open-form.ts';
import { AmountsOfDeal } from './amounts-of-deal.tsx';
import { EntryFieldList } from './entry-field-list.tsx';
import { entryName } from './entry-name.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';
import { EntryVersions } from './entry-versions.tsx';
import { FigureAmount } from './figure-amount.tsx';
import { RestsOn } from './rests-on.tsx';
import { askToRetract } from './retract.tsx';
import { ScheduleOfDeal } from './schedule-of-deal.tsx';
import { WordsOfSource } from './words-of-source.tsx';

/** Loaded with the first passage: its parts declare schemas, which must not come before the page's own settings. */
const SignalsOn = lazy(async () => ({ default: (await import('./signals-on.tsx')).SignalsOn }));

/** One entry at the right: what it says, in whose words, what it rests on and what rests on it, and every version. */
export function EntryPanel({ id }: { readonly id: string }) {
  const openEntry = useOpenEntry();
  const canWrite = useCanWrite();
  const { data: entry, error, refetch } = useAsk('entries', 'get', { id, ...useMoment() });
  const close = () => openEntry(null);
  if (error !== null)
    return (
      <SidePanel isEntry title="Entry" onClose={close}>
        <Failure error={error} retry={() => void refetch()} />
      </SidePanel>
    );
  const fields = entry?.versions[0]?.fields;
  if (entry === undefined || fields === undefined)
    return (
      <SidePanel isEntry title="…" onClose={close}>
        <p className={classes.dim}>Reading …</p>
      </SidePanel>
    );
  const noun = nounOf(entry.noun);
  return (
    <SidePanel
      isEntry
      kicker={entry.version === null ? `${noun.label}, retracted` : noun.label}
      title={entryName(entry.noun, fields, entry.names)}
      onClose={close}
      actions={
        canWrite || entry.noun === 'source' ? (
          <>
            {entry.noun === 'source' ? <OpenText id={entry.id} /> : null}
            {canWrite ? <Actions entry={entry} /> : null}
          </>
        ) : null
      }
    >
      <BecameLater entry={entry} />
      {entry.noun === 'figure' ? <FigureAmount fields={fields} /> : null}
      {entry.noun === 'deal' && entry.version !== null ? <AmountsOfDeal deal={entry} /> : null}
      {entry.noun === 'deal' && entry.version !== null ? <ScheduleOfDeal dealId={entry.id} /> : null}
      <WordsOfSource entry={entry} />
      <EntryFieldList entry={entry} />
      <RestsOn entry={entry} />
      {entry.noun === 'passage' ? (
        <Suspense>
          <SignalsOn passage={entry} />
        </Suspense>
      ) : null}
      <EntryVersions entry={entry} />
    </SidePanel>
  );
}

/** The reader shows a source without a text too: the words on file of it, and how its text comes in. */
function OpenText({ id }: { readonly id: string }) {
  const openReader = useOpenReader();
  return (
    <Button leftSection={<IconBook2 size={15} />} onClick={() => openReader(id)}>
      Open in the reader
    </Button>
  );
}

/** What an entry of the past does not say of itself. */
function BecameLater({ entry: { becameLater } }: { readonly entry: Entry }) {
  if (becameLater === null) return null;
  const since = instantText(becameLater.at);
  return (
    <p className={classes.later} role="note">
      {becameLater.what === 'retracted'
        ? `In force at the time you see; retracted on ${since}.`
        : `As it stood at the time you see; corrected on ${since}.`}
    </p>
  );
}

function Actions({ entry }: { readonly entry: Entry }) {
  const { id, noun, version } = entry;
  const name = entryName(noun, entry.versions[0]?.fields ?? {}, entry.names);
  if (version === null)
    return (
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} />}
        onClick={() => void restore(id, name)}
      >
        Restore
      </Button>
    );
  return (
    <>
      {isFormNoun(noun) ? (
        <Button
          variant="default"
          leftSection={<IconPencil size={15} />}
          onClick={() => openForm(noun, { id })}
        >
          Edit
        </Button>
      ) : null}
      {noun === 'deal' ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => openForm('deal-party', { preset: { dealId: id } })}
        >
          Add a party
        </Button>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconTrash size={15} />}
        onClick={() => askToRetract([{ id, version, name }])}
      >
        Retract
      </Button>
    </>
  );
}

async function restore(id: string, name: string): Promise<void> {
  try {
    await command('entries', 'write', {
      changes: [{ op: 'restore', id }],
      summary: `Restore ${name}`.slice(0, 300),
    });
  } catch (error) {
    tellFailure(`Restore ${name}`, error);
  }
}
