import { SegmentedControl } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useGoTo } from '#renderer/app/go-to.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import type { ScreenId } from './registry.ts';
import classes from './view-switch.module.css';

interface ViewSwitchProps {
  readonly screen: ScreenId;
  /** Label of the rows of all. */
  readonly all: string;
  readonly other: { readonly view: string; readonly label: string };
}

/** Between the rows of all of a screen and its other view. */
export function ViewSwitch({ screen, all, other }: ViewSwitchProps) {
  const { view } = useSearch({ strict: false }) as PlaceSearch;
  const goTo = useGoTo();
  return (
    <SegmentedControl
      classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
      size="xs"
      aria-label="Show"
      value={view === other.view ? other.view : 'all'}
      data={[
        { value: 'all', label: all },
        { value: other.view, label: other.label },
      ]}
      onChange={(next) => goTo(screen, next === other.view ? { view: other.view } : {})}
    />
  );
}
