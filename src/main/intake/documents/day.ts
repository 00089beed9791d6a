/** The day that a file's own words about itself name, as `2025-11-03`; null where they name none without doubt. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2025-11-03T…`, `2025/11/03`, `20251103…`, `Mon, 03 Nov 2025 …`, `November 3, 2025`; never `03/04/2025`. */
export function dayFrom(text: string): string | null {
  const words = text.trim().slice(0, 100);
  const iso = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d{1,3}$)/.exec(words);
  if (iso !== null) return day(iso[1], iso[3], iso[4]);
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b/.exec(words);
  if (dayFirst !== null) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(words);
  return monthFirst === null ? null : day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function day(year = '', month = '', date = ''): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
  return isReal && Number(year) >= 1800 ? written : null;
}

/** One line of at most `limit` characters, or null where nothing is left. */
export function described(text: string | null | undefined, limit = 500): string | null {
  const line = (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, limit).trim();
  return line === '' ? null : line;
}
