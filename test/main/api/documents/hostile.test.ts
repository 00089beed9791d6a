import { describe, expect, it } from 'vitest';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { checkLedger } from '#main/ledger/verify.ts';
import { type Drafted, documentLedger } from './document-ledger.ts';

const TEXT = `Northwind to rent from Halden

Northwind Robotics signed a $4.2bn deal to rent cloud computing from Halden Systems over six years 🚀 it said.

Northwind Robotics had revenue of $900m in 2024.

“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.

Sponsored content — a word from those who pay for this page. Subscribe now for $4.90.
`;

type Draft = Drafted['draft'];

async function opened() {
  const made = documentLedger();
  const { sourceId } = await made.take(TEXT);
  const { candidates, setAside } = await made.open(sourceId);
  const keyOf = (name: string) => candidates.find((one) => one.class === name)?.key ?? '';
  const send = (draft: Draft, key: string | null = null) =>
    made.call<{ entryIds: string[]; seq: number | null }>('documents', 'accept', { sourceId, key, draft });
  const figure = async () => (await made.draft(sourceId, keyOf('figure'))).draft;
  return { ...made, sourceId: sourceId ?? '', candidates, setAside, keyOf, send, figure };
}

function isSound(ledger: WritableLedger) {
  const checking = checkLedger(ledger.db);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value.findings;
  }
}

describe('hostile drafts', () => {
  it.each([
    ['beyond the text', { start: 0, end: 100_000 }],
    ['backwards', { start: 9, end: 3 }],
    ['empty', { start: 4, end: 4 }],
    ['half a character at the end', { start: 40, end: TEXT.indexOf('🚀') + 1 }],
    ['half a character at the beginning', { start: TEXT.indexOf('🚀') + 1, end: 140 }],
    ['spaces alone', { start: TEXT.indexOf('\n\n'), end: TEXT.indexOf('\n\n') + 2 }],
    ['set aside', { start: TEXT.indexOf('$4.90'), end: TEXT.indexOf('$4.90') + 5 }],
  ])('refuses words that are %s', async (what, passage) => {
    const { figure, send, sourceId, call, ledger } = await opened();
    const draft = await figure();
    const before = ledger.db.prepare('SELECT count(*) FROM changes').pluck().get();
    await expect(
      send({ ...draft, fields: { ...draft.fields, wording: null }, passage }),
    ).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
    const rejected = call('documents', 'reject', { sourceId, stretches: [passage], reason: 'misread' });
    if (what !== 'set aside') await expect(rejected).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
    else await rejected.then(() => call('history', 'undo', {}));
    if (what !== 'set aside')
      expect(ledger.db.prepare('SELECT count(*) FROM changes').pluck().get()).toBe(before);
    expect(isSound(ledger)).toEqual([]);
  });

  it.each<[string, (draft: Draft) => Draft]>([
    ['an unknown field', (d) => ({ ...d, fields: { ...d.fields, colour: 'red' } })],
    ['a field of the file', (d) => ({ ...d, fields: { ...d.fields, recordedSeq: 1 } })],
    [
      'an entity in a field that holds none',
      (d) => ({
        ...d,
        entities: [...d.entities, { slot: 'metric', role: null, name: 'X', entityId: null, kind: 'company' }],
      }),
    ],
    [
      'an entity of no ledger',
      (d) => ({
        ...d,
        entities: d.entities.map((e) => ({ ...e, entityId: 'ent_00000000000000000000000000' })),
      }),
    ],
    ['a deal that is no deal', (d) => ({ ...d, dealId: 'ent_00000000000000000000000000' })],
    [
      'a party of a figure',
      (d) => ({
        ...d,
        entities: [
          ...d.entities,
          { slot: 'party', role: 'payer', name: 'X', entityId: null, kind: 'company' },
        ],
      }),
    ],
    ['nobody', (d) => ({ ...d, entities: [] })],
    ['an amount of fractions', (d) => ({ ...d, fields: { ...d.fields, lo: 0.5, point: 0.5, hi: 0.5 } })],
    [
      'an amount past 2^53',
      (d) => ({ ...d, fields: { ...d.fields, lo: 2 ** 53, point: 2 ** 53, hi: 2 ** 53 } }),
    ],
    ['no number', (d) => ({ ...d, fields: { ...d.fields, lo: 'many', point: 'many', hi: 'many' } })],
    ['a wording that the words do not hold', (d) => ({ ...d, fields: { ...d.fields, wording: '$38bn' } })],
    [
      'another source',
      (d) => ({ ...d, fields: { ...d.fields, sourceId: 'src_00000000000000000000000000' } }),
    ],
  ])('refuses a figure with %s, and writes nothing', async (_, change) => {
    const { figure, send, ledger } = await opened();
    const before = ledger.db.prepare('SELECT count(*) FROM changes').pluck().get();
    await expect(
      figure()
        .then((draft) => send(change(draft)))
        .then((r) => {
          throw new Error(`taken ${JSON.stringify(r)}`);
        }),
    ).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
    expect(ledger.db.prepare('SELECT count(*) FROM changes').pluck().get()).toBe(before);
    expect(isSound(ledger)).toEqual([]);
  });

  it('refuses an entity that was retracted', async () => {
    const { figure, send, call } = await opened();
    const { ids } = await call<{ ids: string[] }>('entries', 'write', {
      changes: [{ op: 'add', noun: 'entity', fields: { name: 'Gone', kind: 'company' } }],
      summary: 'x',
    });
    const id = ids[0] ?? '';
    const { version } = await call<{ version: number }>('entries', 'get', { id });
    await call('entries', 'write', { changes: [{ op: 'retract', id, version }], summary: 'y' });
    const draft = await figure();
    await expect(
      send({ ...draft, entities: draft.entities.map((e) => ({ ...e, entityId: id })) }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/ENTRY_/) });
  });

  it('refuses a verbatim quote whose words are others', async () => {
    const { draft, sourceId, keyOf, send } = await opened();
    const { draft: quote } = await draft(sourceId, keyOf('quote'));
    await expect(
      send({ ...quote, fields: { ...quote.fields, words: 'We have no capacity' } }),
    ).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
    await expect(
      send({ ...quote, fields: { ...quote.fields, words: 'They have room', isVerbatim: 0 } }),
    ).resolves.toMatchObject({ entryIds: [expect.any(String)] });
  });

  it('makes one entry of a candidate that two windows accept', async () => {
    const { figure, send, keyOf, open, sourceId } = await opened();
    const draft = await figure();
    const key = keyOf('figure');
    const first = await send(draft, key);
    await expect(send(await figure(), key)).resolves.toMatchObject({ seq: null, entryIds: first.entryIds });
    await expect(
      send({ ...(await figure()), fields: { ...draft.fields, basis: 'run-rate' } }, key),
    ).rejects.toMatchObject({ details: [expect.stringContaining('already')] });
    const { candidates } = await open(sourceId);
    expect(candidates.find((one) => one.key === key)?.entryIds).toEqual(first.entryIds);
  });

  it('turns the same words down once, however often they are sent', async () => {
    const { call, sourceId, open, keyOf } = await opened();
    const { candidates } = await open(sourceId);
    const one = candidates.find(({ key }) => key === keyOf('figure'));
    const stretch = { start: one?.start, end: one?.end, key: one?.key };
    await call('documents', 'reject', { sourceId, stretches: [stretch, stretch], reason: 'misread' });
    const { candidates: after } = await open(sourceId);
    expect(after.find(({ key }) => key === one?.key)?.state).toBe('rejected');
  });

  it('sets the promotion aside', async () => {
    const { setAside } = await opened();
    expect(setAside.length).toBeGreaterThan(0);
  });
});
