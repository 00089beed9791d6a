import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { PageHead } from '#renderer/app/page-head.tsx';
import { focusNextHit } from './hit-keys.ts';
import classes from './search.module.css';
import { SearchExamples } from './search-examples.tsx';
import { SearchFilters } from './search-filters.tsx';
import { useChangeSearch, useSearchPlace } from './search-place.ts';
import { SearchResults } from './search-results.tsx';

/** Words and questions over all documents and entries, with what the search keeps to and all that it finds. */
export function SearchScreen() {
  const { q } = useSearchPlace();
  return (
    <search className={classes.screen} onKeyDown={moveAmongHits}>
      <PageHead title="Search">Documents and entries, by words or by amounts</PageHead>
      <SearchBox />
      <SearchFilters />
      {q.trim() === '' ? <SearchExamples /> : <SearchResults />}
    </search>
  );
}

function SearchBox() {
  const { q } = useSearchPlace();
  const change = useChangeSearch();
  const [typed, setTyped] = useState(q);
  const box = useRef<HTMLInputElement>(null);
  const settle = useDebouncedCallback((text: string) => change({ q: text }), 150);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => setTyped((before) => (before.trim() === q.trim() ? before : q)), [q]);
  return (
    <TextInput
      ref={box}
      size="md"
      aria-label="Search for"
      placeholder="Words, “a phrase”, begin*, -without, or commitment > 10bn 2026"
      leftSection={<IconSearch size={18} />}
      value={typed}
      maxLength={300}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        settle(text);
      }}
    />
  );
}

/** Arrow keys go from the box to the hits and from one hit to the next; a list of kinds or days keeps its own keys. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const isIn = (event.target as HTMLElement).closest('[data-hit], [aria-label="Search for"]') !== null;
  if (isIn && focusNextHit(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
}
