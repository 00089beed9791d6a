import { describe, expect, it } from 'vitest';
import { documentLedger } from './document-ledger.ts';

const FIRST = `Northwind to rent from Vale Tower Group

Northwind Robotics signed a $4.2bn deal to rent cloud computing from Vale Tower Group (VTG) over six years.
`;
const SECOND = `Northwind goes to VTG

Northwind Robotics signed a $4.2bn deal to rent cloud computing from VTG over six years.
`;

/** The deal of a text, taken in and accepted as it is drafted. */
async function deals(texts: readonly string[]) {
  const { take, open, accept, draft, ledger } = documentLedger();
  const drafts = [];
  for (const text of texts) {
    const { sourceId } = await take(text, { as: 'new' });
    const found = (await open(sourceId)).candidates.find((one) => one.class === 'deal');
    drafts.push(await draft(sourceId, found?.key ?? ''));
    await accept(sourceId, found?.key ?? '');
  }
  const count = (table: string) =>
    ledger.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE retracted_seq IS NULL`).pluck().get();
  return { drafts, deals: count('deals'), entities: count('entities'), figures: count('figures') };
}

describe('one deal in two articles', () => {
  it.each([
    ['the full name first', [FIRST, SECOND]],
    ['the initials first', [SECOND, FIRST]],
  ])('is one deal under a name and its initials: %s', async (_, texts) => {
    const made = await deals(texts);
    expect(made).toMatchObject({ deals: 1, entities: 2, figures: 2 });
    expect(made.drafts[1]?.draft.dealId).not.toBeNull();
  });

  it('offers the name where only the initials fit, and does not take it', async () => {
    const plain = FIRST.replace(' (VTG)', '');
    const { drafts } = await deals([plain, SECOND]);
    expect(drafts[1]?.matches.flat()).toMatchObject([{ by: 'name' }, { by: 'initials' }]);
    expect(drafts[1]?.onFile).toMatchObject([{ noun: 'deal', verdict: 'differs' }]);
    expect(drafts[1]?.draft.dealId).toBeNull();
  });
});
