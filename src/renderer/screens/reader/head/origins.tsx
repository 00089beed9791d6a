import { Button } from '@mantine/core';
import { command } from '#renderer/app/asking.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { tellFailure } from '#renderer/app/jobs.tsx';
import type { Reading } from '../reading.ts';
import classes from './head.module.css';

interface OriginsProps {
  readonly reading: Reading;
  readonly canWrite: boolean;
}

/** Where the document has its report from, and what the words name as its origin and is not linked yet. */
export function Origins({ reading, canWrite }: OriginsProps) {
  const { cites, citedBy, proposedOrigins } = reading;
  const openEntry = useOpenEntry();
  if (cites.length + citedBy.length + proposedOrigins.length === 0) return null;
  const linked = (sources: Reading['cites']) =>
    sources.map(({ id, title }) => (
      <button key={id} type="button" className={classes.source} onClick={() => openEntry(id)}>
        {title}
      </button>
    ));
  return (
    <div className={classes.origins}>
      {cites.length === 0 ? null : <span>Rests on {linked(cites)}</span>}
      {citedBy.length === 0 ? null : <span>Taken up by {linked(citedBy)}</span>}
      {proposedOrigins.map(({ name, sourceId }) => (
        <span key={name} className={classes.proposed}>
          The words name <b>{name}</b> as an origin
          {canWrite ? (
            <Button variant="default" size="compact-xs" onClick={() => void link(reading.id, name, sourceId)}>
              {sourceId === null ? 'Add and link it' : 'Link it'}
            </Button>
          ) : null}
        </span>
      ))}
    </div>
  );
}

async function link(sourceId: string, name: string, originId: string | null): Promise<void> {
  try {
    await command('documents', 'cite', { sourceId, origin: originId ?? { name } });
  } catch (error) {
    tellFailure(`Link ${name}`, error);
  }
}
