import { refuseLongText } from './limits.ts';

/**
 * How the blocks of a page, a PDF or a DOCX become one text. Law: a paragraph or heading is one line with a blank line
 * around it; items and rows of one list or table follow each other; no two blocks are ever glued together.
 */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'row';
  readonly text: string;
}

export interface BlockText {
  /** Blank blocks are passed over. Throws DOCUMENT_TOO_BIG once the text is too long. */
  readonly add: (kind: Block['kind'], text: string) => void;
  readonly text: () => string;
}

export function createBlockText(): BlockText {
  const parts: string[] = [];
  let length = 0;
  let before: Block['kind'] | null = null;

  const add = (kind: Block['kind'], raw: string): void => {
    const text = raw.replace(/^[ \t\n]+|[ \t\n]+$/gu, '');
    if (text === '') return;
    const gap = before === null ? '' : before === kind && kind !== 'paragraph' ? '\n' : '\n\n';
    const part = `${gap}${kind === 'item' ? '- ' : ''}${text}`;
    length += part.length;
    refuseLongText(length);
    parts.push(part);
    before = kind;
  };
  return { add, text: () => parts.join('') };
}

/** The cells of a row as `| a | b |`; a stroke inside a cell becomes a broken one. Empty rows are blank. */
export function rowOf(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim().replaceAll('|', '¦'));
  return texts.every((text) => text === '') ? '' : `| ${texts.join(' | ')} |`;
}

/** Layout, not words: spaces that do not break, hyphens that show only at a line's end. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2007\u202f]/gu, ' ').replace(/\u00ad/gu, '');
}
