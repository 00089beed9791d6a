import { Button, Kbd } from '@mantine/core';
import { CLASSES, classWords } from '../class-words.ts';
import { REASONS } from './commands.ts';
import { DatesQuestion } from './dates-question.tsx';
import { restOfParagraph, unreadDates } from './order.ts';
import { PanelFrame } from './panel-frame.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface NumeralPanelProps {
  readonly review: Review;
  readonly start: number;
  readonly end: number;
}

/** A numeral that nothing was made of: make something of it, or dismiss it. */
export function NumeralPanel({ review, start, end }: NumeralPanelProps) {
  const { reading, canWrite, make, dismiss } = review;
  const text = reading.text ?? '';
  const numeral = text.slice(start, end);
  const rest = restOfParagraph(text, reading.numerals, { start, end });
  const dates = unreadDates(text, reading.numerals);
  const holding = reading.candidates.filter(
    (one) => one.state === 'unread' && one.start <= start && end <= one.end,
  );
  const unread = reading.numerals.filter(({ state }) => state === 'unread').length;
  return (
    <PanelFrame
      kicker={
        <>
          <span className={classes.class}>Unread numeral</span>
          <span>{unread} left</span>
        </>
      }
      title={numeral}
      foot={
        canWrite && !review.isAskingDates ? (
          <>
            <Button onClick={() => dismiss(false)} rightSection={<Kbd>d</Kbd>}>
              Dismiss
            </Button>
            {rest.length < 2 ? null : (
              <Button variant="default" onClick={() => dismiss(true)} rightSection={<Kbd>Shift D</Kbd>}>
                Dismiss {rest.length} to the end of the paragraph
              </Button>
            )}
            {dates.length < 2 ? null : (
              <Button variant="default" onClick={() => review.askDates(true)} rightSection={<Kbd>a</Kbd>}>
                Dismiss all {dates.length} dates …
              </Button>
            )}
          </>
        ) : null
      }
    >
      {review.isAskingDates ? <DatesQuestion review={review} dates={dates} /> : null}
      <p className={classes.context}>
        … {text.slice(Math.max(0, start - 80), start).replaceAll('\n', ' ')}
        <mark>{numeral}</mark>
        {text.slice(end, end + 80).replaceAll('\n', ' ')} …
      </p>
      {holding.length === 0 ? null : (
        <>
          <h3 className={classes.heading}>It stands in words that are not decided yet</h3>
          <ul className={classes.entries}>
            {holding.map(({ key, class: of, line }) => (
              <li key={key}>
                <button
                  type="button"
                  className={classes.entry}
                  onClick={() => review.move({ do: 'take', hand: { kind: 'candidate', key } })}
                >
                  <span className={classes.entryNoun}>{classWords(of).label}</span>
                  <span className={classes.entryName}>{line}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {canWrite ? (
        <>
          <h3 className={classes.heading}>Make an entry of it</h3>
          <div className={classes.choices}>
            {CLASSES.map(({ id, label }) => (
              <Button key={id} variant="default" size="compact-xs" onClick={() => make(id, { start, end })}>
                {label}
              </Button>
            ))}
          </div>
          <h3 className={classes.heading}>Or dismiss it because it is</h3>
          <div className={classes.choices}>
            {REASONS.map(({ id, label }) => (
              <Button key={id} variant="default" size="compact-xs" onClick={() => dismiss(false, id)}>
                {label}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </PanelFrame>
  );
}
