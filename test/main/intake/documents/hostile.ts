import { bytesOf, CONTENT_TYPES, docxOf, page, paragraph, pdfOf, wordXml, zipOf } from './samples.ts';

/** Files that somebody built to do harm, by format; each must be taken or refused by code within the limits. */
export interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LINE = 'x $1.4bn of words, 3.5% and \u202eright to left\u202c. '.repeat(240_000).slice(0, 10_000_000);
const HALVES = Buffer.from('\ufeff\ud800\udc00\udc00\ud800 \ud83d\ud83d a \udfff'.repeat(50_000), 'utf16le');

export function hostileTexts(ending: 'txt' | 'md'): readonly Hostile[] {
  const name = `a.${ending}`;
  return [
    { what: '10 MB on one line', name, bytes: bytesOf(LINE) },
    { what: 'lone halves of pairs', name, bytes: new Uint8Array(HALVES) },
    { what: 'NUL only', name, bytes: new Uint8Array(1_000_000) },
    {
      what: 'half UTF-8, half UTF-16',
      name,
      bytes: new Uint8Array([...bytesOf('€ words '), ...HALVES.subarray(0, 99)]),
    },
    { what: 'right to left', name, bytes: bytesOf('\u202e\u2066\u2067\u2068'.repeat(300_000)) },
    { what: 'combining marks', name, bytes: bytesOf(`e${'\u0301'.repeat(2_000_000)}`) },
    { what: 'four million brackets', name, bytes: bytesOf('['.repeat(4_000_000)) },
    { what: 'more than the limit', name, bytes: new Uint8Array(20_000_001).fill(0x20) },
  ];
}

export function hostilePages(): readonly Hostile[] {
  const of = (what: string, html: string): Hostile => ({ what, name: 'a.html', bytes: bytesOf(html) });
  const big = (part: string, size = 5_000_000): string => part.repeat(Math.floor(size / part.length));
  return [
    of('deep nesting', `<body>${big('<div>')}`),
    of('deep nesting with quotation marks', `<body>${big('<div title="a>b">')}`),
    of('deep nesting in a script that never ends', `<body><script>${big('<div>')}`),
    of('deep tables', `<body>${big('<table><tr><td>', 600_000)}`),
    of('deep lists', `<body>${big('<ul><li>', 600_000)}`),
    of('unclosed formatting', `<body>${big('<b><i>', 600_000)}`),
    of('a million elements', `<body>${big('<p>x', 8_000_000)}`),
    of('angle brackets only', `<body>${big('<', 20_000)}`),
    of('comments that never end', `<body>${big('<!--', 1_000_000)}`),
    of('an attribute that never ends', `<body><a href="${big('x')}`),
    of('many attributes', `<body><p ${Array.from({ length: 5_000 }, (_, at) => `a${at}=1`).join(' ')}>x`),
    of('entities', `<body><p>${big('&amp;&nbsp;', 50_000)}`),
    of('10 MB on one line', `<body><p>${LINE}`),
    of(
      'a bomb of entities',
      `<!DOCTYPE html [<!ENTITY a "${big('x', 1_000)}"><!ENTITY b "&a;&a;&a;">]><p>&b;&b;`,
    ),
    of(
      'JSON-LD without end',
      page({ head: `<script type="application/ld+json">${big('[', 900_000)}</script>` }),
    ),
    of(
      'JSON-LD with a prototype',
      page({
        head: '<script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"Article","constructor":{"prototype":{"polluted":1}}}</script>',
      }),
    ),
    of('a table of spans', page({ article: '<table><tr><td rowspan=65534 colspan=1000>1<td>2</table>' })),
    of(
      'names of prototypes',
      page({
        article:
          '<__proto__ __proto__="1" constructor="2">x</__proto__><meta name="__proto__" content="polluted">',
      }),
    ),
    { what: 'UTF-16 with lone halves', name: 'a.html', bytes: new Uint8Array(HALVES) },
  ];
}

export function hostilePdfs(): readonly Hostile[] {
  const of = (what: string, bytes: Uint8Array): Hostile => ({ what, name: 'a.pdf', bytes });
  const good = Buffer.from(pdfOf([[{ x: 72, y: 700, text: 'Some words of a page.' }]])).toString('latin1');
  const changed = (from: string | RegExp, to: string): Uint8Array =>
    new Uint8Array(Buffer.from(good.replace(from, to), 'latin1'));
  return [
    of('a page that is its own parent', changed('/Kids [5 0 R]', '/Kids [2 0 R 5 0 R]')),
    of(
      'a font that runs code (CVE-2024-4367)',
      changed(
        '/BaseFont /Courier',
        '/BaseFont /X /FontMatrix [1 0 0 1 0 (1\\); process.exit\\(7\\)] /FirstChar 1 /LastChar 1 /Widths [1]',
      ),
    ),
    of('a billion pages', changed('/Count 1', '/Count 1000000000')),
    of('a negative length', changed(/\/Length \d+/, '/Length -1')),
    of('a length of itself', changed(/\/Length \d+/, '/Length 6 0 R')),
    of('deep arrays', changed('/MediaBox [0 0 612 792]', `/MediaBox ${'['.repeat(200_000)}`)),
    of(
      'deep dictionaries',
      changed('/Type /Page /Parent', `/X ${'<< /A '.repeat(100_000)} /Type /Page /Parent`),
    ),
    of(
      'script on opening',
      changed('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    ),
    of('no end', new Uint8Array(Buffer.from(good.slice(0, good.length / 2), 'latin1'))),
    of(
      'a mark and noise',
      new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 0xa5)])),
    ),
    of(
      'many texts',
      pdfOf([Array.from({ length: 20_000 }, (_, at) => ({ x: at % 600, y: at % 700, text: 'x' }))], {
        isPacked: true,
      }),
    ),
  ];
}

export async function hostileDocx(): Promise<readonly Hostile[]> {
  const of = (what: string, bytes: Uint8Array): Hostile => ({ what, name: 'a.docx', bytes });
  const lol = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${paragraph('&b;')}`;
  const zeros = new Uint8Array(40_000_000).fill(0x20);
  const good = await docxOf(paragraph('words'));
  return [
    of('a bomb of zeros', await docxOf(paragraph('words'), { 'word/media.bin': zeros })),
    of('a bomb in the words', await docxOf(`${' '.repeat(40_000_000)}${paragraph('x')}`)),
    of('a size that lies', lying(await docxOf(`${' '.repeat(40_000_000)}${paragraph('x')}`))),
    of('entities', await zipOf({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': lol })),
    of('deep elements', await docxOf('<w:p>'.repeat(100_000))),
    of('a deep prefix', await docxOf('<a:b xmlns:a="x">'.repeat(5_000))),
    of('a name out of the document', renamed(good, 'word/document.xml', '../../document.xml')),
    of('a name of a drive', renamed(good, 'word/document.xml', 'C:/d/document.xml')),
    of(
      'the same name twice',
      renamed(
        await docxOf(paragraph('x'), { 'word/document2xml': 'x' }),
        'word/document2xml',
        'word/document.xml',
      ),
    ),
    of(
      'too many parts',
      await docxOf(
        paragraph('x'),
        Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`p/${at}`, ''])),
      ),
    ),
    of(
      'names of prototypes',
      await docxOf('<w:p w:__proto__="1"><w:r><w:__proto__/><w:t>x</w:t></w:r></w:p>', {
        __proto__x: 'x',
        constructor: 'x',
      }),
    ),
    of('another document in it', await docxOf(paragraph('x'), { 'word/embeddings/a.docx': good })),
    of('macros', await docxOf(paragraph('x'), { 'word/vbaProject.bin': 'x' })),
    of('no words', await zipOf({ 'a.txt': 'x' })),
    of('half of it', good.subarray(0, good.length >> 1)),
    of(
      'UTF-16 in the words',
      await zipOf({
        '[Content_Types].xml': CONTENT_TYPES,
        'word/document.xml': Buffer.from(
          `\ufeff${wordXml(paragraph('x')).replace('UTF-8', 'UTF-16')}`,
          'utf16le',
        ),
      }),
    ),
  ];
}

/** Names of one length, changed in the list and at the part. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(
    Buffer.from(
      Buffer.from(zip)
        .toString('latin1')
        .replaceAll(from, to.padEnd(from.length, 'x').slice(0, Math.max(from.length, to.length))),
      'latin1',
    ),
  );
}

/** The list says that every part is small. */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  )
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(1_000, at + 24);
  return new Uint8Array(bytes);
}
