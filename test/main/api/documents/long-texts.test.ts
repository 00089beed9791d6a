import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#core/reading/document-reading.ts';
import { callProcedure } from '#main/api/api.ts';
import { LONG_TEXT, type LongTextReader } from '#main/api/documents/reading.ts';
import { createLongTextReader } from '#main/transport/long-texts.ts';
import { newLedger } from '../../ledger/temp-ledger.ts';
import { type Drafted, documentLedger, type Opened, parsed } from './document-ledger.ts';

const THREAD = new URL('../../../../src/main/transport/reading-thread.ts', import.meta.url);

/** Texts that no other test reads, so that none is kept from one. */
function longText(mark: string): string {
  const sentence = `Solvane ${mark} agreed to pay Merrow Power $250m over five years. Its shares rose 4% on Monday. `;
  return sentence.repeat(Math.ceil((LONG_TEXT + 1) / sentence.length));
}

/** The API as the ledger process answers it. */
function desk(longTexts: LongTextReader) {
  const { ledger } = newLedger();
  const context = {
    ...{ session: { access: 'write' as const, ledger }, today: '2026-11-23', author: 'ana' },
    ...{ home: '', runFolder: '', longTexts },
  };
  const options = { progress: () => undefined, signal: new AbortController().signal };
  const call = async <T>(topic: string, name: string, input: unknown): Promise<T> =>
    (await callProcedure(context, topic, name, input, options)) as T;
  return { call, taken: (text: string) => documentLedger(ledger).take(text) };
}

describe('a long text', () => {
  it('is answered with its words at once, and with what it proposes once it is read', async () => {
    const text = longText('Alpha');
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { call, taken } = desk({ read: (given) => gate.then(() => readDocument(given)) });
    const { sourceId } = await taken(text);
    const open = () => call<Opened>('documents', 'open', { sourceId });
    const first = await open();
    expect(first.text === text).toBe(true);
    expect(first).toMatchObject({ isReading: true, isIntact: true, candidates: [], numerals: [] });
    finish();
    await expect.poll(async () => (await open()).isReading).toBe(false);
    const read = await open();
    expect(read.candidates).toHaveLength(readDocument(text).candidates.length);
    expect(read.coverage.total).toBe(read.numerals.length);
  });

  it('is not counted in the list of documents before it was read', async () => {
    const { call, taken } = desk({ read: () => new Promise(() => undefined) });
    await taken(longText('Beta'));
    const { items } = await call<{ items: unknown[] }>('documents', 'list', {});
    expect(items).toEqual([expect.objectContaining({ coverage: null, isIntact: true })]);
  });

  it('is drafted from only once it is read', async () => {
    const text = longText('Gamma');
    const { call, taken } = desk({ read: async (given) => readDocument(given) });
    const { sourceId } = await taken(text);
    const start = text.indexOf('$250m');
    const of = { from: 'words', start, end: start + 5, as: 'figure' };
    const { draft } = await call<Drafted>('documents', 'draft', { sourceId, of });
    expect(draft.fields).toMatchObject({ wording: '$250m', unit: 'USD' });
  });

  it('tells what went wrong with it once, and is read anew after that', async () => {
    const text = longText('Delta');
    const faults = [new Error('The thread has ended.')];
    const { call, taken } = desk({
      read: async (given) => {
        const fault = faults.pop();
        if (fault !== undefined) throw fault;
        return readDocument(given);
      },
    });
    const { sourceId } = await taken(text);
    const open = () => call<Opened>('documents', 'open', { sourceId });
    expect((await open()).isReading).toBe(true);
    await nextTurn();
    await expect(open()).rejects.toThrow();
    await open();
    await expect.poll(async () => (await open()).isReading).toBe(false);
  });

  it('is told its source from its beginning', async () => {
    const text = `Solvane buys Merrow\n\nBy Ann Lee\nNovember 3, 2025\n\n${longText('Epsilon')}`;
    const { call } = desk({ read: () => new Promise(() => undefined) });
    const { document, bytes } = parsed(text);
    const { sourceId } = await call<{ sourceId: string }>('intake', 'take', { document, bytes, as: null });
    expect(await call<Opened>('documents', 'open', { sourceId })).toMatchObject({
      title: 'Solvane buys Merrow',
      author: 'Ann Lee',
      publishedOn: '2025-11-03',
    });
  });
});

describe('createLongTextReader', () => {
  it('reads in a thread what is read here, and goes on with another where one ended', async () => {
    const text = longText('Zeta').slice(0, 5_000);
    const reader = createLongTextReader(THREAD);
    expect(await reader.read(text)).toEqual(readDocument(text));
    const broken = createLongTextReader(new URL('./no-such-thread.ts', import.meta.url));
    await expect(broken.read(text)).rejects.toThrow();
    await expect(broken.read(text)).rejects.toThrow();
  }, 30_000);
});
