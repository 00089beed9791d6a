import { SegmentedControl } from '@mantine/core';
import classes from './history-screen.module.css';

export type Tab = 'changes' | 'late';

export interface TabChoice {
  readonly choose: (tab: Tab) => void;
}

export function HistoryTabs({ tab, choose }: TabChoice & { readonly tab: Tab }) {
  return (
    <SegmentedControl
      classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
      size="xs"
      aria-label="Show"
      value={tab}
      data={[
        { value: 'changes', label: 'Changes' },
        { value: 'late', label: 'Late knowledge' },
      ]}
      onChange={(next) => choose(next === 'late' ? 'late' : 'changes')}
    />
  );
}
