import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEAL_STATUSES } from '#core/model/deal.ts';
import type { DealFacts, FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { burnMultiple } from '#core/signals/burn-multiple.ts';
import { capacityFeasibility } from '#core/signals/capacity-feasibility.ts';
import { cashRunway } from '#core/signals/cash-runway.ts';
import type { Flag } from '#core/signals/flag.ts';
import { fundingGapSignal } from '#core/signals/funding-gap.ts';
import { growthDependence } from '#core/signals/growth-dependence.ts';
import { runSignals } from '#core/signals/run.ts';
import { takeOrPayInflexibility } from '#core/signals/take-or-pay-inflexibility.ts';
import { tenorLifeMismatch } from '#core/signals/tenor-life-mismatch.ts';
import { unfundedCommitments } from '#core/signals/unfunded-commitments.ts';
import { valuationMultiple } from '#core/signals/valuation-multiple.ts';
import { viewOf } from '../view-rows.ts';
import { bank, buyer, type Figure, figures, funding, purchase, seller } from './one-signal.ts';

/** Laws of the signals on funding, on small ledgers made at random. */
const signals = [
  fundingGapSignal,
  unfundedCommitments,
  growthDependence,
  burnMultiple,
  cashRunway,
  takeOrPayInflexibility,
  tenorLifeMismatch,
  capacityFeasibility,
  valuationMultiple,
];

const stated = fc.record({
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'range'),
  amount: fc.integer({ min: 1, max: 900 }),
  more: fc.nat(300),
});
type Stated = typeof stated extends fc.Arbitrary<infer S> ? S : never;
const amounts = ({ qualifier, amount, more }: Stated) => ({ qualifier, amount, high: amount + more });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const terms = fc.record({
  headline: stated,
  status: fc.constantFrom(...DEAL_STATUSES),
  tenor: maybe(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(4))),
  startOn: maybe(fc.constantFrom('2024-03-01', '2026-01-01', '2027-08-15')),
  endOn: maybe(fc.constantFrom('2028-01-01', '2031-06-30')),
  flags: fc.tuple(
    maybe(fc.constantFrom(0 as const, 1 as const)),
    maybe(fc.constantFrom(0 as const, 1 as const)),
  ),
  terms: maybe(fc.constantFrom('GPUs at once', 'Room to expand')),
});
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;

const ledger = fc
  .record({
    revenue: maybe(stated),
    runRate: maybe(stated),
    later: maybe(stated),
    total: maybe(stated),
    tenor: maybe(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(4))),
    cash: maybe(stated),
    burn: maybe(stated),
    loss: maybe(stated),
    capacity: maybe(stated),
    valuation: maybe(stated),
    listing: maybe(stated),
    bought: fc.array(terms, { maxLength: 3 }),
    raised: fc.array(terms, { maxLength: 2 }),
  })
  .map((one): LedgerView => {
    const figure = (id: string, from: Stated | null, spec: Figure) =>
      from === null ? [] : figures({ id: `fig_${id}`, ...spec, ...amounts(from) });
    const projected = { basis: 'projection', status: 'projected' } as const;
    const tenor =
      one.tenor === null ? null : { qualifier: 'range' as const, amount: one.tenor[0], more: one.tenor[1] };
    return viewOf({
      entities: [bank, buyer, seller],
      figures: [
        ...figure('burn', one.burn, { metric: 'cash-burn', basis: 'quarter' }),
        ...figure('capacity', one.capacity, { metric: 'capacity', unit: 'GW/week', basis: 'target' }),
        ...figure('cash', one.cash, { metric: 'cash' }),
        ...figure('later', one.later, { metric: 'revenue', ...projected, extra: { periodLabel: '2028' } }),
        ...figure('listing', one.listing, { metric: 'valuation', ...projected }),
        ...figure('loss', one.loss, { metric: 'net-loss', basis: 'fiscal-year' }),
        ...figure('rate', one.runRate, { metric: 'revenue', basis: 'run-rate' }),
        ...figure('revenue', one.revenue, { metric: 'revenue', basis: 'fiscal-year' }),
        ...figure('tenor', tenor, { metric: 'commitment-tenor', unit: 'years' }),
        ...figure('total', one.total, { metric: 'total-commitments' }),
        ...figure('valuation', one.valuation, { metric: 'valuation' }),
      ],
      deals: [
        ...one.bought.map((of, at) => dealOf(of, (spec) => purchase(`dea_b${at}`, 1, spec))),
        ...one.raised.map((of, at) => dealOf(of, (spec) => funding(`dea_r${at}`, 1, spec))),
      ],
    });
  });

function dealOf(of: Terms, make: (spec: Parameters<typeof purchase>[2]) => DealFacts): DealFacts {
  const [isTakeOrPay, isCancellable] = of.flags;
  const tenor =
    of.tenor === null ? {} : { tenorYearsLo: of.tenor[0], tenorYearsHi: of.tenor[0] + of.tenor[1] };
  const { startOn, endOn, terms: words } = of;
  const deal = make({
    status: of.status,
    extra: { ...tenor, startOn, endOn, isTakeOrPay, isCancellable, terms: words },
  });
  const [row] = figures({
    id: `fig_${deal.id}`,
    metric: 'deal-headline',
    ...amounts(of.headline),
    extra: { dealId: deal.id },
  });
  return { ...deal, amounts: row === undefined ? [] : [row] };
}

const flagsOf = (view: LedgerView) => runSignals({ view, subjectIds: [buyer.id], sets: [], signals });

it('the order of rows never matters', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const turned = {
        ...view,
        figures: view.figures.toReversed(),
        deals: view.deals.toReversed().map((row) => ({ ...row, parties: row.parties.toReversed() })),
      };
      expect(flagsOf(turned)).toEqual(flagsOf(view));
    }),
    { numRuns: 80 },
  );
});

it('every result is an ordered range of numbers, and what is not computed is never clear', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      for (const flag of flagsOf(view)) {
        const { value, state, severity, missing } = flag;
        if (value === null) {
          expect([severity, state]).toEqual([state, severity]);
          expect(state !== 'insufficient-data' || missing.length > 0).toBe(true);
          continue;
        }
        const ends = [value.lo, value.point ?? value.lo, value.hi ?? Number.POSITIVE_INFINITY];
        expect(ends.some(Number.isNaN)).toBe(false);
        expect(Number.isFinite(value.lo)).toBe(true);
        const what = `${flag.signal} ${JSON.stringify(value)} ${flag.workings}`;
        expect(isAtMost(value.lo, value.point ?? value.lo), what).toBe(true);
        expect(isAtMost(value.point ?? value.lo, value.hi), what).toBe(true);
        expect(`${flag.workings} ${flag.note}`).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }),
    { numRuns: 150 },
  );
});

it('shares lie between none and all', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const shares = flagsOf(view).filter(
        ({ unit, signal }) => unit === 'share' && signal !== 'growth-dependence',
      );
      for (const { value } of shares) {
        if (value === null) continue;
        expect(value.lo).toBeGreaterThanOrEqual(0);
        expect(value.hi).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
    { numRuns: 100 },
  );
});

it('a wider figure never narrows a result', () => {
  fc.assert(
    fc.property(ledger, fc.nat(10), fc.nat(50), fc.nat(50), (view, at, down, up) => {
      const target = view.figures[at % Math.max(1, view.figures.length)];
      fc.pre(target !== undefined && target.metric !== 'commitment-tenor');
      const widen = (row: FigureFacts): FigureFacts => ({
        ...row,
        lo: Math.max(0, (row.lo ?? 0) - down),
        hi: row.hi === null ? null : row.hi + up,
      });
      const wider = { ...view, figures: view.figures.map((row) => (row === target ? widen(row) : row)) };
      const after = flagsOf(wider);
      for (const flag of flagsOf(view)) {
        const now = after.find((one) => keyOf(one) === keyOf(flag));
        if (flag.value === null || now === undefined || now.state === 'not-computable') continue;
        expect(isAtMost(now.value?.lo ?? 0, flag.value.lo)).toBe(true);
        expect(isAtMost(flag.value.hi ?? Number.POSITIVE_INFINITY, now.value?.hi ?? null)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

it('the size of the currency changes no ratio and no severity', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const isPriced = ({ signal }: Flag) => signal !== 'capacity-feasibility';
      const before = flagsOf(scaledBy(view, 1e7)).filter(isPriced);
      const after = flagsOf(scaledBy(view, 1e10)).filter(isPriced);
      expect(after.map(({ severity }) => severity)).toEqual(before.map(({ severity }) => severity));
      after.forEach(({ value }, at) => {
        const was = before[at]?.value ?? null;
        expect(value === null).toBe(was === null);
        if (value !== null && was !== null) expect(value.lo).toBeCloseTo(was.lo, 6);
      });
    }),
    { numRuns: 80 },
  );
});

/** Sums that are large enough for the rounding of schedules to whole cents not to show. */
function scaledBy(view: LedgerView, factor: number): LedgerView {
  const scale = (row: FigureFacts): FigureFacts => {
    if (row.unit !== 'USD' || row.lo === null) return row;
    const times = (amount: number | null) => (amount === null ? null : amount * factor);
    return { ...row, lo: row.lo * factor, point: times(row.point), hi: times(row.hi) };
  };
  return {
    ...view,
    figures: view.figures.map(scale),
    deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(scale) })),
  };
}

function isAtMost(a: number, b: number | null): boolean {
  return b === null || a <= b + 1e-9 * (1 + Math.abs(b)) || a === b;
}

function keyOf({ signal, measure, scope }: Flag): string {
  return [signal, measure, scope.kind, scope.kind === 'total' ? '' : scope.id].join(' ');
}
