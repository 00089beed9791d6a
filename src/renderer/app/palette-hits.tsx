import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import { countText, groupTitle, originText } from '#renderer/parts/search/hit-words.ts';
import { MarkedText } from '#renderer/parts/search/marked-text.tsx';
import { useOpenHit } from '#renderer/parts/search/open-hit.ts';
import type { FigureHits, SearchGroup, SearchHit } from '#shared/contract/search.ts';
import { useAsk } from './asking.ts';
import { useGoTo } from './go-to.ts';
import { useMoment } from './moment.ts';
import classes from './palette-hits.module.css';
import { paletteStore } from './palette-store.ts';

/** So many hits of each group; the search screen shows the rest. */
const EACH = 4;

interface PaletteHitsProps {
  readonly query: string;
  readonly hasCommands: boolean;
}

/** What the ledger holds of the words typed, below the commands: answers, documents, entries, and the way to all of them. */
export function PaletteHits({ query, hasCommands }: PaletteHitsProps) {
  const [settled] = useDebouncedValue(query, 120);
  const text = settled.slice(0, 300);
  const isAsked = text.length >= 2;
  const moment = useMoment();
  const { data } = useAsk(
    'search',
    'find',
    { text, isTyping: true, limit: EACH, ...moment },
    { enabled: isAsked, keepsPrevious: true },
  );
  const found = isAsked && query !== '' ? data : undefined;
  useSomethingChosen(found);
  if (query === '') return null;
  if (found === undefined) return hasCommands ? null : <Spotlight.Empty>Looking …</Spotlight.Empty>;
  const isEmpty = found.groups.length === 0 && (found.figures?.hits.length ?? 0) === 0;
  if (isEmpty && !hasCommands)
    return <Spotlight.Empty>No command and nothing in the ledger. Try fewer or other words.</Spotlight.Empty>;
  return (
    <>
      {found.figures === null ? null : <Answers figures={found.figures} />}
      {found.groups.map((group) => (
        <Group key={group.noun} group={group} />
      ))}
      {isEmpty ? null : <AllResults text={text} />}
    </>
  );
}

function Answers({ figures }: { readonly figures: FigureHits }) {
  if (figures.hits.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={figures.reading} className={classes.reading}>
      {figures.hits.map((hit) => (
        <HitLine key={hit.id} hit={hit} note={hit.certainty === 'possible' ? 'possible' : ''} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Group({ group }: { readonly group: SearchGroup }) {
  return (
    <Spotlight.ActionsGroup label={`${groupTitle(group.noun)} (${countText(group)})`}>
      {group.hits.map((hit) => (
        <HitLine key={hit.id} hit={hit} note="" />
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface HitLineProps {
  readonly hit: SearchHit;
  readonly note: string;
}

function HitLine({ hit, note }: HitLineProps) {
  const open = useOpenHit();
  return (
    <Spotlight.Action onClick={() => open(hit)}>
      <span className={classes.body}>
        <span className={classes.top}>
          <span className={classes.name}>
            <MarkedText parts={hit.name} />
          </span>
          {hit.amount === null ? null : <span className={classes.amount}>{hit.amount}</span>}
        </span>
        {hit.snippet.length === 0 ? null : (
          <span className={classes.snippet}>
            <MarkedText parts={hit.snippet} />
          </span>
        )}
        <span className={classes.origin}>
          {[note, originText(hit), hit.notYet ?? ''].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
    </Spotlight.Action>
  );
}

function AllResults({ text }: { readonly text: string }) {
  const goTo = useGoTo();
  return (
    <Spotlight.Action
      label={`All results for “${text}”`}
      leftSection={<IconArrowRight size={18} stroke={1.6} />}
      onClick={() => goTo('search', { q: text })}
    />
  );
}

/** Hits that come after the last key may take the place of what was chosen: then the first line is. */
function useSomethingChosen(found: unknown): void {
  useEffect(() => {
    if (found === undefined) return;
    const { listId } = paletteStore.getState();
    const list = document.getElementById(listId);
    if (list === null || list.querySelector('[data-selected]') !== null) return;
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    paletteStore.updateState((state) => ({ ...state, selected: 0 }));
  }, [found]);
}
