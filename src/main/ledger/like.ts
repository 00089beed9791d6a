/** What a person typed, for `LIKE ? ESCAPE '\\'`: per cent signs and underscores stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}
