import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findHead } from '#main/ledger/commit.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import type { OutputOf } from '#shared/contract/procedure.ts';
import type { provenanceTopic } from '#shared/contract/provenance.ts';
import { addDeal, headline, newLedger, write } from '../ledger/temp-ledger.ts';
import { callingOn } from './calling.ts';

type Words = OutputOf<(typeof provenanceTopic)['words']>;

async function wordsOf(ledger: WritableLedger, id: string, knownAt: string | null = null): Promise<Words> {
  return callingOn(ledger)<Words>('provenance', 'words', { id, knownAt });
}

const TEXT = 'Northgate said it would pay $38bn over seven years. More follows.';
const WORDS = 'pay $38bn over seven years';

function frozen(content: string) {
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** A document with its text, a passage of it and a figure on that passage. */
function quoted(ledger: WritableLedger) {
  const { deal, payer } = addDeal(ledger);
  const start = TEXT.indexOf(WORDS);
  const { ids } = write(ledger, [
    {
      op: 'add',
      noun: 'source',
      key: '$article',
      fields: {
        title: 'A pipe deal',
        publisher: 'The Ledger',
        kind: 'press',
        reliability: 'C',
        ...frozen(TEXT),
      },
    },
    {
      op: 'add',
      noun: 'passage',
      key: '$words',
      fields: {
        sourceId: '$article',
        words: WORDS,
        prefix: 'said it would',
        suffix: '. More',
        startOffset: start,
        endOffset: start + WORDS.length,
      },
    },
    {
      op: 'add',
      noun: 'figure',
      fields: { ...headline(deal, payer, '$article', 3_800_000_000_000), passageId: '$words' },
    },
  ]);
  const [source = '', passage = '', figure = ''] = ids.map(String);
  return { source, passage, figure };
}

describe('from an entry to its words', () => {
  it('tells the document, the passage and that it stands at its place', async () => {
    const { ledger } = newLedger();
    const { source, passage, figure } = quoted(ledger);
    const expected = {
      source: {
        id: source,
        title: 'A pipe deal',
        publisher: 'The Ledger',
        publishedOn: null,
        reliability: 'C',
        hasText: true,
      },
      passage: { id: passage, words: WORDS, prefix: 'said it would', suffix: '. More', state: 'held' },
    };
    expect(await wordsOf(ledger, figure)).toEqual(expected);
    expect(await wordsOf(ledger, passage)).toEqual(expected);
    expect(await wordsOf(ledger, source)).toEqual({ ...expected, passage: null });
  });

  it('calls words orphaned once the text changed, and held at the moment before', async () => {
    const { ledger } = newLedger();
    const { source, figure } = quoted(ledger);
    const before = findHead(ledger.db)?.at ?? null;
    const version = findLive(ledger, 'source', source)?.version ?? 0;
    write(ledger, [{ op: 'correct', id: source, version, fields: frozen(`Correction. ${TEXT}`) }]);
    expect((await wordsOf(ledger, figure)).passage?.state).toBe('orphaned');
    expect((await wordsOf(ledger, figure, before)).passage?.state).toBe('held');
  });

  it('says what is not held', async () => {
    const { ledger } = newLedger();
    const { figure, payer } = addDeal(ledger);
    expect(await wordsOf(ledger, figure)).toMatchObject({ source: { hasText: false }, passage: null });
    expect(await wordsOf(ledger, payer)).toEqual({ source: null, passage: null });
    await expect(wordsOf(ledger, 'fig_00000000000000000000000000')).rejects.toThrowError(
      expect.objectContaining({ code: 'ENTRY_MISSING' }),
    );
  });
});
