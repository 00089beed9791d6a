import { Button } from '@mantine/core';
import { useState } from 'react';
import { PILLAR_LABELS } from '#core/model/pillar.ts';
import type { Flag } from '#core/signals/flag.ts';
import { inReadingOrder } from '#renderer/parts/evidence/flag-words.ts';
import type { FlagReviews } from '#renderer/parts/review/flag-reviews.ts';
import type { CompanyGradeReport } from '#shared/contract/signals.ts';
import { FlagList } from './flag-list.tsx';
import classes from './overview.module.css';
import { columnLabel, filtered, type PillarFilter, pillarRows } from './pillar-counts.ts';
import { PillarTable } from './pillar-table.tsx';

interface FlagsCardProps {
  readonly flags: readonly Flag[];
  readonly reviews: FlagReviews;
  readonly pillars: CompanyGradeReport['pillars'];
  readonly openId: string | null;
  readonly onOpen: (flag: Flag) => void;
}

const ALL: PillarFilter = { pillar: null, column: null };

/** Every flag of the subject: counted by pillar, and listed as far as a count was chosen. */
export function FlagsCard({ flags, reviews, pillars, openId, onOpen }: FlagsCardProps) {
  const [filter, setFilter] = useState(ALL);
  const rows = pillarRows(pillars, flags);
  const listed = inReadingOrder(filtered(flags, pillars, filter));
  const moot = flags.filter(({ severity }) => severity === 'not-applicable').length;
  return (
    <section className={classes.card} data-area="flags" aria-label="Flags">
      <h2 className={classes.cardTitle}>Flags by pillar</h2>
      <PillarTable rows={rows} filter={filter} onChange={setFilter} />
      <p className={classes.dim}>
        Unknown: an input is missing, or the formula has no result; that is not an all-clear.
        {moot === 0 ? '' : ` ${moot} more ${moot === 1 ? 'does' : 'do'} not apply.`}
      </p>
      {filter === ALL ? null : (
        <p className={classes.filter} role="status">
          <strong>{filterText(filter)}</strong>
          <Button variant="subtle" size="compact-xs" onClick={() => setFilter(ALL)}>
            Show all flags
          </Button>
        </p>
      )}
      <FlagList key={filterText(filter)} flags={listed} reviews={reviews} openId={openId} onOpen={onOpen} />
    </section>
  );
}

function filterText({ pillar, column }: PillarFilter): string {
  const parts = [
    ...(pillar === null ? [] : [PILLAR_LABELS[pillar]]),
    ...(column === null ? [] : [columnLabel(column).toLowerCase()]),
  ];
  return parts.length === 0 ? 'All flags' : parts.join(', ');
}
