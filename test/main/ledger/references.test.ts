import { describe, expect, it } from 'vitest';
import { newLedger } from './temp-ledger.ts';

/** Retracting a thousand deals asks each of these a thousand times, so none may read its whole table. */
describe('what rests on a deal', () => {
  it.each([
    ['deal_parties', 'deal_id'],
    ['figures', 'deal_id'],
    ['schedule_rows', 'deal_id'],
    ['quotes', 'about_deal_id'],
    ['reactions', 'deal_id'],
    ['key_dates', 'deal_id'],
    ['deals', 'part_of_id'],
  ])('is found in %s by an index of %s', (table, column) => {
    const { ledger } = newLedger();
    const sql = `EXPLAIN QUERY PLAN SELECT id FROM ${table} WHERE ${column} = ? AND retracted_seq IS NULL ORDER BY version`;
    const plan = ledger.db.prepare<[string], { detail: string }>(sql).all('dea_x');
    expect(plan[0]?.detail).toMatch(/^SEARCH .* USING INDEX/);
  });
});
