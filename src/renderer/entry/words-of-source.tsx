import { useAsk } from '#renderer/app/asking.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';

/** The source of an entry and its exact words, where a passage of it is on file. */
export function WordsOfSource({ entry }: { readonly entry: Entry }) {
  const fields = entry.versions[0]?.fields ?? {};
  const sourceId = idIn(fields.sourceId);
  const passageId = idIn(fields.passageId);
  const ownWords = entry.noun === 'quote' || entry.noun === 'passage' ? idIn(fields.words) : null;
  if (sourceId === null) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>
        {entry.noun === 'quote' ? 'The words' : 'In the words of the source'}
      </h3>
      {ownWords === null ? (
        <Passage id={passageId} />
      ) : (
        <blockquote className={classes.quote}>{ownWords}</blockquote>
      )}
      <SourceLine id={sourceId} name={entry.names[sourceId] ?? ''} />
    </section>
  );
}

function idIn(cell: unknown): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

function Passage({ id }: { readonly id: string | null }) {
  const { data } = useAsk('entries', 'get', { id: id ?? '', ...useMoment() }, { enabled: id !== null });
  if (id === null)
    return <p className={classes.dim}>No passage is on file. Edit the entry to add the words it rests on.</p>;
  const fields = data?.versions[0]?.fields;
  if (fields === undefined) return null;
  return (
    <blockquote className={classes.quote}>
      <span className={classes.context}>{fields.prefix} </span>
      {fields.words}
      <span className={classes.context}> {fields.suffix}</span>
    </blockquote>
  );
}

function SourceLine({ id, name }: { readonly id: string; readonly name: string }) {
  const openEntry = useOpenEntry();
  const { data } = useAsk('entries', 'get', { id, ...useMoment() });
  const fields = data?.versions[0]?.fields ?? {};
  const published = idIn(fields.publishedOn);
  return (
    <p className={classes.source}>
      <button type="button" className={classes.link} onClick={() => openEntry(id)}>
        {name}
      </button>
      <span className={classes.dim}>
        {[idIn(fields.publisher), published === null ? 'day of publication unknown' : dayText(published)]
          .filter((part) => part !== null)
          .join(', ')}
      </span>
      {idIn(fields.reliability) === null ? null : (
        <span className={classes.grade} title="Reliability of the source, A best to F unknown">
          {idIn(fields.reliability)}
        </span>
      )}
    </p>
  );
}
