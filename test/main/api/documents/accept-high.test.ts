import { describe, expect, it } from 'vitest';
import { HIGH_CONFIDENCE } from '#core/extract/confidence.ts';
import { acceptHigh } from '#main/api/documents/accept-high.ts';
import { previewDocument } from '#main/api/documents/preview.ts';
import { documentLedger, parsed } from './document-ledger.ts';

const TEXT = `Northwind to rent computers from Halden

Northwind Robotics signed a $4.2bn deal to rent cloud computing from Halden Systems over six years.

Shares in Halden Systems rose 7% after the news. Its sales were put at $900m.

“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.
`;

const MOMENT = { asOf: '2026-11-23', knownAt: null };

describe('acceptHigh', () => {
  it('takes what is certain and complete, leaves the rest unread, and takes nothing twice', async () => {
    const { take, open, ledger } = documentLedger();
    const { sourceId } = await take(TEXT);
    const accepted = acceptHigh(ledger, sourceId ?? '', MOMENT);
    expect(accepted.length).toBeGreaterThan(0);
    const { candidates } = await open(sourceId);
    const taken = new Set(accepted.map(({ key }) => key));
    for (const { key, confidence, state } of candidates) {
      if (taken.has(key)) expect(confidence).toBeGreaterThanOrEqual(HIGH_CONFIDENCE);
      expect(state).toBe(taken.has(key) ? 'captured' : 'unread');
    }
    const bare = candidates.filter((one) => one.class === 'figure' && /^USD 900m/.test(one.line));
    expect(bare.every(({ state }) => state === 'unread')).toBe(true);
    expect(acceptHigh(ledger, sourceId ?? '', MOMENT)).toEqual([]);
  });

  it('leaves a name that may be several to the reader', async () => {
    const { take, ledger, call, open } = documentLedger();
    await call('entries', 'write', {
      changes: [
        { op: 'add', noun: 'entity', fields: { name: 'Halden Systems', kind: 'company' } },
        {
          op: 'add',
          noun: 'entity',
          fields: { name: 'Another', kind: 'company', aliases: ['Halden Systems'] },
        },
      ],
      summary: 'Two of one name',
    });
    const { sourceId } = await take(TEXT);
    acceptHigh(ledger, sourceId ?? '', MOMENT);
    const { candidates } = await open(sourceId);
    const named = candidates.filter((one) => ['reaction', 'deal'].includes(one.class));
    expect(named.every(({ state }) => state === 'unread')).toBe(true);
  });

  it('is told beforehand without writing', async () => {
    const { ledger, take } = documentLedger();
    const changes = () => ledger.db.prepare('SELECT count(*) AS n FROM changes').get();
    const before = changes();
    const preview = previewDocument(ledger, { ...parsed(TEXT), as: null }, MOMENT.asOf);
    expect(changes()).toEqual(before);
    const { sourceId } = await take(TEXT);
    const accepted = acceptHigh(ledger, sourceId ?? '', MOMENT);
    expect(preview.taken.outcome).toBe('taken');
    expect(preview.ready.map(({ key }) => key)).toEqual(accepted.map(({ key }) => key));
  });
});
