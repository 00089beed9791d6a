import { SegmentedControl } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useGoTo } from '#renderer/app/go-to.ts';
import type { PlaceSearch } from '#renderer/app/router.tsx';
import classes from './documents-view.module.css';

/** Between the rows of all sources and the documents to read. */
export function ViewSwitch() {
  const { view } = useSearch({ strict: false }) as PlaceSearch;
  const goTo = useGoTo();
  return (
    <SegmentedControl
      classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
      size="xs"
      aria-label="Show"
      value={view === 'documents' ? 'documents' : 'all'}
      data={[
        { value: 'all', label: 'All sources' },
        { value: 'documents', label: 'Documents to read' },
      ]}
      onChange={(next) => goTo('sources', next === 'documents' ? { view: 'documents' } : {})}
    />
  );
}
