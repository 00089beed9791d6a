/** How much a table to import may hold (SECURITY R29). */
export interface ImportLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Characters of one row: bounds what an unclosed quotation mark can swallow. */
  readonly row: number;
}

export const CSV_LIMITS: ImportLimits = {
  bytes: 500_000_000,
  rows: 2_000_000,
  columns: 2_000,
  cell: 1_000_000,
  row: 8_000_000,
};
