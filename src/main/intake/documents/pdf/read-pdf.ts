import { getDocument, InvalidPDFException, PasswordException } from 'unpdf/pdfjs';
import { PlumblineError } from '#shared/errors.ts';
import { createBlockText } from '../blocks.ts';
import { dayFrom, described } from '../day.ts';
import { DOCUMENT_LIMITS, refuseLongText, tooBig } from '../limits.ts';
import type { ParsedText, ParseRequest, TellProgress } from '../wire.ts';
import { linesOfPage, type PdfLine, type TextItem } from './page-lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutRunningHeads } from './running-heads.ts';

/**
 * The words of a PDF, page by page (SECURITY R33). Text only: no drawing, no forms, no scripts, no fonts of the system;
 * the first fault of the file ends the reading.
 */
export async function readPdf(
  { bytes }: ParseRequest,
  tell: TellProgress,
): Promise<Omit<ParsedText, 'kind'>> {
  const task = getDocument({ ...LOCKED, data: bytes.slice() });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > DOCUMENT_LIMITS.pages) throw tooBig(pdf.numPages, DOCUMENT_LIMITS.pages, 'pages');
    tell();
    const facts = factsOf((await pdf.getMetadata()).info);
    const pages: (readonly PdfLine[])[] = [];
    const counted = { characters: 0, pieces: 0 };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(linesOfPage(await itemsOf(page.streamTextContent(), counted, tell)));
      page.cleanup();
    }
    return { ...facts, text: textOf(pages), publisher: null, url: null };
  } catch (thrown) {
    throw asRefusal(thrown);
  } finally {
    await task.destroy();
  }
}

const LOCKED = {
  isEvalSupported: false,
  useWasm: false,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  stopAtErrors: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  useWorkerFetch: false,
  verbosity: 0,
} as const;

/** As they come, so that a page without end is noticed. */
async function itemsOf(
  content: ReadableStream,
  counted: { characters: number; pieces: number },
  tell: TellProgress,
): Promise<readonly TextItem[]> {
  const items: TextItem[] = [];
  for await (const part of content as AsyncIterable<{ readonly items: readonly object[] }>) {
    for (const item of part.items.filter(isText)) {
      counted.characters += item.str.length;
      counted.pieces += 1;
      items.push(item);
    }
    refuseLongText(counted.characters);
    if (counted.pieces > DOCUMENT_LIMITS.pieces)
      throw tooBig(counted.pieces, DOCUMENT_LIMITS.pieces, 'pieces of text');
    tell();
  }
  tell();
  return items;
}

function isText(item: object): item is TextItem {
  return 'str' in item;
}

function textOf(pages: readonly (readonly PdfLine[])[]): string {
  const out = createBlockText();
  for (const paragraph of paragraphsOf(withoutRunningHeads(pages))) out.add('paragraph', paragraph);
  return out.text();
}

/** Programs that make PDFs often put a file name where the title should be. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint)\b.*|.*\.(?:docx?|indd|pptx?|xlsx?|qxd|pdf|html?|pages))$/i;

function factsOf(info: unknown): Pick<ParsedText, 'title' | 'author' | 'published'> {
  const entry = (key: string): string =>
    typeof info === 'object' && info !== null && Object.hasOwn(info, key)
      ? String(Reflect.get(info, key) ?? '')
      : '';
  const title = described(entry('Title'));
  return {
    title: title === null || NO_TITLE.test(title) ? null : title,
    author: described(entry('Author')),
    published: dayFrom(entry('CreationDate').replace(/^D:/, '')),
  };
}

function asRefusal(thrown: unknown): unknown {
  if (thrown instanceof PlumblineError) return thrown;
  if (thrown instanceof PasswordException)
    return new PlumblineError('DOCUMENT_UNREADABLE', ['The PDF is locked with a password.']);
  if (thrown instanceof InvalidPDFException)
    return new PlumblineError('DOCUMENT_UNREADABLE', ['The PDF is cut off or damaged.']);
  return thrown;
}
