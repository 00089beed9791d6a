import { Button } from '@mantine/core';
import { chooseFiles } from '#renderer/intake/choose-files.ts';
import { Orphans } from './orphans.tsx';
import classes from './reader.module.css';
import type { Review } from './review/use-review.ts';

/** A source of which the ledger holds no text: what is on file of it, and how its text comes in. */
export function NoText({ review }: { readonly review: Review }) {
  return (
    <div className={classes.noText}>
      <h2 className={classes.noTextTitle}>The ledger holds no text of this source</h2>
      <p>
        Drop the document on the window, or paste its words. Where its title or address is that of this
        source, Plumbline asks whether it is its text.
      </p>
      {review.canWrite ? (
        <Button variant="default" onClick={() => chooseFiles()}>
          Choose a file
        </Button>
      ) : null}
      <Orphans review={review} />
    </div>
  );
}
