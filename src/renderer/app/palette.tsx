import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type Action, useActions } from './actions.ts';
import { PaletteHits } from './palette-hits.tsx';
import { palette, paletteStore } from './palette-store.ts';

const GROUPS = ['Go to', 'Add', 'Ledger', 'Time', 'Window'] as const;
const NAME = 'Find a screen or a command, or words in the ledger';

/** Every screen and command by name, and below them what the ledger holds. Ctrl-K opens it from everywhere. */
export function Palette() {
  const [query, setQuery] = useState('');
  usePaletteKey();
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => setQuery('')}
      shortcut={null}
      size={680}
      centered={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      scrollable
      maxHeight={460}
      attributes={{ content: { 'aria-label': NAME } }}
    >
      <Spotlight.Search leftSection={<IconSearch size={18} />} placeholder={NAME} aria-label={NAME} />
      <PaletteList query={query} />
    </Spotlight.Root>
  );
}

function PaletteList({ query }: { readonly query: string }) {
  const found = useActions().filter((action) => isMeant(action, query));
  return (
    <Spotlight.ActionsList>
      {GROUPS.map((group) => ({ group, actions: found.filter((action) => action.group === group) }))
        .filter(({ actions }) => actions.length > 0)
        .map(({ group, actions }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {actions.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      <PaletteHits query={query.trim()} hasCommands={found.length > 0} />
    </Spotlight.ActionsList>
  );
}

/** Whether its name, detail and keywords hold every word that is typed. */
function isMeant({ label, detail, keywords }: Action, query: string): boolean {
  const held = [label, detail ?? '', ...keywords].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word));
}

function ActionLine({ action: { label, detail, icon: Icon, run } }: { readonly action: Action }) {
  return (
    <Spotlight.Action
      label={label}
      highlightQuery
      onClick={run}
      leftSection={<Icon size={18} stroke={1.6} />}
      {...(detail === undefined || detail === '' ? {} : { description: detail })}
    />
  );
}

function usePaletteKey(): void {
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.key.toLowerCase() !== 'k'
      )
        return;
      event.preventDefault();
      palette.open();
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
}
