import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFigure } from '#core/figures/choice.ts';
import { mostReliable } from '#core/figures/policy.ts';
import { RELIABILITIES } from '#core/model/source.ts';
import { qualify } from '#core/quantities/qualifier.ts';
import { loadView } from '#main/ledger/view.ts';
import { newLedger, write } from './temp-ledger.ts';

const publishedOn = fc.constantFrom(null, '2025-06-30', '2025-09-30');
/** Over by each day of publication, as the actuals of a source must be. */
const periodEnd = fc.constantFrom(null, '2025-03-31', '2025-06-30');
const version = fc.record({
  reliability: fc.constantFrom(...RELIABILITIES.slice(0, 3)),
  publishedOn,
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'undisclosed'),
  amount: fc.integer({ min: 1, max: 5 }),
  credibility: fc.integer({ min: 2, max: 3 }),
  isPrimary: fc.constantFrom(null, 0, 1),
  periodEnd,
});

describe('v_deals', () => {
  it('shows the amount that the policy "most reliable" of the core chooses', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 8 }), (versions) => {
        const { ledger, close } = newLedger();
        write(ledger, [
          { op: 'add', noun: 'entity', key: '$a', fields: { name: 'A', kind: 'company' } },
          { op: 'add', noun: 'source', key: '$s', fields: { title: 'S', kind: 'press', reliability: 'C' } },
          {
            op: 'add',
            noun: 'deal',
            key: '$d',
            fields: { name: 'D', kind: 'supply', status: 'signed', sourceId: '$s' },
          },
          { op: 'add', noun: 'deal-party', fields: { dealId: '$d', entityId: '$a', role: 'payer' } },
          ...versions.map(({ reliability, publishedOn }, at) => ({
            op: 'add' as const,
            noun: 'source' as const,
            key: `$s${at}`,
            fields: { title: `S${at}`, kind: 'press', reliability, publishedOn },
          })),
          ...versions.map(({ qualifier, amount, credibility, isPrimary, periodEnd }, at) => ({
            op: 'add' as const,
            noun: 'figure' as const,
            fields: {
              entityId: '$a',
              dealId: '$d',
              sourceId: `$s${at}`,
              metric: 'deal-headline',
              qualifier,
              unit: 'USD',
              ...qualify(qualifier as 'exact', amount * 100_000, null),
              basis: 'stock',
              status: 'reported',
              credibility,
              isPrimary,
              periodEnd,
            },
          })),
        ]);
        const payer =
          ledger.db.prepare<[], { id: string }>("SELECT id FROM entities WHERE name = 'A'").get()?.id ?? '';
        const deal = loadView(ledger, { subjectIds: [payer], asOf: '2025-12-31', knownAt: null }).deals[0];
        const chosen = chooseFigure(deal?.amounts ?? [], mostReliable)?.figures[0];
        const shown = ledger.db
          .prepare<[], { figure_id: string; amount: number | null }>('SELECT figure_id, amount FROM v_deals')
          .get();
        if (chosen === undefined) expect(shown?.amount).toBeNull();
        else expect(shown?.figure_id).toBe(chosen.id);
        close();
      }),
      { numRuns: 60 },
    );
  });

  it('stays with the currency that most versions state', () => {
    const { ledger } = newLedger();
    const amount = (sourceId: string, unit: string, cents: number) => ({
      op: 'add' as const,
      noun: 'figure' as const,
      fields: {
        entityId: '$a',
        dealId: '$d',
        sourceId,
        metric: 'deal-headline',
        qualifier: 'approx',
        unit,
        ...qualify('approx', cents, null),
        basis: 'stock',
        status: 'reported',
        credibility: 3,
      },
    });
    write(ledger, [
      { op: 'add', noun: 'entity', key: '$a', fields: { name: 'A', kind: 'company' } },
      { op: 'add', noun: 'source', key: '$s', fields: { title: 'S', kind: 'press', reliability: 'C' } },
      { op: 'add', noun: 'source', key: '$t', fields: { title: 'T', kind: 'press', reliability: 'C' } },
      {
        op: 'add',
        noun: 'deal',
        key: '$d',
        fields: { name: 'D', kind: 'supply', status: 'signed', sourceId: '$s' },
      },
      amount('$s', 'USD', 3.8e12),
      amount('$t', 'USD', 3.8e12),
      amount('$s', 'GBP', 2.9e12),
    ]);
    expect(ledger.db.prepare('SELECT amount, currency FROM v_deals').get()).toEqual({
      amount: 38e9,
      currency: 'USD',
    });
  });
});
