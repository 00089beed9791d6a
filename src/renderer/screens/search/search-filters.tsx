import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAsk } from '#renderer/app/asking.ts';
import { useMoment } from '#renderer/app/moment.ts';
import classes from './search.module.css';
import { hasFilters, NO_FILTERS, useChangeSearch, useSearchPlace } from './search-place.ts';

/** What the search keeps to: one document, one company, days of publication. */
export function SearchFilters() {
  const place = useSearchPlace();
  const change = useChangeSearch();
  return (
    <fieldset className={classes.filters}>
      <legend className="pl-unseen">Keep to</legend>
      <EntryFilter noun="entity" label="About" chosen={place.about} choose={(about) => change({ about })} />
      <EntryFilter
        noun="source"
        label="From the document"
        chosen={place.source}
        choose={(source) => change({ source })}
      />
      <DayFilter label="Published from" day={place.from} choose={(from) => change({ from })} />
      <DayFilter label="Published until" day={place.until} choose={(until) => change({ until })} />
      {hasFilters(place) ? (
        <Button variant="default" className={classes.clear} onClick={() => change(NO_FILTERS)}>
          Clear filters
        </Button>
      ) : null}
    </fieldset>
  );
}

interface EntryFilterProps {
  readonly noun: 'entity' | 'source';
  readonly label: string;
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function EntryFilter({ noun, label, chosen, choose }: EntryFilterProps) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 120);
  const name = useChosenName(chosen);
  const { data } = useAsk(
    'entries',
    'choices',
    { noun, search: settled === name ? '' : settled, ...useMoment() },
    { keepsPrevious: true },
  );
  const options = (data ?? []).map(({ id, name: text }) => ({ value: id, label: text }));
  const isThere = chosen === '' || options.some(({ value: id }) => id === chosen);
  return (
    <Select
      className={noun === 'source' ? classes.wide : classes.filter}
      label={label}
      placeholder="Any"
      data={isThere ? options : [{ value: chosen, label: name === '' ? '…' : name }, ...options]}
      value={chosen === '' ? null : chosen}
      searchable
      clearable
      filter={({ options: all }) => all}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => choose(id ?? '')}
      nothingFoundMessage="Nothing of that name"
      maxDropdownHeight={260}
    />
  );
}

function useChosenName(id: string): string {
  const { data } = useAsk('entries', 'get', { id, ...useMoment() }, { enabled: id !== '' });
  const fields = data?.versions[0]?.fields;
  return String(fields?.name ?? fields?.title ?? '');
}

interface DayFilterProps {
  readonly label: string;
  readonly day: string;
  readonly choose: (day: string) => void;
}

function DayFilter({ label, day, choose }: DayFilterProps) {
  return (
    <TextInput
      type="date"
      className={classes.day}
      label={label}
      value={day}
      onChange={({ currentTarget: { value: text } }) => choose(text)}
    />
  );
}
