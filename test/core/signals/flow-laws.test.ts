import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEAL_STATUSES } from '#core/model/deal.ts';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { circularFinancing } from '#core/signals/circular-financing.ts';
import { conflictOfInterest } from '#core/signals/conflict-of-interest.ts';
import { dealSizeVsVendor } from '#core/signals/deal-size-vs-vendor.ts';
import type { Flag } from '#core/signals/flag.ts';
import { keyDateProximity } from '#core/signals/key-date-proximity.ts';
import { marketShareErosion } from '#core/signals/market-share-erosion.ts';
import { nonBindingReliance } from '#core/signals/non-binding-reliance.ts';
import { relatedParty } from '#core/signals/related-party.ts';
import { runSignals } from '#core/signals/run.ts';
import { singleSourceDependency } from '#core/signals/single-source-dependency.ts';
import { vendorFinancingShare } from '#core/signals/vendor-financing-share.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

/** Laws of the signals on flows, on small ledgers in which everybody may fund and pay everybody. */
const parent = entityRow('ent_parent', 'Parent', { sector: 'Cloud' });
const companies = [
  entityRow('ent_a', 'A', { sector: 'Models' }),
  entityRow('ent_b', 'B', { sector: 'Models' }),
  entityRow('ent_brand', 'Brand', { parentId: parent.id, rollsUp: 1 }),
  entityRow('ent_c', 'C'),
  parent,
];
const [subject] = companies;
const source = sourceRow('src_1', 'C');

const amount = fc.record({
  qualifier: fc.constantFrom('exact', 'approx', 'over', 'at-most', 'range', 'undisclosed'),
  amount: fc.integer({ min: 1, max: 100 }),
  more: fc.nat(50),
});
const deal = fc.record({
  kind: fc.constantFrom(
    'equity-investment',
    'debt-financing',
    'cloud-compute',
    'chip-supply',
    'guarantee',
    'other',
  ),
  status: fc.constantFrom(...DEAL_STATUSES),
  payer: fc.constantFrom(...companies),
  payees: fc.uniqueArray(fc.constantFrom(...companies), {
    minLength: 1,
    maxLength: 2,
    selector: ({ id }) => id,
  }),
  versions: fc.array(amount, { maxLength: 1 }),
  startOn: fc.constantFrom(null, '2015-01-01', '2024-06-01', '2025-06-01'),
  isExclusive: fc.constantFrom(null, 1),
});

const ledger = fc
  .record({
    deals: fc.array(deal, { maxLength: 9 }),
    revenues: fc.array(fc.tuple(fc.constantFrom(...companies), amount), { maxLength: 2 }),
  })
  .map(({ deals, revenues }): LedgerView => {
    const worded = ({ qualifier, amount: low, more }: (typeof revenues)[number][1]) => ({
      source,
      qualifier,
      ...(qualifier === 'undisclosed' ? {} : { amount: low, high: low + more }),
    });
    return viewOf({
      entities: companies,
      figures: revenues.map(([about, one], at) =>
        figureRow({
          id: `fig_r${at}`,
          about: about.id,
          metric: 'revenue',
          basis: 'fiscal-year',
          ...worded(one),
        }),
      ),
      deals: deals.map(({ kind, status, payer, payees, versions, startOn, isExclusive }, at) =>
        dealRow({
          id: `dea_${at}`,
          name: `Deal ${at}`,
          kind,
          status,
          source,
          parties: [['payer', payer], ...payees.map((payee) => ['payee', payee] as const)],
          amounts: versions.map((one, version) => ({ id: `fig_${at}_${version}`, ...worded(one) })),
          extra: { startOn, isExclusive },
        }),
      ),
    });
  });

const signals = [
  circularFinancing,
  vendorFinancingShare,
  dealSizeVsVendor,
  relatedParty,
  singleSourceDependency,
  marketShareErosion,
  nonBindingReliance,
  conflictOfInterest,
  keyDateProximity,
];
const flagsOf = (view: LedgerView) =>
  runSignals({ view, subjectIds: [subject?.id ?? ''], sets: [], signals });
const keyOf = ({ signal, measure, scope }: Flag) =>
  `${signal} ${measure} ${scope.kind === 'total' ? '' : scope.id}`;

it('the order of rows never matters', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const turned: LedgerView = {
        ...view,
        entities: view.entities.toReversed(),
        figures: view.figures.toReversed(),
        deals: view.deals.toReversed().map((row) => ({ ...row, parties: row.parties.toReversed() })),
      };
      expect(flagsOf(turned)).toEqual(flagsOf(view));
    }),
    { numRuns: 150 },
  );
});

it('every result is an ordered range; one flag for each signal, measure and scope', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const flags = flagsOf(view);
      expect(new Set(flags.map(keyOf)).size).toBe(flags.length);
      for (const { value, inputs, state, missing, signal } of flags) {
        expect(new Set(inputs.map(({ role, id }) => `${role} ${id}`)).size, signal).toBe(inputs.length);
        if (state === 'insufficient-data') expect(missing.length).toBeGreaterThan(0);
        if (value === null) continue;
        const headline = value.point ?? value.hi ?? value.lo;
        expect(value.lo).toBeLessThanOrEqual(headline + 1e-12);
        expect(headline).toBeLessThanOrEqual((value.hi ?? Number.POSITIVE_INFINITY) + 1e-12);
      }
    }),
    { numRuns: 300 },
  );
});

it('the size of the currency changes no ratio and no severity', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const larger = (row: FigureFacts): FigureFacts => ({
        ...row,
        lo: times(row.lo),
        point: times(row.point),
        hi: times(row.hi),
      });
      const scaled = {
        ...view,
        figures: view.figures.map(larger),
        deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(larger) })),
      };
      const short = (flags: readonly Flag[]) => flags.map((flag) => [keyOf(flag), flag.severity]);
      expect(short(flagsOf(scaled))).toEqual(short(flagsOf(view)));
    }),
    { numRuns: 100 },
  );
});

it('a wider amount never narrows a result', () => {
  fc.assert(
    fc.property(ledger, fc.nat(8), fc.integer({ min: 1, max: 5_000 }), (view, at, by) => {
      const [target] = view.deals[at]?.amounts ?? [];
      fc.pre(target !== undefined && target.lo !== null);
      const wider = (row: FigureFacts): FigureFacts =>
        row.id === target?.id
          ? { ...row, lo: Math.max(0, (row.lo ?? 0) - by), hi: row.hi === null ? null : row.hi + by }
          : row;
      const after = new Map(
        flagsOf({
          ...view,
          deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(wider) })),
        }).map((flag) => [keyOf(flag), flag]),
      );
      for (const flag of flagsOf(view)) {
        const now = after.get(keyOf(flag));
        if (flag.value === null || now === undefined || now.value === null) continue;
        expect(now.value.lo).toBeLessThanOrEqual(flag.value.lo + 1e-9);
        expect(now.value.hi ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          (flag.value.hi ?? Number.POSITIVE_INFINITY) - 1e-9,
        );
      }
    }),
    { numRuns: 200 },
  );
});

it('money that nobody is bound to give is never critical on a loop', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const soft = view.deals.map((row) => ({ ...row, status: 'in-talks' as const }));
      const loops = flagsOf({ ...view, deals: soft }).filter(({ signal }) =>
        ['circular-financing', 'vendor-financing-share'].includes(signal),
      );
      expect(loops.filter(({ severity }) => severity === 'critical')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('without amounts no share is clear, except where no money can come back at all', () => {
  fc.assert(
    fc.property(ledger, (view) => {
      const silent = (row: FigureFacts): FigureFacts => ({ ...row, lo: null, point: null, hi: null });
      const flags = flagsOf({
        ...view,
        figures: view.figures.map(silent),
        deals: view.deals.map((row) => ({ ...row, amounts: row.amounts.map(silent) })),
      });
      const clear = flags.filter(({ severity }) => severity === 'clear');
      expect(clear.filter(({ note, workings }) => note + workings === '')).toEqual([]);
      expect(clear.filter(({ value }) => value !== null && value.lo !== value.hi)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

function times(stored: number | null): number | null {
  return stored === null ? null : stored * 1_000;
}
