import { SegmentedControl } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useGoTo } from '#renderer/app/go-to.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import classes from './compare/compare.module.css';

/** Between the rows of all figures and the comparison of versions. */
export function ViewSwitch() {
  const { view } = useSearch({ strict: false }) as PlaceSearch;
  const goTo = useGoTo();
  return (
    <SegmentedControl
      classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
      size="xs"
      aria-label="Show"
      value={view === 'compare' ? 'compare' : 'all'}
      data={[
        { value: 'all', label: 'All figures' },
        { value: 'compare', label: 'Compare versions' },
      ]}
      onChange={(next) => goTo('figures', next === 'compare' ? { view: 'compare' } : {})}
    />
  );
}
