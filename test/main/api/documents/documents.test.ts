import { describe, expect, it } from 'vitest';
import { checkLedger } from '#main/ledger/verify.ts';
import { contract, innerContract } from '#shared/contract/contract.ts';
import { documentLedger, type Opened, parsed } from './document-ledger.ts';

const TEXT = `Northwind to rent computers from Halden

By Ada Brook

Shares in Halden Systems rose 7% after the news. The papers name $900m, one of its 12 sites said.

“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.

It runs on GPT-4 and 40 people.
`;

async function opened() {
  const made = documentLedger();
  const { sourceId } = await made.take(TEXT);
  return { ...made, sourceId: sourceId ?? '' };
}

function keyOf(
  candidates: readonly { readonly key: string; readonly class: string }[],
  name: string,
): string {
  return candidates.find((one) => one.class === name)?.key ?? '';
}

describe('documents.open', () => {
  it('shows the text as it was taken in, what it proposes and every numeral', async () => {
    const { open, sourceId } = await opened();
    const document = await open(sourceId);
    expect(document).toMatchObject({
      text: TEXT,
      isIntact: true,
      original: { name: 'article.txt', kind: 'text' },
    });
    expect(document.numerals.map(({ start, end, state }) => [TEXT.slice(start, end), state])).toEqual([
      ['7', 'unread'],
      ['900', 'unread'],
      ['12', 'unread'],
      ['4', 'set-aside'],
      ['40', 'unread'],
    ]);
    expect(document.coverage).toEqual({ total: 5, captured: 0, rejected: 0, setAside: 1, unread: 4 });
  });

  it('says so where the text is no longer the one that was saved, and reads nothing out of it', async () => {
    const { open, sourceId, ledger, draft } = await opened();
    ledger.db.exec("DROP TRIGGER sources_facts; UPDATE sources SET content = content || ' more'");
    const document = await open(sourceId);
    expect(document.isIntact).toBe(false);
    expect(document.candidates).toEqual([]);
    await expect(draft(sourceId, 'quote:1-2')).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
  });
});

describe('documents.accept', () => {
  it('makes entry, passage and people of a quote in one change, and undo takes all of it back', async () => {
    const { open, accept, sourceId, ledger, call } = await opened();
    const key = keyOf((await open(sourceId)).candidates, 'quote');
    const count = () =>
      ledger.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM changes').get()?.n ?? 0;
    const before = count();
    const { entryIds } = await accept(sourceId, key);
    expect(count()).toBe(before + 1);
    const document = await open(sourceId);
    expect(document.candidates.find((one) => one.key === key)).toMatchObject({ state: 'captured', entryIds });
    expect(document.passages).toMatchObject([{ state: 'held', rests: [{ id: entryIds[0], noun: 'quote' }] }]);
    await call('history', 'undo', {});
    const after = await open(sourceId);
    expect(after.candidates.find((one) => one.key === key)).toMatchObject({ state: 'unread', entryIds: [] });
    expect(after.passages).toEqual([]);
  });

  it('is undone by a retraction too, and shown as it was known before', async () => {
    const { open, accept, sourceId, call, ledger } = await opened();
    const { candidates } = await open(sourceId);
    const key = keyOf(candidates, 'reaction');
    const before = ledger.db.prepare<[], { at: string }>('SELECT max(at) AS at FROM changes').get()?.at;
    const { entryIds } = await accept(sourceId, key);
    expect((await open(sourceId)).numerals[0]?.state).toBe('captured');
    const then = await call<Opened>('documents', 'open', { sourceId, knownAt: before });
    expect(then.numerals[0]?.state).toBe('unread');
    expect(then.passages).toEqual([]);
    const { version } = await call<{ version: number }>('entries', 'get', { id: entryIds[0] });
    await call('entries', 'write', {
      changes: [{ op: 'retract', id: entryIds[0], version }],
      summary: 'Retracted',
    });
    const after = await open(sourceId);
    expect(after.numerals[0]?.state).toBe('unread');
    expect(after.passages).toMatchObject([{ state: 'held', rests: [] }]);
  });

  it('holds what was accepted before, and writes nothing', async () => {
    const { open, draft, accept, sourceId, call } = await opened();
    const key = keyOf((await open(sourceId)).candidates, 'quote');
    const { draft: first } = await draft(sourceId, key);
    const { entryIds } = await accept(sourceId, key);
    const again = await accept(sourceId, key);
    expect(again).toMatchObject({ seq: null, isHeld: true, entryIds });
    await expect(call('documents', 'accept', { sourceId, key, draft: first })).rejects.toMatchObject({
      code: 'ENTRY_REFUSED',
    });
  });

  it('refuses a figure of which nobody has said what it measures', async () => {
    const { open, accept, sourceId } = await opened();
    const key = keyOf((await open(sourceId)).candidates, 'figure');
    await expect(accept(sourceId, key)).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
  });
});

describe('documents.reject', () => {
  it('turns one reading or one numeral down, and undo brings it back', async () => {
    const { open, sourceId, call } = await opened();
    const { candidates, numerals } = await open(sourceId);
    const quote = candidates.find((one) => one.class === 'quote');
    const twelve = numerals[2];
    await call('documents', 'reject', {
      sourceId,
      stretches: [{ start: twelve?.start, end: twelve?.end }],
      reason: 'date-or-count',
    });
    await call('documents', 'reject', {
      sourceId,
      stretches: [{ start: quote?.start, end: quote?.end, key: quote?.key }],
      reason: 'immaterial',
      note: 'Said every year.',
    });
    const document = await open(sourceId);
    expect(document.candidates.find((one) => one.key === quote?.key)).toMatchObject({
      state: 'rejected',
      rejection: { reason: 'immaterial', note: 'Said every year.' },
    });
    expect(document.numerals[2]).toMatchObject({ state: 'rejected' });
    await call('history', 'undo', {});
    await call('history', 'undo', {});
    expect((await open(sourceId)).coverage.rejected).toBe(0);
  });
});

describe('intake.take', () => {
  it('writes the same document once, whatever file it comes in', async () => {
    const { take, ledger, sourceId } = await opened();
    const changes = () => ledger.db.prepare<[], { n: number }>('SELECT max(seq) AS n FROM changes').get()?.n;
    const before = changes();
    expect(await take(TEXT)).toMatchObject({ outcome: 'held', sourceId, seq: null });
    const { document, bytes } = parsed(TEXT, { kind: 'html', name: 'article.html' }, `<p>${TEXT}</p>`);
    const { call } = documentLedger(ledger);
    expect(await call('intake', 'take', { document, bytes, as: null })).toMatchObject({
      outcome: 'held',
      sourceId,
    });
    expect(changes()).toBe(before);
  });

  it('asks before another text of the same title becomes the newer text, and leaves passages where they stood', async () => {
    const { take, open, accept, sourceId } = await opened();
    const { title, candidates } = await open(sourceId);
    await accept(sourceId, keyOf(candidates, 'quote'));
    const changed = `A correction. ${TEXT}`;
    const asked = await take(changed, { title });
    expect(asked).toMatchObject({
      outcome: 'asks',
      sourceId: null,
      seq: null,
      alike: [{ id: sourceId, hasText: true }],
    });
    expect((await open(sourceId)).text).toBe(TEXT);
    expect(await take(changed, { title, as: sourceId })).toMatchObject({ outcome: 'taken', sourceId });
    const document = await open(sourceId);
    expect(document.text).toBe(changed);
    expect(document.passages).toMatchObject([{ state: 'orphaned', rests: [{ noun: 'quote' }] }]);
  });

  it('keeps the file byte for byte, and verify notices when it is another', async () => {
    const { ledger } = await opened();
    const row = ledger.db.prepare<[], { bytes: Buffer }>('SELECT bytes FROM original_bytes').get();
    expect(row?.bytes.toString('utf8')).toBe(TEXT);
    expect(finished(checkLedger(ledger.db)).findings).toEqual([]);
    ledger.db.exec("DROP TRIGGER original_bytes_fixed; UPDATE original_bytes SET bytes = x'00'");
    expect(finished(checkLedger(ledger.db)).findings.map(({ code }) => code)).toContain('ORIGINAL_CHANGED');
  });
});

function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('documents.cite', () => {
  it('links a document to its origin, made by name where it is not on file', async () => {
    const { call, open, sourceId } = await opened();
    const { originId } = await call<{ originId: string }>('documents', 'cite', {
      sourceId,
      origin: { name: 'The Harbour Post' },
    });
    expect((await open(sourceId)).cites).toEqual([{ id: originId, title: 'The Harbour Post' }]);
    expect((await open(originId)).citedBy).toMatchObject([{ id: sourceId }]);
  });
});

describe('the hand-over of files', () => {
  it('is no call of the window', () => {
    expect(Object.keys(contract)).not.toContain('intake');
    expect(Object.keys(innerContract)).toContain('intake');
  });

  it('takes no original by the general command, which has no bytes for it', async () => {
    const { call, sourceId } = await opened();
    const fields = { sourceId, name: 'x', kind: 'text', size: 1, sha256: 'a'.repeat(64) };
    await expect(
      call('entries', 'write', { changes: [{ op: 'add', noun: 'original', fields }], summary: 'x' }),
    ).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
  });

  it('refuses bytes that are not those that were parsed, and texts without a word', async () => {
    const { call, ledger } = documentLedger();
    const { document } = parsed(TEXT);
    const changes = () => ledger.db.prepare('SELECT count(*) AS n FROM changes').get();
    const before = changes();
    const take = (input: unknown) => call('intake', 'take', input);
    await expect(take({ document, bytes: Buffer.from('other') })).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
    });
    await expect(take(parsed(' \n'))).rejects.toMatchObject({ code: 'DOCUMENT_EMPTY' });
    await expect(take(parsed('word '.repeat(1_000_001)))).rejects.toMatchObject({ code: 'DOCUMENT_TOO_BIG' });
    expect(changes()).toEqual(before);
  });
});
