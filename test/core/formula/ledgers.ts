import fc from 'fast-check';
import { DEAL_STATUSES } from '#core/model/deal.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { RELIABILITIES } from '#core/model/source.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** Small ledgers with everything that formulas read: ranges, days, tenors, schedules, payments, terms, funding, vendors. */
export const buyer = entityRow('ent_buyer', 'Buyer');
const sellers = [entityRow('ent_a', 'A'), entityRow('ent_b', 'B'), entityRow('ent_c', 'C')];
const source = sourceRow('src_one', 'C');

const money = fc.record({
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'range', 'undisclosed'),
  amount: fc.integer({ min: 1, max: 1_000 }),
  more: fc.nat(500),
  reliability: fc.constantFrom(...RELIABILITIES),
});
type Money = typeof money extends fc.Arbitrary<infer M> ? M : never;

/** In millions, so that rounding to cents stays far below what is compared. */
function stated({ qualifier, amount, more, reliability }: Money, at: string) {
  return {
    source: sourceRow(`src_${at}`, reliability),
    qualifier,
    ...(qualifier === 'undisclosed' ? {} : { amount: amount * 1e6, high: (amount + more) * 1e6 }),
  };
}

const few = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const maybe = fc.option(fc.boolean(), { nil: null });
const tenor = fc.option(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.nat(4)), { nil: null });
const days = fc.constantFrom(
  [null, null],
  ['2025-07-01', '2030-07-01'],
  ['2026-03-01', null],
  [null, '2031-01-01'],
) as fc.Arbitrary<readonly [string | null, string | null]>;

const purchase = fc.record({
  headline: few(money, 2),
  status: fc.constantFrom('signed', 'signed', 'announced', 'letter-of-intent', ...DEAL_STATUSES),
  payees: fc.uniqueArray(fc.constantFrom(...sellers), {
    minLength: 1,
    maxLength: 2,
    selector: ({ id }) => id,
  }),
  isJoint: fc.boolean(),
  tenor,
  days,
  isScheduled: fc.boolean(),
  isTakeOrPay: maybe,
  isCancellable: maybe,
});

const funding = fc.record({
  kind: fc.constantFrom('equity-investment', 'vendor-credit'),
  status: fc.constantFrom('signed', 'in-talks', 'completed'),
  funder: fc.constantFrom(...sellers),
  amount: money,
  paid: fc.option(money, { nil: null }),
  days,
});

const PERIODS = {
  past: { basis: 'fiscal-year', periodStart: '2024-01-01', periodEnd: '2025-01-01' },
  present: { basis: 'trailing-12m', periodStart: null, periodEnd: '2025-09-30' },
  'run-rate': { basis: 'run-rate', periodStart: null, periodEnd: '2025-10-31' },
  'earlier rate': { basis: 'run-rate', periodStart: null, periodEnd: '2024-10-31' },
  guidance: { basis: 'guidance', periodStart: '2026-01-01', periodEnd: '2027-01-01' },
  later: { basis: 'projection', periodStart: '2028-01-01', periodEnd: '2029-01-01' },
} as const;

const revenue = fc.record({
  period: fc.constantFrom(...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
  money,
});

const flag = (answer: boolean | null) => (answer === null ? null : answer ? 1 : 0);

export const ledgers: fc.Arbitrary<LedgerView> = fc
  .record({
    revenues: few(revenue, 5),
    losses: few(fc.tuple(fc.constantFrom('quarter', 'fiscal-year'), money), 2),
    burns: few(fc.tuple(fc.constantFrom('quarter', 'fiscal-year'), money), 1),
    totals: few(money, 2),
    levels: fc.record({ cash: few(money, 1), valuation: few(money, 1) }),
    vendors: fc.record({ revenue: few(money, 1), backlog: few(money, 1) }),
    tenor,
    purchases: few(purchase, 4),
    fundings: few(funding, 2),
  })
  .map(({ revenues, losses, burns, totals, levels, vendors, tenor: general, purchases, fundings }) => {
    const about = buyer.id;
    const figures = [
      ...revenues.map(({ period, money: one }, at) => {
        const { basis, ...extra } = PERIODS[period];
        return figureRow({
          id: `fig_revenue_${at}`,
          about,
          metric: 'revenue',
          basis,
          ...stated(one, `r${at}`),
          extra,
        });
      }),
      ...losses.map(([basis, one], at) =>
        figureRow({ id: `fig_loss_${at}`, about, metric: 'net-loss', basis, ...stated(one, `l${at}`) }),
      ),
      ...burns.map(([basis, one], at) =>
        figureRow({ id: `fig_burn_${at}`, about, metric: 'cash-burn', basis, ...stated(one, `u${at}`) }),
      ),
      ...totals.map((one, at) =>
        figureRow({ id: `fig_total_${at}`, about, metric: 'total-commitments', ...stated(one, `t${at}`) }),
      ),
      ...levels.cash.map((one, at) =>
        figureRow({ id: `fig_cash_${at}`, about, metric: 'cash', ...stated(one, `c${at}`) }),
      ),
      ...levels.valuation.map((one, at) =>
        figureRow({ id: `fig_value_${at}`, about, metric: 'valuation', ...stated(one, `v${at}`) }),
      ),
      ...vendors.revenue.map((one, at) =>
        figureRow({
          id: `fig_vr_${at}`,
          about: 'ent_a',
          metric: 'revenue',
          basis: 'trailing-12m',
          ...stated(one, `w${at}`),
        }),
      ),
      ...vendors.backlog.map((one, at) =>
        figureRow({ id: `fig_vb_${at}`, about: 'ent_a', metric: 'backlog', ...stated(one, `b${at}`) }),
      ),
      ...(general === null
        ? []
        : [
            figureRow({
              id: 'fig_tenor',
              about,
              metric: 'commitment-tenor',
              unit: 'years',
              source,
              qualifier: 'range',
              amount: general[0],
              high: general[0] + general[1],
            }),
          ]),
    ];
    const bought = purchases.map((one, at) =>
      dealRow({
        id: `dea_${at}`,
        name: `Deal ${at}`,
        kind: 'supply',
        status: one.status,
        source,
        parties: [
          ['payer', buyer],
          ...(one.isJoint ? [['payer', entityRow('ent_d', 'D')] as const] : []),
          ...one.payees.map((payee) => ['payee', payee] as const),
        ],
        amounts: one.headline.map((amount, version) => ({
          id: `fig_${at}_${version}`,
          ...stated(amount, `d${at}${version}`),
        })),
        schedule: one.isScheduled
          ? [0, 1].map((row) => ({
              id: `row_${at}_${row}`,
              dealId: `dea_${at}`,
              startOn: `202${5 + row}-01-01`,
              endOn: `202${6 + row}-01-01`,
              amount: 1_000_000_00 * (at + 1),
              unit: 'USD' as const,
              note: null,
              sourceId: source.id,
              passageId: null,
            }))
          : [],
        extra: {
          tenorYearsLo: one.tenor === null ? null : one.tenor[0],
          tenorYearsHi: one.tenor === null ? null : one.tenor[0] + one.tenor[1],
          startOn: one.days[0],
          endOn: one.days[1],
          isTakeOrPay: flag(one.isTakeOrPay),
          isCancellable: flag(one.isCancellable),
        },
      }),
    );
    const funded = fundings.map((one, at) => {
      const id = `fun_${at}`;
      const paid = figureRow({
        id: `fig_paid_${at}`,
        about,
        metric: 'deal-paid',
        ...stated(one.paid ?? one.amount, `p${at}`),
        extra: { dealId: id },
      });
      const row = dealRow({
        id,
        name: `Funding ${at}`,
        kind: one.kind,
        status: one.status,
        source,
        parties: [
          ['payer', one.funder],
          ['payee', buyer],
        ],
        amounts: [{ id: `fig_fun_${at}`, ...stated(one.amount, `f${at}`) }],
        extra: { startOn: one.days[0], endOn: one.days[1] },
      });
      return one.paid === null ? row : { ...row, amounts: [...row.amounts, paid] };
    });
    return viewOf({
      entities: [buyer, ...sellers, entityRow('ent_d', 'D')].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      figures,
      deals: [...bought, ...funded],
    });
  });
