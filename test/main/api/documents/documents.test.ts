import { describe, expect, it } from 'vitest';
import { documentLedger } from './document-ledger.ts';

const TEXT = `Northwind to rent computers from Halden

By Ada Brook

Northwind Robotics said on Monday that it had signed a $4.2bn deal to rent cloud computing from Halden Systems over six years.

Shares in Halden Systems rose 7% after the news. Northwind had revenue of $900m in 2024.

“We have the capacity that they need,” said Tom Field, chief executive of Halden Systems.

About 40 staff will move, and 12 sites stay open.
`;

describe('documents', () => {
  it('reads, accepts and counts', async () => {
    const { take, open, accept, ledger } = documentLedger();
    const taken = await take(TEXT);
    const opened = await open(taken.sourceId);
    console.log(
      JSON.stringify(
        opened.candidates.map((c) => [c.key, c.line, c.confidence, c.state]),
        null,
        1,
      ),
      opened.coverage,
      opened.numerals.map((n) => TEXT.slice(n.start, n.end) + ' ' + n.state),
    );
    for (const { key } of opened.candidates) {
      try {
        const done = await accept(taken.sourceId, key);
        console.log(key, JSON.stringify(done));
      } catch (thrown) {
        console.log(key, (thrown as { details: string[] }).details);
      }
    }
    const after = await open(taken.sourceId);
    console.log(
      after.coverage,
      after.candidates.map((c) => [c.key, c.state]),
    );
    expect(ledger.db).toBeDefined();
  });
});
