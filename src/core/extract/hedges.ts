/** How the words around a figure hedge it (METHODS §0.2, in the finer names of the extraction format). */
export type Hedge = 'exact' | 'approx' | 'at-least' | 'over' | 'at-most' | 'under';

const BEFORE: readonly (readonly [Hedge, string])[] = [
  [
    'at-most',
    'no more than|not more than|at most|(?:a )?maximum of|up to|upto|as much as|as high as|as many as|capped at|a cap of',
  ],
  [
    'at-least',
    'no less than|not less than|never (?:at )?less than|never (?:at )?lower than|no fewer than|at least|(?:a )?minimum of|as little as|as low as',
  ],
  [
    'over',
    'more than|(?:just |well |a little |slightly )?over|upwards? of|north of|in excess of|exceed(?:s|ed|ing)?|greater than|higher than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops|(?:just |well )?above|beyond',
  ],
  [
    'under',
    'less than|(?:just |well |slightly )?under|(?:just |well )?below|south of|nearly|almost|(?:just )?shy of|just short of|fewer than|lower than',
  ],
  [
    'approx',
    'maybe|perhaps|approximately|approx\\.?|about|around|roughly|circa|ca?\\.|~|≈|∼|some|close to|in the region of|(?:in|on|of) the order of|somewhere around|or so|give or take|an estimated|estimated at(?: about)?',
  ],
];

const FILLERS = String.raw`(?:\s+(?:an?|just|only|another|additional|total of|a total of|a combined|combined|a further|a record|a whopping|worth|of))*`;
const HEDGES_BEFORE = BEFORE.map(
  ([hedge, words]) =>
    [hedge, new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})${FILLERS}[\s(]*$`, 'iu')] as const,
);

const AFTER: readonly (readonly [Hedge, RegExp])[] = [
  [
    'at-least',
    /^(?:\+|-plus\b| plus\b(?! (?:\p{L}|[$£€]))| or (?:more|higher|above|greater)\b| and (?:up|above|counting)\b| at (?:least|a minimum)\b)/iu,
  ],
  ['at-most', /^(?: or (?:less|lower|fewer|under)\b| at (?:most|the most)\b)/iu],
  ['approx', /^(?:,? or so\b|-odd\b| odd\b|-ish\b| or thereabouts\b|,? give or take\b)/iu],
];

/** Where "over" and "about" mean a subject or a span of time, not a hedge. */
const NOT_A_HEDGE =
  /(?:(?:concerns?|questions?|worr(?:y|ies|ied)|fears?|row|dispute|fight|lawsuit|talks?|talking|asked|think|know|decide|complain(?:s|ed)?|clash|battle|spat|feud|wrangle|fraud|probe|fined|sued?|deal) (?:over|about|around)(?:\s+an?)?|\b(?:under|over) (?:an?|the|its|this|that|their))\s*$/iu;
/** `under a £2bn deal` is no bound, and `exceeds $41bn target` compares with an exact sum. */
const NAMED_AFTER =
  /^[ -](?:[\p{Ll}-]+[ -]){0,2}?(?:deals?|contracts?|agreements?|plans?|programmes?|programs?|schemes?|facility|facilities|orders?|pacts?|accords?)\b/u;
const MEASURED_AGAINST =
  /^[ -](?:\p{Ll}+ )?(?:target|goal|forecast|estimate|record|mark|consensus|expectations?|threshold|budget)\b/u;
/** `falling as low as $8.01` is a price that was seen. */
const LEVEL =
  /\b(?:f[ae]ll\p{Ll}*|drop\p{Ll}*|s[aiu]nk\p{Ll}*|trad(?:ed|ing)|hit(?:ting)?|touch\p{Ll}*|sl(?:id|iding|ump\p{Ll}*)|r[io]s\p{Ll}+|climb\p{Ll}*|low|high|reach\p{Ll}*|jump\p{Ll}*|plung\p{Ll}*|dip\p{Ll}*) (?:to )?(?:as (?:low|high) as|a (?:low|high) of)\s*$/iu;
const COMPARES =
  /\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|beat(?:s|ing)?|under|over|below|above)\s*$/iu;

const REACH = 48;

export function hedgeOf(text: string, start: number, end: number): Hedge {
  const after = text.slice(end, end + 24);
  const following = AFTER.find(([, pattern]) => pattern.test(after));
  if (following !== undefined) return following[0];
  const before = text.slice(Math.max(0, start - REACH), start);
  if (NOT_A_HEDGE.test(before) || LEVEL.test(before)) return 'exact';
  if (/\bunder\s*$/iu.test(before) && NAMED_AFTER.test(after)) return 'exact';
  if (COMPARES.test(before) && MEASURED_AGAINST.test(after)) return 'exact';
  return HEDGES_BEFORE.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exact';
}
