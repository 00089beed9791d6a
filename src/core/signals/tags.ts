/** Marks on a flag that say how its number came about; the sentences stand in docs/signals.md and beside the tag. */
export const TAGS = {
  'assumed-tenor': 'A deal states no tenor, so the tenor of commitments in general was taken.',
  'basis-mismatch': 'The two sides of the ratio are not measured alike, such as a total against a forecast.',
  capped: 'Held at warn because letters of intent or rumours drive it; the note gives the uncapped severity.',
  derived: 'A figure that is not on file was computed from one that is.',
  gross: 'Headline amounts over the whole life of the deals, since no schedule says what was already paid.',
  'joint-payers':
    'Others pay too and the part of the subject is not stated, so its amount is at most the whole.',
  'letters-of-intent': 'Letters of intent are among the amounts.',
  'no-rate': 'A deal is left out of the sums because its currency has no rate on file.',
  'period-unstated': 'The periods of the figures are not dated and are taken to be the same.',
  'policy-sensitive': 'Another policy of choosing among sources would give another severity.',
  'split-unstated': 'A deal pays several suppliers without saying how much each; they count as one name.',
  'straight-line': 'Amounts were spread evenly, since no schedule is on file.',
  'undisclosed-amounts':
    'Deals without a disclosed amount are on file, so the sum of the named ones is a floor.',
} as const;

export type Tag = keyof typeof TAGS;

const TAG_IDS = Object.keys(TAGS) as readonly Tag[];

/** The tags whose condition holds, in one order. */
export function tagsWhere(conditions: Partial<Record<Tag, boolean>>): readonly Tag[] {
  return TAG_IDS.filter((tag) => conditions[tag] === true);
}
