import { Select, TextInput } from '@mantine/core';
import { QUALIFIERS } from '#core/quantities/qualifier.ts';
import { UNITS } from '#core/quantities/unit.ts';
import { readAmount } from '#renderer/amounts/read-amount.ts';
import { choiceText } from '#renderer/app/numbers.ts';
import classes from './entry-form.module.css';
import { statedMeaning } from './stated-texts.ts';
import type { BoxProps } from './use-entry-form.ts';

const QUALIFIER_CHOICES = QUALIFIERS.map((qualifier) => ({ value: qualifier, label: choiceText(qualifier) }));
const UNIT_CHOICES = UNITS.map(({ id, label }) => ({
  value: id,
  label: id === label ? id : `${id}, ${label}`,
}));

/** The amount as a person writes it, and below it what that means, digit by digit. */
export function AmountBoxes({
  texts,
  set,
  refused,
  isOptional,
}: BoxProps & { readonly isOptional: boolean }) {
  const amount = texts.amount ?? '';
  const typedHedge = hedgeIn(amount);
  const qualifier = typedHedge ?? texts.qualifier ?? 'exact';
  const isEmpty = amount.trim() === '' && qualifier !== 'undisclosed';
  const meaning = statedMeaning(texts);
  return (
    <div className={classes.amount}>
      <TextInput
        label="Amount"
        withAsterisk={!isOptional}
        placeholder="38bn, over 1tn, 5bn to 10bn"
        value={amount}
        error={refused.amount !== undefined}
        onChange={(event) => set('amount', event.currentTarget.value)}
      />
      {qualifier === 'range' && typedHedge === null ? (
        <TextInput
          label="High end"
          placeholder="10bn"
          value={texts.high ?? ''}
          onChange={(event) => set('high', event.currentTarget.value)}
        />
      ) : null}
      <Select
        label="Qualifier"
        data={QUALIFIER_CHOICES}
        value={qualifier}
        readOnly={typedHedge !== null}
        allowDeselect={false}
        onChange={(next) => set('qualifier', next ?? 'exact')}
      />
      <Select
        label="Unit"
        data={UNIT_CHOICES}
        value={texts.unit ?? 'USD'}
        allowDeselect={false}
        searchable
        onChange={(next) => set('unit', next ?? 'USD')}
      />
      <p
        className={classes.meaning}
        data-state={refused.amount === undefined ? 'quiet' : 'refused'}
        role="status"
      >
        {isEmpty ? emptyText(isOptional) : meaning.isRead ? `Means ${meaning.text}.` : meaning.text}
      </p>
    </div>
  );
}

function emptyText(isOptional: boolean): string {
  return isOptional
    ? 'Leave empty where no source speaks of an amount; choose "undisclosed" where one says it is not disclosed.'
    : 'Write it as the source does; choose "undisclosed" where the source says that there is an amount but not which.';
}

function hedgeIn(amount: string): string | null {
  const reading = readAmount(amount);
  return 'ok' in reading ? reading.ok.qualifier : null;
}
