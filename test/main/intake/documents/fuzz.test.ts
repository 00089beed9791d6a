import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Hostile, hostileDocx, hostilePages, hostilePdfs, hostileTexts } from './hostile.ts';
import { chanceFrom, mutated } from './mutate.ts';
import { type OpenParser, openParser } from './open-parser.ts';
import {
  ARTICLE,
  bytesOf,
  CONTENT_TYPES,
  CORE,
  column,
  docxOf,
  notesXml,
  page,
  paragraph,
  pdfOf,
  wordXml,
  zipOf,
} from './samples.ts';

/**
 * Hostile and mutated files of every format through the built parsing process (SECURITY F9): each is taken or refused by a
 * code, within its time; the process stays whole; nothing is polluted; nothing is written. PLUMBLINE_FUZZ=10000 runs as
 * many mutations of each format; CI runs fewer.
 */
const MUTATIONS = Number(process.env['PLUMBLINE_FUZZ'] ?? 2_000);
const SEED = Number(process.env['PLUMBLINE_SEED'] ?? 20_251_103);
const PROCESS = join(import.meta.dirname, '../../../../out/main/document-process.js');
const CODES = /^(?:taken|DOCUMENT_(?:TYPE|TOO_BIG|ENCODING|UNSAFE|UNREADABLE|EMPTY|TIMEOUT))$/;

let parser: OpenParser;
const before = { files: [] as string[] };

beforeAll(() => {
  if (!existsSync(PROCESS)) throw new Error('Build first: npm run build');
  before.files = readdirSync(join(PROCESS, '..'));
  parser = openParser(PROCESS);
});
afterAll(() => parser.close());

type Made = (chance: (limit: number) => number) => Uint8Array | Promise<Uint8Array>;

const WORDS = ARTICLE.join('\r\n');
const LINES = column(WORDS.match(/.{1,60}(?:\s|$)/g) ?? []);
const CHANGED: Readonly<Record<string, readonly Made[]>> = {
  'a.txt': [
    bytesOf(WORDS),
    bytesOf(`\ufeff${WORDS} €£ \u202e`),
    new Uint8Array(Buffer.from(`\ufeff${WORDS}`, 'utf16le')),
  ].map(changed),
  'a.md': [bytesOf(`# Loan\n\n${WORDS}\n\n| a | b |\n|---|---|\n| $1bn | 2% |\n`)].map(changed),
  'a.html': [
    page({ article: '<table><tr><th>Year<th>Sum<tr><td>2025<td>$1.4bn</table><ul><li>a<li>b</ul>' }),
    page({
      head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Loan","datePublished":"2025-11-03"}</script>',
      before: '<nav><a href=/>Home</a></nav>',
    }),
  ].map((html) => changed(bytesOf(html))),
  'a.pdf': [
    pdfOf([LINES, column(['Second page'])], { facts: '/Title (Loan)' }),
    pdfOf([LINES], { isPacked: true }),
  ].map(changed),
  'a.docx': [async (chance) => mutated(await docxOf(BODY, MORE), chance), changedParts],
};

const BODY = `${paragraph('Loan', '<w:pStyle w:val="Heading1"/>')}${ARTICLE.map((words) => paragraph(words)).join('')}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`;
const MORE = { 'docProps/core.xml': CORE, 'word/footnotes.xml': notesXml('footnote', [['2', 'Note']]) };

function changed(bytes: Uint8Array): Made {
  return (chance) => mutated(bytes, chance);
}

/** A sound archive around changed words: what a broken archive would never let through. */
function changedParts(chance: (limit: number) => number): Promise<Uint8Array> {
  const parts = { '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': wordXml(BODY), ...MORE };
  const victim = ['word/document.xml', 'word/document.xml', 'word/footnotes.xml', 'docProps/core.xml'][
    chance(4)
  ];
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name,
        name === victim ? mutated(bytesOf(text), chance, 2) : text,
      ]),
    ),
  );
}

/** Longest time and the count of each outcome. */
interface Tally {
  slowest: number;
  readonly outcomes: Map<string, number>;
}

async function tried({ name, bytes }: Omit<Hostile, 'what'>, tally: Tally): Promise<string> {
  const startedAt = performance.now();
  const outcome = await parser.parse(name, bytes);
  tally.slowest = Math.max(tally.slowest, performance.now() - startedAt);
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
  return outcome;
}

function newTally(): Tally {
  return { slowest: 0, outcomes: new Map() };
}

function said(what: string, { slowest, outcomes }: Tally): void {
  const counts = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  process.stdout.write(
    `${what}: ${counts}; slowest ${Math.round(slowest)} ms, ${parser.restarts()} restarts, ${Math.round(parser.peak() / 1e6)} MB\n`,
  );
}

describe('hostile files', () => {
  test.each<[string, () => readonly Hostile[] | Promise<readonly Hostile[]>]>([
    ['text', () => hostileTexts('txt')],
    ['Markdown', () => hostileTexts('md')],
    ['HTML', hostilePages],
    ['PDF', hostilePdfs],
    ['DOCX', hostileDocx],
  ])(
    'of %s are taken or refused within the limits',
    async (what, files) => {
      const tally = newTally();
      for (const file of await files()) expect(await tried(file, tally), file.what).toMatch(CODES);
      said(`${what}, hostile`, tally);
      expect(tally.slowest).toBeLessThan(21_500);
    },
    400_000,
  );
});

describe(`${MUTATIONS.toLocaleString('en')} mutated files`, () => {
  test.each(['a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx'])(
    'of %s are taken or refused',
    async (name) => {
      const made = CHANGED[name] ?? [];
      const chance = chanceFrom(SEED);
      const tally = newTally();
      const restarts = parser.restarts();
      for (let at = 0; at < MUTATIONS; at += 1) {
        const bytes = (await made[at % made.length]?.(chance)) ?? new Uint8Array();
        expect(await tried({ name, bytes }, tally), `mutation ${at} of ${name}`).toMatch(CODES);
      }
      said(name, tally);
      // The process that parses stays alive: neither a crash nor a file that it had to be killed for.
      expect(parser.restarts() - restarts).toBe(0);
      expect(tally.outcomes.get('taken') ?? 0).toBeGreaterThan(MUTATIONS / 50);
    },
    900_000,
  );
});

test('afterwards a good file is read as ever, nothing is polluted and nothing is written', async () => {
  expect(await parser.parse('a.html', bytesOf(page({})))).toBe('taken');
  expect(parser.lastText()).toContain('$1.4bn from three banks');
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(readdirSync(join(PROCESS, '..'))).toEqual(before.files);
});
