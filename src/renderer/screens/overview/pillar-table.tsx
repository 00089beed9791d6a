import { PILLAR_LABELS } from '#core/model/pillar.ts';
import type { Severity } from '#core/signals/flag.ts';
import { SeverityIcon } from '#renderer/parts/evidence/severity-badge.tsx';
import {
  columnLabel,
  PILLAR_COLUMNS,
  type PillarColumn,
  type PillarFilter,
  type PillarRow,
  totalsOf,
} from './pillar-counts.ts';
import classes from './pillar-table.module.css';

interface PillarTableProps {
  readonly rows: readonly PillarRow[];
  readonly filter: PillarFilter;
  readonly onChange: (filter: PillarFilter) => void;
}

const ALL: PillarFilter = { pillar: null, column: null };
const ICONS: Readonly<Record<PillarColumn, Severity>> = {
  critical: 'critical',
  warn: 'warn',
  watch: 'watch',
  unknown: 'insufficient-data',
  clear: 'clear',
};

/** How many flags of each pillar say what; each count limits the list below to its own. */
export function PillarTable({ rows, filter, onChange }: PillarTableProps) {
  const isChosen = ({ pillar, column }: PillarFilter) => filter.pillar === pillar && filter.column === column;
  const toggle = (next: PillarFilter) => onChange(isChosen(next) ? ALL : next);
  const cell = (next: PillarFilter, count: number, label: string) => (
    <Count
      count={count}
      label={label}
      column={next.column}
      isChosen={isChosen(next)}
      onToggle={() => toggle(next)}
    />
  );
  const totals = totalsOf(rows);
  return (
    <table className={classes.table} aria-label="Flags by pillar">
      <thead>
        <tr>
          <th scope="col">
            <span className="pl-unseen">Pillar</span>
          </th>
          {PILLAR_COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              <span className={classes.head}>
                <SeverityIcon severity={ICONS[column]} size={14} />
                {columnLabel(column)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ pillar, counts }) => (
          <tr key={pillar}>
            <th scope="row">{PILLAR_LABELS[pillar]}</th>
            {PILLAR_COLUMNS.map((column) => (
              <td key={column}>
                {cell({ pillar, column }, counts[column], `${PILLAR_LABELS[pillar]}, ${columnLabel(column)}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {PILLAR_COLUMNS.map((column) => (
            <td key={column}>
              {cell({ pillar: null, column }, totals[column], `All pillars, ${columnLabel(column)}`)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface CountProps {
  readonly count: number;
  readonly label: string;
  readonly column: PillarColumn | null;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Count({ count, label, column, isChosen, onToggle }: CountProps) {
  return (
    <button
      type="button"
      className={classes.count}
      data-column={column}
      data-none={count === 0 || undefined}
      aria-label={`${label}: ${count}`}
      aria-pressed={isChosen}
      disabled={count === 0}
      onClick={onToggle}
    >
      {count}
    </button>
  );
}
