import { describe, expect, test } from 'vitest';
import { CONTENT_TYPES, CORE, docxOf, notesXml, paragraph, parse, wordXml, zipOf } from './samples.ts';

const LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

async function textOf(body: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  return (await parse('a.docx', await docxOf(body, more))).text;
}

describe('the words of a DOCX', () => {
  test('are its paragraphs, headings, items and rows in their order', async () => {
    const cell = (words: string): string => `<w:tc>${paragraph(words)}</w:tc>`;
    const body = [
      paragraph('Quayside borrows', '<w:pStyle w:val="Heading1"/>'),
      paragraph('It was said on Monday.'),
      paragraph('two cranes', LIST),
      paragraph('a rail link', LIST),
      `<w:tbl><w:tr>${cell('Year')}${cell('Sum')}</w:tr><w:tr>${cell('2025')}${cell('$1.4bn | more')}</w:tr></w:tbl>`,
      paragraph('The end.'),
    ].join('');
    expect(await textOf(body)).toBe(
      'Quayside borrows\n\nIt was said on Monday.\n\n- two cranes\n- a rail link\n\n| Year | Sum |\n| 2025 | $1.4bn ¦ more |\n\nThe end.',
    );
  });

  test('leave out what is deleted, moved away, hidden, a field code or a second form', async () => {
    const run = (inner: string): string => `<w:r>${inner}</w:r>`;
    const body = `<w:p>${[
      run('<w:t>Paid </w:t>'),
      `<w:del>${run('<w:delText>$2bn</w:delText>')}</w:del>`,
      `<w:ins>${run('<w:t>$3bn</w:t>')}</w:ins>`,
      `<w:moveFrom>${run('<w:t> moved</w:t>')}</w:moveFrom>`,
      run('<w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t>'),
      run('<w:instrText>HYPERLINK</w:instrText>'),
      '<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> twice</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      run('<w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c</w:t>'),
    ].join('')}</w:p>`;
    expect(await textOf(body)).toBe('Paid $3bn once\ta-b\nc');
  });

  test('end with their notes, numbered as they are met', async () => {
    const mark = (kind: string, id: string): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = `<w:p><w:r><w:t>$3bn</w:t></w:r>${mark('endnote', '5')}<w:r><w:t> and $4bn</w:t></w:r>${mark('footnote', '2')}</w:p>`;
    const more = {
      'word/footnotes.xml': notesXml('footnote', [
        ['-1', 'separator'],
        ['2', 'At the rate of May.'],
      ]),
      'word/endnotes.xml': notesXml('endnote', [['5', 'Not audited.']]),
    };
    expect(await textOf(body, more)).toBe(
      '$3bn[1] and $4bn[2]\n\n[1] Not audited.\n\n[2] At the rate of May.',
    );
  });

  test('come with the title, author and day of the document', async () => {
    const bytes = await docxOf(paragraph('words'), { 'docProps/core.xml': CORE });
    expect(await parse('a.docx', bytes)).toMatchObject({
      title: 'Harbour loan note',
      author: 'Ida Marsh',
      published: '2025-10-07',
    });
  });

  test('are the same under other prefixes and the strict namespace', async () => {
    const xml = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>words</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = await zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': xml });
    expect((await parse('a.docx', bytes)).text).toBe('words');
  });
});

const SPACES = ' '.repeat(40_000_000);
const nested = (depth: number): string =>
  `${'<w:x>'.repeat(depth)}${'</w:x>'.repeat(depth)}${paragraph('x')}`;
const parts = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`p/${at}`, '']));

/** Words that do not pack as well as repeats do. */
function varied(seed: number): string {
  return Array.from({ length: 24 }, (_, at) => Math.sin(seed * 31 + at)).join(' and ');
}

/** What the list of the archive says, changed in place. */
function listed(zip: Uint8Array, change: (entry: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(zip);
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) change(bytes.subarray(at));
  return new Uint8Array(bytes);
}

function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1'));
}

describe('a DOCX is refused', () => {
  test.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    [
      'with more than 5,000 parts',
      () => docxOf(paragraph('x'), parts(4_999)),
      'DOCUMENT_TOO_BIG',
      /5,001 parts; the limit is 5,000/,
    ],
    [
      'with a part that unpacks to more than 200 times its size',
      () => docxOf(paragraph('x'), { 'media.bin': SPACES }),
      'DOCUMENT_UNSAFE',
      /unpacks to [\d,]+ times its size or more; the limit is 200 times/,
    ],
    [
      'whose words unpack to more than its list says',
      async () =>
        listed(await docxOf(`${SPACES}${paragraph('x')}`), (entry) => {
          if (entry.readUInt32LE(24) > 1_000_000) entry.writeUInt32LE(900_000, 24);
        }),
      'DOCUMENT_UNREADABLE',
      /^$/,
    ],
    [
      'that says it unpacks to more than a gigabyte',
      async () =>
        listed(await docxOf(paragraph('x'), { 'a.bin': 'x'.repeat(300), 'b.bin': 'y' }), (entry) => {
          entry.writeUInt32LE(400_000_000, 24);
          entry.writeUInt32LE(300_000_000, 20);
        }),
      'DOCUMENT_TOO_BIG',
      /1,200,000,000 bytes when unpacked; the limit is 1,000,000,000/,
    ],
    [
      'with a name that leads out of it',
      async () => renamed(await docxOf(paragraph('x'), { 'aa/evil.xml': 'x' }), 'aa/evil.xml', '../evil.xml'),
      'DOCUMENT_UNSAFE',
      /leads out of the document/,
    ],
    [
      'with a name of a drive',
      async () => renamed(await docxOf(paragraph('x'), { 'aa/evil.xml': 'x' }), 'aa/evil.xml', 'C:/evil.xml'),
      'DOCUMENT_UNSAFE',
      /leads out of the document/,
    ],
    [
      'with a name from the root',
      async () => renamed(await docxOf(paragraph('x'), { 'aa/evil.xml': 'x' }), 'aa/evil.xml', '/a/evil.xml'),
      'DOCUMENT_UNSAFE',
      /leads out of the document/,
    ],
    [
      'with NUL in a name',
      async () =>
        renamed(await docxOf(paragraph('x'), { 'aa/evil.xml': 'x' }), 'aa/evil.xml', 'aa/ev\0l.xml'),
      'DOCUMENT_UNSAFE',
      /leads out of the document/,
    ],
    [
      'with the same name twice, whatever its case',
      () => docxOf(paragraph('x'), { 'WORD/document.xml': wordXml(paragraph('other')) }),
      'DOCUMENT_UNSAFE',
      /same name/,
    ],
    [
      'with locked parts',
      async () =>
        listed(await docxOf(paragraph('x')), (entry) => entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8)),
      'DOCUMENT_UNSAFE',
      /password/,
    ],
    [
      'with a document type',
      () =>
        zipOf({
          '[Content_Types].xml': CONTENT_TYPES,
          'word/document.xml': `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${wordXml(paragraph('&b;'))}`,
        }),
      'DOCUMENT_UNSAFE',
      /document type/,
    ],
    ['with elements 65 deep', () => docxOf(nested(63)), 'DOCUMENT_UNSAFE', /more than 64 deep/],
    ['with macros', () => docxOf(paragraph('x'), { 'word/vbaProject.bin': 'x' }), 'DOCUMENT_TYPE', /macros/],
    ['that is a workbook', () => zipOf({ 'xl/workbook.xml': '<a/>' }), 'DOCUMENT_TYPE', /no DOCX document/],
    [
      'with words that are no XML',
      () => zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': '<a><b></a>' }),
      'DOCUMENT_UNREADABLE',
      /well-formed/,
    ],
    [
      'with more than five million characters',
      () => docxOf(Array.from({ length: 12_000 }, (_, at) => paragraph(varied(at))).join('')),
      'DOCUMENT_TOO_BIG',
      /characters of text; the limit is 5,000,000/,
    ],
  ])('%s', async (_what, made, code, detail) => {
    const refused = await parse('a.docx', await made()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code });
    expect((refused as { readonly details: readonly string[] }).details.join(' ')).toMatch(detail);
  });

  test('and just within the limits it is taken', async () => {
    expect(await textOf(nested(62))).toBe('x');
    expect(await textOf(paragraph('x'), parts(4_998))).toBe('x');
  });
});
