import fc from 'fast-check';
import {
  atLeastZero,
  constant,
  inputTerm,
  product,
  quotient,
  smallest,
  sum,
  type Term,
} from '#core/formula/term.ts';

/** Random formulas over few inputs, each used up to several times, all above zero so that any may divide. */
const IDS = ['a', 'b', 'c', 'd', 'e'];

const amounts = fc
  .array(
    fc.record({
      lo: fc.integer({ min: 1, max: 100 }),
      up: fc.nat(50),
      more: fc.nat(50),
      isOpen: fc.boolean(),
      hasPoint: fc.boolean(),
    }),
    { minLength: IDS.length, maxLength: IDS.length },
  )
  .map((rows) =>
    rows.map(({ lo, up, more, isOpen, hasPoint }) => ({
      lo,
      point: hasPoint ? lo + up : null,
      hi: isOpen ? null : lo + up + more,
    })),
  );

/** A tree without amounts: places in `IDS` at its leaves. */
type Shape = number | readonly [Term['kind'], ...Shape[]];

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.nat(IDS.length - 1),
    fc.tuple(
      fc.constantFrom('sum' as const, 'product' as const, 'quotient' as const, 'smallest' as const),
      tie('shape'),
      tie('shape'),
    ),
    fc.tuple(fc.constant('at-least-zero' as const), tie('shape')),
  ),
}));

export const formulas: fc.Arbitrary<Term> = fc.tuple(shape, amounts).map(([root, rows]) => {
  const build = (one: Shape): Term => {
    if (typeof one === 'number') {
      const id = IDS[one] ?? 'a';
      const amount = rows[one] ?? { lo: 1, point: 1, hi: 1 };
      return inputTerm({ id, role: id, name: id, unit: 'USD', amount, isPointStated: true });
    }
    const [kind, ...parts] = one;
    const terms = parts.map(build);
    const [first = constant(1), second = constant(1)] = terms;
    if (kind === 'quotient') return quotient(first, second);
    if (kind === 'product') return product(terms);
    if (kind === 'smallest') return smallest(terms);
    return kind === 'at-least-zero' ? atLeastZero(first) : sum(terms);
  };
  return build(root);
});
