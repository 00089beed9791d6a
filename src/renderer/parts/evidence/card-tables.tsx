import type { EvidenceTable } from '#core/signals/flag.ts';
import classes from './card-tables.module.css';
import { unbroken } from './quantity-text.ts';
import { cellText } from './table-text.ts';

interface CardTablesProps {
  readonly tables: readonly EvidenceTable[];
}

/** The working in rows; a wide table scrolls in its own box, which the keyboard reaches. */
export function CardTables({ tables }: CardTablesProps) {
  return tables.map((table) => (
    <section key={table.title} className={classes.section}>
      <h3 className={classes.heading}>{table.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <div className={classes.scroll} tabIndex={0}>
        <Rows table={table} />
      </div>
    </section>
  ));
}

function Rows({ table: { title, columns, rows } }: { readonly table: EvidenceTable }) {
  return (
    <table className={classes.table}>
      <caption className="pl-unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ label, unit }) => (
            <th key={label} scope="col" data-number={unit !== '' || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a card have no name of their own and never move alone.
          <tr key={row}>
            {columns.map(({ label, unit }, at) => {
              const text = cellText(cells[at], unit);
              if (at === 0 && unit === '')
                return (
                  <th key={label} scope="row">
                    {text}
                  </th>
                );
              return (
                <td key={label} data-number={unit !== '' || undefined}>
                  {unit === '' ? text : unbroken(text)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
