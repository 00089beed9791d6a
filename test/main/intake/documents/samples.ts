import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { parseBytes } from '#main/intake/documents/parse-bytes.ts';
import type { ParsedText, ParseRequest } from '#main/intake/documents/wire.ts';

/** Documents of every format, made by code. Their texts are invented. */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`;

export function wordXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
}

export function paragraph(words: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

export function notesXml(
  kind: 'footnote' | 'endnote',
  notes: readonly (readonly [string, string])[],
): string {
  const all = notes.map(([id, words]) => `<w:${kind} w:id="${id}">${paragraph(words)}</w:${kind}>`).join('');
  return `<w:${kind}s xmlns:w="${WORD}">${all}</w:${kind}s>`;
}

export const CORE = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Harbour loan note</dc:title><dc:creator>Ida Marsh</dc:creator><dcterms:created>2025-10-07T08:00:00Z</dcterms:created></cp:coreProperties>`;

/** A zip of these parts, in their order. */
export async function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content as string), name, { mtime: new Date(0) });
  zip.end();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(zip.outputStream, 'end');
  return new Uint8Array(Buffer.concat(chunks));
}

export function docxOf(
  body: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> {
  return zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': wordXml(body), ...more });
}

export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

/** A PDF with these texts on its pages, in a font of which every letter is 600 thousandths wide. */
export function pdfOf(
  pages: readonly (readonly PdfText[])[],
  { facts = '', isPacked = false }: { readonly facts?: string; readonly isPacked?: boolean } = {},
): Uint8Array {
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< ${facts} >>`,
    ...pages.flatMap((texts, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
      streamOf(texts.map(drawn).join('\n'), isPacked),
    ]),
  ];
  return assembled(objects);
}

function drawn({ x, y, size = 10, text }: PdfText): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}

function streamOf(content: string, isPacked: boolean): string {
  const bytes = Buffer.from(content, 'latin1');
  const body = isPacked ? deflateSync(bytes) : bytes;
  return `<< /Length ${body.length}${isPacked ? ' /Filter /FlateDecode' : ''} >>\nstream\n${body.toString('latin1')}\nendstream`;
}

function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = objects.map((content, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Lines of one column, ten points high, twelve apart. */
export function column(lines: readonly string[], { x = 72, top = 700 } = {}): readonly PdfText[] {
  return lines.map((text, at) => ({ x, y: top - 12 * at, text }));
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

export const ARTICLE = [
  'Quayside Ports said on Monday that it would borrow $1.4bn from three banks, its largest loan since the harbour was widened.',
  'The money pays for two cranes and a rail link to the valley, which the board had put off for a year because steel was dear.',
  '"We waited until the price was right," said Lena Voss, chief financial officer of Quayside, in a call with analysts.',
  'Shares of the company rose 3.5% in Rotterdam, while those of its rival Northern Docks were flat after a weak quarter.',
];

export function page({ head = '', before = '', article = '', after = '' }): string {
  const words = ARTICLE.map((sentence) => `<p>${sentence}</p>`).join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"><title>Quayside borrows $1.4bn | Harbour Post</title>${head}</head><body>${before}<article><h1>Quayside borrows $1.4bn</h1>${words}${article}</article>${after}</body></html>`;
}

/** The readers without the process around them. */
export function parse(
  name: string,
  bytes: Uint8Array,
  more: Partial<ParseRequest> = {},
): Promise<ParsedText> {
  return parseBytes({ name, bytes, isPasted: false, encoding: null, ...more }, () => undefined);
}
