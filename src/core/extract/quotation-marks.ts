import type { Line } from './lines.ts';

/**
 * Words between quotation marks, whoever says them. Speech that runs over paragraphs opens each of them and closes only
 * the last; every paragraph is a piece of its own.
 */
export interface Quotation {
  /** Of the words, without the marks. */
  readonly start: number;
  readonly end: number;
  /** Place after the closing mark, or the end of the paragraph where the speech goes on. */
  readonly closesAt: number;
  /** Place of the opening mark. */
  readonly opensAt: number;
  readonly isOpen: boolean;
}

interface Style {
  readonly opens: RegExp;
  readonly closes: RegExp;
}

const DOUBLE: Style = {
  opens: /[“„«]|‘‘|(?<![\p{L}\p{N}])(?:"|``)(?=\S)|^\s*"/gu,
  closes: /[”»"]|’’|(?:'')/gu,
};
/** A single mark opens before a word and closes after one; within a word it is an apostrophe. */
const SINGLE: Style = {
  opens: /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}$£€])/gu,
  closes: /(?<=[\p{L}\p{N}.,!?…%)])[’'](?![\p{L}\p{N}])/gu,
};

/** In the order of the text, each within its line. */
export function quotationsIn(text: string, lines: readonly Line[]): readonly Quotation[] {
  const style = styleOf(text);
  return lines.flatMap((line) => (line.kind === 'blank' ? [] : quotationsOfLine(line, style)));
}

/** British papers quote in single marks, and then keep the double ones for quotes within. */
function styleOf(text: string): Style {
  const doubles = text.match(/[“„«"]/gu)?.length ?? 0;
  const singles = [
    ...text.matchAll(/(?<![\p{L}\p{N}])[‘'](?=\p{L})[^‘’'“”"\n]{12,400}?[,.!?][’'](?![\p{L}\p{N}])/gu),
  ].length;
  if (text.includes('‘‘')) return DOUBLE;
  const opened = /(?:^|: |\n)‘\p{Lu}[^‘’\n]{12}/u.test(text);
  if (doubles === 0 && (singles > 0 || opened)) return SINGLE;
  return singles > 1 && singles * 2 > doubles ? SINGLE : DOUBLE;
}

function quotationsOfLine({ text, start: offset }: Line, style: Style): readonly Quotation[] {
  const opens = [...text.matchAll(style.opens)];
  const closes = [...text.matchAll(style.closes)];
  const found: Quotation[] = [];
  let at = 0;
  let next = 0;
  for (const open of opens) {
    const start = open.index + open[0].length;
    if (open.index < at) continue;
    while (next < closes.length && (closes[next]?.index ?? 0) < start) next += 1;
    const chosen = style === SINGLE ? pastApostrophes(closes, next, text) : next;
    const close = closes[chosen];
    const end = close?.index ?? text.length;
    const closesAt = close === undefined ? text.length : close.index + close[0].length;
    found.push({
      start: offset + start,
      end: offset + end,
      opensAt: offset + open.index,
      closesAt: offset + closesAt,
      isOpen: close === undefined,
    });
    at = closesAt;
  }
  return found;
}

/** `investors’ money` closes nothing where a mark after a stop comes later. */
function pastApostrophes(closes: readonly RegExpExecArray[], from: number, text: string): number {
  for (let at = from; at < Math.min(closes.length, from + 6); at += 1) {
    const place = closes[at]?.index ?? 0;
    const isPlural =
      /s$/u.test(text.slice(Math.max(0, place - 1), place)) &&
      /^[’'] \p{Ll}/u.test(text.slice(place, place + 3));
    if (!isPlural || at + 1 >= closes.length) return at;
  }
  return from;
}
