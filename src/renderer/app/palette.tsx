import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { type Action, useActions } from './actions.ts';

const GROUPS = ['Go to', 'Add', 'Ledger', 'Time', 'Window'] as const;
const NAME = 'Find a screen or a command';

/** Every screen and command, by name. Ctrl-K opens it from everywhere, text fields included. */
export function Palette() {
  const actions = useActions();
  usePaletteKey();
  return (
    <Spotlight
      actions={GROUPS.map((group) => groupOf(group, actions))}
      shortcut={null}
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      scrollable
      maxHeight={420}
      nothingFound="Nothing of that name. Try another word."
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: NAME,
        'aria-label': NAME,
      }}
      attributes={{ content: { 'aria-label': NAME } }}
    />
  );
}

function groupOf(group: Action['group'], actions: readonly Action[]): SpotlightActionGroupData {
  return {
    group,
    actions: actions.filter((action) => action.group === group).map(itemOf),
  };
}

function itemOf({ id, label, detail, keywords, icon: Icon, run }: Action) {
  return {
    id,
    label,
    keywords: [...keywords],
    onClick: run,
    leftSection: <Icon size={18} stroke={1.6} />,
    ...(detail === undefined || detail === '' ? {} : { description: detail }),
  };
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
      spotlight.open();
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
}
