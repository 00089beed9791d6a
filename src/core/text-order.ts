/** Order of ids, days and names by code unit: the same on every machine, and for ASCII that of SQLite's BINARY. */
export function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
