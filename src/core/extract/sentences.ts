import type { Line } from './lines.ts';
import { holding, type Placed } from './placed.ts';

/**
 * The sentences of a text with their places. Law: they are in order, never overlap, never leave their line, and none lies
 * in what is set aside. A bullet gives sentences of kind `item`, a table row is one sentence.
 */
export interface Sentence extends Placed {
  readonly text: string;
  readonly kind: 'heading' | 'prose' | 'item' | 'row';
  /** Index of its line; sentences of one line are one paragraph. */
  readonly line: number;
  readonly isFirstOfLine: boolean;
  /** Index of the heading, or of the lead-in that ends in a colon, that it stands under. */
  readonly under: number | null;
}

export function sentencesOf(lines: readonly Line[], excluded: readonly Placed[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let heading: number | null = null;
  let leadIn: number | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'blank' || holding(excluded, line.start) !== null) continue;
    const isLeadIn = line.kind !== 'row' && /:\s*$/u.test(line.text);
    const isListed = line.kind === 'item' || line.kind === 'row';
    if (!isListed) leadIn = null;
    for (const each of sentencesOfLine(line, at, isListed ? (leadIn ?? heading) : heading))
      sentences.push(each);
    if (isLeadIn) leadIn = at;
    else if (line.kind === 'heading') [heading, leadIn] = [at, at];
  }
  return sentences;
}

const BULLET = /^\s*(?:[-•*·‣▪◦–—]|\d{1,2}[.)])\s+/u;

function sentencesOfLine(line: Line, at: number, under: number | null): readonly Sentence[] {
  const lead = line.kind === 'item' ? (BULLET.exec(line.text)?.[0].length ?? 0) : 0;
  const kind = line.kind === 'paragraph' || line.kind === 'blank' ? 'prose' : line.kind;
  const cuts = kind === 'row' ? [] : endsIn(line.text);
  const spans = [...cuts, line.text.length].map((end, place) => ({ start: cuts[place - 1] ?? lead, end }));
  return spans.flatMap(({ start, end }) => {
    const raw = line.text.slice(start, end);
    const text = raw.trim();
    if (text === '') return [];
    const from = line.start + start + raw.length - raw.trimStart().length;
    return [
      { start: from, end: from + text.length, text, kind, line: at, isFirstOfLine: start === lead, under },
    ];
  });
}

const END = /(?<![.!?…])[.!?…]+["”’'»)\]]*\s+(?=["“‘'«([]*(?:\p{Lu}|\d|[$£€₹¥]|\p{Ll}{1,2}\p{Lu}))/gu;
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Hon|Rev|Sr|Jr|St|Mt|Ft|Inc|Corp|Co|Cos|Ltd|Bros|Pty|Pvt|No|Nos|vs|v|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|incl|Fig|Rs|cf|etc|al|ca|\p{L}|(?:\p{L}\.)+\p{L})\.$/u;
/** Abbreviations that may end a sentence, and words that then begin the next. */
const MAY_END = /(?:(?:\p{L}\.){2,}|\b(?:Inc|Corp|Cos?|Ltd|Bros|Jr|Sr|etc)\.)$/u;
const STARTER =
  /^["“‘']?(?:The|A|An|It|Its|In|On|At|He|She|They|We|But|And|This|That|These|Those|For|However|Meanwhile|Shares|Analysts|As|If|While|After|Last|Under|Since|Earlier|Separately)\b/u;
const LONGEST_ABBREVIATION = 12;

/** Places right after the end of each sentence but the last. */
function endsIn(line: string): readonly number[] {
  return [...line.matchAll(END)].flatMap((match) => {
    const closed = match.index + match[0].trimEnd().length;
    const before = line.slice(Math.max(0, match.index - LONGEST_ABBREVIATION), match.index + 1);
    const next = line.slice(closed, closed + LONGEST_ABBREVIATION * 2).trimStart();
    const isShort = ABBREVIATION.test(before) && !/^[.!?…]{2}|^[!?]/u.test(match[0]);
    return isShort && !(MAY_END.test(before) && STARTER.test(next)) ? [] : [closed];
  });
}
