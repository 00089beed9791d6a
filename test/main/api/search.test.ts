import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHead } from '#main/ledger/commit.ts';
import { undo } from '#main/ledger/history.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { Change } from '#main/ledger/write-entries.ts';
import type { InputOf, OutputOf, RequestOf } from '#shared/contract/procedure.ts';
import { searchTopic, type searchTopic as Topic } from '#shared/contract/search.ts';
import { addDeal, newLedger, write } from '../ledger/temp-ledger.ts';
import { callingOn } from './calling.ts';
import { sampleLedger } from './sample-ledger.ts';

type Told = OutputOf<(typeof Topic)['find']>;
type Asked = RequestOf<(typeof Topic)['find']>;

async function find(ledger: WritableLedger, asked: Asked): Promise<Told> {
  return callingOn(ledger)<Told>('search', 'find', asked);
}

async function idsOf(ledger: WritableLedger, asked: Asked): Promise<string[]> {
  const { groups } = await find(ledger, { limit: 200, ...asked });
  return groups.flatMap(({ hits }) => hits.map(({ id }) => id));
}

function document(title: string, content: string, more: object = {}): Change {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    op: 'add',
    noun: 'source',
    fields: { title, content, sha256, kind: 'press', reliability: 'C', ...more },
  };
}

const plain = (parts: Told['groups'][number]['hits'][number]['snippet']) =>
  parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

describe('searching words', () => {
  it('shows documents with the words around the first hit, and where it stands', async () => {
    const { ledger } = newLedger();
    const text = `Northgate Water said on Monday that\nit had agreed a loan. ${'More was said. '.repeat(30)}The Loan runs to 2031.`;
    const [id] = write(ledger, [document('A utility borrows', text, { publisher: 'The Ledger' })]).ids;
    const { groups } = await find(ledger, { text: 'loan northgate' });
    const hit = groups[0]?.hits[0];
    expect([groups.length, groups[0]?.noun, groups[0]?.count, hit?.id, hit?.at]).toEqual([
      1,
      'source',
      1,
      id,
      0,
    ]);
    expect(plain(hit?.snippet ?? [])).toContain(
      '[Northgate] Water said on Monday that it had agreed a [loan].',
    );
    expect((await idsOf(ledger, { text: '"agreed a loan" -monday' })).length).toBe(0);
    expect(await idsOf(ledger, { text: 'publisher' })).toEqual([]);
    expect(await idsOf(ledger, { text: 'north', isTyping: true })).toEqual([id]);
    expect(await idsOf(ledger, { text: 'north' })).toEqual([]);
  });

  it('finds entries by the names of what they refer to, and says which field holds the words', async () => {
    const { ledger } = newLedger();
    const { figure, deal, payer } = addDeal(ledger);
    const found = await find(ledger, { text: 'buyer' });
    expect(new Set(found.groups.flatMap(({ hits }) => hits.map(({ id }) => id)))).toEqual(
      new Set([payer, deal, figure]),
    );
    const amount = found.groups.find(({ noun }) => noun === 'figure')?.hits[0];
    expect([amount?.field, plain(amount?.name ?? [])]).toEqual([null, expect.stringContaining('[Buyer]')]);
    expect(await idsOf(ledger, { text: 'seller headline' })).toEqual([figure]);
    expect(await idsOf(ledger, { text: 'headline -seller' })).toEqual([]);
    const renamed = write(ledger, [
      {
        op: 'correct',
        id: payer,
        version: findLive(ledger, 'entity', payer)?.version ?? 0,
        fields: { name: 'Ashby' },
      },
    ]);
    expect(renamed.corrected).toBe(1);
    expect(await idsOf(ledger, { text: 'ashby headline' })).toEqual([figure]);
    expect((await find(ledger, { text: 'cloud compute' })).groups[0]?.hits[0]).toMatchObject({
      id: deal,
      field: 'Kind',
    });
  });

  it('keeps to kinds, documents, companies and days', async () => {
    const { ledger } = newLedger();
    const { source, payer, figure, deal } = addDeal(ledger);
    const ids = write(ledger, [
      document('Early words', 'Buyer says so', { publishedOn: '2025-01-05' }),
      document('Late words', 'Buyer says so again', { publishedOn: '2025-09-05' }),
    ]).ids.map(String);
    expect(await idsOf(ledger, { text: 'buyer', nouns: ['deal'] })).toEqual([deal]);
    expect(new Set(await idsOf(ledger, { text: 'buyer', sourceId: source }))).toEqual(
      new Set([deal, figure]),
    );
    expect(await idsOf(ledger, { text: 'buyer', from: '2025-06-01' })).toEqual([ids[1]]);
    expect(await idsOf(ledger, { text: 'buyer', from: '2025-01-05', until: '2025-01-05' })).toEqual([ids[0]]);
    expect(new Set(await idsOf(ledger, { text: 'headline signed', entityId: payer }))).toEqual(new Set());
    expect(await idsOf(ledger, { text: 'signed', entityId: payer })).toEqual([deal]);
    expect(await idsOf(ledger, { text: 'newsletter', entityId: payer })).toEqual([source]);
  });

  it('finds what is in force at the moment, now as in the past', async () => {
    const { ledger } = newLedger();
    const [id] = write(ledger, [document('First', 'zephyr')]).ids.map(String);
    const before = findHead(ledger.db)?.at ?? '';
    const version = findLive(ledger, 'source', id ?? '')?.version ?? 0;
    write(ledger, [{ op: 'retract', id: id ?? '', version }]);
    expect(await idsOf(ledger, { text: 'zephyr' })).toEqual([]);
    expect(await idsOf(ledger, { text: 'zephyr', knownAt: before })).toEqual([id]);
    undo(ledger);
    expect(await idsOf(ledger, { text: 'zephyr' })).toEqual([id]);
    undo(ledger);
    expect(await idsOf(ledger, { text: 'zephyr' })).toEqual([]);
    const { groups } = await find(ledger, { text: 'zephyr', asOf: '2025-01-01', knownAt: before });
    expect(groups[0]?.hits[0]?.notYet).toBeNull();
  });

  it('stops counting at five hundred, and shows an old document by its title all the same', async () => {
    const { ledger } = newLedger();
    const [first] = write(ledger, [document('Zephyr rising', 'Nothing else')]).ids;
    write(
      ledger,
      Array.from({ length: 520 }, (_, at) => document(`Later ${at}`, `zephyr ${at}`)),
    );
    const { groups } = await find(ledger, { text: 'zephyr', limit: 3 });
    expect([groups[0]?.count, groups[0]?.isMore, groups[0]?.hits[0]?.id]).toEqual([500, true, first]);
  });

  it('says what a search lacks', async () => {
    const { ledger } = newLedger();
    expect(await find(ledger, { text: ' "" * ' })).toEqual({ lacks: 'words', figures: null, groups: [] });
    expect(await find(ledger, { text: '-openai' })).toEqual({ lacks: 'wanted', figures: null, groups: [] });
  });
});

describe('laws of searching', () => {
  it('finds every document by every word that it holds', async () => {
    const { ledger } = newLedger();
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeéßøжλ字7'), minLength: 2, maxLength: 9 });
    const texts = fc.sample(fc.array(letters, { minLength: 1, maxLength: 40 }), { numRuns: 60, seed: 7 });
    const ids = write(
      ledger,
      texts.map((words, at) => document(`Document ${at}`, `${at} ${words.join(' ')}`)),
    ).ids;
    for (const [at, words] of texts.entries()) {
      const found = await idsOf(ledger, { text: words[at % words.length] ?? '' });
      expect(found, `word of document ${at}`).toContain(ids[at]);
    }
  });

  it('throws at nothing that can be typed', async () => {
    const { ledger } = newLedger();
    addDeal(ledger);
    write(ledger, [document('AND or NOT', 'openai title refs 10bn 2026 deal AND or NEAR')]);
    const pieces = fc.constantFrom(
      '"',
      "'",
      '*',
      '-',
      '^',
      '(',
      ')',
      '{',
      '}',
      ':',
      '+',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(a b, 2)',
      'title:',
      'refs :',
      '\0',
      '\ud800',
      '\u202e',
      '%',
      '_',
      ';',
      '--',
      'openai',
      'deal > ',
      '$',
      '10bn',
      '2026',
      '..',
      '€',
      '>=',
      '\n',
      '\\',
    );
    const typed = fc.oneof(
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
        .map((all) => all.join(' ')),
      fc.array(pieces, { maxLength: 10 }).map((all) => all.join('')),
    );
    let answered = 0;
    for (const text of fc.sample(typed, { numRuns: 5_000, seed: 20_251_103 })) {
      const input: InputOf<(typeof searchTopic)['find']> = searchTopic.find.input.parse({
        text: text.slice(0, 300),
        isTyping: text.length % 2 === 0,
        limit: 1,
      });
      const { lacks, groups } = await find(ledger, input);
      if (lacks === null && groups.length > 0) answered += 1;
    }
    expect(answered).toBeGreaterThan(200);
  }, 300_000);
});

describe('questions about amounts', () => {
  it('tells certain answers from possible ones, and counts what nobody disclosed', async () => {
    const { ledger } = newLedger();
    const { payer, source } = addDeal(ledger);
    const figure = (lo: number | null, hi: number | null, qualifier: string, unit = 'USD'): Change => ({
      op: 'add',
      noun: 'figure',
      fields: {
        entityId: payer,
        sourceId: source,
        metric: 'revenue',
        qualifier,
        unit,
        lo,
        point: lo,
        hi,
        basis: 'fiscal-year',
        status: 'reported',
        periodStart: '2025-01-01',
        periodEnd: '2026-01-01',
        credibility: 3,
      },
    });
    const ids = write(ledger, [
      figure(6e11, 6e11, 'exact'),
      figure(4e11, null, 'over'),
      figure(7e11, 7e11, 'exact', 'EUR'),
      figure(null, null, 'undisclosed'),
      figure(1e11, 1e11, 'exact'),
    ]).ids;
    const asked = async (text: string) => {
      const { figures } = await find(ledger, { text });
      return figures === null
        ? null
        : [
            figures.certain,
            figures.possible,
            figures.undisclosed,
            figures.hits.map(({ id }) => ids.indexOf(id)),
          ];
    };
    expect(await asked('revenue > 5bn buyer')).toEqual([2, 1, 1, [2, 0, 1]]);
    expect(await asked('revenue > $5bn buyer 2025')).toEqual([1, 1, 1, [0, 1]]);
    expect(await asked('revenue > 5bn 2026')).toEqual([0, 0, 0, []]);
    expect(await asked('revenue > 5bn seller')).toEqual([0, 0, 0, []]);
    expect(await asked('deals over $1bn with seller')).toEqual([1, 0, 0, [-1]]);
    expect(await asked('revenue 2025')).toEqual([5, 0, 0, [2, 0, 1, 4, 3]]);
    expect(await asked('buyer')).toBeNull();
    const { figures } = await find(ledger, { text: 'revenue > $5bn' });
    expect(figures?.hits.map(({ amount, certainty, why }) => [amount, certainty, why])).toEqual([
      ['USD 6bn', 'certain', null],
      ['USD 4bn or more', 'possible', 'stated as so much or more'],
    ]);
  });

  it('answers from the sample case', async () => {
    const { ledger } = sampleLedger();
    const { figures } = await find(ledger, { text: 'deals over $100bn with oracle' });
    expect(figures?.reading).toBe('Figures of deals above 100bn USD, found by “oracle”.');
    expect(figures?.hits.length).toBeGreaterThan(0);
    expect(figures?.hits.every(({ amount }) => amount?.startsWith('USD '))).toBe(true);
  });
});
