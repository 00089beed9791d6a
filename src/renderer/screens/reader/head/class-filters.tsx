import { SegmentedControl } from '@mantine/core';
import type { EntryClass } from '#shared/contract/documents.ts';
import { CLASSES } from '../class-words.ts';
import type { Review } from '../review/use-review.ts';
import classes from './head.module.css';

/** What the marks in the text mean, and which of them are shown and stepped through. */
export function ClassFilters({ review }: { readonly review: Review }) {
  const { reading, filters, setFilters, shown } = review;
  const unread = reading.candidates.filter(({ state }) => state === 'unread').length;
  const toggle = (id: EntryClass) => {
    const hidden = new Set(filters.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    setFilters({ ...filters, hidden });
  };
  return (
    <div className={classes.filters}>
      <fieldset className={classes.legend} aria-label="Marks shown">
        {CLASSES.map(({ id, plural, key }) => (
          <button
            key={id}
            type="button"
            className={classes.mark}
            data-class={id}
            aria-pressed={!filters.hidden.has(id)}
            onClick={() => toggle(id)}
          >
            <span className={classes.letter} data-class={id} aria-hidden>
              {key.toUpperCase()}
            </span>
            <span className={classes.sample} data-class={id}>
              {plural}
            </span>
            <span className={classes.number}>
              {reading.candidates.filter((candidate) => candidate.class === id).length}
            </span>
          </button>
        ))}
      </fieldset>
      <SegmentedControl
        classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
        size="xs"
        aria-label="Candidates stepped through"
        value={filters.isUnreadOnly ? 'unread' : 'all'}
        data={[
          { value: 'all', label: `All (${reading.candidates.length})` },
          { value: 'unread', label: `To review (${unread})` },
        ]}
        onChange={(next) => setFilters({ ...filters, isUnreadOnly: next === 'unread' })}
      />
      <span className="pl-unseen" role="status">
        {shown.length} candidates shown
      </span>
    </div>
  );
}
