/**
 * How far a proposal may be trusted: the share of the proposals of its rule that were right on the annotated articles
 * (test/extraction), rounded down to a twentieth. A rule that was seen fewer than ten times gets no more than 0.85.
 */
const PRECISIONS = {
  'money/marked': 0.95,
  // A bare dollar that is taken for another than the American one.
  'money/home-dollar': 0.85,
  'money/bare': 0.75,
  'percents/written': 0.95,
  'quotes/named': 0.95,
  'quotes/reference': 0.8,
  'quotes/carried': 0.75,
  'quotes/unnamed': 0.6,
  'reactions/share-percent': 0.85,
  'reactions/share-plain': 0.6,
  'reactions/company-percent': 0.8,
  'reactions/company-plain': 0.55,
  'reactions/index': 0.85,
  'reactions/value': 0.8,
  'deals/verb': 0.75,
  'deals/noun': 0.7,
  'deals/list': 0.8,
  'deals/undisclosed': 0.55,
  'metrics/named-before': 0.75,
  'metrics/named-after': 0.75,
  'metrics/profit': 0.6,
  'metrics/balance': 0.5,
  'metrics/orders': 0.5,
  'metrics/ratio': 0.5,
  'metrics/valuation': 0.7,
  'metrics/commitments': 0.7,
  'metrics/capacity': 0.6,
  'metrics/growth-of-noun': 0.7,
  'metrics/lost': 0.7,
  'metrics/burned': 0.5,
  'metrics/earned': 0.55,
  'metrics/valued': 0.75,
  'metrics/worth': 0.55,
  'metrics/grew': 0.7,
  'metrics/share-of-market': 0.7,
  'metrics/aggregate': 0.6,
  'metrics/people': 0.8,
  'metrics/jobs': 0.5,
  'metrics/power': 0.55,
  'metrics/output': 0.55,
  'metrics/users': 0.5,
  'metrics/table': 0.7,
} as const;

export type Rule = keyof typeof PRECISIONS;

/**
 * `plumbline import --accept high` takes only proposals at or above this: rules that were right in 19 of 20 cases on
 * articles that they were not made for, too.
 */
export const HIGH_CONFIDENCE = 0.95;

export function confidenceOf(rule: Rule): number {
  return PRECISIONS[rule];
}
