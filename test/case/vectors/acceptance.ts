import type { Tree } from './tree.ts';

/** What `plumbline signals --json` says of one flag, as far as the acceptance of the case reads it. */
export interface FlagDocument {
  readonly signal: string;
  readonly measure: string | null;
  readonly scope: string;
  readonly severity: string;
  readonly value: Ends | null;
  readonly alternatives: readonly {
    readonly label: string;
    readonly value: Ends | null;
    readonly severity: string;
  }[];
}

interface Ends {
  readonly lo: number;
  readonly point: number | null;
  readonly hi: number | null;
}

export interface SubjectDocument {
  readonly subject: string;
  readonly grade: string;
  readonly flags: readonly FlagDocument[];
}

/** Where a result of the acceptance list is read: the flag, or one of its other readings. */
interface Place {
  readonly signal: string;
  readonly scope?: string;
  readonly measure?: string;
  /** Beginning of the label of another reading of that flag. */
  readonly other?: string;
  /** A single number where the list has one, both ends where it has two. */
  readonly reads?: 'point' | 'ends';
}

const AWS = 'OpenAI buys cloud compute from AWS';

/** In the order of the list; the subject of a row is words for a reader, so the place says where it stands. */
const PLACES: readonly Place[] = [
  { signal: 'commitment-to-revenue' },
  { signal: 'ntm-commitment-burden', reads: 'ends' },
  { signal: 'ntm-commitment-burden', scope: AWS },
  { signal: 'funding-gap', reads: 'ends' },
  { signal: 'unfunded-commitments', scope: AWS },
  { signal: 'growth-dependence', measure: 'stated' },
  { signal: 'growth-dependence', measure: 'required', other: 'Over 7 years' },
  { signal: 'loss-to-revenue' },
  { signal: 'burn-multiple' },
  { signal: 'cash-runway' },
  { signal: 'take-or-pay-inflexibility', scope: AWS, other: 'Whatever the terms are', reads: 'ends' },
  { signal: 'tenor-life-mismatch', scope: AWS },
  { signal: 'capacity-feasibility', reads: 'ends' },
  { signal: 'circular-financing', scope: 'Microsoft – OpenAI' },
  { signal: 'circular-financing', scope: 'Amazon – OpenAI' },
  { signal: 'circular-financing', scope: 'Oracle – OpenAI' },
  { signal: 'circular-financing', scope: 'Amazon – Anthropic' },
  { signal: 'vendor-financing-share', scope: 'Microsoft – OpenAI' },
  { signal: 'vendor-financing-share', scope: 'Amazon – OpenAI' },
  { signal: 'related-party' },
  { signal: 'supplier-concentration', measure: 'hhi' },
  { signal: 'single-source-dependency', scope: 'Nvidia behind cloud compute', measure: 'behind' },
  { signal: 'non-binding-reliance' },
  { signal: 'undisclosed-terms' },
  { signal: 'commitment-reconciliation' },
  { signal: 'source-disagreement', measure: 'amounts', scope: 'OpenAI: total commitments' },
  { signal: 'source-disagreement', measure: 'amounts', scope: 'Amazon invests in Anthropic' },
  { signal: 'source-disagreement', measure: 'amounts', scope: 'OpenAI: revenue, fiscal year' },
  { signal: 'source-disagreement', measure: 'amounts', scope: 'AWS: market share' },
  {
    signal: 'source-disagreement',
    measure: 'dates',
    scope: "Microsoft's right of first refusal on OpenAI's compute ends",
  },
  { signal: 'basis-mismatch', scope: 'Purchase commitments to revenue' },
  { signal: 'claim-arithmetic', measure: 'days' },
  { signal: 'conflict-of-interest', scope: 'Amazon' },
  { signal: 'key-date-proximity', scope: AWS },
  { signal: 'stance-dispersion' },
  { signal: 'market-reaction' },
  { signal: 'valuation-multiple', measure: 'present' },
  { signal: 'valuation-multiple', measure: 'projected' },
  { signal: 'market-share-erosion', scope: 'AWS' },
];

/** The results of the acceptance list out of one run of the program, the grade of the company last. */
export function acceptanceOf({ subject, grade, flags }: SubjectDocument): Tree {
  if (subject !== 'OpenAI') throw new Error(`The case is about OpenAI, not ${subject}.`);
  return [
    ...PLACES.map((place) => ({ signal: place.signal, ...readAt(place, flags) })),
    { signal: 'company-grade', value: null, severity: grade },
  ];
}

function readAt(
  place: Place,
  flags: readonly FlagDocument[],
): { readonly value: Tree; readonly severity: string } {
  const { signal, scope = 'total', measure = null, other, reads = 'point' } = place;
  const found = flags.filter(
    (flag) => flag.signal === signal && flag.scope === scope && flag.measure === measure,
  );
  const [flag] = found;
  if (flag === undefined || found.length > 1) throw new Error(`${found.length} flags ${signal}, ${scope}.`);
  const reading = other === undefined ? flag : flag.alternatives.find(({ label }) => label.startsWith(other));
  if (reading === undefined) throw new Error(`${signal}, ${scope} has no ${other}.`);
  const { value, severity } = reading;
  if (value === null) return { value: null, severity };
  return { value: reads === 'ends' ? [value.lo, value.hi] : value.point, severity };
}
