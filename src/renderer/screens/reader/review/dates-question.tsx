import { Button, Kbd } from '@mantine/core';
import type { Numeral } from '../reading.ts';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

interface DatesQuestionProps {
  readonly review: Review;
  readonly dates: readonly Numeral[];
}

const AROUND = 18;

/** Every date that would be dismissed, with the words around it: one look, one key. */
export function DatesQuestion({ review, dates }: DatesQuestionProps) {
  const text = review.reading.text ?? '';
  return (
    <section className={classes.reasons} aria-label="Dismiss all dates">
      <h3 className={classes.heading}>
        Dismiss these {dates.length} as dates or list numbers? Undo brings them back together.
      </h3>
      <ul className={classes.dates}>
        {dates.map(({ start, end }) => (
          <li key={start}>
            {flat(text.slice(Math.max(0, start - AROUND), start))}
            <b>{text.slice(start, end)}</b>
            {flat(text.slice(end, end + AROUND))}
          </li>
        ))}
      </ul>
      <div className={classes.choices}>
        <Button onClick={review.dismissDates} rightSection={<Kbd>Enter</Kbd>}>
          Dismiss {dates.length}
        </Button>
        <Button
          variant="default"
          rightSection={<Kbd>Esc</Kbd>}
          onClick={() => {
            review.askDates(false);
            review.focusText();
          }}
        >
          Keep them
        </Button>
      </div>
    </section>
  );
}

function flat(words: string): string {
  return words.replaceAll('\n', ' ');
}
