import { Button, Kbd, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { nounOf } from '#core/model/nouns.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { MOD } from '#renderer/app/keys-help.tsx';
import { AmountBoxes } from './amount-boxes.tsx';
import classes from './entry-form.module.css';
import { FieldBox } from './field-box.tsx';
import { FORM_PLANS, type FormGroup } from './form-plan.ts';
import type { FormNoun } from './open-form.ts';
import { ReferenceBox } from './reference-box.tsx';
import { type BoxProps, type FormStart, type HeldEntry, useEntryForm } from './use-entry-form.ts';

interface EntryFormProps extends FormStart {
  readonly onClose: () => void;
}

/** Adds or corrects an entry of any noun; its boxes come from the model. Ctrl-Enter saves. */
export function EntryForm({ onClose, ...start }: EntryFormProps) {
  const { noun, held } = start;
  const { failure, isBusy, save, ...box } = useEntryForm(start);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {FORM_PLANS[noun].groups.map((group, index) => (
        <GroupOfBoxes key={group.title} {...{ group, noun, held }} isFirst={index === 0} {...box} />
      ))}
      {held === null ? null : <ReasonBox {...box} />}
      <footer className={classes.foot}>
        {failure === null ? null : <Failure error={failure} />}
        <Refused count={Object.keys(box.refused).length} />
        <span className={classes.hint}>
          <Kbd>{MOD}</Kbd> <Kbd>Enter</Kbd> saves
        </span>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy}>
          {held === null ? `Add ${nounOf(noun).label.toLowerCase()}` : 'Save correction'}
        </Button>
      </footer>
    </form>
  );
}

function Refused({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p className={classes.refused} role="alert">
      Nothing is saved yet: {count === 1 ? 'one box needs' : `${count} boxes need`} another look.
    </p>
  );
}

interface GroupProps extends BoxProps {
  readonly group: FormGroup;
  readonly noun: FormNoun;
  readonly held: HeldEntry | null;
  readonly isFirst: boolean;
}

function GroupOfBoxes({ group, noun, held, isFirst, ...box }: GroupProps) {
  const names = held?.names ?? {};
  return (
    <fieldset className={classes.group}>
      {isFirst ? (
        <legend className="pl-unseen">What it says</legend>
      ) : (
        <legend className={classes.legend}>{group.title}</legend>
      )}
      <div className={classes.boxes}>
        {group.fields.map((name, index) => (
          <FieldBox key={name} {...{ noun, name, names }} isFirst={isFirst && index === 0} {...box} />
        ))}
        {isFirst ? firstExtras(noun, held, box) : null}
        {group.fields.includes('sourceId') && FORM_PLANS[noun].hasWords ? (
          <WordsBox isQuote={noun === 'quote'} {...box} />
        ) : null}
      </div>
    </fieldset>
  );
}

/** What the first group holds beside the fields of its noun. */
function firstExtras(noun: FormNoun, held: HeldEntry | null, box: BoxProps): ReactNode {
  if (FORM_PLANS[noun].hasStatedAmount) return <AmountBoxes {...box} isOptional={false} />;
  if (noun !== 'deal') return null;
  if (held === null) return <DealBoxes {...box} />;
  return (
    <p className={classes.elsewhere}>
      Amounts and parties are entries of their own: add or correct them in the panel of the deal.
    </p>
  );
}

function DealBoxes(box: BoxProps) {
  const party = { noun: 'entity', required: true, names: {} } as const;
  return (
    <>
      <ReferenceBox {...party} name="payerId" label="Payer" help="Who gives the cash." {...box} />
      <ReferenceBox {...party} name="payeeId" label="Payee" help="Who gets it." {...box} />
      <AmountBoxes {...box} isOptional />
    </>
  );
}

function WordsBox({ texts, set, isQuote }: BoxProps & { readonly isQuote: boolean }) {
  return (
    <Textarea
      className={classes.wide}
      label="Words of the source"
      description={
        isQuote
          ? 'The passage around the quote, if you want it kept too.'
          : 'The exact sentence that carries this, as it is printed.'
      }
      autosize
      minRows={2}
      maxRows={8}
      value={texts.passage ?? ''}
      onChange={(event) => set('passage', event.currentTarget.value)}
    />
  );
}

function ReasonBox({ texts, set }: BoxProps) {
  return (
    <Textarea
      label="Reason for the correction"
      description="Kept in the history; may be left empty."
      autosize
      minRows={1}
      maxLength={2000}
      value={texts.reason ?? ''}
      onChange={(event) => set('reason', event.currentTarget.value)}
    />
  );
}
