/**
 * Text that a spreadsheet would run as a formula. Law: only text is guarded, never a number, and `unguard(guard(t)) === t`
 * for every text, so what was exported comes back as it was.
 */
const MARK = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]/;
/** White space, and what takes no width: a formula mark behind them still counts. */
const INVISIBLE = /[\s\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]/;

/** Nearly all text: decided by its first character. */
const STARTS_PLAINLY = /^[A-Za-z0-9]/;

export function looksLikeFormula(text: string): boolean {
  if (STARTS_PLAINLY.test(text)) return false;
  const first = text.charAt(0);
  if (first === '\t' || first === '\r' || first === '\n') return true;
  for (const character of text) {
    if (!INVISIBLE.test(character)) return MARK.test(character);
  }
  return false;
}

/** Text for a CSV cell: a leading apostrophe where a spreadsheet would otherwise run it. */
export function guardFormula(text: string): string {
  return isGuardable(text) ? `'${text}` : text;
}

/** Takes off exactly the apostrophe that `guardFormula` puts on. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && isGuardable(text) ? text.slice(1) : text;
}

/** Apostrophes of the text's own do not hide the mark, or taking the guard off would take one of them. */
function isGuardable(text: string): boolean {
  return looksLikeFormula(text.replace(/^'+/, ''));
}
