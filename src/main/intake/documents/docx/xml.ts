import { SaxesParser, type SaxesTagNS } from 'saxes';
import { PlumblineError } from '#shared/errors.ts';
import { encodingByMark } from '../decode.ts';
import { DOCUMENT_LIMITS } from '../limits.ts';

/** An element as it opens. Its namespace is told apart by what it is bound to, never by its prefix. */
export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  /** By local name; the first of each counts. */
  readonly attribute: (name: string) => string | null;
}

export interface XmlListener {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML in passing, nothing is held. Law (SECURITY R30): a document type is refused, so there are no entities but the
 * five of XML itself; nesting is limited; bytes that are no UTF-8 or UTF-16 are refused.
 * Throws DOCUMENT_UNSAFE or DOCUMENT_UNREADABLE.
 */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw unsafe('It declares a document type, which could name other files or multiply itself.');
  });
  parser.on('error', (cause) => {
    throw new PlumblineError('DOCUMENT_UNREADABLE', ['One of its parts is not well-formed XML.'], { cause });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DOCUMENT_LIMITS.xmlDepth)
      throw unsafe(
        `Its elements stand inside each other more than ${DOCUMENT_LIMITS.xmlDepth} deep; that is the limit.`,
      );
    listener.open?.(elementOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(elementOf(tag));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  for await (const text of textOf(bytes)) parser.write(text);
  parser.close();
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingByMark(chunk) ?? 'utf-8', { fatal: true });
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    uri: tag.uri,
    name: tag.local,
    attribute: (name) => Object.values(tag.attributes).find(({ local }) => local === name)?.value ?? null,
  };
}

function unsafe(sentence: string): PlumblineError {
  return new PlumblineError('DOCUMENT_UNSAFE', [sentence]);
}
