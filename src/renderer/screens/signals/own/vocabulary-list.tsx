import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Vocabulary } from './own-draft.ts';
import classes from './own-signals.module.css';

interface VocabularyListProps {
  readonly vocabulary: Vocabulary;
  readonly insert: (text: string) => void;
}

type Word = Vocabulary['words'][number];

const GROUPS: readonly (readonly [Word['group'], string])[] = [
  ['amount', 'Amounts of a company'],
  ['function', 'Functions'],
  ['constant', 'Numbers with a unit'],
  ['signal', 'Built-in signals'],
];

/** Everything that can be named; choosing one writes it where the cursor stands. */
export function VocabularyList({ vocabulary, insert }: VocabularyListProps) {
  const [search, setSearch] = useState('');
  const found = useMemo(() => matching(vocabulary.words, search), [vocabulary, search]);
  return (
    <section className={classes.vocabulary} aria-label="Vocabulary">
      <TextInput
        size="xs"
        type="search"
        label="Vocabulary"
        placeholder="Search names and what they mean"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={classes.words}>
        {found.length === 0 ? <p className={classes.dim}>Nothing is called that.</p> : null}
        {GROUPS.map(([group, title]) => (
          <WordGroup
            key={group}
            title={title}
            words={found.filter((word) => word.group === group)}
            insert={insert}
          />
        ))}
      </div>
    </section>
  );
}

interface WordGroupProps {
  readonly title: string;
  readonly words: readonly Word[];
  readonly insert: (text: string) => void;
}

function WordGroup({ title, words, insert }: WordGroupProps) {
  if (words.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.wordList} aria-label={title}>
        {words.map(({ id, example, what, unit, group }) => (
          <li key={`${group} ${id}`}>
            <button type="button" className={classes.word} onClick={() => insert(example)}>
              <span className={classes.wordHead}>
                <code>{example}</code>
                {group === 'amount' || group === 'signal' ? (
                  <span className={classes.wordUnit}>{unit}</span>
                ) : null}
              </span>
              <span className={classes.wordWhat}>{what}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function matching(words: readonly Word[], search: string): readonly Word[] {
  const wanted = search.trim().toLowerCase();
  return words.filter(({ id, label, what }) =>
    [id, label, what].some((text) => text.toLowerCase().includes(wanted)),
  );
}
