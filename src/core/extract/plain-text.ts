/**
 * A text as the extractors read it. Law: it has the length of the text given, so that every place in it is a place there:
 * odd spaces become spaces, and line breaks within a paragraph that was wrapped to a width become spaces too.
 */
export function plainText(text: string): string {
  const spaced = text
    .replace(/(?<!\d)[\u00a0\u2007\u202f]|[\u00a0\u2007\u202f](?!\d)/gu, ' ')
    .replace(/[\u2000-\u2006\u2008-\u200b\u3000\ufeff\f\v]/gu, ' ')
    .replace(/\r(?=\n)/gu, ' ')
    .replace(/[\r\u2028\u2029]/gu, '\n');
  return unwrapped(spaced);
}

/** A width that a wrapped paragraph reaches and a list of short lines does not. */
const NARROWEST_WRAP = 48;
const WIDEST_WRAP = 140;

function unwrapped(text: string): string {
  const lines = text.split('\n');
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (at > 0) parts.push(isBrokenBetween(lines[at - 1] ?? '', line) ? ' ' : '\n');
    parts.push(line);
  }
  return parts.join('');
}

/** `…, which the` + `company denies.` is one sentence; a line that ends one, or begins with a mark, stands alone. */
function isBrokenBetween(before: string, line: string): boolean {
  const head = before.trimEnd();
  if (head.length < NARROWEST_WRAP || head.length > WIDEST_WRAP) return false;
  const tail = line.trimStart();
  if (/[|\t{};=]/u.test(head) || /[|\t{};=]/u.test(tail)) return false;
  if (/[.!?:”"]$/u.test(head)) return false;
  return (
    /^\p{Ll}/u.test(tail) ||
    (/(?:,|\b(?:the|a|an|of|to|in|and|for|with|by|at|on|its|that))$/u.test(head) &&
      tail !== '' &&
      !/^[-•*·]/u.test(tail))
  );
}
