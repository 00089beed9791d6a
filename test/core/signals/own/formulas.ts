import fc from 'fast-check';

/** Expressions drawn from the vocabulary, most of which hold. */
const money = fc.constantFrom(
  'revenue',
  'cash',
  'commitments',
  'named_commitments',
  'binding_commitments',
  'largest_counterparty',
  'valuation',
  'net_loss',
  'money(5, "USD")',
);
const count = fc.constantFrom('deals', 'deals_without_amount', 'headcount', 'counterparties');

interface Drawn {
  readonly ratio: string;
  readonly money: string;
}

const tree = fc.letrec<Drawn>((tie) => ({
  money: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    money,
    fc.tuple(tie('money'), fc.constantFrom('+', '-'), money).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('money'), money).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('ratio'), money).map(([a, b]) => `${a} * ${b}`),
    tie('money').map((a) => `abs(${a})`),
  ),
  ratio: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `(${a}) / (${b})`),
    fc.tuple(count, count).map(([a, b]) => `${a} / ${b}`),
    fc
      .tuple(tie('ratio'), fc.constantFrom('+', '-', '*'), tie('ratio'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.integer({ min: 0, max: 5 }), tie('ratio')).map(([a, b]) => `(${a} - ${b})`),
    tie('ratio').map((a) => `max(0, ${a})`),
    tie('ratio').map((a) => `-${a}`),
  ),
}));

export const ratio: fc.Arbitrary<string> = tree.ratio;
