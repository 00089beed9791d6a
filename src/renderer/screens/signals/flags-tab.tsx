import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Flag } from '#core/signals/flag.ts';
import { useOpenEntry } from '#renderer/app/go-to.ts';
import { EvidencePanel } from '#renderer/parts/evidence/evidence-panel.tsx';
import { countsOf } from '#renderer/parts/evidence/flag-counts.ts';
import { flagId } from '#renderer/parts/evidence/flag-words.ts';
import { SeverityCounts } from '#renderer/parts/evidence/severity-counts.tsx';
import { countReviews, type FlagReviews } from '#renderer/parts/review/flag-reviews.ts';
import { REVIEW_GROUPS, reviewLabel } from '#renderer/parts/review/review-words.ts';
import { type FlagFilter, groupsOf, isShown } from './flag-groups.ts';
import { FlagListbox } from './flag-listbox.tsx';
import classes from './signals.module.css';

interface FlagsTabProps {
  readonly flags: readonly Flag[];
  readonly reviews: FlagReviews;
}

const NO_FILTER: FlagFilter = { severities: [], signal: null, review: null, search: '' };

/** All flags, to be filtered and walked through with the arrow keys; the card follows. */
export function FlagsTab({ flags, reviews }: FlagsTabProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(true);
  const openEntry = useOpenEntry();
  const groups = groupsOf(flags.filter((flag) => isShown(flag, reviews.get(flagId(flag)) ?? null, filter)));
  const shown = groups.flatMap((group) => group.flags);
  const chosen = shown.find((flag) => flagId(flag) === chosenId) ?? shown[0] ?? null;
  const choose = (flag: Flag) => {
    setChosenId(flagId(flag));
    setIsOpen(true);
    openEntry(null, { replace: true });
  };
  if (flags.length === 0)
    return (
      <p className={classes.dim}>No signal applies yet. Add deals and figures of the entity under review.</p>
    );
  return (
    <div className={classes.flags} data-panel={(isOpen && chosen !== null) || undefined}>
      <SeverityCounts
        counts={countsOf(flags)}
        chosen={filter.severities}
        onChange={(severities) => setFilter({ ...filter, severities })}
      />
      <Filters flags={flags} reviews={reviews} filter={filter} onChange={setFilter} />
      {shown.length === 0 ? (
        <div className={classes.nothing}>
          <p className={classes.dim}>No flag fits these filters.</p>
          <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
            Clear the filters
          </Button>
        </div>
      ) : (
        <FlagListbox
          groups={groups}
          reviews={reviews}
          chosenId={chosen === null ? null : flagId(chosen)}
          onChoose={choose}
        />
      )}
      {chosen === null || !isOpen ? null : <EvidencePanel flag={chosen} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

interface FiltersProps extends FlagsTabProps {
  readonly filter: FlagFilter;
  readonly onChange: (filter: FlagFilter) => void;
}

function Filters({ flags, reviews, filter, onChange }: FiltersProps) {
  const counts = countReviews(flags, reviews);
  const signals = groupsOf(flags).map(({ signal, title }) => ({ value: signal, label: title }));
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        aria-label="Search the flags"
        placeholder="Search name, deal or source"
        leftSection={<IconSearch size={15} />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
      />
      <Select
        className={classes.signal}
        aria-label="Signal"
        placeholder="All signals"
        clearable
        data={signals}
        value={filter.signal}
        onChange={(signal) => onChange({ ...filter, signal })}
      />
      <Select
        className={classes.signal}
        aria-label="Review"
        placeholder="All reviews"
        clearable
        data={REVIEW_GROUPS.map((group) => ({
          value: group,
          label: `${reviewLabel(group)} (${counts.get(group) ?? 0})`,
        }))}
        value={filter.review}
        onChange={(review) =>
          onChange({ ...filter, review: REVIEW_GROUPS.find((group) => group === review) ?? null })
        }
      />
    </div>
  );
}
