/** Marks on a flag that say how its number came about; the sentences stand in docs/signals.md and beside the tag. */
export const TAGS = {
  'analysts-pick':
    'A version of a figure counts because an analyst picked it; the note says who, why and until when.',
  assumption:
    'Rests on an assumption of the method that no source on file states; the note says which and where it comes from.',
  assumed: 'A deal states no day on which it starts, so the day on which it became known was taken.',
  'assumed-tenor': 'A deal states no tenor, so the tenor of commitments in general was taken.',
  'at-most': 'An upper bound: money that is not disclosed counts as if there were none.',
  'basis-mismatch': 'The two sides of the ratio are not measured alike, such as a total against a forecast.',
  capped: 'Held at warn because letters of intent or rumours drive it; the note gives the uncapped severity.',
  converted:
    'Amounts in other currencies were converted; each rate stands among the inputs with its day and source.',
  derived: 'A figure that is not on file was computed from one that is.',
  gross: 'Headline amounts over the whole life of the deals, since no schedule says what was already paid.',
  'held-at-warn': 'Held at warn because critical asks for evidence that is not on file; the note says which.',
  illustrative:
    'Shows an order of size only: figures of another kind stand in for those that the method asks for.',
  'joint-payers':
    'Others pay too and the part of the subject is not stated, so its amount is at most the whole.',
  'letters-of-intent': 'Letters of intent are among the amounts.',
  'no-rate': 'A deal is left out of the sums because its currency has no rate on file.',
  'period-unstated': 'The periods of the figures are not dated and are taken to be the same.',
  'order-assumed': 'The figures are not dated; the one recorded first was taken as the earlier.',
  'pick-expired': 'The pick of a figure has expired, so the most reliable source counts again.',
  'pick-not-eligible':
    'A picked figure cannot count here, so the most reliable source does; the note says why.',
  'policy-sensitive': 'Another policy of choosing among sources would give another severity.',
  'publication-unknown':
    'A source has no day of publication and was recorded after the as-of day; it is taken as known on that day.',
  'shared-amount':
    'Several pay or are paid in one deal without a stated split, so each way counts with at most the whole.',
  proxy: 'A figure that is not quite the one asked for stands in for it; the note says which.',
  'split-unstated': 'A deal pays several suppliers without saying how much each; they count as one name.',
  'straight-line': 'Amounts were spread evenly, since no schedule is on file.',
  undated: 'A deal or a payment has no day on file; the note says how it was taken.',
  unscheduled:
    'The scheduled payments of a deal do not hold all of its amount; the rest falls due on no known day.',
  unquantified: 'A rule set the severity: what was found is on file, its amount is not.',
  'undisclosed-amounts':
    'Deals without a disclosed amount are on file, so the sum of the named ones is a floor.',
} as const;

export type Tag = keyof typeof TAGS;

const TAG_IDS = Object.keys(TAGS) as readonly Tag[];

/** The tags whose condition holds, in one order. */
export function tagsWhere(conditions: Partial<Record<Tag, boolean>>): readonly Tag[] {
  return TAG_IDS.filter((tag) => conditions[tag] === true);
}
