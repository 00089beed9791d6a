import { Select, Textarea, TextInput } from '@mantine/core';
import type { Field } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { isUnitId, unitOf } from '#core/quantities/unit.ts';
import { choiceText, STANCES } from '#renderer/app/numbers.ts';
import classes from './entry-form.module.css';
import type { FormNoun } from './open-form.ts';
import { ReferenceBox } from './reference-box.tsx';
import type { BoxProps } from './use-entry-form.ts';

interface FieldBoxProps extends BoxProps {
  readonly noun: FormNoun;
  readonly name: string;
  /** Names of what the entry refers to, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
}

const FLAGS = [
  { value: '1', label: 'Yes' },
  { value: '0', label: 'No' },
];
const STANCE_CHOICES = STANCES.map(({ stance, label }) => ({ value: String(stance), label }));
const CREDIBILITIES = [
  'confirmed by independent sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'cannot be judged',
].map((label, index) => ({ value: String(index + 1), label: `${index + 1}, ${label}` }));

/** The box of one field, by its kind. */
export function FieldBox(props: FieldBoxProps) {
  const { noun, name, texts, set, refused, isFirst } = props;
  const field = nounOf(noun).fields[name];
  if (field === undefined) return null;
  if (field.of.type === 'reference')
    return (
      <ReferenceBox
        {...props}
        noun={field.of.noun}
        label={field.label}
        required={field.required}
        help={field.help}
        isWide={name === 'sourceId'}
      />
    );
  const common = {
    label: field.label,
    withAsterisk: field.required,
    error: refused[name],
    ...(field.help === '' ? {} : { description: field.help }),
    ...(isFirst ? { 'data-autofocus': true } : {}),
  };
  const options = optionsOf(name, field);
  const text = texts[name] ?? '';
  if (options !== null)
    return (
      <Select
        {...common}
        data={options}
        value={text === '' ? null : text}
        clearable={!field.required}
        allowDeselect={false}
        searchable={options.length > 8}
        placeholder={field.of.type === 'flag' ? 'unknown' : ''}
        onChange={(next) => set(name, next ?? '')}
      />
    );
  if (field.of.type === 'long-text')
    return (
      <Textarea
        {...common}
        className={classes.wide}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => set(name, event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      className={name === 'name' || name === 'title' ? classes.wide : undefined}
      placeholder={placeholderOf(field)}
      value={text}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
}

function optionsOf(name: string, { of }: Field<unknown>) {
  if (name === 'stance') return STANCE_CHOICES;
  if (name === 'credibility') return CREDIBILITIES;
  if (of.type === 'flag') return FLAGS;
  if (of.type !== 'choice') return null;
  return of.options.map((option) => ({
    value: option,
    label: isUnitId(option) ? `${option}, ${unitOf(option).label}` : choiceText(option),
  }));
}

function placeholderOf({ of }: Field<unknown>): string {
  if (of.type === 'day') return '2025-11-03';
  if (of.type === 'list') return 'separated by commas';
  if (of.type === 'amount') return of.unitField === 'percentUnit' ? '4.5' : '5bn';
  return '';
}
