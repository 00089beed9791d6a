/**
 * Days and instants as a workbook counts them: days since 1899-12-30, an instant in UTC as a fraction of its day.
 * Law: days before 1900-03-01 stay text, because Excel believes in a 29 February 1900 and others do not.
 */
const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;
const FIRST_SAFE_SERIAL = 61;

const DAY = /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Serial of `2025-11-03`, or null where the text is no day that every spreadsheet counts alike. */
export function daySerial(text: string): number | null {
  if (!DAY.test(text)) return null;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  const at = new Date(Date.UTC(Number(text.slice(0, 4)), month - 1, day));
  const isInCalendar = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isInCalendar ? safeSerial(at.getTime()) : null;
}

/** Serial of a UTC instant, exact to the millisecond; null for other text. */
export function instantSerial(text: string): number | null {
  return INSTANT.test(text) ? safeSerial(Date.parse(text)) : null;
}

function safeSerial(ms: number): number | null {
  const serial = ms / MS_PER_DAY + UNIX_EPOCH_SERIAL;
  return serial >= FIRST_SAFE_SERIAL ? serial : null;
}
