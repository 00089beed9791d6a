import { Button } from '@mantine/core';
import { CLASSES } from '../class-words.ts';
import { handsAt } from './order.ts';
import { PanelFrame } from './panel-frame.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface PlacePanelProps {
  readonly review: Review;
  readonly start: number;
  readonly end: number;
}

/** Words that a search found: what lies there already, or what can be made of them. */
export function PlacePanel({ review, start, end }: PlacePanelProps) {
  const { reading, canWrite, make, move } = review;
  const inside = reading.candidates.filter((candidate) => candidate.start < end && candidate.end > start);
  const held = handsAt({ ...reading, candidates: [], numerals: [] }, start);
  return (
    <PanelFrame kicker="Found in this document" title={(reading.text ?? '').slice(start, end)}>
      {inside.length + held.length === 0 ? (
        <p className={classes.dim}>Nothing is proposed of these words, and nothing rests on them.</p>
      ) : (
        <h3 className={classes.heading}>Here stands</h3>
      )}
      <ul className={classes.entries}>
        {inside.map(({ key, class: of, line, state }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.entry}
              onClick={() => move({ do: 'take', hand: { kind: 'candidate', key } })}
            >
              <span className={classes.entryNoun}>{state}</span>
              <span className={classes.entryName}>
                {CLASSES.find(({ id }) => id === of)?.label}: {line}
              </span>
            </button>
          </li>
        ))}
        {held.map((hand) => (
          <li key={JSON.stringify(hand)}>
            <button type="button" className={classes.entry} onClick={() => move({ do: 'take', hand })}>
              <span className={classes.entryNoun}>passage</span>
              <span className={classes.entryName}>What rests on these words</span>
            </button>
          </li>
        ))}
      </ul>
      {canWrite ? (
        <>
          <h3 className={classes.heading}>Make an entry of the words</h3>
          <div className={classes.choices}>
            {CLASSES.map(({ id, label }) => (
              <Button key={id} variant="default" size="compact-xs" onClick={() => make(id, { start, end })}>
                {label}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </PanelFrame>
  );
}
