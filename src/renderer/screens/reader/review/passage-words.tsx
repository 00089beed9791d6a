import type { Draft } from '#shared/contract/documents.ts';
import classes from './draft-form.module.css';
import type { Review } from './use-review.ts';

interface PassageWordsProps {
  readonly review: Review;
  readonly draft: Draft;
}

/** The words that the entry will rest on, with what stands around them. */
export function PassageWords({ review, draft }: PassageWordsProps) {
  const text = review.reading.text ?? '';
  const { start, end } = review.edits.passage ?? draft.passage;
  const words = text.slice(start, end);
  return (
    <div className={classes.passage}>
      <h3 className={classes.heading}>Rests on the words</h3>
      <blockquote className={classes.words}>
        {words.length > 400 ? `${words.slice(0, 398).trimEnd()} …` : words}
      </blockquote>
    </div>
  );
}
