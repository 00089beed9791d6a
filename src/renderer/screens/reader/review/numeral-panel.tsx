import { Button, Kbd } from '@mantine/core';
import { CLASSES } from '../class-words.ts';
import { REASONS } from './commands.ts';
import { restOfParagraph } from './order.ts';
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
        canWrite ? (
          <>
            <Button onClick={() => dismiss(false)} rightSection={<Kbd>d</Kbd>}>
              Dismiss
            </Button>
            {rest.length < 2 ? null : (
              <Button variant="default" onClick={() => dismiss(true)} rightSection={<Kbd>Shift D</Kbd>}>
                Dismiss {rest.length} to the end of the paragraph
              </Button>
            )}
          </>
        ) : null
      }
    >
      <p className={classes.context}>
        … {text.slice(Math.max(0, start - 80), start).replaceAll('\n', ' ')}
        <mark>{numeral}</mark>
        {text.slice(end, end + 80).replaceAll('\n', ' ')} …
      </p>
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
