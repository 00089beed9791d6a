import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, pointOf } from '#core/formula/bounds.ts';
import { compile } from '#core/formula/program.ts';
import {
  atLeastZero,
  constant,
  difference,
  inputsOf,
  inputTerm,
  power,
  product,
  quotient,
  sum,
  type Term,
} from '#core/formula/term.ts';
import { divide } from '#core/quantities/interval.ts';
import { vectorOf } from '../vectors.ts';
import { formulas } from './formulas.ts';

const input = (id: string, lo: number, point: number | null, hi: number | null) =>
  inputTerm({ id, role: id, name: id, unit: 'USD', amount: { lo, point, hi }, isPointStated: true });

describe('bounds', () => {
  it('of TV19 are its interval', () => {
    const ratio = quotient(input('c', 950, null, 1400), input('r', 5, 13, 20));
    expect(boundsOf(ratio)).toEqual({
      lo: vectorOf('TV19').expected.intervalArithmetic[0],
      point: null,
      hi: 280,
    });
  });

  it('of a quotient are those of the division of METHODS §0.3', () => {
    const amount = fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.nat(50), fc.nat(50), fc.boolean())
      .map(([lo, up, more, isOpen]) => ({ lo, point: lo + up, hi: isOpen ? null : lo + up + more }));
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        fc.pre(part.hi !== 0);
        const expected = divide(part, whole);
        const found = boundsOf(
          quotient(input('n', part.lo, part.point, part.hi), input('d', whole.lo, whole.point, whole.hi)),
        );
        if (expected.state !== 'ok') expect(found).toBe(null);
        else expect(found).toEqual(expected.ratio);
      }),
    );
  });

  it('take a figure used twice as one variable', () => {
    const revenue = input('r', 5, 13, null);
    expect(boundsOf(quotient(revenue, revenue))).toEqual({ lo: 1, point: 1, hi: 1 });
    expect(boundsOf(difference(revenue, revenue))).toEqual({ lo: 0, point: 0, hi: 0 });
    const share = quotient(input('a', 1, 2, 4), sum([input('a', 1, 2, 4), input('b', 1, 2, 4)]));
    expect(boundsOf(share)).toEqual({ lo: 0.2, point: 0.5, hi: 0.8 });
  });

  it('find the ends of a share of many ranges', () => {
    const ranges = Array.from({ length: 14 }, (_, at) => input(`r${at}`, 1, 2, 3));
    const share = quotient(sum(ranges.slice(0, 7)), sum(ranges));
    expect(boundsOf(share)).toEqual({ lo: 0.25, point: 0.5, hi: 0.75 });
  });

  it('of growth and of a shortfall', () => {
    const growth = difference(
      power(quotient(input('to', 90, 100, 110), input('from', 10, 13, 15)), 1 / 2),
      constant(1),
    );
    const found = boundsOf(growth);
    expect(found?.point).toBeCloseTo(1.77350098, 8);
    expect(found?.lo).toBeCloseTo(6 ** 0.5 - 1, 12);
    expect(found?.hi).toBeCloseTo(11 ** 0.5 - 1, 12);
    const unfunded = atLeastZero(
      difference(constant(1), quotient(input('money', 5, 10, 20), input('due', 8, 38, null))),
    );
    expect(boundsOf(unfunded)).toEqual({ lo: 0, point: 1 - 10 / 38, hi: 1 });
  });

  it('are none where the divisor may be below zero or is zero', () => {
    expect(boundsOf(quotient(constant(1), difference(input('a', 1, 2, 3), input('b', 2, 2, 2))))).toBe(null);
    expect(boundsOf(quotient(constant(1), constant(0)))).toBe(null);
  });

  it('never narrow when an input widens', () => {
    fc.assert(
      fc.property(formulas, fc.nat(4), fc.nat(20), (formula, which, more) => {
        const before = boundsOf(formula);
        const wanted = inputsOf(formula)[which]?.input.id;
        const after = boundsOf(widened(formula, wanted ?? 'a', more));
        fc.pre(before !== null && after !== null);
        const slack = 1e-9 * Math.max(1, Math.abs(before?.lo ?? 0));
        expect(after?.lo).toBeLessThanOrEqual((before?.lo ?? 0) + slack);
        const [was, is] = [before?.hi ?? Number.POSITIVE_INFINITY, after?.hi ?? Number.POSITIVE_INFINITY];
        expect(is * (1 + 1e-9)).toBeGreaterThanOrEqual(was);
      }),
      { numRuns: 300 },
    );
  });
});

/** Only the high end moves, so that no divisor comes near zero. */
function widened(term: Term, id: string, more: number): Term {
  switch (term.kind) {
    case 'input': {
      const { amount } = term.input;
      if (term.input.id !== id || amount.hi === null) return term;
      return inputTerm({ ...term.input, amount: { ...amount, hi: amount.hi + more } });
    }
    case 'sum':
    case 'product':
    case 'smallest':
      return { ...term, terms: term.terms.map((one) => widened(one, id, more)) };
    case 'quotient':
      return quotient(widened(term.part, id, more), widened(term.whole, id, more));
    case 'at-least-zero':
      return atLeastZero(widened(term.term, id, more));
    default:
      return term;
  }
}

describe('a compiled formula', () => {
  it('computes what the tree says, row by row', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const inputs = inputsOf(formula).map(({ input: one }) => one);
        const program = compile(
          formula,
          inputs.map(({ id }) => id),
          3,
        );
        inputs.forEach(({ amount }, at) => {
          program.inputs[at]?.set([amount.lo, amount.point ?? amount.lo, amount.lo + 1]);
        });
        const fixed = (pick: (lo: number, point: number | null) => number) =>
          pointOf(replaced(formula, pick));
        expect([...program.run(3)]).toEqual([
          fixed((lo) => lo),
          fixed((lo, point) => point ?? lo),
          fixed((lo) => lo + 1),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('runs powers and constants, and refuses an input without a column', () => {
    const growth = difference(power(product([input('a', 1, 4, 9), constant(4)]), 0.5), constant(1));
    const program = compile(growth, ['a'], 2);
    program.inputs[0]?.set([4, 9]);
    expect([...program.run(2)]).toEqual([3, 5]);
    expect(() => compile(growth, ['b'], 2)).toThrow(RangeError);
  });
});

function replaced(term: Term, pick: (lo: number, point: number | null) => number): Term {
  if (term.kind === 'input') {
    const { lo, point } = term.input.amount;
    const at = pick(lo, point);
    return inputTerm({ ...term.input, amount: { lo: at, point: at, hi: at } });
  }
  switch (term.kind) {
    case 'sum':
    case 'product':
    case 'smallest':
      return { ...term, terms: term.terms.map((one) => replaced(one, pick)) };
    case 'quotient':
      return quotient(replaced(term.part, pick), replaced(term.whole, pick));
    case 'at-least-zero':
      return atLeastZero(replaced(term.term, pick));
    default:
      return term;
  }
}
