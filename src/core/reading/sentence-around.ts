import type { Placed } from '../extract/placed.ts';

/** How far the words around a place are looked through for the ends of its sentence. */
const REACH = 400;
const ENDS = /[.!?]["”’)]?(?=\s)|\n/gu;

/** The sentence or line that holds a place, without the blanks at its ends; several sentences where it spans them. */
export function sentenceAround(text: string, { start, end }: Placed): Placed {
  const from = Math.max(0, start - REACH);
  const before = [...text.slice(from, start).matchAll(ENDS)].at(-1);
  const after = ENDS_ONCE.exec(text.slice(Math.max(start, end - 1), end + REACH));
  const first = before === undefined ? from : from + before.index + before[0].length;
  const last =
    after === null
      ? Math.min(text.length, end + REACH)
      : Math.max(end, Math.max(start, end - 1) + after.index + (after[0] === '\n' ? 0 : after[0].length));
  return trimmed(text, first, last);
}

const ENDS_ONCE = new RegExp(ENDS.source, 'u');

function trimmed(text: string, first: number, last: number): Placed {
  const words = text.slice(first, last);
  const lead = words.length - words.trimStart().length;
  return { start: first + lead, end: first + words.trimEnd().length };
}
