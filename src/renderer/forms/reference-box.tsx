import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import { useAsk } from '#renderer/app/asking.ts';
import classes from './entry-form.module.css';
import { isNewName, NEW } from './form-texts.ts';
import type { BoxProps } from './use-entry-form.ts';

interface ReferenceBoxProps extends BoxProps {
  readonly name: string;
  /** The noun to choose an entry of. */
  readonly noun: NounId;
  readonly label: string;
  readonly required: boolean;
  readonly help: string;
  readonly names: Readonly<Record<string, string>>;
  /** Titles of sources are long. */
  readonly isWide?: boolean;
}

const CAN_BE_NEW: ReadonlySet<NounId> = new Set(['entity', 'source']);

/** Chooses an entry by its name; an entity or a source that is not there yet is added together with the form. */
export function ReferenceBox({
  name,
  noun,
  label,
  required,
  help,
  names,
  isWide = false,
  texts,
  set,
  refused,
}: ReferenceBoxProps) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 120);
  const chosen = texts[name] ?? '';
  const known = useName(chosen, names);
  const { data } = useAsk(
    'entries',
    'choices',
    { noun, search: settled === known ? '' : settled },
    { keepsPrevious: true },
  );
  const options = optionsOf(data ?? [], chosen, known);
  const typed = search.trim();
  const canAdd =
    CAN_BE_NEW.has(noun) &&
    typed !== '' &&
    typed !== known &&
    !options.some(({ label: taken }) => taken.toLowerCase() === typed.toLowerCase());
  const fresh = canAdd ? [{ value: NEW + typed, label: `Add “${typed}”` }] : [];
  return (
    <Select
      className={isWide ? classes.wide : undefined}
      label={label}
      withAsterisk={required}
      description={
        isNewName(chosen)
          ? `A new ${nounOf(noun).label.toLowerCase()}, added together with this.`
          : help || undefined
      }
      data={[...options, ...fresh]}
      value={chosen === '' ? null : chosen}
      error={refused[name]}
      searchable
      clearable={!required}
      allowDeselect={false}
      filter={({ options: all }) => all}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(next) => set(name, next ?? '')}
      nothingFoundMessage={`No ${nounOf(noun).label.toLowerCase()} of that name`}
      maxDropdownHeight={260}
    />
  );
}

function useName(chosen: string, names: Readonly<Record<string, string>>): string {
  const isKnown = chosen === '' || isNewName(chosen) || names[chosen] !== undefined;
  const { data } = useAsk('entries', 'get', { id: chosen }, { enabled: !isKnown });
  if (isNewName(chosen)) return chosen.slice(NEW.length);
  const fields = data?.versions[0]?.fields;
  return names[chosen] ?? String(fields?.name ?? fields?.title ?? '');
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The chosen entry is always among the options, or the box could not show it. */
function optionsOf(
  found: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
  known: string,
): readonly Option[] {
  const options = found.map(({ id, name }) => ({ value: id, label: name }));
  if (chosen === '' || options.some(({ value: id }) => id === chosen)) return options;
  return [{ value: chosen, label: known === '' ? '…' : known }, ...options];
}
