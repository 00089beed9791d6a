import { ReferenceBox } from '#renderer/forms/reference-box.tsx';
import type { Draft, EntryClass } from '#shared/contract/documents.ts';
import classes from './draft-form.module.css';
import type { Review } from './use-review.ts';

const LABELS: Readonly<Record<EntryClass, string>> = {
  deal: 'Deal on file',
  figure: 'Of the deal',
  quote: 'About the deal',
  reaction: 'After the deal',
  'key-date': 'Of the deal',
};

interface DealBoxProps {
  readonly review: Review;
  readonly draft: Draft;
}

/** Which deal on file it is, or is of. A new deal has none, and its box stands only where one is likely. */
export function DealBox({ review, draft }: DealBoxProps) {
  const { edits, setEdits, refused } = review;
  const dealId = edits.dealId === undefined ? draft.dealId : edits.dealId;
  return (
    <div className={classes.wide}>
      <ReferenceBox
        name="dealId"
        noun="deal"
        label={
          draft.as === 'deal' && dealId === null
            ? 'Deal on file (none: a new deal is made)'
            : LABELS[draft.as]
        }
        required={false}
        help=""
        names={{}}
        texts={{ dealId: dealId ?? '' }}
        set={(_, text) => setEdits({ ...edits, dealId: text === '' ? null : text })}
        refused={refused}
      />
    </div>
  );
}
