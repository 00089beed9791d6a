/** The lines of a text with their places; what most articles give as paragraphs, list items, rows and headings. */
export interface Line {
  readonly start: number;
  /** Exclusive, without the line break. */
  readonly end: number;
  readonly text: string;
  readonly kind: 'blank' | 'heading' | 'paragraph' | 'item' | 'row';
}

const LONGEST_HEADING = 120;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split('\n')) {
    const end = start + part.length;
    lines.push({ start, end, text: part.replace(/\r$/u, ''), kind: kindOf(part.trim()) });
    start = end + 1;
  }
  return lines;
}

const LONGEST_ROW = 1_000;

function isRow(line: string): boolean {
  return /^\|.*\|$/u.test(line) || (line.match(/\|/gu)?.length ?? 0) >= 2 || line.includes('\t');
}

function kindOf(line: string): Line['kind'] {
  if (line === '') return 'blank';
  if (line.length <= LONGEST_ROW && isRow(line)) return 'row';
  if (/^(?:[-•*·‣▪◦–]|\d{1,2}[.)]) /u.test(line)) return 'item';
  const isSentence = /[.!?…:;,]["”’)]*$/u.test(line);
  return line.length <= LONGEST_HEADING && !isSentence ? 'heading' : 'paragraph';
}

/** Whether a line reads as prose: long, or a sentence of some length. */
export function isProse({ kind, text }: Line): boolean {
  const line = text.trim();
  return (
    kind === 'paragraph' && (line.length >= 160 || /[\p{L}\d”"’)][.!?]["”’)]* +["“‘]?\p{Lu}/u.test(line))
  );
}
