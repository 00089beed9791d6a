import type { Column, ColumnType } from '#core/report/table-spec.ts';

const NUMBERS: ReadonlySet<ColumnType['type']> = new Set(['amount', 'integer', 'decimal', 'percent']);

/** Numbers stand at the right, so that their digits line up. */
export function isNumberColumn({ of }: Column): boolean {
  return NUMBERS.has(of.type);
}
