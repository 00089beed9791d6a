import fc from 'fast-check';
import { DEAL_STATUSES } from '#core/model/deal.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { RELIABILITIES } from '#core/model/source.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** Small ledgers made at random in which everybody may fund and pay everybody, and sources disagree on most amounts. */
const parent = entityRow('ent_parent', 'Parent', { sector: 'Cloud' });
export const companies = [
  entityRow('ent_a', 'A', { sector: 'Models' }),
  entityRow('ent_b', 'B', { sector: 'Models' }),
  entityRow('ent_brand', 'Brand', { parentId: parent.id, rollsUp: 1 }),
  entityRow('ent_c', 'C'),
  parent,
];

const anyone = fc.constantFrom(...companies);
const version = fc.record({
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'range', 'undisclosed'),
  amount: fc.integer({ min: 1, max: 100 }),
  more: fc.nat(50),
  reliability: fc.constantFrom(...RELIABILITIES),
  publishedOn: fc.constantFrom(null, '2024-12-31', '2025-09-30'),
  credibility: fc.integer({ min: 1, max: 6 }),
});
type Version = typeof version extends fc.Arbitrary<infer V> ? V : never;

const deal = fc.record({
  kind: fc.constantFrom('equity-investment', 'debt-financing', 'cloud-compute', 'supply', 'guarantee'),
  status: fc.constantFrom(...DEAL_STATUSES),
  payer: anyone,
  payee: anyone,
  versions: fc.array(version, { maxLength: 3 }),
  startOn: fc.constantFrom(null, '2015-01-01', '2024-06-01', '2025-06-01'),
});
const figure = fc.record({
  about: anyone,
  metric: fc.constantFrom('revenue', 'net-loss', 'total-commitments', 'cash', 'valuation', 'growth'),
  basis: fc.constantFrom('trailing-12m', 'fiscal-year', 'quarter', 'stock', 'guidance'),
  version,
});

export const anyMarket = fc
  .record({ deals: fc.array(deal, { maxLength: 8 }), figures: fc.array(figure, { maxLength: 12 }) })
  .map(
    ({ deals, figures }): LedgerView =>
      viewOf({
        entities: companies,
        figures: figures.map((one, at) =>
          figureRow({
            id: `fig_${at}`,
            about: one.about.id,
            metric: one.metric,
            basis: one.basis,
            ...written(one.version, `f${at}`),
          }),
        ),
        deals: deals.map(({ kind, status, payer, payee, versions, startOn }, at) =>
          dealRow({
            id: `dea_${at}`,
            name: `Deal ${at}`,
            kind,
            status,
            source: sourceRow('src_deals', 'C'),
            parties: [
              [kind === 'guarantee' ? 'guarantor' : 'payer', payer],
              [kind === 'guarantee' ? 'beneficiary' : 'payee', payee],
            ],
            amounts: versions.map((one, place) => ({
              id: `fig_${at}_${place}`,
              ...written(one, `d${at}${place}`),
            })),
            extra: { startOn },
          }),
        ),
      }),
  );

function written({ qualifier, amount, more, reliability, publishedOn, credibility }: Version, at: string) {
  return {
    source: sourceRow(`src_${at}`, reliability, publishedOn),
    qualifier,
    ...(qualifier === 'undisclosed' ? {} : { amount, high: amount + more }),
    extra: { credibility },
  };
}
