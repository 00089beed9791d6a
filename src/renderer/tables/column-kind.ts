import type { Column, ColumnType } from '#core/report/table-spec.ts';

const NUMBERS: ReadonlySet<ColumnType['type']> = new Set(['amount', 'integer', 'decimal', 'percent']);

/** Numbers stand at the right, so that their digits line up. A stance is kept as a number and shown in words. */
export function isNumberColumn({ key, of }: Column): boolean {
  return NUMBERS.has(of.type) && key !== 'stance';
}
