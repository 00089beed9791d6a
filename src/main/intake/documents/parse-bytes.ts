import { PlumblineError } from '#shared/errors.ts';
import { decodeText } from './decode.ts';
import { type DocumentKind, kindByName, refuseOtherBytes } from './document-type.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { DOCUMENT_LIMITS, refuseLongText, tooBig } from './limits.ts';
import { takeRefusedAllocation } from './memory-guard.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ParsedText, ParseRequest, TellProgress } from './wire.ts';

/**
 * Bytes of a document to its text and what it says of itself; runs in the parsing process only. Throws PlumblineError
 * with a DOCUMENT_ code and nothing else: what a library says of a file may quote it and is dropped.
 */
export async function parseBytes(request: ParseRequest, tell: TellProgress): Promise<ParsedText> {
  try {
    const kind = request.isPasted ? 'text' : kindByName(request.name);
    const { length } = request.bytes;
    if (length > DOCUMENT_LIMITS.bytes[kind]) throw tooBig(length, DOCUMENT_LIMITS.bytes[kind], 'bytes');
    if (!request.isPasted) refuseOtherBytes(kind, request.bytes);
    const read = await READERS[kind](request, tell);
    refuseLongText(read.text.length);
    if (read.text.trim() === '') throw new PlumblineError('DOCUMENT_EMPTY', [emptySentence(kind)]);
    return { kind, ...read };
  } catch (thrown) {
    throw asRefusal(thrown);
  }
}

type Read = Omit<ParsedText, 'kind'>;
type Reader = (request: ParseRequest, tell: TellProgress) => Read | Promise<Read>;

const READERS: Readonly<Record<DocumentKind, Reader>> = {
  text: readPlain,
  markdown: readPlain,
  html: readHtml,
  pdf: readPdf,
  docx: readDocx,
};

/** Exactly as it is in the file: places in the text are places in the file. */
function readPlain({ bytes, encoding }: ParseRequest): Read {
  const text = decodeText(bytes, encoding);
  return { text, title: null, publisher: null, author: null, url: null, published: null };
}

function emptySentence(kind: DocumentKind): string {
  return kind === 'pdf'
    ? 'Its pages hold pictures only, or nothing.'
    : 'Nothing is left of it but spaces and line breaks.';
}

function asRefusal(thrown: unknown): PlumblineError {
  const refused = takeRefusedAllocation();
  if (refused !== null) return refused;
  if (thrown instanceof PlumblineError) return thrown;
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message))
    return new PlumblineError('DOCUMENT_UNSAFE', [
      'Its parts stand inside each other too deeply to be read.',
    ]);
  return new PlumblineError('DOCUMENT_UNREADABLE', [], { cause: thrown });
}
