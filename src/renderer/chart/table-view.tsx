import classes from './chart.module.css';
import type { ChartCell, ChartTable } from './chart-table.ts';

interface TableViewProps {
  readonly caption: string;
  readonly table: ChartTable;
  readonly onPick: ((index: number) => void) | undefined;
}

/** The table behind a chart; where bars can be chosen, the first cell of a row is the button for it. */
export function TableView({ caption, table, onPick }: TableViewProps) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="pl-unseen">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" data-number={isNumber || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart have no name of their own and never move alone.
              key={index}
              cells={row}
              table={table}
              onPick={onPick === undefined ? undefined : () => onPick(index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly cells: readonly ChartCell[];
  readonly table: ChartTable;
  readonly onPick: (() => void) | undefined;
}

function Row({ cells, table, onPick }: RowProps) {
  return (
    <tr>
      {table.columns.map(({ label, isNumber }, column) => {
        const text = cells[column]?.text ?? '';
        if (column > 0)
          return (
            <td key={label} data-number={isNumber || undefined}>
              {text}
            </td>
          );
        return (
          <th key={label} scope="row">
            {onPick === undefined ? (
              text
            ) : (
              <button type="button" className={classes.pick} onClick={onPick}>
                {text}
              </button>
            )}
          </th>
        );
      })}
    </tr>
  );
}
