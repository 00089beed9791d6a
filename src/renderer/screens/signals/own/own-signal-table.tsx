import { Button } from '@mantine/core';
import type { Flag } from '#core/signals/flag.ts';
import { useCanWrite } from '#renderer/app/moment.ts';
import { verdictText } from '#renderer/parts/evidence/flag-words.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import { SeverityBadge } from '#renderer/parts/evidence/severity-badge.tsx';
import type { OwnEntry } from './own-draft.ts';
import classes from './own-signals.module.css';

interface OwnSignalTableProps {
  readonly entries: readonly OwnEntry[];
  readonly flags: readonly Flag[];
  readonly edit: (entry: OwnEntry) => void;
}

export function OwnSignalTable({ entries, flags, edit }: OwnSignalTableProps) {
  return (
    <div className={classes.box}>
      <table className={classes.table}>
        <caption className="pl-unseen">Own signals</caption>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col">Value now</th>
            <th scope="col">Watch</th>
            <th scope="col">Warn</th>
            <th scope="col">Critical</th>
            <th scope="col">
              <span className="pl-unseen">Edit</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <OwnSignalRow
              key={entry.id}
              entry={entry}
              flag={flags.find(({ signal }) => signal === `own:${entry.slug}`)}
              edit={edit}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OwnSignalRowProps {
  readonly entry: OwnEntry;
  readonly flag: Flag | undefined;
  readonly edit: OwnSignalTableProps['edit'];
}

function OwnSignalRow({ entry, flag, edit }: OwnSignalRowProps) {
  const canWrite = useCanWrite();
  const { watch, warn, critical } = flag?.thresholds ?? entry;
  return (
    <tr>
      <th scope="row">
        {entry.name}
        <code className={classes.rowCode}>{entry.expression}</code>
        {entry.problem === null ? null : (
          <span className={classes.said} data-problem>
            {entry.problem.message}
          </span>
        )}
      </th>
      <td className={classes.numbers}>
        {flag === undefined ? null : (
          <span className={classes.value}>
            <SeverityBadge severity={flag.severity} />
            {flag.value === null ? null : verdictText(flag)}
          </span>
        )}
      </td>
      {[watch, warn, critical].map((level) => (
        <td key={level} className={classes.numbers}>
          {quantityText(level, entry.unit)}
        </td>
      ))}
      <td>
        <Button
          variant="default"
          size="compact-xs"
          disabled={!canWrite}
          aria-label={`Edit ${entry.name}`}
          onClick={() => edit(entry)}
        >
          Edit
        </Button>
      </td>
    </tr>
  );
}
