import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEAL_STATUSES } from '#core/model/deal.ts';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { RELIABILITIES } from '#core/model/source.ts';
import type { Interval } from '#core/quantities/interval.ts';
import { composeOverview } from '#core/report/overview.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** Laws that hold for every ledger, on small ledgers made at random. */
const buyer = entityRow('ent_buyer', 'Buyer');
const parent = entityRow('ent_parent', 'Parent');
const sellers = [
  parent,
  entityRow('ent_a', 'A', { parentId: parent.id, rollsUp: 1 }),
  entityRow('ent_b', 'B'),
  entityRow('ent_c', 'C'),
];
const entities = [buyer, ...sellers].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const day = fc.constantFrom(null, '2024-12-31', '2025-09-30', '2026-03-31');
const money = fc.record({
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'range', 'undisclosed'),
  amount: fc.integer({ min: 1, max: 1_000 }),
  more: fc.nat(500),
  reliability: fc.constantFrom(...RELIABILITIES),
  publishedOn: day,
  periodEnd: day,
  credibility: fc.integer({ min: 1, max: 6 }),
});
type Money = typeof money extends fc.Arbitrary<infer M> ? M : never;

function amounts(
  { qualifier, amount, more, reliability, publishedOn, periodEnd, credibility }: Money,
  at: string,
) {
  return {
    source: sourceRow(`src_${at}`, reliability, publishedOn),
    qualifier,
    ...(qualifier === 'undisclosed' ? {} : { amount, high: amount + more }),
    extra: { periodEnd, credibility },
  };
}

const revenue = fc.tuple(
  fc.constantFrom('trailing-12m', 'fiscal-year', 'run-rate', 'quarter', 'projection', 'guidance'),
  money,
);
const loss = fc.tuple(fc.constantFrom('quarter', 'fiscal-year'), money);
const deal = fc.record({
  headline: fc.array(money, { maxLength: 2 }),
  status: fc.constantFrom(...DEAL_STATUSES),
  payees: fc.uniqueArray(fc.constantFrom(...sellers), { maxLength: 2, selector: ({ id }) => id }),
  tenor: fc.option(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.nat(5)), { nil: null }),
});

const ledger = fc
  .record({
    revenues: fc.array(revenue, { maxLength: 4 }),
    losses: fc.array(loss, { maxLength: 2 }),
    totals: fc.array(money, { maxLength: 3 }),
    tenor: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
    deals: fc.array(deal, { maxLength: 4 }),
  })
  .map(({ revenues, losses, totals, tenor, deals }): LedgerView => {
    const about = buyer.id;
    const source = sourceRow('src_tenor', 'C');
    return viewOf({
      entities,
      figures: [
        ...revenues.map(([basis, one], at) =>
          figureRow({ id: `fig_revenue_${at}`, about, metric: 'revenue', basis, ...amounts(one, `r${at}`) }),
        ),
        ...losses.map(([basis, one], at) =>
          figureRow({ id: `fig_loss_${at}`, about, metric: 'net-loss', basis, ...amounts(one, `l${at}`) }),
        ),
        ...totals.map((one, at) =>
          figureRow({ id: `fig_total_${at}`, about, metric: 'total-commitments', ...amounts(one, `t${at}`) }),
        ),
        ...(tenor === null
          ? []
          : [
              figureRow({
                id: 'fig_tenor',
                about,
                metric: 'commitment-tenor',
                unit: 'years',
                source,
                amount: tenor,
              }),
            ]),
      ],
      deals: deals.map(({ headline, status, payees, tenor: years }, at) =>
        dealRow({
          id: `dea_${at}`,
          name: `Deal ${at % 2}`,
          kind: 'supply',
          status,
          source,
          parties: [['payer', buyer], ...payees.map((payee) => ['payee', payee] as const)],
          amounts: headline.map((one, version) => ({
            id: `fig_${at}_${version}`,
            ...amounts(one, `d${at}${version}`),
          })),
          extra: years === null ? {} : { tenorYearsLo: years[0], tenorYearsHi: years[0] + years[1] },
        }),
      ),
    });
  });

const flagsOf = (view: LedgerView) => evaluateSignals(view, [buyer.id], []);

/**
 * These count or compare what sources wrote: a wider claim excludes fewer others, and its width goes by the digits it
 * was written with. They measure the claims, not the amounts behind them.
 */
const ON_CLAIMS: ReadonlySet<string> = new Set([
  'undisclosed-terms',
  'source-disagreement',
  'single-sourced-figure',
  'stale-figure',
  'basis-mismatch',
  'claim-arithmetic',
]);
const onAmounts = (flags: readonly Flag[]) => flags.filter(({ signal }) => !ON_CLAIMS.has(signal));

it('the order of rows never matters', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const turned: LedgerView = {
        ...view,
        entities: view.entities.toReversed(),
        figures: view.figures.toReversed(),
        deals: view.deals
          .toReversed()
          .map((row) => ({ ...row, parties: row.parties.toReversed(), amounts: row.amounts.toReversed() })),
      };
      const flags = flagsOf(view);
      expect(flagsOf(turned)).toEqual(flags);
      const overview = (of: LedgerView) => composeOverview({ view: of, subjectId: buyer.id, flags });
      expect(overview(turned)).toEqual(overview(view));
    }),
    { numRuns: 150 },
  );
});

it('the size of the currency changes no ratio and no severity', () => {
  fc.assert(
    fc.property(ledger, fc.constantFrom(3, 1_000), (view, factor) => {
      const scale = <Row extends FigureFacts>(row: Row): Row =>
        row.unit === 'years' || row.lo === null
          ? row
          : { ...row, lo: row.lo * factor, point: times(row.point, factor), hi: times(row.hi, factor) };
      const scaled: LedgerView = {
        ...view,
        figures: view.figures.map(scale),
        deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(scale) })),
      };
      const [before, after] = [onAmounts(flagsOf(view)), onAmounts(flagsOf(scaled))];
      expect(after.map(({ severity, state }) => [severity, state])).toEqual(
        before.map(({ severity, state }) => [severity, state]),
      );
      after.forEach(({ value }, at) => {
        expect(endsOf(value)).toEqual(
          endsOf(before[at]?.value ?? null).map((end) => (end === null ? null : expect.closeTo(end, 6))),
        );
      });
    }),
    { numRuns: 100 },
  );
});

it('what is unknown never becomes clear', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const silence = (row: FigureFacts): FigureFacts => ({
        ...row,
        qualifier: 'undisclosed',
        lo: null,
        point: null,
        hi: null,
      });
      const flags = flagsOf({
        ...view,
        figures: view.figures.map(silence),
        deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(silence) })),
      });
      expect(flags.filter(({ severity }) => severity === 'clear')).toEqual([]);
      const computed = onAmounts(flags).filter(({ state }) => state !== 'not-applicable');
      expect([...new Set(computed.map(({ severity }) => severity))]).toEqual(['insufficient-data']);
    }),
    { numRuns: 100 },
  );
});

it('every result is an ordered range, and its bands are those of its ends', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      for (const { value, state, missing, severity, tags, certainty, bandLo, bandHi } of flagsOf(view)) {
        if (value === null) {
          const isRuled = state === 'ok' && tags.includes('unquantified');
          if (!isRuled) expect([state, severity]).toEqual([severity, state]);
          if (state === 'insufficient-data') expect(missing.length).toBeGreaterThan(0);
          continue;
        }
        const above = (amount: number) => amount + 1e-12 * (1 + Math.abs(amount));
        expect(value.lo).toBeLessThanOrEqual(above(value.point ?? value.lo));
        expect(value.point ?? value.lo).toBeLessThanOrEqual(above(value.hi ?? Number.POSITIVE_INFINITY));
        expect(certainty).toBe(bandLo === bandHi ? 'certain' : 'possible');
      }
    }),
    { numRuns: 150 },
  );
});

it('a wider figure never narrows a result', () => {
  fc.assert(
    fc.property(
      ledger,
      fc.constantFrom('revenue', 'total-commitments', 'net-loss'),
      fc.nat(50),
      fc.nat(50),
      (view, metric, down, up) => {
        const used = new Set(
          flagsOf(view).flatMap(({ inputs }) => inputs.filter(({ isUsed }) => isUsed).map(({ id }) => id)),
        );
        const [target] = view.figures.filter((row) => row.metric === metric && used.has(row.id));
        fc.pre(target !== undefined && target.lo !== null && alone(view, target));
        const wider = {
          ...target,
          lo: Math.max(0, (target?.lo ?? 0) - down),
          hi: target?.hi === null ? null : (target?.hi ?? 0) + up,
        } as FigureFacts;
        const after = flagsOf({
          ...view,
          figures: view.figures.map((row) => (row.id === wider.id ? wider : row)),
        });
        const before = onAmounts(flagsOf(view)).filter((flag) => !isRefuted(flag));
        for (const flag of before) {
          const now = after.find(
            (one) => one.signal === flag.signal && one.measure === flag.measure && sameScope(one, flag),
          );
          if (flag.value === null || now?.state === 'not-computable') continue;
          expect(now?.value?.lo).toBeLessThanOrEqual(flag.value.lo * (1 + 1e-9) + 1e-9);
          expect(now?.value?.hi ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            (flag.value.hi ?? Number.POSITIVE_INFINITY) * (1 - 1e-9) - 1e-9,
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('shares of the counterparties add up to the whole', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const { byCounterparty } = composeOverview({ view, subjectId: buyer.id, flags: [] });
      const shares = byCounterparty.flatMap(({ share }) => (share === null ? [] : [share]));
      if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(byCounterparty.every(({ amount, share }) => (amount === null) === (share === null))).toBe(true);
      expect(new Set(byCounterparty.map(({ entityId, name }) => `${entityId} ${name}`)).size).toBe(
        byCounterparty.length,
      );
    }),
    { numRuns: 150 },
  );
});

/** A version that others could displace may change the choice when it grows wider. */
function alone(view: LedgerView, target: FigureFacts): boolean {
  return view.figures.every((row) => row.id === target.id || row.metric !== target.metric);
}

/** Where the total is below what is named, concentration rests on the names alone until the total is wide enough. */
function isRefuted({ signal, note }: Flag): boolean {
  return signal === 'supplier-concentration' && note.includes('No usable total');
}

function sameScope(a: Flag, b: Flag): boolean {
  return a.scope.kind !== 'total' && b.scope.kind !== 'total'
    ? a.scope.id === b.scope.id
    : a.scope.kind === b.scope.kind;
}

function endsOf(value: Interval | null): readonly (number | null)[] {
  return value === null ? [] : [value.lo, value.point, value.hi];
}

function times(amount: number | null, factor: number): number | null {
  return amount === null ? null : amount * factor;
}
