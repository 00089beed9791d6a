import { plainSpaces } from '../blocks.ts';

/** A run of text as the PDF library gives it, in its order of drawing. Lengths are in points from the lower left corner. */
export interface TextItem {
  readonly str: string;
  /** Scale, skew and place: [a, b, c, d, x, y]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline, upwards. */
  readonly base: number;
  /** Of the letters, about. */
  readonly size: number;
}

interface OpenLine {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  size: number;
  /** A space was drawn after the last word, however wide. */
  isSpaced: boolean;
}

/** Of the letters' size: what is farther apart is another word, or another column. */
const WORD_GAP = 0.18;
const CELL_GAP = 1.8;
/** How far a raised or lowered letter may stand from the baseline and still be of the line. */
const SAME_BASE = 0.45;

/** Runs on one baseline, drawn one after the other from left to right, are a line; cells of a table are set apart by tabs. */
export function linesOfPage(items: readonly TextItem[]): readonly PdfLine[] {
  const lines: OpenLine[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== undefined && isSameLine(line, item)) append(line, item);
    else if (item.str.trim() !== '') lines.push(lineFrom(item));
  }
  return lines
    .map(
      ({ text, left, right, base, size }): PdfLine => ({
        text: plainSpaces(text).trim(),
        left,
        right,
        base,
        size,
      }),
    )
    .filter(({ text }) => text !== '');
}

function lineFrom(item: TextItem): OpenLine {
  const left = item.transform[4] ?? 0;
  return {
    text: item.str,
    left,
    right: left + item.width,
    base: item.transform[5] ?? 0,
    size: sizeOf(item),
    isSpaced: false,
  };
}

function sizeOf({ transform, height }: TextItem): number {
  return Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || height || 1;
}

function isSameLine(line: OpenLine, item: TextItem): boolean {
  const size = Math.max(line.size, sizeOf(item));
  if (item.str === '') return true;
  const isLevel = Math.abs((item.transform[5] ?? 0) - line.base) <= SAME_BASE * size;
  return isLevel && (item.transform[4] ?? 0) >= line.right - size;
}

function append(line: OpenLine, item: TextItem): void {
  if (item.str.trim() === '') {
    line.isSpaced ||= item.str !== '';
    return;
  }
  const left = item.transform[4] ?? 0;
  line.text = `${line.text}${separator(line, left, item.str)}${item.str}`;
  line.right = Math.max(line.right, left + item.width);
  line.size = Math.max(line.size, sizeOf(item));
  line.isSpaced = false;
}

function separator(line: OpenLine, left: number, next: string): string {
  const gap = left - line.right;
  if (gap > CELL_GAP * line.size) return '\t';
  const isApart = line.isSpaced || gap > WORD_GAP * line.size;
  return isApart && !/\s$/u.test(line.text) && !/^\s/u.test(next) ? ' ' : '';
}
