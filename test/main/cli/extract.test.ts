import { createHash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ARTICLE, bytesOf, column, docxOf, page, paragraph, pdfOf } from '../intake/documents/samples.ts';
import { type Desk, newDesk } from './run-cli.ts';

/** `plumbline extract` as people run it, on files of every format. */
let desk: Desk;
const TEXT = `\ufeff${ARTICLE.join('\r\n')}\r\n`;

beforeEach(async () => {
  desk = newDesk({ sample: false });
  const words = ARTICLE.join(' ').match(/.{1,70}(?:\s|$)/g) ?? [];
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'a.txt': TEXT,
    'a.html': bytesOf(page({ head: '<meta property="og:site_name" content="Harbour Post">' })),
    'a.pdf': pdfOf([column(words)]),
    'a.docx': await docxOf(ARTICLE.map((one) => paragraph(one)).join('')),
    'old.txt': Uint8Array.of(0x80, 0x35, 0x6d),
    'evil.html': '<div>'.repeat(1_000),
    'sheet.xlsx': 'x',
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(desk.folder, name), bytes);
});

test('prints the places of the file as it is, and the hash of its text', () => {
  const { json, exit } = desk.run('extract', 'a.txt', '--json');
  expect(exit).toBe(0);
  expect(Object.keys(json)).toEqual([
    'source',
    'text_sha256',
    'money',
    'percents',
    'quotes',
    'deals',
    'reactions',
    'metrics',
    'excluded',
  ]);
  expect(json.text_sha256).toBe(createHash('sha256').update(TEXT).digest('hex'));
  const [sum] = json.money;
  expect(sum).toMatchObject({ text: '$1.4bn', low: 1_400_000_000, high: 1_400_000_000, currency: 'USD' });
  expect(TEXT.slice(sum.start, sum.end)).toBe('$1.4bn');
  for (const { text, start, end } of [...json.percents, ...json.quotes])
    expect(TEXT.slice(start, end)).toBe(text);
});

test('reads every format, several files at once', () => {
  const { json, exit } = desk.run('extract', 'a.html', 'a.pdf', 'a.docx', '--json');
  expect(exit).toBe(0);
  expect(json.documents.map(({ file }: { file: string }) => file)).toEqual(['a.html', 'a.pdf', 'a.docx']);
  for (const document of json.documents) {
    expect(document.money.map(({ text }: { text: string }) => text)).toContain('$1.4bn');
    expect(document.percents.map(({ text }: { text: string }) => text)).toEqual(['3.5%']);
  }
  expect(json.documents[0].source).toMatchObject({ publisher: 'Harbour Post' });
});

test('says it in words without --json', () => {
  const { out } = desk.run('extract', 'a.txt');
  expect(out).toMatch(/\d+ money, 1 percents, \d+ quotes/);
  expect(out).toMatch(/money +\$1\.4bn = 1,400,000,000 USD, exact, at 52/);
});

describe('a refused file exits with 3 and one document of JSON', () => {
  test.each<[string, readonly string[], string]>([
    ['of another encoding', ['old.txt'], 'DOCUMENT_ENCODING'],
    ['of another kind', ['sheet.xlsx'], 'DOCUMENT_TYPE'],
    ['nested too deep', ['evil.html'], 'DOCUMENT_UNSAFE'],
    ['that is not there', ['none.txt'], 'DOCUMENT_UNREADABLE'],
    ['among good ones', ['a.txt', 'evil.html'], 'DOCUMENT_UNSAFE'],
    ['that is a link', ['link.txt'], 'DOCUMENT_TYPE'],
  ])('%s', (_what, files, code) => {
    if (files[0] === 'link.txt') symlinkSync(join(desk.folder, 'a.txt'), join(desk.folder, 'link.txt'));
    const { json, exit } = desk.run('extract', ...files, '--json');
    expect(exit).toBe(3);
    expect(Object.keys(json)).toEqual(['error']);
    expect(json.error.code).toBe(code);
    expect(json.error.details.join(' ')).toContain(files.at(-1));
  });
});

test('an encoding that is said is used; one that is none is wrong usage', () => {
  expect(desk.run('extract', 'old.txt', '--encoding', 'windows-1252', '--json').json.money).toMatchObject([
    { text: '€5m', currency: 'EUR' },
  ]);
  expect(desk.run('extract', 'old.txt', '--encoding', 'rot13').exit).toBe(2);
});
