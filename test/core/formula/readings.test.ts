import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICIES } from '#core/figures/policy.ts';
import { boundsOf } from '#core/formula/bounds.ts';
import { inputsOf } from '#core/formula/term.ts';
import type { Interval } from '#core/quantities/interval.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import { formulaOf, readingsOf } from '#core/signals/reading.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { caseView, openai } from '../case-view.ts';
import { buyer, ledgers } from './ledgers.ts';

/** Signals whose formula gives the measured range itself; of the others it may be wider, as parts move on their own. */
const EXACT = new Set([
  'commitment-to-revenue',
  'ntm-commitment-burden',
  'unfunded-commitments',
  'growth-dependence',
  'loss-to-revenue',
  'burn-multiple',
  'cash-runway',
  'vendor-financing-share',
  'deal-size-vs-vendor',
  'valuation-multiple',
]);
const WIDER = new Set(['funding-gap', 'take-or-pay-inflexibility']);

describe('the formula of a reading', () => {
  it('gives the point and the range that were measured', () => {
    const compared = new Map<string, number>();
    fc.assert(
      fc.property(ledgers, fc.constantFrom(...POLICIES), (view, policy) => {
        for (const signal of signalRegistry) {
          for (const reading of readingsOf({ view, subjectId: buyer.id, signal, policy })) {
            const term = reading.formula?.() ?? null;
            if (term === null || reading.outcome.state !== 'ok') continue;
            const { measured } = reading.outcome;
            const bounds = boundsOf(term);
            compared.set(signal.id, (compared.get(signal.id) ?? 0) + 1);
            if (EXACT.has(signal.id) && !isNothing(measured)) expect(ends(bounds)).toEqual(ends(measured));
            else if (bounds !== null && bounds.point !== null)
              expect(near(bounds.point)).toBe(near(measured.point));
          }
        }
      }),
      { numRuns: 150 },
    );
    expect([...compared.keys()].toSorted()).toEqual([...EXACT, ...WIDER].toSorted());
    for (const count of compared.values()) expect(count).toBeGreaterThan(0);
  });

  it('is used for most readings that have one, and only where it agrees', () => {
    let [made, used] = [0, 0];
    fc.assert(
      fc.property(ledgers, (view) => {
        for (const signal of signalRegistry)
          for (const reading of readingsOf({ view, subjectId: buyer.id, signal })) {
            if (reading.outcome.state !== 'ok' || (reading.formula?.() ?? null) === null) continue;
            made += 1;
            if (formulaOf(reading) !== null) used += 1;
          }
      }),
      { numRuns: 100 },
    );
    expect(used / made).toBeGreaterThan(0.95);
  });

  it('is refused where it gives something else than was measured', () => {
    const [reading] = readingsOf({ view: caseView, subjectId: openai.id, signal: named('loss-to-revenue') });
    const outcome = { state: 'ok' as const, measured: { lo: 1, point: 2, hi: 3 } };
    if (reading === undefined) throw new Error('no reading');
    expect(formulaOf(reading)).not.toBe(null);
    expect(formulaOf({ ...reading, outcome })).toBe(null);
  });
});

describe('in the case', () => {
  it.each([
    ['commitment-to-revenue', 'total', ['total commitments', 'annual revenue']],
    ['ntm-commitment-burden', 'total', ['total commitments', 'tenor', 'annual revenue']],
    ['funding-gap', 'total', ['total commitments', 'tenor', 'annual revenue', 'revenue of 2027']],
    ['loss-to-revenue', 'total', ['net loss', 'revenue']],
    ['burn-multiple', 'total', ['net loss', 'later revenue a year', 'earlier revenue a year']],
    ['growth-dependence', 'total', ['revenue of 2027', 'annual revenue']],
    ['commitment-to-revenue', 'deal', ['commitment', 'annual revenue']],
  ])('%s of a %s is drawn from %j', (id, scope, roles) => {
    const formulas = readingsOf({ view: caseView, subjectId: openai.id, signal: named(id) })
      .filter((reading) => reading.scope.kind === scope)
      .flatMap((reading) => formulaOf(reading) ?? []);
    expect(formulas[0] === undefined ? null : inputsOf(formulas[0]).map(({ input }) => input.role)).toEqual(
      roles,
    );
  });
});

function named(id: string): SignalDefinition {
  const signal = signalRegistry.find((one) => one.id === id);
  if (signal === undefined) throw new Error(id);
  return signal;
}

function ends(interval: Interval | null) {
  return interval === null ? null : [near(interval.lo), near(interval.point), near(interval.hi)];
}

/** Nothing over what may be nothing is "0 or more" in METHODS §0.3, and nothing in a formula. */
function isNothing({ point, lo, hi }: Interval): boolean {
  return lo === 0 && point === 0 && hi === null;
}

/** Money is rounded to cents on the way, which a formula is not. */
function near(end: number | null): number | null {
  return end === null ? null : Math.abs(end) < 1e-9 ? 0 : Number(end.toPrecision(8));
}
