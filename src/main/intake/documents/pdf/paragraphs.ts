import type { PdfLine } from './page-lines.ts';

/**
 * Lines of a PDF to paragraphs. A line goes on in the next one unless the gap between them is wider than in the text
 * around, the letters change their size, the line ended early at the end of a sentence, or a list item begins.
 */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const lines = pages.flat();
  const words = wordsWithHyphen(lines);
  const paragraphs: string[] = [];
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined) text = line.text;
    else if (isNewParagraph(lines, at)) {
      paragraphs.push(text);
      text = line.text;
    } else text = continued(text, line.text, words);
  }
  return text === '' ? paragraphs : [...paragraphs, text];
}

const BULLET = /^[•·‣▪◦●]\s/u;
/** Only after the end of a line: a sentence may wrap before "25. " too. */
const NUMBERED = /^(?:[–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u;
const SENTENCE_END = /[.!?:][”"’')\]]*$/u;
/** A size of letters that differs by more is another kind of text. */
const OTHER_SIZE = 1.12;
/** Times the letters' size from baseline to baseline; wider is a gap between paragraphs. */
const WIDE_STEP = 1.75;
/** Share of its column that a line must fill to go on in the next one after the end of a sentence. */
const FULL = 0.85;

function isNewParagraph(lines: readonly PdfLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  if (line === undefined || before === undefined) return true;
  if (line.text.includes('\t') || before.text.includes('\t')) return true;
  const ratio = line.size / before.size;
  if (ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE) return true;
  if (BULLET.test(line.text)) return true;
  const isEnded = SENTENCE_END.test(before.text);
  if (NUMBERED.test(line.text) && (isEnded || !isFull(lines, at - 1))) return true;
  const step = before.base - line.base;
  const size = Math.max(line.size, before.size);
  // Upwards or far down: the next column or page, where a sentence may go on.
  if (step < -size || step > 6 * size) return isEnded || !isFull(lines, at - 1);
  if (step > Math.max(WIDE_STEP, 1.25 * stepBefore(lines, at)) * size) return true;
  if (isEnded && (!isFull(lines, at - 1) || line.left > before.left + size * 0.8)) return true;
  return !isEnded && isHeadingLine(before, line);
}

/** Step from the line before to the one before that, in sizes; the usual leading where there is none to compare. */
function stepBefore(lines: readonly PdfLine[], at: number): number {
  const [first, second] = [lines[at - 2], lines[at - 1]];
  if (first === undefined || second === undefined) return 1.2;
  const step = (first.base - second.base) / Math.max(first.size, second.size);
  return step > 0.8 && step < WIDE_STEP ? step : 1.2;
}

/** Whether the line reaches as far to the right as those around it. */
function isFull(lines: readonly PdfLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const around = lines
    .slice(Math.max(0, at - 6), at + 7)
    .filter(({ left, right }) => left < line.right && right > line.left);
  const left = Math.min(...around.map((one) => one.left));
  const right = Math.max(...around.map((one) => one.right));
  return line.right - left >= FULL * (right - left);
}

/** A short line without an end, above one that begins anew. */
function isHeadingLine(before: PdfLine, line: PdfLine): boolean {
  return (
    before.text.length < 60 &&
    before.right - before.left < 0.6 * (line.right - line.left) &&
    /^[\p{Lu}“"‘(\d]/u.test(line.text)
  );
}

/** Joined by a space; a word cut by a hyphen is put together again, unless the document writes it with the hyphen. */
function continued(text: string, next: string, words: ReadonlySet<string>): string {
  const cut = /([\p{L}\d]+)[-\u2010]$/u.exec(text);
  const rest = /^\p{Ll}[\p{L}]*/u.exec(next);
  if (cut === null) return `${text} ${next}`;
  if (rest === null) return `${text}${next}`;
  const isCompound = words.has(`${cut[1]}-${rest[0]}`.toLowerCase()) || /\d$/u.test(cut[1] ?? '');
  return isCompound ? `${text}${next}` : `${text.slice(0, -1)}${next}`;
}

/** Words that the document writes with a hyphen inside a line. */
function wordsWithHyphen(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.matchAll(/[\p{L}\d]+[-\u2010]\p{L}+/gu))
      words.add(word.toLowerCase().replace('\u2010', '-'));
  return words;
}
