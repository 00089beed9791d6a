import { Button, Kbd } from '@mantine/core';
import { useGoTo } from '#renderer/app/go-to.ts';
import { PanelFrame } from './panel-frame.tsx';
import classes from './review-panel.module.css';
import type { Review } from './use-review.ts';

/** Nothing is in hand: what is left, and the next step. */
export function IdlePanel({ review }: { readonly review: Review }) {
  const goTo = useGoTo();
  const { reading, goToNumeral, goOn } = review;
  const candidates = reading.candidates.filter(({ state }) => state === 'unread').length;
  const numerals = reading.numerals.filter(({ state }) => state === 'unread').length;
  if (candidates > 0)
    return (
      <PanelFrame
        kicker="Review"
        title={`${candidates} ${candidates === 1 ? 'candidate' : 'candidates'} to review`}
        foot={<Button onClick={() => goOn()}>Take the next</Button>}
      >
        <p className={classes.sentence}>
          <Kbd>n</Kbd> takes the next candidate into hand. You can also click marked words, or select any
          words and make an entry of them.
        </p>
      </PanelFrame>
    );
  if (numerals > 0)
    return (
      <PanelFrame
        kicker="Review"
        title="Every candidate is decided"
        foot={<Button onClick={() => goToNumeral()}>Next unread numeral</Button>}
      >
        <p className={classes.sentence}>
          {numerals} {numerals === 1 ? 'numeral is' : 'numerals are'} still unread. <Kbd>.</Kbd> goes to the
          next; make an entry of it, or dismiss it with <Kbd>d</Kbd>.
        </p>
      </PanelFrame>
    );
  return (
    <PanelFrame
      kicker="Review"
      title="Done"
      foot={<Button onClick={() => goTo('overview')}>Go to the overview</Button>}
    >
      <p className={classes.sentence}>
        Every numeral of this document is captured, turned down or set aside. Select any words to make a
        further entry of them.
      </p>
    </PanelFrame>
  );
}
