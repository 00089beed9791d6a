import { type Masked, NAMED, ORGANISATION, SHARE, SUM } from '../masked.ts';
import { type Finding, finding, type Words } from './finding.ts';
import type { Quantity } from './quantities.ts';

/** Quantities that a verb governs: `lost £3m last year`, `valuing it at $5bn`, `AWS grew 20%`, `employs 2,500 people`. */
interface Pattern {
  readonly words: Omit<Words, 'said'>;
  readonly pattern: RegExp;
  /** Stems of which one must stand in the lower-case text. */
  readonly stems: RegExp;
  readonly isNegative?: boolean;
}

const HEDGES = String.raw`(?:(?:more|less|as much|at least|about|around|nearly|almost|roughly|some|over|up|close|a|an|another|well|just|than|as|to|north|of|total|further|record|whopping|staggering|estimated|approximately|under|below|above|in|excess|upwards?|combined|fewer|only|the region|between|by|~|≈|or|so|even|well|c\.) ?){0,6}`;
const VALUED = String.raw`(?:compan(?:y|ies)|business(?:es)?|group|firm|start-?up|retailer|bank|lender|insurer|miner|unit|division|subsidiary|portfolio|chain|operator|producer|developer|maker|\p{L}+maker|airline|utility|broker|venture|platform|brand|club|equity|entity|app|rival|competitor|challenger|it|itself|its|them)`;
const NOT_A_COMPANY = String.raw`(?:deals?|contracts?|transactions?|agreements?|orders?|stakes?|shares|holdings?|packages?|bids?|loans?|warrants?|investments?|tenders?|projects?|assets?|options?|bonds?|propert(?:y|ies)|building|fines?)`;

const PATTERNS: readonly Pattern[] = [
  {
    words: { metric: 'net-loss', rule: 'metrics/lost' },
    stems: /los|burn|bl[e]+d/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(?<said>los(?:t|e|es|ing)|burn(?:t|ed|s|ing)? through|bled|bleeding) ${HEDGES}(?<amount>${SUM})(?! ?(?:of|in|from|off|to|on|worth|contract|deal|order|market|customers|bet)\b(?! (?:the (?:year|quarter|half|first|second|third|fourth|last|same|three|six|nine)|\d{4}|fiscal|fy|q\d|h\d|revenue|sales|its (?:last|latest|first))))`,
      'gu',
    ),
  },
  {
    words: { metric: 'other', rule: 'metrics/burned' },
    stems: /burn/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(?<said>burn(?:t|ed|s|ing)?(?: through)?) ${HEDGES}(?<amount>${SUM})(?= (?:of|in) cash| (?:a|per|each|every) (?:month|quarter|year))`,
      'gu',
    ),
  },
  {
    words: { metric: 'other', rule: 'metrics/earned' },
    stems: /earn|nett|turned/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(?<said>earn(?:s|ed|ing)?|nett(?:ed|ing)|turned a profit of) ${HEDGES}(?<amount>${SUM})(?! (?:from|in (?:revenue|sales|fees))\b)`,
      'gu',
    ),
  },
  {
    words: { metric: 'revenue', rule: 'metrics/earned' },
    stems: /turn|gross/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(?<said>turn(?:s|ed|ing)? over|gross(?:es|ed|ing)) ${HEDGES}(?<amount>${SUM})`,
      'gu',
    ),
  },
  {
    words: { metric: 'valuation', rule: 'metrics/valued' },
    stems: /valu/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(?<said>valu(?:es?(?! (?:at|north|upwards?|more|about|around))|ed|ing)) (?!(?:the |this |that |its |a |an )?(?:[\p{Ll}-]+ ){0,2}${NOT_A_COMPANY}\b)(?:(?:the |this |that |its |a )?(?:[\p{L}\d$.’'\ue000\ue002-]+ ){0,5}?(?:(?<owner>${NAMED})(?! (?:rival|competitor|challenger|maker|parent|owner|backer|supplier)s?\b)|(?<described>${VALUED}))(?:['’]s? (?:equity|business|shares))?(?: [\p{Ll}-]+){0,2} )?(?:at|north of|upwards? of|in excess of|above|over|more than) ${HEDGES}(?<amount>${SUM})`,
      'gu',
    ),
  },
  {
    words: { metric: 'valuation', rule: 'metrics/worth' },
    stems: /worth/,
    pattern: new RegExp(
      String.raw`(?<owner>${NAMED})(?:,? (?:which|that))? (?:is|was|are|were|would be|will be|became|becomes|to be|being)(?: now| currently| still| already| then)? (?<said>worth) ${HEDGES}(?<amount>${SUM})`,
      'gu',
    ),
  },
  {
    words: { metric: 'growth', rule: 'metrics/grew' },
    stems: /gr[eo]w|expand/,
    pattern: new RegExp(
      String.raw`(?<owner>${NAMED}),? (?:(?:also|now|has|had|itself|reportedly|is|was|still|then|only|alone|\p{Ll}+ly) ){0,3}(?<said>gr[eo]w(?:s|n|ing)?|expand(?:s|ed|ing)?)(?: (?:by|at|its top line|\p{Ll}+ly|a|an|the fastest|more slowly|faster))* ${HEDGES}(?<amount>${SHARE})(?! (?:of|stake|in (?!20|the)))`,
      'gu',
    ),
  },
  {
    words: { metric: 'growth', rule: 'metrics/grew' },
    stems: /shr|contract/,
    isNegative: true,
    pattern: new RegExp(
      String.raw`(?<owner>${NAMED}) (?:(?:also|now|has|had|is|was) ){0,2}(?<said>shr[aiu]nk|shrinking|contract(?:s|ed|ing)) (?:by )?${HEDGES}(?<amount>${SHARE})`,
      'gu',
    ),
  },
  {
    words: { metric: 'market-share', rule: 'metrics/share-of-market' },
    stems: /market|industry|sector|infrastructure|shipments|supply|segment|capacity/,
    pattern: new RegExp(
      String.raw`(?<amount>${SHARE}) (?:share )?(?<said>of (?:the |all |its |total )?(?:[\p{L}'’-]+ |[\ue000-\ue003]+(?:['’]s?)? ){0,5}?(?:market|marketplace|industry|sector|infrastructure|shipments|supply|segment|capacity)s?)(?! (?:value|cap|participants|makers|price))(?![\p{L}-])`,
      'gu',
    ),
  },
  {
    words: { metric: 'commitments', rule: 'metrics/aggregate' },
    stems: /deals|contracts|agreements|commitments|pledges|obligations/,
    pattern: new RegExp(
      String.raw`(?:sign(?:s|ed|ing)?|str(?:ike|uck|iking)|agree(?:s|d|ing)?(?: to)?|ink(?:s|ed|ing)?|commit(?:s|ted|ting)?(?: to)?|enter(?:s|ed|ing)? into|announced) ${HEDGES}(?<amount>${SUM}) (?<said>(?:in|of|worth of)(?: [\p{L}-]+){0,4} (?:deals|contracts|agreements|commitments|pledges))`,
      'gu',
    ),
  },
  {
    words: { metric: 'commitments', rule: 'metrics/aggregate' },
    stems: /deals|contracts|agreements|commitments|pledges|obligations/,
    pattern: new RegExp(
      String.raw`(?<said>commitments|obligations)(?![\p{L}])[^.;]{0,80}?(?:plans?|pledged|promised|committed|agreed|intends|has|have) to (?:spend|pay|invest)(?:ing)? ${HEDGES}(?<amount>${SUM})`,
      'gu',
    ),
  },
];

export function byVerb({ text, lower }: Masked, quantities: readonly Quantity[]): readonly Finding[] {
  const found = PATTERNS.filter(({ stems }) => stems.test(lower)).flatMap(
    ({ pattern, words, isNegative = false }) =>
      [...lower.matchAll(pattern)].flatMap((match) => {
        const { said = '', owner, described, amount = '' } = match.groups ?? {};
        const quantity = quantities.find(
          ({ start, end }) =>
            start <= match.index + match[0].lastIndexOf(amount) &&
            match.index + match[0].lastIndexOf(amount) < end,
        );
        if (
          quantity === undefined ||
          isOfADeal(text.slice(Math.max(0, match.index - 40), match.index), words.rule, described ?? owner)
        )
          return [];
        const from = match.index + Math.max(0, match[0].indexOf(said));
        const ownerAt = owner === undefined ? null : match.index + match[0].indexOf(owner);
        return [
          finding(
            quantity,
            { ...words, said: { start: from, end: from + said.length } },
            { ownerAt, isNegative, isDescribed: described !== undefined },
          ),
        ];
      }),
  );
  return [...found, ...alike(text, quantities, found)];
}

const OF_A_DEAL = new RegExp(
  String.raw`\b(?:${NOT_A_COMPANY.slice(3, -1)}|takeovers?|mergers?|offers?|rounds?|acquisitions?|purchases?|market|sector|industry|plan|scheme)(?: (?:was|is|were|are|being|be|reportedly|currently|now))* $`,
  'iu',
);

/** `a contract valued at`: no company is. */
function isOfADeal(before: string, rule: Words['rule'], valued: string | undefined): boolean {
  return rule === 'metrics/valued' && valued === undefined && OF_A_DEAL.test(before);
}

const NEXT_ALIKE = new RegExp(
  String.raw`^,? (?:(?:and|while) )?(?<owner>${ORGANISATION})(?:['’]s?)?,? (?:by |was up |up |rose |grew |at )?${HEDGES}(?<amount>${SHARE})(?! (?:of|stake))`,
  'u',
);

/** `AWS grew 20%, Azure 40%, Google Cloud 34%`: the verb is said once. */
function alike(text: string, quantities: readonly Quantity[], found: readonly Finding[]): readonly Finding[] {
  const more: Finding[] = [];
  for (const first of found.filter(({ rule }) => rule === 'metrics/grew')) {
    let last = first;
    for (;;) {
      const match = NEXT_ALIKE.exec(text.slice(last.quantity.end));
      const quantity = quantities.find(({ start }) => start >= last.quantity.end);
      if (match === null || quantity === undefined || quantity.kind !== 'percent') break;
      const ownerAt = last.quantity.end + match[0].indexOf(match.groups?.['owner'] ?? '');
      last = { ...first, quantity, ownerAt, said: { start: ownerAt, end: quantity.start } };
      more.push(last);
    }
  }
  return more;
}
