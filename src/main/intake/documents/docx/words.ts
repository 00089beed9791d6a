import { type BlockText, plainSpaces, rowOf } from '../blocks.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/**
 * The words of a Word part in their order: paragraphs, list items, rows of tables. Left out: what tracked changes delete or
 * move away, hidden text, field codes, and the second form of what stands twice for older programs.
 */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const LEFT_OUT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt']);

interface Paragraph {
  text: string;
  isItem: boolean;
}

interface Run {
  readonly start: number;
  isHidden: boolean;
}

interface Table {
  /** Cells of the row that is being read; the last one is open. */
  cells: string[][];
}

/** Number to print for a footnote or endnote when its mark is met. */
export type NoteNumber = (kind: 'footnote' | 'endnote', id: string) => number;

interface State {
  readonly out: BlockText;
  readonly noteNumber: NoteNumber;
  /** Paragraphs inside each other: a text box stands inside one. */
  readonly paragraphs: Paragraph[];
  readonly tables: Table[];
  readonly runs: Run[];
  /** Elements left out that are open. */
  silent: number;
  isText: boolean;
}

/** Gives every block to `out` as soon as it ends. */
export function wordsListener(out: BlockText, noteNumber: NoteNumber): XmlListener {
  const state: State = { out, noteNumber, paragraphs: [], tables: [], runs: [], silent: 0, isText: false };
  return {
    open: (element) => {
      if (isLeftOut(element)) state.silent += 1;
      if (state.silent === 0 && WORD.has(element.uri)) open(state, element);
    },
    close: (element) => {
      if (isLeftOut(element)) state.silent -= 1;
      else if (state.silent === 0 && WORD.has(element.uri)) close(state, element.name);
    },
    text: (text) => {
      if (state.isText && state.silent === 0) write(state, plainSpaces(text));
    },
  };
}

function isLeftOut({ uri, name }: XmlElement): boolean {
  return (uri === COMPATIBILITY && name === 'Fallback') || (WORD.has(uri) && LEFT_OUT.has(name));
}

function open(state: State, element: XmlElement): void {
  OPENED.get(element.name)?.(state, element);
}

function close(state: State, name: string): void {
  CLOSED.get(name)?.(state);
}

const OPENED: ReadonlyMap<string, (state: State, element: XmlElement) => void> = new Map([
  ['p', (state) => void state.paragraphs.push({ text: '', isItem: false })],
  ['numId', (state, element) => markItem(state, element.attribute('val') !== '0')],
  [
    'pStyle',
    (state, element) => markItem(state, /^list(?!ofcontents)/i.test(element.attribute('val') ?? '')),
  ],
  [
    'r',
    (state) => void state.runs.push({ start: state.paragraphs.at(-1)?.text.length ?? 0, isHidden: false }),
  ],
  ['vanish', hideRun],
  ['t', (state) => setText(state, true)],
  ['tab', (state) => write(state, state.runs.length > 0 ? '\t' : '')],
  ['br', (state) => write(state, '\n')],
  ['cr', (state) => write(state, '\n')],
  ['noBreakHyphen', (state) => write(state, '-')],
  ['footnoteReference', (state, element) => writeNote(state, 'footnote', element)],
  ['endnoteReference', (state, element) => writeNote(state, 'endnote', element)],
  ['tbl', (state) => void state.tables.push({ cells: [] })],
  ['tc', (state) => void state.tables.at(-1)?.cells.push([])],
]);

const CLOSED: ReadonlyMap<string, (state: State) => void> = new Map([
  ['t', (state: State) => setText(state, false)],
  ['r', endRun],
  ['p', endParagraph],
  ['tr', endRow],
  ['tbl', (state: State) => void state.tables.pop()],
]);

function setText(state: State, isText: boolean): void {
  state.isText = isText;
}

function write(state: State, text: string): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph !== undefined) paragraph.text += text;
}

function writeNote(state: State, kind: 'footnote' | 'endnote', element: XmlElement): void {
  write(state, `[${state.noteNumber(kind, element.attribute('id') ?? '')}]`);
}

function markItem(state: State, isItem: boolean): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph !== undefined && isItem) paragraph.isItem = true;
}

function hideRun(state: State, element: XmlElement): void {
  const run = state.runs.at(-1);
  if (run !== undefined && !/^(?:0|false|off)$/.test(element.attribute('val') ?? '')) run.isHidden = true;
}

function endRun(state: State): void {
  const run = state.runs.pop();
  const paragraph = state.paragraphs.at(-1);
  if (run?.isHidden === true && paragraph !== undefined) paragraph.text = paragraph.text.slice(0, run.start);
}

function endParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  if (paragraph === undefined) return;
  const cell = state.tables.at(-1)?.cells.at(-1);
  if (cell !== undefined) cell.push(paragraph.text);
  else state.out.add(paragraph.isItem ? 'item' : 'paragraph', paragraph.text);
}

/** A table inside a cell becomes words of that cell. */
function endRow(state: State): void {
  const table = state.tables.at(-1);
  if (table === undefined) return;
  const cells = table.cells.map((cell) => cell.join(' '));
  table.cells = [];
  const outer = state.tables.at(-2)?.cells.at(-1);
  if (outer !== undefined) outer.push(cells.join(' '));
  else if (cells.length === 1) state.out.add('paragraph', cells[0] ?? '');
  else state.out.add('row', rowOf(cells));
}
