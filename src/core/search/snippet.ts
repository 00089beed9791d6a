import type { TermPlace } from './places.ts';

/** A piece of a text around what was looked for. */
export interface Snippet {
  readonly parts: readonly { readonly text: string; readonly isHit: boolean }[];
  /** Where the hits that it is chosen for begin in the text; null where it shows none. */
  readonly at: number | null;
}

/** So many characters are shown around the hits. */
const WIDTH = 180;
const LEAD = 50;

/** The stretch with the most of the terms, the first such; the beginning of the text where none stands in it. */
export function snippetOf(text: string, places: readonly TermPlace[]): Snippet {
  const first = bestStart(places);
  const hit = first?.start ?? 0;
  const from = Math.min(hit, wordStart(text, Math.max(0, hit - LEAD)));
  const until = wordEnd(text, Math.min(text.length, Math.max(from + WIDTH, (first?.end ?? 0) + 25)));
  const inside = places.filter(({ start, end }) => start >= from && end <= until);
  return {
    parts: [
      ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
      ...piecesOf(text, inside, { from, until }),
      ...(until < text.length ? [{ text: ' …', isHit: false }] : []),
    ],
    at: first?.start ?? null,
  };
}

/** The whole text with its hits marked. */
export function markedText(text: string, places: readonly TermPlace[]): Snippet['parts'] {
  return piecesOf(text, places, { from: 0, until: text.length });
}

function piecesOf(
  text: string,
  places: readonly TermPlace[],
  { from, until }: { readonly from: number; readonly until: number },
): Snippet['parts'] {
  const parts: { text: string; isHit: boolean }[] = [];
  const add = (start: number, end: number, isHit: boolean): void => {
    const piece = text.slice(start, end).replace(/\s+/gu, ' ');
    if (piece !== '') parts.push({ text: piece, isHit });
  };
  let reached = from;
  for (const { start, end } of places) {
    if (start < reached) continue;
    add(reached, start, false);
    add(start, end, true);
    reached = end;
  }
  add(reached, until, false);
  return parts;
}

/** Where the most of the terms stand together; of equals the closest together, then the first. */
function bestStart(places: readonly TermPlace[]): TermPlace | undefined {
  let best = places[0];
  let most = { terms: 0, width: 0 };
  places.forEach((place, at) => {
    const found = togetherFrom(places, at);
    const isBetter = found.terms > most.terms || (found.terms === most.terms && found.width < most.width);
    if (!isBetter) return;
    most = found;
    best = place;
  });
  return best;
}

/** How many terms stand within reach of a place, and how far the last of them goes. */
function togetherFrom(
  places: readonly TermPlace[],
  at: number,
): { readonly terms: number; readonly width: number } {
  const from = places[at]?.start ?? 0;
  const near = new Set<number>();
  let width = 0;
  for (const { end, term } of places.slice(at)) {
    if (end > from + WIDTH - LEAD) break;
    if (near.has(term)) continue;
    near.add(term);
    width = end - from;
  }
  return { terms: near.size, width };
}

/** The next beginning of a word within a short reach, or the place itself, never inside a pair of surrogates. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const gap = text.slice(at, at + 25).search(/\s/u);
  return gap < 0 ? whole(text, at) : at + gap + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const before = text.slice(Math.max(0, at - 25), at);
  const gap = before.search(/\s\S*$/u);
  return gap < 0 ? whole(text, at) : at - (before.length - gap);
}

function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
