import { getDocument, InvalidPDFException, PasswordException } from 'unpdf/pdfjs';
import { PlumblineError } from '#shared/errors.ts';
import { createBlockText } from '../blocks.ts';
import { dayFrom, described } from '../day.ts';
import { DOCUMENT_LIMITS, refuseLongText, tooBig } from '../limits.ts';
import type { ParsedText, ParseRequest, TellProgress } from '../wire.ts';
import { linesOfPage, type PdfLine } from './page-lines.ts';
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
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = linesOfPage(items.flatMap((item) => ('str' in item ? [item] : [])));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      refuseLongText(length);
      pages.push(lines);
      page.cleanup();
      tell();
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
