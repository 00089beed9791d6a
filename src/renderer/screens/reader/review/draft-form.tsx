import { nounOf } from '#core/model/nouns.ts';
import { AmountBoxes } from '#renderer/forms/amount-boxes.tsx';
import { FieldBox } from '#renderer/forms/field-box.tsx';
import { FORM_PLANS } from '#renderer/forms/form-plan.ts';
import type { BoxProps } from '#renderer/forms/use-entry-form.ts';
import type { Draft, EntryClass } from '#shared/contract/documents.ts';
import { DealBox } from './deal-box.tsx';
import classes from './draft-form.module.css';
import { draftTexts } from './draft-texts.ts';
import { EntityBoxes } from './entity-boxes.tsx';
import { PassageWords } from './passage-words.tsx';
import type { DraftTold } from './use-draft.ts';
import type { Review } from './use-review.ts';

interface DraftFormProps {
  readonly review: Review;
  readonly told: DraftTold;
}

/** The entry as it would be, box by box. What the document does not say stays under "More". */
export function DraftForm({ review, told }: DraftFormProps) {
  const { edits, setEdits, refused, canWrite } = review;
  const { draft } = told;
  const texts = { ...draftTexts(draft, edits.texts), ...edits.texts };
  const set = (name: string, text: string) => setEdits({ ...edits, texts: { ...edits.texts, [name]: text } });
  const box: BoxProps = { texts, set, refused };
  const { first, more } = boxesOf(draft);
  const dealId = edits.dealId === undefined ? draft.dealId : edits.dealId;
  const boxes = (names: readonly string[]) =>
    names.map((name) => (
      <FieldBox key={name} noun={draft.as} name={name} names={{}} isFirst={false} {...box} />
    ));
  const isOfDealOnFile = draft.as === 'deal' && dealId !== null;
  return (
    <fieldset className={classes.form} disabled={!canWrite} data-draft-form>
      <legend className="pl-unseen">What it would become</legend>
      <div className={classes.boxes}>
        {isOfDealOnFile ? (
          <p className={classes.note}>
            That deal is on file. Accepting adds this amount as another version of it; its parties stay as
            they are.
          </p>
        ) : (
          <EntityBoxes review={review} told={told} />
        )}
        {isOfDealOnFile ? null : boxes(first.filter((name) => BEFORE_AMOUNT.has(name)))}
        {draft.as === 'deal' || draft.as === 'figure' ? (
          <div className={classes.wide}>
            <AmountBoxes {...box} isOptional={draft.as === 'deal'} />
          </div>
        ) : null}
        {isOfDealOnFile ? null : boxes(first.filter((name) => !BEFORE_AMOUNT.has(name)))}
        <DealBox review={review} draft={draft} />
      </div>
      <PassageWords review={review} draft={draft} />
      {isOfDealOnFile || more.length === 0 ? null : (
        <details className={classes.more}>
          <summary>More boxes ({more.length})</summary>
          <div className={classes.boxes}>{boxes(more)}</div>
        </details>
      )}
    </fieldset>
  );
}

/** What the amount is of stands before it. */
const BEFORE_AMOUNT: ReadonlySet<string> = new Set([
  'metric',
  'name',
  'kind',
  'status',
  'words',
  'direction',
  'move',
]);

/** Judged later, or told by the passage already. */
const AFTER: ReadonlySet<string> = new Set(['credibility', 'wording']);

/** First what the form of the noun asks first, and all that the words fill; entities, source and amount have boxes of their own. */
function boxesOf({ as, fields }: Draft): {
  readonly first: readonly string[];
  readonly more: readonly string[];
} {
  const [lead] = FORM_PLANS[as].groups;
  const all = FORM_PLANS[as].groups.flatMap((group) => group.fields).filter((name) => isOwnBox(as, name));
  const isFirst = (name: string) =>
    !AFTER.has(name) && (lead?.fields.includes(name) === true || isFilled(fields[name]));
  return { first: all.filter(isFirst), more: all.filter((name) => !isFirst(name)) };
}

function isOwnBox(as: EntryClass, name: string): boolean {
  const of = nounOf(as).fields[name]?.of;
  return of !== undefined && of.type !== 'reference';
}

function isFilled(cell: Draft['fields'][string] | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}
