import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { createBlockText } from '../blocks.ts';
import { described } from '../day.ts';
import { decodeText, encodingByMark } from '../decode.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';
import {
  ENCODINGS,
  type EncodingName,
  type ParsedText,
  type ParseRequest,
  type TellProgress,
} from '../wire.ts';
import { factsOf } from './described-by-page.ts';
import { refuseNesting } from './nesting.ts';
import type { HtmlElement, HtmlNode } from './node.ts';
import { addBlocks } from './page-blocks.ts';

/**
 * The article of a page as text, without navigation (SECURITY R32). The tree is built by a parser that runs no script and
 * loads nothing, and never becomes markup again.
 */
export function readHtml(request: ParseRequest, tell: TellProgress): Omit<ParsedText, 'kind'> {
  const html = htmlOf(request).replace(/^\ufeff/, '');
  refuseNesting(html);
  tell();
  const page = treeOf(html);
  tell();
  const facts = factsOf(page);
  const heading = described(page.querySelector('h1')?.textContent);
  const { text, byline } = articleOf(html, page, tell);
  return {
    ...facts,
    author: facts.author ?? byline,
    text: withHeading(text, heading),
  };
}

/** The encoding that the page itself declares counts after a mark and before strict UTF-8 refuses. */
function htmlOf({ bytes, encoding }: ParseRequest): string {
  if (encoding !== null || encodingByMark(bytes) !== null) return decodeText(bytes, encoding);
  try {
    return decodeText(bytes, 'utf-8');
  } catch (refusal) {
    const declared = declaredEncoding(bytes);
    if (declared === null) throw refusal;
    return decodeText(bytes, declared);
  }
}

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i;

function declaredEncoding(bytes: Uint8Array): EncodingName | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1');
  const label = CHARSET.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const name = new TextDecoder(label).encoding;
    return ENCODINGS.find((known) => known === name && known !== 'utf-8') ?? null;
  } catch {
    return null;
  }
}

interface Article {
  readonly text: string;
  readonly byline: string | null;
}

/** What is left of a page once its frame is taken away, where no article can be made out. */
const FRAME = 'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"]';
/** An article shorter than this may be only a part of it: everything but the frame is taken then. */
const SHORT_ARTICLE = 400;

function articleOf(html: string, page: HtmlElement, tell: TellProgress): Article {
  markTables(page);
  const found = readable(page);
  tell();
  const text = found === null ? '' : textOf(found.content, tell);
  const byline = described(found?.byline?.replace(/^by /i, ''));
  if (text.length >= SHORT_ARTICLE) return { text, byline };
  const rest = withoutFrame(html, tell);
  return { text: rest === '' ? text : rest, byline };
}

/** Tables of figures are kept whole: the reader takes short ones for layout unless they say what they are. */
function markTables(page: HtmlElement): void {
  for (const table of page.querySelectorAll('table')) {
    if (table.querySelector('table') === null && /\d/u.test(table.textContent ?? ''))
      table.setAttribute('summary', 'figures');
  }
}

interface Found {
  readonly content: HtmlNode;
  readonly byline: string | null | undefined;
}

/** Null also where the reader gives up on the page. */
function readable(page: HtmlElement): Found | null {
  try {
    const options = { serializer: (node: unknown) => node, maxElemsToParse: DOCUMENT_LIMITS.htmlElements };
    const found = new Readability(page as never, options).parse();
    return found === null ? null : { content: found.content as HtmlNode, byline: found.byline };
  } catch {
    return null;
  }
}

/** From the page anew: the reader has taken the first tree apart. */
function withoutFrame(html: string, tell: TellProgress): string {
  const page = treeOf(html);
  for (const part of [...page.querySelectorAll(FRAME)]) if (part.querySelector('h1') === null) part.remove();
  return textOf(page.querySelector('body') ?? page, tell);
}

function textOf(node: HtmlNode, tell: TellProgress): string {
  const out = createBlockText();
  addBlocks(node, out, tell);
  return out.text();
}

/** The reader drops a heading that says what the title says; the article begins with it. */
function withHeading(text: string, heading: string | null): string {
  if (heading === null || text === '' || flat(text.slice(0, 1_000)).includes(flat(heading))) return text;
  return `${heading}\n\n${text}`;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').toLowerCase();
}

function treeOf(html: string): HtmlElement {
  return parseHTML(html).document as unknown as HtmlElement;
}
