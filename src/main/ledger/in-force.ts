/** SQL of the condition under which a row counts, `row` being its alias and a dot; binds @known where an instant is given. */
export function inForceAt(knownAt: string | null, row = ''): string {
  return knownAt === null
    ? `${row}retracted_seq IS NULL`
    : `${row}recorded_at <= @known AND (${row}retracted_at IS NULL OR ${row}retracted_at > @known)`;
}
