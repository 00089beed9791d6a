import type { EvidenceTable } from '#core/signals/flag.ts';
import { intervalText, type TextOptions } from './quantity-text.ts';

type Cell = EvidenceTable['rows'][number][number];

/** A cell as the card shows it; what is unknown says so and is never a zero. */
export function cellText(cell: Cell | undefined, unit: string, options: TextOptions = {}): string {
  if (cell === undefined || cell === null) return unit === '' ? '' : 'unknown';
  return typeof cell === 'string' ? cell : intervalText(cell, unit, options);
}

/** A table as lines of text: its title, then a line for each row, each cell with the name of its column. */
export function tableLines(
  { title, columns, rows }: EvidenceTable,
  options: TextOptions = {},
): readonly string[] {
  return [
    title,
    ...rows.map((cells) => {
      const texts = columns.map(({ label, unit }, at) => ({
        label,
        text: cellText(cells[at], unit, options),
      }));
      const [first, ...rest] = texts;
      const told = rest.filter(({ text }) => text !== '').map(({ label, text }) => `${label} ${text}`);
      return `- ${first?.text ?? ''}: ${told.join('; ')}`;
    }),
  ];
}
