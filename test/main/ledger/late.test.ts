import { describe, expect, it } from 'vitest';
import { listLate } from '#main/ledger/late.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { findLive } from '#main/ledger/versions.ts';
import { addDeal, headline, newLedger, write } from './temp-ledger.ts';

/** The clock of these ledgers starts on 2025-11-03 at 09:00 UTC and ticks by the second. */
function publish(ledger: WritableLedger, source: string, publishedOn: string): void {
  const version = findLive(ledger, 'source', source)?.version ?? 0;
  write(ledger, [{ op: 'correct', id: source, version, fields: { publishedOn } }]);
}

const NOW = { asOf: '2025-12-31', knownAt: null };

describe('the late-knowledge list', () => {
  it('holds what was recorded on a later day than its source was published', () => {
    const { ledger } = newLedger();
    const { source, deal, figure } = addDeal(ledger);
    expect(listLate(ledger, NOW)).toMatchObject({ late: [], undated: { sources: 1, entries: 2 } });
    publish(ledger, source, '2025-10-30');
    const { late, lateTotal, ahead, undated } = listLate(ledger, NOW);
    expect(late.map(({ id, noun, days, source: title }) => [id, noun, days, title]).toSorted()).toEqual(
      [
        [deal, 'deal', 4, 'A newsletter'],
        [figure, 'figure', 4, 'A newsletter'],
      ].toSorted(),
    );
    expect([lateTotal, ahead, undated]).toEqual([2, [], { sources: 0, entries: 0 }]);
  });

  it('lists as a finding what was recorded before it was published', () => {
    const { ledger } = newLedger();
    const { source } = addDeal(ledger);
    publish(ledger, source, '2025-11-10');
    const { late, ahead } = listLate(ledger, NOW);
    expect(late).toEqual([]);
    expect(ahead.map(({ noun, days }) => [noun, days])).toEqual([
      ['deal', -7],
      ['figure', -7],
    ]);
  });

  it('at an instant holds what was published by then and came later', () => {
    const { ledger } = newLedger();
    const { source, payer, deal, figure } = addDeal(ledger);
    publish(ledger, source, '2025-11-03');
    const knownAt = new Date(Date.parse('2025-11-03T09:00:00.000Z') + 60_000).toISOString();
    let later = ledger;
    later = { ...ledger, now: () => '2025-11-08T09:00:00.000Z' };
    const { ids } = write(later, [
      { op: 'add', noun: 'figure', fields: headline(deal, payer, source, 4_000_000_000_000) },
    ]);
    const { late } = listLate(ledger, { asOf: '2025-12-31', knownAt });
    expect(late.map(({ id, standing, days }) => [id, standing, days])).toEqual([
      [ids[0], 'recorded-later', 5],
    ]);
    expect(listLate(ledger, { asOf: '2025-12-31', knownAt: '2025-11-09T00:00:00.000Z' }).late).toEqual([]);

    const version = findLive(ledger, 'figure', figure)?.version ?? 0;
    write(later, [{ op: 'correct', id: figure, version, fields: { note: 'as restated' } }]);
    const again = listLate(ledger, { asOf: '2025-12-31', knownAt }).late;
    expect(again.map(({ id, standing }) => [id, standing])).toContainEqual([figure, 'corrected-later']);
  });

  it('leaves out what did not count yet on the as-of day', () => {
    const { ledger } = newLedger();
    const { source } = addDeal(ledger);
    publish(ledger, source, '2025-10-30');
    expect(listLate(ledger, { asOf: '2025-10-29', knownAt: null }).late).toEqual([]);
  });
});

describe('an actual of a period that was not over when its source was published', () => {
  const revenue = (entityId: string, sourceId: string, more: object) => ({
    ...headline('', entityId, sourceId, 100),
    dealId: null,
    metric: 'revenue',
    basis: 'fiscal-year',
    periodStart: '2025-01-01',
    periodEnd: '2026-01-01',
    ...more,
  });

  it('is refused on entry, a projection of the same is not', () => {
    const { ledger } = newLedger();
    const { source, payer } = addDeal(ledger);
    publish(ledger, source, '2025-11-02');
    const add = (more: object) =>
      write(ledger, [{ op: 'add', noun: 'figure', fields: revenue(payer, source, more) }]);
    expect(() => add({})).toThrowError(
      expect.objectContaining({
        code: 'ENTRY_REFUSED',
        details: [expect.stringMatching(/Buyer, revenue.*until 2026-01-01.*published on 2025-11-02/)],
      }),
    );
    expect(add({ status: 'projected' }).added).toBe(1);
  });

  it('keeps its source from getting such a day of publication', () => {
    const { ledger } = newLedger();
    const { source, payer } = addDeal(ledger);
    write(ledger, [{ op: 'add', noun: 'figure', fields: revenue(payer, source, {}) }]);
    expect(() => publish(ledger, source, '2025-11-02')).toThrowError(
      expect.objectContaining({ code: 'ENTRY_REFUSED' }),
    );
    expect(() => publish(ledger, source, '2026-02-02')).not.toThrow();
  });
});
