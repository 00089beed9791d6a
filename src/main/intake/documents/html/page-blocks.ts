import { type BlockText, plainSpaces, rowOf } from '../blocks.ts';
import type { TellProgress } from '../wire.ts';
import { childrenOf, type HtmlElement, type HtmlNode, isElement, TEXT } from './node.ts';
import { superscript } from './superscript.ts';

/**
 * The words of a page, block by block, in the order in which they are read. `textContent` would glue the end of one
 * paragraph to the start of the next, and a figure to its neighbour's.
 */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);
const SILENT = new Set(
  (
    'applet area audio base button canvas datalist embed frame frameset head iframe input link map meta meter noembed ' +
    'noframes noscript object optgroup option param picture progress script select source style svg template textarea title ' +
    'track video math'
  ).split(' '),
);

interface Walk {
  readonly out: BlockText;
  readonly tell: TellProgress;
  /** Words of the block that is being read. */
  line: string;
  kind: 'paragraph' | 'item';
}

export function addBlocks(root: HtmlNode, out: BlockText, tell: TellProgress): void {
  const walk: Walk = { out, tell, line: '', kind: 'paragraph' };
  visit(root, walk);
  endBlock(walk);
}

function visit(node: HtmlNode, walk: Walk): void {
  if (node.nodeType === TEXT) {
    walk.line = joined(walk.line, collapsed(node.nodeValue ?? ''));
    return;
  }
  if (!isElement(node)) {
    for (const child of childrenOf(node)) visit(child, walk);
    return;
  }
  if (isSilent(node)) return;
  if (node.localName === 'br') walk.line = `${walk.line.trimEnd()}\n`;
  else if (node.localName === 'sup') walk.line += superscript(node, walk.line);
  else if (node.localName === 'table') visitTable(node, walk);
  else if (node.localName === 'pre') visitPre(node, walk);
  else if (BLOCKS.has(node.localName)) visitBlock(node, walk);
  else for (const child of childrenOf(node)) visit(child, walk);
}

function visitBlock(node: HtmlElement, walk: Walk): void {
  endBlock(walk);
  const before = walk.kind;
  if (node.localName === 'li') walk.kind = 'item';
  for (const child of childrenOf(node)) visit(child, walk);
  endBlock(walk);
  walk.kind = before;
}

function endBlock(walk: Walk): void {
  walk.tell();
  walk.out.add(walk.kind, walk.line);
  if (walk.kind === 'item' && walk.line.trim() !== '') walk.kind = 'paragraph';
  walk.line = '';
}

function visitPre(node: HtmlElement, walk: Walk): void {
  endBlock(walk);
  walk.out.add('paragraph', plainSpaces((node.textContent ?? '').replace(/\r\n?/gu, '\n')));
}

/** A table that only lays the page out, or holds another, is read cell by cell. */
function visitTable(table: HtmlElement, walk: Walk): void {
  endBlock(walk);
  const isLayout = table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null;
  const rows = isLayout ? [] : [...table.querySelectorAll('tr')];
  const widest = Math.max(0, ...rows.slice(0, 1_000).map((row) => cellsOf(row).length));
  if (widest < 2) {
    for (const child of childrenOf(table)) visit(child, walk);
    endBlock(walk);
    return;
  }
  const caption = table.querySelector('caption');
  if (caption !== null) walk.out.add('paragraph', wordsOf(caption, walk));
  for (const row of rows) {
    walk.tell();
    walk.out.add('row', rowOf(cellsOf(row).map((cell) => wordsOf(cell, walk))));
  }
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return [...childrenOf(row)]
    .filter(isElement)
    .filter(({ localName }) => localName === 'td' || localName === 'th');
}

/** All words below a node on one line. */
function wordsOf(node: HtmlNode, { tell }: Walk): string {
  const parts: string[] = [];
  const out: BlockText = { add: (_kind, text) => void parts.push(text), text: () => parts.join(' ') };
  addBlocks(node, out, tell);
  return out.text().replace(/\s+/gu, ' ').trim();
}

function isSilent(node: HtmlElement): boolean {
  return (
    SILENT.has(node.localName) ||
    node.getAttribute('hidden') !== null ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '')
  );
}

function collapsed(text: string): string {
  return plainSpaces(text).replace(/[ \t\n\f\r]+/gu, ' ');
}

/** Two runs of words with one space where either has one. */
function joined(line: string, text: string): string {
  return /(?:^|[ \n])$/.test(line) ? line + text.trimStart() : line + text;
}
