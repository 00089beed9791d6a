import { nounOf } from '#core/model/nouns.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { PanelFrame } from './panel-frame.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

const STANDINGS = {
  held: 'The words stand in this text.',
  orphaned:
    'The text no longer holds these words at their place. What rests on them stays as it is until you decide.',
  'no-text': 'The ledger holds no text to find these words in.',
} as const;

/** A passage in hand: its words, and every entry that rests on them. */
export function PassagePanel({ review, id }: { readonly review: Review; readonly id: string }) {
  const openEntry = useOpenEntry();
  const passage = review.reading.passages.find((one) => one.id === id);
  if (passage === undefined)
    return (
      <PanelFrame kicker="Passage" title="This passage is not in the ledger">
        <p className={classes.dim}>It may have been retracted.</p>
      </PanelFrame>
    );
  return (
    <PanelFrame kicker="Passage" title={`“${passage.words}”`}>
      <p className={classes.dim}>{STANDINGS[passage.state]}</p>
      <h3 className={classes.heading}>Rests on these words ({passage.rests.length})</h3>
      {passage.rests.length === 0 ? <p className={classes.dim}>Nothing any more.</p> : null}
      <ul className={classes.entries}>
        {passage.rests.map(({ id: entry, noun, name }) => (
          <li key={entry}>
            <button type="button" className={classes.entry} onClick={() => openEntry(entry)}>
              <span className={classes.entryNoun}>{nounOf(noun).label}</span>
              <span className={classes.entryName}>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </PanelFrame>
  );
}
