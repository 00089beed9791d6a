import { type Line, linesOf } from '#core/extract/lines.ts';
import type { Aside, Stretch } from '../reading.ts';

/**
 * The text as the reader lays it out. Law: every block is a slice of the frozen text, in its order, and nothing of the
 * text but line breaks, and spaces at the edges of lines, is left out; what a block looks like never changes its words.
 */
export interface Block extends Stretch {
  readonly look: 'heading' | 'paragraph' | 'item' | 'row';
  /** A blank line stands before it. */
  readonly isApart: boolean;
}

/** What is shown together: a table of rows, a stretch that is set aside, or a block by itself. */
export type Item =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'table'; readonly rows: readonly Block[] }
  | { readonly kind: 'aside'; readonly aside: Aside; readonly blocks: readonly Block[] };

/** Items that are laid out, and given their marks, together when they come near the window. */
export interface Chunk extends Stretch {
  readonly items: readonly Item[];
}

/** A line of a hostile file may hold the whole of it; laid out in one piece it would hold up the window. */
const LONGEST_BLOCK = 4_000;
const CHUNK_LENGTH = 8_000;

export function chunksOf(text: string, setAside: readonly Aside[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let items: Item[] = [];
  let length = 0;
  for (const item of itemsOf(blocksOf(text), setAside)) {
    items.push(item);
    length += lengthOf(item);
    if (length < CHUNK_LENGTH) continue;
    chunks.push(chunkOf(items));
    items = [];
    length = 0;
  }
  return items.length === 0 ? chunks : [...chunks, chunkOf(items)];
}

function chunkOf(items: readonly Item[]): Chunk {
  return { items, start: blocksIn(items[0])[0]?.start ?? 0, end: blocksIn(items.at(-1)).at(-1)?.end ?? 0 };
}

function blocksIn(item: Item | undefined): readonly Block[] {
  if (item === undefined) return [];
  if (item.kind === 'block') return [item.block];
  return item.kind === 'table' ? item.rows : item.blocks;
}

function lengthOf(item: Item): number {
  return blocksIn(item).reduce((sum, { start, end }) => sum + end - start + 40, 0);
}

export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let isApart = false;
  for (const line of linesOf(text)) {
    if (line.kind === 'blank') {
      isApart = true;
      continue;
    }
    for (const part of partsOf(text, trimmed(text, line))) {
      blocks.push({ ...part, look: lookOf(line), isApart });
      isApart = false;
    }
  }
  return blocks;
}

/** Spaces at the edges of a line would only indent it by chance. */
function trimmed(text: string, { start, end }: Line): Stretch {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

/** Only a short line is a heading to the eye; a byline or a caption need not be one. */
function lookOf({ kind, text }: Line): Block['look'] {
  if (kind === 'blank') return 'paragraph';
  if (kind !== 'heading') return kind;
  return text.trim().length <= 90 && !/\d\s*$/u.test(text) ? 'heading' : 'paragraph';
}

function partsOf(text: string, { start, end }: Stretch): readonly Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  while (end - from > LONGEST_BLOCK) {
    const until = breakBefore(text, from, from + LONGEST_BLOCK);
    parts.push({ start: from, end: until });
    from = until;
  }
  return [...parts, { start: from, end }];
}

/** After the last space, else between two characters, never inside a surrogate pair. */
function breakBefore(text: string, from: number, most: number): number {
  const space = text.lastIndexOf(' ', most - 1);
  if (space > from + LONGEST_BLOCK / 2) return space + 1;
  return /[\udc00-\udfff]/.test(text.charAt(most)) ? most - 1 : most;
}

/** Blocks of a table or of what is set aside that are laid out in one piece. */
const MOST_TOGETHER = 60;

function itemsOf(blocks: readonly Block[], setAside: readonly Aside[]): readonly Item[] {
  const ordered = [...setAside].sort((a, b) => a.start - b.start);
  let at = 0;
  return runsOf(blocks, (block) => {
    while ((ordered[at]?.end ?? Number.POSITIVE_INFINITY) <= block.start) at += 1;
    const aside = ordered[at];
    return aside !== undefined && block.start >= aside.start ? aside : block.look === 'row' ? 'table' : null;
  }).map(({ of, run }) => {
    if (of === 'table') return { kind: 'table', rows: run };
    if (of !== null) return { kind: 'aside', aside: of, blocks: run };
    return { kind: 'block', block: run[0] };
  });
}

interface Run<K> {
  readonly of: K | null;
  readonly run: [Block, ...Block[]];
}

/** Joins neighbours of one kind; those of none stay by themselves. */
function runsOf<K>(blocks: readonly Block[], kindOf: (block: Block) => K | null): readonly Run<K>[] {
  const runs: Run<K>[] = [];
  for (const block of blocks) {
    const of = kindOf(block);
    const last = runs.at(-1);
    if (of !== null && last?.of === of && last.run.length < MOST_TOGETHER) last.run.push(block);
    else runs.push({ of, run: [block] });
  }
  return runs;
}

/** The cells of a row, by tabs or by upright strokes; the marks between them belong to no cell. */
export function cellsOf(text: string, { start, end }: Stretch): readonly Stretch[] {
  const line = text.slice(start, end);
  const isTabbed = line.includes('\t');
  const cells: Stretch[] = [];
  for (const { 0: part, index } of line.matchAll(isTabbed ? /[^\t]+/gu : /[^|]+/gu)) {
    if (part.trim() === '' && !isTabbed) continue;
    const lead = part.length - part.trimStart().length;
    const from = start + index + lead;
    cells.push({ start: from, end: from + Math.max(part.trim().length, 0) });
  }
  return cells;
}
