/**
 * Breaks a label at blanks into at most `lines` lines of about `width` characters. Where that is too little, several
 * lines keep the end of the label, which tells names with a like beginning apart; a single line keeps its beginning.
 */
export function wrapLabel(text: string, width: number, lines: number): readonly string[] {
  const wrapped: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  if (wrapped.length <= lines) return wrapped.map((line) => cut(line, width));
  if (lines === 1) return [cut(text.trim(), width)];
  return [...wrapped.slice(0, lines - 1).map((line) => cut(line, width)), tail(text, width)];
}

function tail(text: string, width: number): string {
  const end = text.trim().slice(1 - width);
  const blank = end.indexOf(' ');
  return `…${blank === -1 ? end : end.slice(blank + 1)}`;
}

function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1).trimEnd()}…`;
}
