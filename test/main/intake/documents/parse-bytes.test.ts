import { describe, expect, test } from 'vitest';
import { PlumblineError } from '#shared/errors.ts';
import { bytesOf, docxOf, paragraph, parse, pdfOf } from './samples.ts';

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await parse(name, bytes);
    return 'taken';
  } catch (thrown) {
    return thrown instanceof PlumblineError ? thrown.code : 'other';
  }
}

const PDF = pdfOf([[{ x: 72, y: 700, text: 'Some words.' }]]);
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0);
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
const PROGRAM = Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0);
const LINK = Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0);
const WORDS = bytesOf('Plain words of a note.');

describe('a file whose name and bytes disagree', () => {
  test.each<[string, Uint8Array]>([
    ['note.txt', PDF],
    ['note.txt', ZIP],
    ['note.txt', OLE],
    ['note.txt', PROGRAM],
    ['note.txt', LINK],
    ['note.txt', bytesOf('{\\rtf1 words}')],
    ['note.txt', bytesOf('SQLite format 3\0')],
    ['note.txt', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['note.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['note.txt', bytesOf('<!DOCTYPE html><p>words')],
    ['note.txt', bytesOf('\ufeff  <html lang="en">words')],
    ['note.md', PDF],
    ['note.md', PROGRAM],
    ['page.html', PDF],
    ['page.html', ZIP],
    ['page.html', OLE],
    ['page.html', bytesOf('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    ['page.htm', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46)],
    ['paper.pdf', WORDS],
    ['paper.pdf', ZIP],
    ['paper.pdf', bytesOf('<html>not a paper')],
    ['paper.docx', WORDS],
    ['paper.docx', PDF],
    ['paper.docx', OLE],
    ['paper.docx', Uint8Array.of(0x50, 0x4b, 5, 6)],
    ['paper.doc', OLE],
    ['sheet.xls', OLE],
    ['sheet.xlsx', ZIP],
    ['paper.docm', ZIP],
    ['mail.eml', WORDS],
    ['program.exe', PROGRAM],
    ['note', WORDS],
    ['note.pdf.lnk', LINK],
    ['note.', WORDS],
  ])('%s is refused', async (name, bytes) => {
    expect(await refusal(name, bytes)).toBe('DOCUMENT_TYPE');
  });

  test.each(['note.txt', 'NOTE.TXT', 'a.b.text', 'note.md', 'note.markdown', 'page.html'])(
    '%s with words is taken',
    async (name) => {
      expect(await refusal(name, WORDS)).toBe('taken');
    },
  );
});

describe('plain text', () => {
  test.each([
    'Line one\r\nline two\rline three\n',
    '\ufeffWith a mark in front',
    'a\0b',
    'right \u202eto left\u202c and \u200f marks',
    'e\u0301 stays two characters; \u00a0 stays too',
  ])('is kept exactly: %j', async (text) => {
    expect((await parse('note.txt', bytesOf(text))).text).toBe(text);
    expect((await parse('note.md', bytesOf(text))).text).toBe(text);
  });

  test('of UTF-16 with its mark is read, lone halves of pairs too', async () => {
    const text = '\ufeffPrice \u20ac3 \ud800 and \udc00\ud83d\udcc8';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect((await parse('note.txt', new Uint8Array(little))).text).toBe(text);
    expect((await parse('note.txt', new Uint8Array(big))).text).toBe(text);
  });

  test('of an older Windows program is asked about, and read once its encoding is said', async () => {
    const bytes = Uint8Array.of(0x50, 0x61, 0x69, 0x64, 0x20, 0x80, 0x35, 0x20, 0x96, 0x20, 0xa3, 0x36);
    await expect(parse('note.txt', bytes)).rejects.toMatchObject({
      code: 'DOCUMENT_ENCODING',
      details: [expect.stringMatching(/from byte 6 on.*--encoding windows-1252/)],
    });
    expect((await parse('note.txt', bytes, { encoding: 'windows-1252' })).text).toBe('Paid €5 – £6');
  });

  test('cut off inside a character is asked about', async () => {
    expect(await refusal('note.txt', bytesOf('Paid €').subarray(0, 6))).toBe('DOCUMENT_ENCODING');
    expect(await refusal('note.txt', Uint8Array.of(0xff, 0xfe, 0x41))).toBe('DOCUMENT_ENCODING');
  });

  test('that is pasted needs no ending and may hold anything', async () => {
    const text = '<html>pasted %PDF- words';
    expect(await parse('Pasted text', bytesOf(text), { isPasted: true })).toMatchObject({
      kind: 'text',
      text,
    });
  });

  test('of five million characters is taken, one more is not', async () => {
    const long = `${'x'.repeat(4_999_999)}.`;
    expect((await parse('note.txt', bytesOf(long))).text).toHaveLength(5_000_000);
    await expect(parse('note.txt', bytesOf(`${long}.`))).rejects.toMatchObject({
      code: 'DOCUMENT_TOO_BIG',
      details: ['It has 5,000,001 characters of text; the limit is 5,000,000.'],
    });
  });
});

describe('a document without words', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['empty.txt', () => new Uint8Array()],
    ['blank.txt', () => bytesOf(' \r\n\t ')],
    ['blank.html', () => bytesOf('<html><body><script>1</script></body></html>')],
    ['scan.pdf', () => pdfOf([[]])],
    ['blank.docx', () => docxOf(paragraph(''))],
  ])('%s is refused as empty', async (name, bytes) => {
    expect(await refusal(name, await bytes())).toBe('DOCUMENT_EMPTY');
  });
});
