/** Letters as they stand in a pattern, and what stands there for something else: escapes, names of groups and marks of groups. */
const PART =
  /\\(?:p\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|\(\?(?:<[A-Za-z]\w*>|<[=!]|[:=!])|\[[^\]]*\]|[A-Za-z]/gu;

/**
 * A pattern that matches its ASCII letters large and small, for a place in an expression that minds the case elsewhere.
 * Why not `(?i:…)`: V8 13.6 does not match capitals by it once it compiles expressions without optimising them, as it does
 * when a process holds many, and `$4.75 Billion` became USD 4.75. Letters within `[…]` stay as they are.
 */
export function anyCase(pattern: string): string {
  return pattern.replace(PART, (part) => (part.length > 1 ? part : bothCases(part)));
}

function bothCases(letter: string): string {
  return `[${letter.toLowerCase()}${letter.toUpperCase()}]`;
}
