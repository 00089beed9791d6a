import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nounOf } from '#core/model/nouns.ts';
import { sampleBatches, sampleCase } from '#main/intake/sample-case.ts';
import { laid } from './laid-ledger.ts';

const DOCUMENTS = fileURLToPath(new URL('../../../shared/case/sources', import.meta.url));
const areDocumentsHere = existsSync(DOCUMENTS);
if (!areDocumentsHere)
  console.log(`Passages are not compared with the documents: ${DOCUMENTS} is not there.`);

const entries = laid(sampleBatches());
const passages = entries.filter(({ noun }) => noun === 'passage');
const titles = new Map(sampleCase().sources.documents.map(({ title, key }) => [title, key]));

function documentOf(sourceId: unknown): string {
  const title = entries.find(({ id }) => id === sourceId)?.fields.title;
  return titles.get(String(title)) ?? 'not held';
}

function textOf(document: string): string {
  const name = readdirSync(DOCUMENTS).find((file) => file.startsWith(`${document}_`));
  if (name === undefined) throw new Error(`There is no document ${document}.`);
  return readFileSync(`${DOCUMENTS}/${name}`, 'utf8').replaceAll('\r\n', '\n');
}

describe('the sample case as changes of the public command', () => {
  it('fits the contract and the model, and refers only to what stands already', () => {
    expect(entries.length).toBeGreaterThan(200);
  });

  it('is the same every time', () => {
    expect(sampleBatches()).toEqual(sampleBatches());
  });

  it('holds no fact twice', () => {
    const identities = entries.map(({ noun, fields }) =>
      JSON.stringify([noun, ...nounOf(noun).identity.map((name) => fields[name] ?? null)]),
    );
    expect(identities.filter((identity, at) => identities.indexOf(identity) !== at)).toEqual([]);
  });

  it('holds no text of the documents beyond short passages', () => {
    const sources = entries.filter(({ noun }) => noun === 'source');
    expect(sources.filter(({ fields }) => fields.content !== null || fields.sha256 !== null)).toEqual([]);
    const long = passages.filter(({ fields }) => String(fields.words).length > 300);
    const wordy = passages.filter(({ fields }) => String(fields.words).split(/\s+/).length > 40);
    expect([...long, ...wordy]).toEqual([]);
  });

  it('states no publication day and holds no document', () => {
    const sources = entries.filter(({ noun }) => noun === 'source');
    expect(
      sources.filter(({ fields }) => fields.publishedOn !== null || fields.retrievedAt !== null),
    ).toEqual([]);
  });

  it('rests every figure, deal, quote, reaction and key date on a passage of its own source', () => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const stray = entries
      .filter(({ noun }) => ['figure', 'deal', 'quote', 'reaction', 'key-date'].includes(noun))
      .filter(({ fields }) => byId.get(String(fields.passageId))?.fields.sourceId !== fields.sourceId);
    expect(stray).toEqual([]);
  });

  it.skipIf(!areDocumentsHere)('quotes only words that stand in their document', () => {
    const strange = passages.filter(
      ({ fields }) => !textOf(documentOf(fields.sourceId)).includes(String(fields.words)),
    );
    expect(strange.map(({ fields }) => fields.words)).toEqual([]);
  });

  it.skipIf(!areDocumentsHere)('writes every amount and verbatim quote as it stands in its document', () => {
    const worded = entries.flatMap(({ noun, fields }) => {
      if (noun === 'quote') return [{ fields, words: fields.words }];
      return noun === 'figure' || noun === 'key-date' ? [{ fields, words: fields.wording }] : [];
    });
    const strange = worded.filter(
      ({ fields, words }) => !textOf(documentOf(fields.sourceId)).includes(String(words)),
    );
    expect(strange.map(({ words }) => words)).toEqual([]);
  });

  it('takes nothing from the advertisement and the testimonial', () => {
    expect(JSON.stringify(entries)).not.toMatch(/\$4\.90|John|Excellent material|sponsored/i);
  });
});
