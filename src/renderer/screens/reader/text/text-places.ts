import type { Stretch } from '../reading.ts';
import type { Chunk } from './blocks.ts';
import { chunkAt } from './segments.ts';

/** Between places of the page and offsets into the text. */
interface DomPlace {
  readonly node: Node;
  readonly offset: number;
}

/** The element that holds the words at a place, or the nearest before it; null where they are folded away. */
export function elementAt(pane: HTMLElement, chunks: readonly Chunk[], place: number): HTMLElement | null {
  const chunk = pane.querySelector(`[data-chunk="${chunkAt(chunks, place)}"]`);
  let found: HTMLElement | null = null;
  for (const element of chunk?.querySelectorAll<HTMLElement>('[data-at]') ?? []) {
    if (Number(element.dataset.at) > place) break;
    found = element;
  }
  return found;
}

export function domPlaceAt(pane: HTMLElement, chunks: readonly Chunk[], place: number): DomPlace | null {
  const element = elementAt(pane, chunks, place);
  if (element === null) return null;
  const node = element.firstChild;
  if (node === null) return { node: element, offset: 0 };
  const length = node.textContent?.length ?? 0;
  return { node, offset: Math.min(Math.max(place - Number(element.dataset.at), 0), length) };
}

/** The offset of a place in the page; null where it is no words of the document. */
export function offsetOf(pane: HTMLElement, node: Node | null, offset: number): number | null {
  if (node === null || !pane.contains(node)) return null;
  const parent = node instanceof HTMLElement ? node : node.parentElement;
  const holder = parent?.closest<HTMLElement>('[data-at]') ?? null;
  if (holder !== null) return Number(holder.dataset.at) + (node instanceof HTMLElement ? 0 : offset);
  return edgeOf(node, offset);
}

/** A selection of whole paragraphs ends between them: before the next words, or after the last ones. */
function edgeOf(node: Node, offset: number): number | null {
  const next = node.childNodes[offset];
  const first = next instanceof HTMLElement ? holderIn(next, 0) : null;
  if (first !== null) return Number(first.dataset.at);
  const before = node.childNodes[offset - 1];
  const last = before instanceof HTMLElement ? holderIn(before, -1) : null;
  return last === null ? null : Number(last.dataset.at) + (last.textContent?.length ?? 0);
}

function holderIn(element: HTMLElement, at: number): HTMLElement | null {
  if (element.matches('[data-at]')) return element;
  return [...element.querySelectorAll<HTMLElement>('[data-at]')].at(at) ?? null;
}

/** The words that are selected in the pane, without spaces at either end; null where there are none. */
export function selectedStretch(pane: HTMLElement, text: string): Stretch | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(pane, range.startContainer, range.startOffset);
  const end = offsetOf(pane, range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const words = text.slice(start, end);
  if (words.trim() === '') return null;
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + lead + words.trim().length };
}
