import { Button, Kbd, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Cell } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { command } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { MOD } from '#renderer/app/keys-help.tsx';
import { entryName } from '#renderer/entry/entry-name.ts';
import { AmountBoxes } from './amount-boxes.tsx';
import classes from './entry-form.module.css';
import { FieldBox } from './field-box.tsx';
import { additionOf, correctionOf } from './form-changes.ts';
import { FORM_PLANS, type FormGroup } from './form-plan.ts';
import { isNewName, NEW, type Refusals, type Texts, textsOf } from './form-texts.ts';
import { closeForm, type FormNoun } from './open-form.ts';
import { ReferenceBox } from './reference-box.tsx';
import { statedTexts } from './stated-texts.ts';

export interface HeldEntry {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Cell>>;
  readonly words: string;
  readonly names: Readonly<Record<string, string>>;
}

interface EntryFormProps {
  readonly noun: FormNoun;
  readonly preset: Readonly<Record<string, Cell>>;
  /** The entry to correct; null adds one. */
  readonly held: HeldEntry | null;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onClose: () => void;
}

/** Adds or corrects an entry of any noun; its boxes come from the model. Ctrl-Enter saves. */
export function EntryForm({ noun, preset, held, onDirty, onClose }: EntryFormProps) {
  const plan = FORM_PLANS[noun];
  const initial = useMemo(() => initialTexts(noun, preset, held), [noun, preset, held]);
  const [texts, setTexts] = useState(initial);
  const [refused, setRefused] = useState<Refusals>({});
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (name: string, text: string) => {
    const next = { ...texts, [name]: text };
    setTexts(next);
    if (refused[name] !== undefined)
      setRefused(Object.fromEntries(Object.entries(refused).filter(([other]) => other !== name)));
    onDirty(JSON.stringify(next) !== JSON.stringify(initial));
  };

  async function save(): Promise<void> {
    setFailure(null);
    const batch = held === null ? additionOf(noun, texts) : correctionOf(noun, held, texts);
    setRefused('refused' in batch ? batch.refused : {});
    if ('refused' in batch || isBusy) return;
    if (batch.changes.length === 0) return closeForm();
    setBusy(true);
    const reason = (texts.reason ?? '').trim();
    await command('entries', 'write', {
      changes: [...batch.changes],
      summary: summaryOf(noun, texts, held),
      reason: reason === '' ? null : reason,
    }).then(({ seq }) => finish(seq), setFailure);
    setBusy(false);
  }

  const box = { texts, set, refused };
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
      {plan.groups.map((group, index) => (
        <Group key={group.title} group={group} noun={noun} names={held?.names ?? {}} {...box}>
          {noun === 'deal' && index === 0 && held === null ? <DealBoxes {...box} /> : null}
          {noun === 'deal' && index === 0 && held !== null ? (
            <p className={classes.elsewhere}>
              Amounts and parties are entries of their own: add or correct them in the panel of the deal.
            </p>
          ) : null}
          {plan.hasStatedAmount && index === 0 ? <AmountBoxes {...box} isOptional={false} /> : null}
          {group.fields.includes('sourceId') && plan.hasWords ? (
            <WordsBox {...box} isQuote={noun === 'quote'} />
          ) : null}
        </Group>
      ))}
      {held === null ? null : (
        <Textarea
          label="Reason for the correction"
          description="Kept in the history; may be left empty."
          autosize
          minRows={1}
          maxLength={2000}
          value={texts.reason ?? ''}
          onChange={(event) => set('reason', event.currentTarget.value)}
        />
      )}
      {failure === null ? null : <Failure error={failure} />}
      {Object.keys(refused).length > 0 ? (
        <p className={classes.refused} role="alert">
          Nothing is saved yet:{' '}
          {Object.keys(refused).length === 1 ? 'one box needs' : `${Object.keys(refused).length} boxes need`}{' '}
          another look.
        </p>
      ) : null}
      <footer className={classes.foot}>
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

function finish(seq: number | null): void {
  closeForm();
  if (seq === null) notifications.show({ message: 'The ledger held this already; nothing was added.' });
}

function initialTexts(noun: FormNoun, preset: Readonly<Record<string, Cell>>, held: HeldEntry | null): Texts {
  if (held !== null)
    return { ...textsOf(noun, held.fields), ...statedTexts(held.fields), passage: held.words };
  const given = Object.fromEntries(
    Object.entries(preset).flatMap(([name, cell]) => (cell === null ? [] : [[name, String(cell)]])),
  );
  return { ...FORM_PLANS[noun].initial, ...given };
}

function summaryOf(noun: FormNoun, texts: Texts, held: HeldEntry | null): string {
  const label = nounOf(noun).label.toLowerCase();
  if (held !== null) return `Correct ${label} ${entryName(noun, held.fields, held.names)}`.slice(0, 300);
  const name = texts.name ?? texts.title ?? '';
  return `Add ${label} ${isNewName(name) ? name.slice(NEW.length) : name}`.trim().slice(0, 300);
}

export interface BoxProps {
  readonly texts: Texts;
  readonly set: (name: string, text: string) => void;
  readonly refused: Refusals;
}

interface GroupProps extends BoxProps {
  readonly group: FormGroup;
  readonly noun: FormNoun;
  readonly names: Readonly<Record<string, string>>;
  readonly children: React.ReactNode;
}

function Group({ group, noun, names, children, ...box }: GroupProps) {
  return (
    <fieldset className={classes.group}>
      {group.title === '' ? (
        <legend className="pl-unseen">What it says</legend>
      ) : (
        <legend className={classes.legend}>{group.title}</legend>
      )}
      <div className={classes.boxes}>
        {group.fields.map((name, index) => (
          <FieldBox
            key={name}
            noun={noun}
            name={name}
            names={names}
            isFirst={group.title === '' && index === 0}
            {...box}
          />
        ))}
        {children}
      </div>
    </fieldset>
  );
}

function DealBoxes(box: BoxProps) {
  return (
    <>
      <ReferenceBox
        {...box}
        name="payerId"
        noun="entity"
        label="Payer"
        required
        names={{}}
        help="Who gives the cash."
      />
      <ReferenceBox
        {...box}
        name="payeeId"
        noun="entity"
        label="Payee"
        required
        names={{}}
        help="Who gets it."
      />
      <AmountBoxes {...box} isOptional />
    </>
  );
}

function WordsBox({ texts, set, refused, isQuote }: BoxProps & { readonly isQuote: boolean }) {
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
      error={refused.passage}
      onChange={(event) => set('passage', event.currentTarget.value)}
    />
  );
}
