import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { allTables } from '#main/ledger/tables/columns.ts';
import { type DocumentLedger, type Drafted, documentLedger } from './document-ledger.ts';

/** Laws of reading documents, over real ledger files and made-up articles. */
const SENTENCES = [
  'Northwind Robotics signed a $4.2bn deal to rent cloud computing from Halden Systems over six years.',
  'Shares in Halden Systems rose 7% after the news.',
  'Northwind Robotics had revenue of $900m in 2024.',
  '“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.',
  'About 40 staff of Halden Systems will move by June 2027.',
  'It raised £30m to £40m, or six per cent of its value.',
  'Its GPT-4 sites number 12.',
];

const article = fc
  .uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 2, maxLength: SENTENCES.length })
  .map((sentences) => `Northwind to rent from Halden\n\n${sentences.join(' ')}\n`);

interface Read extends DocumentLedger {
  readonly sourceId: string;
  readonly company: string;
}

async function reading(text: string): Promise<Read> {
  const made = documentLedger();
  const { ids } = await made.call<{ ids: string[] }>('entries', 'write', {
    changes: [{ op: 'add', noun: 'entity', fields: { name: 'The analyst’s choice', kind: 'company' } }],
    summary: 'A company',
  });
  const { sourceId } = await made.take(text);
  return { ...made, sourceId: sourceId ?? '', company: ids[0] ?? '' };
}

/** What an analyst fills in where the words do not say it. */
function filled(draft: Drafted['draft'], company: string): Drafted['draft'] {
  const isBare = draft.as === 'figure' && draft.fields['metric'] === null;
  return {
    ...draft,
    fields: isBare ? { ...draft.fields, metric: 'other', basis: 'stock', status: 'reported' } : draft.fields,
    entities: draft.entities.map((one) => (one.name === '' ? { ...one, entityId: company } : one)),
  };
}

/** Every row in force, without when and by which change it was recorded. */
function contents(ledger: WritableLedger): unknown {
  return allTables.map(({ table, columns }) =>
    ledger.db
      .prepare(`SELECT id, ${columns.join(', ')} FROM ${table} WHERE retracted_seq IS NULL ORDER BY id`)
      .all(),
  );
}

describe('laws of reading', () => {
  it('accepting and undoing leaves the ledger as it was', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.nat(20), async (text, at) => {
        const { ledger, sourceId, company, open, accept, call } = await reading(text);
        const { candidates } = await open(sourceId);
        const key = candidates[at % candidates.length]?.key ?? '';
        const before = contents(ledger);
        const shown = await open(sourceId);
        const { seq } = await accept(sourceId, key, (draft) => filled(draft, company));
        expect(seq).not.toBeNull();
        expect(contents(ledger)).not.toEqual(before);
        await call('history', 'undo', {});
        expect(contents(ledger)).toEqual(before);
        expect(await open(sourceId)).toEqual(shown);
      }),
      { numRuns: 12 },
    );
  });

  it('accepting everything, in any order, covers the same numerals and every candidate', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.infiniteStream(fc.nat(1000)), async (text, dice) => {
        const inOrder = await acceptAll(text, (keys) => keys);
        const shuffled = await acceptAll(text, (keys) =>
          keys
            .map((key) => ({ key, roll: dice.next().value ?? 0 }))
            .toSorted((a, b) => a.roll - b.roll)
            .map(({ key }) => key),
        );
        expect(shuffled.numerals).toEqual(inOrder.numerals);
        expect(shuffled.unread).toEqual([]);
        expect(inOrder.unread).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('counts add up, and the same document taken twice writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const { ledger, sourceId, take, open } = await reading(text);
        const { coverage, numerals } = await open(sourceId);
        const { total, ...parts } = coverage;
        expect(total).toBe(numerals.length);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
        const before = ledger.db.prepare('SELECT count(*) AS n FROM changes').get();
        expect(await take(text, { name: 'again.txt' })).toMatchObject({
          outcome: 'held',
          sourceId,
          seq: null,
        });
        expect(ledger.db.prepare('SELECT count(*) AS n FROM changes').get()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  it('a changed text moves no passage: words stand at their place, or are orphaned and say so', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.nat(400), fc.constantFrom('', 'x', 'Earlier. '), async (text, at, put) => {
        const { ledger, sourceId, company, open, accept, take } = await reading(text);
        const { candidates, title } = await open(sourceId);
        for (const { key } of candidates) await accept(sourceId, key, (draft) => filled(draft, company));
        const before = (await open(sourceId)).passages;
        const rows = ledger.db.prepare('SELECT * FROM passages ORDER BY version').all();
        const place = at % text.length;
        const changed = `${text.slice(0, place)}${put}${text.slice(place + 1)}`;
        fc.pre(changed !== text && changed.trim() !== '');
        expect((await take(changed, { title, as: sourceId })).outcome).toBe('taken');
        const after = (await open(sourceId)).passages;
        expect(ledger.db.prepare('SELECT * FROM passages ORDER BY version').all()).toEqual(rows);
        expect(after.map(({ id, start, end, words }) => [id, start, end, words])).toEqual(
          before.map(({ id, start, end, words }) => [id, start, end, words]),
        );
        for (const { start, end, words, state } of after)
          expect(state).toBe(changed.slice(start ?? 0, end ?? 0) === words ? 'held' : 'orphaned');
      }),
      { numRuns: 8 },
    );
  });
});

async function acceptAll(text: string, order: (keys: readonly string[]) => readonly string[]) {
  const { sourceId, company, open, accept } = await reading(text);
  const { candidates } = await open(sourceId);
  for (const key of order(candidates.map((one) => one.key)))
    await accept(sourceId, key, (draft) => filled(draft, company));
  const after = await open(sourceId);
  const unread = after.candidates.filter(({ state }) => state === 'unread');
  return { numerals: after.numerals.map(({ state }) => state), unread: unread.map(({ key }) => key) };
}
