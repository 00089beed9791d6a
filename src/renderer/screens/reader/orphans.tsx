import classes from './reader.module.css';
import type { Passage } from './reading.ts';
import type { Review } from './review/use-review.ts';

/** Passages without a place in the text: never put elsewhere in silence, and never lost from sight. */
export function Orphans({ review }: { readonly review: Review }) {
  const { reading } = review;
  const orphaned = reading.passages.filter(({ state }) => state === 'orphaned');
  const noText = reading.passages.filter(({ state }) => state === 'no-text');
  return (
    <>
      {orphaned.length === 0 ? null : (
        <Group
          review={review}
          title="Words that this text no longer holds"
          sentence="The text was replaced, and these words no longer stand at their place in it. Entries still rest on them; look at each and correct or keep it."
          passages={orphaned}
        />
      )}
      {noText.length === 0 ? null : (
        <Group
          review={review}
          title="Words of this source on file"
          sentence={
            reading.text === null
              ? 'The ledger holds no text of this source, so they cannot be shown in their place.'
              : 'They were written down without a place in the text.'
          }
          passages={noText}
        />
      )}
    </>
  );
}

interface GroupProps {
  readonly review: Review;
  readonly title: string;
  readonly sentence: string;
  readonly passages: readonly Passage[];
}

function Group({ review, title, sentence, passages }: GroupProps) {
  const inHand = review.hand?.kind === 'passage' ? review.hand.id : null;
  return (
    <section className={classes.orphans} aria-label={title}>
      <h2 className={classes.orphansTitle}>{title}</h2>
      <p className={classes.orphansSentence}>{sentence}</p>
      <ul className={classes.orphanList}>
        {passages.map(({ id, words, rests }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.orphan}
              aria-current={inHand === id ? 'true' : undefined}
              onClick={() => review.move({ do: 'take', hand: { kind: 'passage', id } })}
            >
              <span>“{words.length > 200 ? `${words.slice(0, 198)} …` : words}”</span>
              <span className={classes.orphanRests}>
                {rests.length === 1 ? '1 entry rests on it' : `${rests.length} entries rest on it`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
