/** Text as a workbook holds it. Law: no character that XML 1.0 forbids, no cell longer than Excel reads. */
const CELL_LIMIT = 32_767;
const SHEET_NAME_LIMIT = 31;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPECIAL = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF&<>"]|_x[0-9A-Fa-f]{4}_/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Workbooks read `_x0041_` as an escape for "A"; the literal words escape their first underscore. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Escapes text for an element or attribute; line breaks become `\n`, other control characters go. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Text cut to what a cell holds, with words at the end that say so. */
export function cellText(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const mark = ` … [cut: ${text.length} characters; CSV and JSON hold them all]`;
  const end = CELL_LIMIT - mark.length;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end)}${mark}`;
}

/** Names that a workbook accepts: at most 31 characters, none of `[]:*?/\`, no two alike, not "History". */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history']);
  return wanted.map((name) => {
    const free = freeName(plainSheetName(name), taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function plainSheetName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const plain = name.replace(/[[\]:*?/\\\u0000-\u001F\uFFFE\uFFFF]/g, ' ').replace(/^[' ]+|[' ]+$/g, '');
  return plain.toLowerCase() === 'history' ? 'Change history' : plain || 'Sheet';
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy += 1) {
    const tail = copy === 1 ? '' : ` (${copy})`;
    const candidate = `${name.slice(0, SHEET_NAME_LIMIT - tail.length).trimEnd()}${tail}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
