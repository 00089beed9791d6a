import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '#main/intake/documents/document-parser.ts';
import { startNodeParser } from '#main/intake/documents/node-parser.ts';
import type { ParserEnd, ParserProcess } from '#main/intake/documents/parser.ts';
import type { ParseRequest } from '#main/intake/documents/wire.ts';
import { ARTICLE, bytesOf, column, docxOf, page, paragraph, pdfOf } from './samples.ts';

/** The built parsing process, and stand-ins for one that misbehaves. */
const PROCESS = join(import.meta.dirname, '../../../../out/main/document-process.js');
const start = () => startNodeParser(PROCESS);

beforeAll(() => {
  if (!existsSync(PROCESS)) throw new Error('Build first: npm run build');
});

function requestOf(name: string, bytes: Uint8Array): ParseRequest {
  return { name, bytes, isPasted: false, encoding: null };
}

describe('the built process', () => {
  test('parses every format', async () => {
    const words = ARTICLE.join('\n');
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['a.txt', bytesOf(words)],
      ['a.md', bytesOf(`# Loan\n\n${words}`)],
      ['a.html', bytesOf(page({}))],
      ['a.pdf', pdfOf([column(words.match(/.{1,70}(?:\s|$)/g) ?? [])], { isPacked: true })],
      ['a.docx', await docxOf(ARTICLE.map((sentence) => paragraph(sentence)).join(''))],
    ];
    for (const [name, bytes] of files) {
      const parsed = await parseDocument(start, requestOf(name, bytes));
      expect(parsed).toMatchObject({ name, size: bytes.length });
      expect(parsed.text).toContain('$1.4bn from three banks');
      expect(parsed.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('gives lone halves of pairs, NUL and marks of direction as they are', async () => {
    const text = '\ufeffa\0b \ud800 \u202e\u2028 \ud83d\udcc8';
    const parsed = await parseDocument(
      start,
      requestOf('a.txt', new Uint8Array(Buffer.from(text, 'utf16le'))),
    );
    expect(parsed.text).toBe(text);
  });

  test('says of a refused file what it refused', async () => {
    await expect(parseDocument(start, requestOf('a.pdf', bytesOf('%PDF-1.7 nothing')))).rejects.toMatchObject(
      {
        code: 'DOCUMENT_UNREADABLE',
      },
    );
  });

  test('is killed in the middle of a page that would take it half a minute', async () => {
    const slow = bytesOf(`<body>${'<'.repeat(300_000)}`);
    const startedAt = performance.now();
    await expect(
      parseDocument(start, requestOf('a.html', slow), { patience: { wall: 10_000, still: 3_000 } }),
    ).rejects.toMatchObject({ code: 'DOCUMENT_TIMEOUT' });
    expect(performance.now() - startedAt).toBeLessThan(9_000);
  });

  test('has no more memory than it may have', async () => {
    const wide = bytesOf(`<body>${'<i>x</i>'.repeat(990_000)}`);
    await expect(parseDocument(start, requestOf('a.html', wide))).rejects.toMatchObject({
      code: expect.stringMatching(/^DOCUMENT_(?:TOO_BIG|TIMEOUT)$/),
    });
  });

  test('is stopped when nobody waits any more', async () => {
    const stop = new AbortController();
    const parsing = parseDocument(start, requestOf('a.txt', bytesOf('words')), { signal: stop.signal });
    stop.abort();
    await expect(parsing).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

interface Double {
  readonly process: ParserProcess;
  readonly say: (line: string) => void;
  readonly end: (how: ParserEnd) => void;
  readonly killed: () => number;
}

/** A process that says what the test says. */
function double(): Double {
  let kills = 0;
  let listener: (line: string) => void = () => undefined;
  let leave: (end: ParserEnd) => void = () => undefined;
  return {
    process: {
      send: () => undefined,
      onLine: (given) => {
        listener = given;
      },
      onExit: (given) => {
        leave = given;
      },
      kill: () => {
        kills += 1;
      },
    },
    say: (line) => listener(line),
    end: (how) => leave(how),
    killed: () => kills,
  };
}

const REQUEST = requestOf('a.txt', bytesOf('words'));
const PATIENCE = { wall: 400, still: 100 };
const PROGRESS = '{"progress":true}';

function parsedLine(more: object): string {
  const parsed = { kind: 'text', text: 'x', title: null, publisher: null, author: null, url: null };
  return JSON.stringify({ parsed: { ...parsed, published: null, ...more } });
}

describe('a process', () => {
  test('that comes no further is killed', async () => {
    const child = double();
    await expect(parseDocument(() => child.process, REQUEST, { patience: PATIENCE })).rejects.toMatchObject({
      code: 'DOCUMENT_TIMEOUT',
      details: ['Reading was stopped after 0.1 seconds without coming further; that is the limit.'],
    });
    expect(child.killed()).toBe(1);
  });

  test('that always comes further is killed when its time is over', async () => {
    const child = double();
    const ticking = setInterval(() => child.say(PROGRESS), 20);
    await expect(parseDocument(() => child.process, REQUEST, { patience: PATIENCE })).rejects.toMatchObject({
      code: 'DOCUMENT_TIMEOUT',
      details: ['Reading was stopped after 0.4 seconds in all; that is the limit.'],
    });
    clearInterval(ticking);
    expect(child.killed()).toBe(1);
  });

  test.each<[ParserEnd, string]>([
    ['stopped', 'DOCUMENT_UNREADABLE'],
    ['out-of-memory', 'DOCUMENT_TOO_BIG'],
  ])('that %s refuses its document', async (how, code) => {
    const child = double();
    const parsing = parseDocument(() => child.process, REQUEST);
    child.end(how);
    await expect(parsing).rejects.toMatchObject({ code });
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['another shape', '{"done":1}'],
    ['more keys', parsedLine({ sha256: '00' })],
    ['a prototype', '{"__proto__":{"parsed":1}}'],
    ['a day that is none', parsedLine({ published: 'soon' })],
    ['a kind that is none', parsedLine({ kind: 'exe' })],
    ['no text', parsedLine({ text: '' })],
    ['a title without end', parsedLine({ title: 'x'.repeat(2_000) })],
    ['a code of others', JSON.stringify({ refused: { code: 'LEDGER_MISSING', details: [] } })],
    ['an inherited code', JSON.stringify({ refused: { code: 'DOCUMENT_toString', details: [] } })],
  ])('that says %s is not believed', async (_what, line) => {
    const child = double();
    const parsing = parseDocument(() => child.process, REQUEST);
    child.say(line);
    await expect(parsing).rejects.toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    expect(child.killed()).toBe(1);
  });

  test('cannot say another hash, size or name than those of the bytes', async () => {
    const child = double();
    const parsing = parseDocument(() => child.process, REQUEST);
    child.say(parsedLine({ text: 'other words' }));
    expect(await parsing).toMatchObject({
      name: 'a.txt',
      size: 5,
      sha256: 'dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e',
    });
  });
});
