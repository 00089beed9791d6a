import { linesOf } from './lines.ts';

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

const DOUBLE: Style = { opens: /[“„«"]|(?:``)/gu, closes: /[”»"]|(?:'')/gu };
/** A single mark opens before a word and closes after one; within a word it is an apostrophe. */
const SINGLE: Style = {
  opens: /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}$£€])/gu,
  closes: /(?<=[\p{L}\p{N}.,!?…%)])[’'](?![\p{L}\p{N}])/gu,
};

export function quotationsIn(text: string): readonly Quotation[] {
  const style = styleOf(text);
  return linesOf(text).flatMap(({ start, end }) => quotationsOfLine(text, { start, end }, style));
}

/** British papers quote in single marks, and then keep the double ones for quotes within. */
function styleOf(text: string): Style {
  const doubles = text.match(/[“„«"]/gu)?.length ?? 0;
  const singles = [
    ...text.matchAll(/(?<![\p{L}\p{N}])[‘'](?=\p{L})[^‘’'“”"\n]{12,}?[,.!?][’'](?![\p{L}\p{N}])/gu),
  ].length;
  return singles > 1 && singles * 2 > doubles ? SINGLE : DOUBLE;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function quotationsOfLine(text: string, line: Span, { opens, closes }: Style): readonly Quotation[] {
  const found: Quotation[] = [];
  let at = line.start;
  for (;;) {
    const open = firstFrom(opens, text, { start: at, end: line.end });
    if (open === null) return found;
    const start = open.index + open[0].length;
    const close = firstFrom(closes, text, { start, end: line.end });
    const end = close?.index ?? line.end;
    found.push({
      start,
      end,
      opensAt: open.index,
      closesAt: close === null ? line.end : close.index + close[0].length,
      isOpen: close === null,
    });
    if (close === null) return found;
    at = close.index + close[0].length;
  }
}

function firstFrom(pattern: RegExp, text: string, { start, end }: Span): RegExpExecArray | null {
  const search = new RegExp(pattern.source, pattern.flags);
  search.lastIndex = start;
  const match = search.exec(text);
  return match === null || match.index >= end ? null : match;
}
