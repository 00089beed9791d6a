import { Button } from '@mantine/core';
import { useGoTo } from '#renderer/app/go-to.ts';
import { instantText } from '#renderer/app/numbers.ts';
import type { Overview } from '#shared/contract/reports.ts';
import classes from './recent-changes.module.css';

interface RecentChangesProps {
  readonly changes: Overview['recent'];
}

/** What was done last in this ledger, and by whom. */
export function RecentChanges({ changes }: RecentChangesProps) {
  const goTo = useGoTo();
  if (changes.length === 0)
    return <p className={classes.none}>Nothing has been changed in this ledger yet.</p>;
  return (
    <>
      <ol className={classes.list}>
        {changes.map(({ seq, at, author, summary }) => (
          <li key={seq} className={classes.change}>
            <span>{summary}</span>
            <span className={classes.by}>
              {author}, {instantText(at)}
            </span>
          </li>
        ))}
      </ol>
      <Button variant="subtle" size="compact-xs" onClick={() => goTo('history')}>
        Open the history
      </Button>
    </>
  );
}
