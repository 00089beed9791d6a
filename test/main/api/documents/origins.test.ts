import { describe, expect, it } from 'vitest';
import type { MatterReport } from '#core/report/matter.ts';
import { proposedOrigins } from '#main/api/documents/origins.ts';
import { documentLedger } from './document-ledger.ts';

const REPORT = (title: string, sum: string) => `${title}

Northwind Robotics had revenue of ${sum} in 2024, according to The Harbour Post.
`;

describe('independent origins', () => {
  it('two documents that rest on the same third one are one origin, once that is on file', async () => {
    const { ledger, take, open, accept, call } = documentLedger();
    const figures: string[] = [];
    const sources: string[] = [];
    for (const text of [REPORT('First', '$900m'), REPORT('Second', '$900 million')]) {
      const { sourceId } = await take(text, { as: 'new' });
      const { candidates } = await open(sourceId);
      const figure = candidates.find((one) => one.class === 'figure');
      const { entryIds } = await accept(sourceId, figure?.key ?? '', (draft) => ({
        ...draft,
        fields: { ...draft.fields, metric: 'revenue', basis: 'fiscal-year', status: 'reported' },
        entities: draft.entities.map((one) =>
          one.name === '' ? { ...one, name: 'Northwind Robotics' } : one,
        ),
      }));
      figures.push(entryIds[0] ?? '');
      sources.push(sourceId ?? '');
    }
    const [subject] = (
      await call<{ versions: { fields: { entityId: string } }[] }>('entries', 'get', {
        id: figures[0],
      })
    ).versions;
    const matter = () =>
      call<MatterReport>('figures', 'versions', { subjectId: subject?.fields.entityId, id: figures[0] });
    expect(await matter()).toMatchObject({ claims: 2, origins: 2 });

    const name = 'The Harbour Post';
    const proposedFor = (sourceId: string | undefined, cites: readonly { id: string; title: string }[]) =>
      proposedOrigins(ledger, { sourceId: sourceId ?? '', named: [name], cites, knownAt: null });
    expect(proposedFor(sources[0], [])).toEqual([{ name, sourceId: null }]);
    const { originId } = await call<{ originId: string }>('documents', 'cite', {
      sourceId: sources[0],
      origin: { name },
    });
    expect(proposedFor(sources[1], [])).toEqual([{ name, sourceId: originId }]);
    await call('documents', 'cite', { sourceId: sources[1], origin: originId });
    expect(proposedFor(sources[1], (await open(sources[1] ?? '')).cites)).toEqual([]);
    expect(await matter()).toMatchObject({ claims: 2, origins: 1 });
  });
});
