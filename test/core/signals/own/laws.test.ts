import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Checked, checkExpression } from '#core/signals/own/check.ts';
import { type Amounts, type Evaluated, evaluateFormula } from '#core/signals/own/evaluate-formula.ts';
import { exact, type Range } from '#core/signals/own/range.ts';
import { ratio } from './formulas.ts';

/** Laws of formulas over ranges: every expression of the vocabulary that holds, on amounts made at random. */
const amount = fc
  .record({
    lo: fc.integer({ min: 0, max: 100 }),
    toPoint: fc.nat(50),
    toHi: fc.option(fc.nat(50), { nil: null, freq: 6 }),
    hasPoint: fc.boolean(),
  })
  .map(
    ({ lo, toPoint, toHi, hasPoint }): Range => ({
      lo,
      point: hasPoint ? lo + toPoint : null,
      hi: toHi === null ? Number.POSITIVE_INFINITY : lo + toPoint + toHi,
    }),
  );

const drawn = fc
  .tuple(ratio, fc.array(amount, { minLength: 12, maxLength: 12 }))
  .map(([expression, ranges]) => ({ check: checkExpression(expression), ranges }));

function overEach(law: (checked: Checked, amounts: Amounts, numbers: readonly number[]) => void): void {
  let held = 0;
  fc.assert(
    fc.property(
      drawn,
      fc.array(fc.nat(1_000), { minLength: 24, maxLength: 24 }),
      ({ check, ranges }, numbers) => {
        if (check.state === 'refused') return;
        held += 1;
        const { references } = check.checked;
        law(
          check.checked,
          new Map(references.map(({ key }, at) => [key, ranges[at % 12] ?? exact(1)])),
          numbers,
        );
      },
    ),
    { numRuns: 3_000 },
  );
  expect(held).toBeGreaterThan(800);
}

const evaluate = ({ formula, repetition }: Checked, amounts: Amounts): Evaluated =>
  evaluateFormula(formula, amounts, repetition);

/** Ends are reached by several roundings; what lies within one part in 10^9 is the same end. */
const isWithin = (inner: Range, outer: Range): boolean => {
  const slack = (end: number) => 1e-9 * Math.max(1, Math.abs(end));
  return inner.lo >= outer.lo - slack(outer.lo) && inner.hi <= outer.hi + slack(outer.hi);
};

it('a wider amount never gives a narrower result', () => {
  overEach((checked, amounts, numbers) => {
    const wider = new Map(
      [...amounts].map(([key, { lo, point, hi }], at) => [
        key,
        {
          lo: Math.max(0, lo - (numbers[2 * at] ?? 0) / 10),
          point,
          hi: hi + (numbers[2 * at + 1] ?? 0) / 10,
        },
      ]),
    );
    const [narrow, wide] = [evaluate(checked, amounts), evaluate(checked, wider)];
    if (narrow.state !== 'ok') expect(wide.state).toBe('not-computable');
    if (narrow.state !== 'ok' || wide.state !== 'ok') return;
    expect(isWithin(narrow.result.range, wide.result.range)).toBe(true);
  });
});

it('the result holds what the expression gives for numbers within its amounts', () => {
  overEach((checked, amounts, numbers) => {
    const whole = evaluate(checked, amounts);
    if (whole.state !== 'ok') return;
    const inside = new Map(
      [...amounts].map(([key, { lo, hi }], at) => {
        const share = (numbers[at] ?? 0) / 1_000;
        return [key, exact(Number.isFinite(hi) ? lo + share * (hi - lo) : lo + 1_000 * share)];
      }),
    );
    const one = evaluate(checked, inside);
    if (one.state !== 'ok') return;
    expect(isWithin({ ...one.result.range, hi: one.result.range.lo }, whole.result.range)).toBe(true);
  });
});

it('an amount that is tried at its ends gives ends that are reached', () => {
  overEach((checked, amounts) => {
    const { tried } = checked.repetition;
    const whole = evaluate(checked, amounts);
    const [key] = tried;
    if (whole.state !== 'ok' || whole.result.isLoose || key === undefined || tried.length > 1) return;
    const ends = ['lo', 'hi'] as const;
    const reached = ends.flatMap((end) => {
      const at = evaluate(checked, new Map([...amounts, [key, exact(amounts.get(key)?.[end] ?? 0)]]));
      return at.state === 'ok' ? [at.result.range] : [];
    });
    expect(whole.result.range.hi).toBeLessThanOrEqual(
      Math.max(...reached.map(({ hi }) => hi), whole.result.range.point ?? Number.NEGATIVE_INFINITY),
    );
  });
});

it('the point lies within the range', () => {
  overEach((checked, amounts) => {
    const whole = evaluate(checked, amounts);
    if (whole.state !== 'ok' || whole.result.range.point === null) return;
    const { point } = whole.result.range;
    expect(isWithin({ lo: point, point, hi: point }, whole.result.range)).toBe(true);
  });
});
