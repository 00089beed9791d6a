/** The first characters of a text; half a character at the cut is left out. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');
}

/** The same in one line, with an ellipsis where something was cut off. */
export function shortLine(text: string, most: number): string {
  for (let reach = 2 * most; ; reach *= 2) {
    const line = text.slice(0, reach).replace(/\s+/gu, ' ').trim();
    if (line.length > most) return `${cutText(line, most - 1).trimEnd()}…`;
    if (reach >= text.length) return line;
  }
}
