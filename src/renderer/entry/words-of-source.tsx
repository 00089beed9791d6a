import { useAsk } from '#renderer/app/asking.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { useMoment } from '#renderer/app/moment.ts';
import { dayText } from '#renderer/app/numbers.ts';
import type { Told } from '#renderer/client.ts';
import { ShowWordsButton } from '#renderer/parts/evidence/show-words.tsx';
import classes from './entry-panel.module.css';
import type { Entry } from './entry-type.ts';

type Words = Told<'provenance', 'words'>;

/** The source of an entry and its exact words, with the way to them in the document where its text is held. */
export function WordsOfSource({ entry }: { readonly entry: Entry }) {
  const fields = entry.versions[0]?.fields ?? {};
  const isFromSource = typeof fields.sourceId === 'string' && fields.sourceId !== '';
  const { data: words } = useAsk(
    'provenance',
    'words',
    { id: entry.id, ...useMoment() },
    { enabled: isFromSource },
  );
  if (!isFromSource) return null;
  return (
    <section className={classes.section} aria-label="Words of the source">
      <h3 className={classes.heading}>
        {entry.noun === 'quote' ? 'The words' : 'In the words of the source'}
      </h3>
      {words === undefined ? null : <Behind entry={entry} words={words} />}
    </section>
  );
}

function Behind({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const said = entry.noun === 'quote' ? entry.versions[0]?.fields.words : null;
  return (
    <>
      {typeof said === 'string' ? (
        <blockquote className={classes.quote}>{said}</blockquote>
      ) : (
        <PassageWords passage={words.passage} />
      )}
      <PlaceNote words={words} />
      <SourceLine source={words.source} />
      <div className={classes.show}>
        <ShowWordsButton words={words} id={entry.id} />
      </div>
    </>
  );
}

function PassageWords({ passage }: Pick<Words, 'passage'>) {
  if (passage === null)
    return <p className={classes.dim}>No passage is on file. Edit the entry to add the words it rests on.</p>;
  return (
    <blockquote className={classes.quote}>
      <span className={classes.context}>{passage.prefix} </span>
      {passage.words}
      <span className={classes.context}> {passage.suffix}</span>
    </blockquote>
  );
}

/** Whether the words can be seen in their place, where there is anything to say of it. */
function PlaceNote({ words: { source, passage } }: { readonly words: Words }) {
  if (passage?.state === 'orphaned')
    return (
      <p className={classes.later} role="note">
        Orphaned: the document’s text changed, and these words no longer stand at their place.
      </p>
    );
  if (source !== null && !source.hasText)
    return <p className={classes.dim}>The ledger holds no text of this document, only what is shown here.</p>;
  if (passage?.state === 'no-text')
    return <p className={classes.dim}>Where in the document the words stand is not on file.</p>;
  return null;
}

function SourceLine({ source }: Pick<Words, 'source'>) {
  const openEntry = useOpenEntry();
  if (source === null) return null;
  const { id, title, publisher, publishedOn, reliability } = source;
  return (
    <p className={classes.source}>
      <button type="button" className={classes.link} onClick={() => openEntry(id)}>
        {title}
      </button>
      <span className={classes.dim}>
        {[publisher, publishedOn === null ? 'day of publication unknown' : dayText(publishedOn)]
          .filter((part) => part !== null)
          .join(', ')}
      </span>
      <span className={classes.grade} title="Reliability of the source, A best to F unknown">
        {reliability}
      </span>
    </p>
  );
}
