import { type Finding, finding, type Words } from './finding.ts';
import type { MetricNoun } from './nouns.ts';
import type { Quantity } from './quantities.ts';

/** Quantities that a noun governs: `revenue rose 12% to £4.5bn from £4bn`, `$13bn in annual revenue`, `margin: 21%`. */
export function byNoun(
  text: string,
  nouns: readonly MetricNoun[],
  quantities: readonly Quantity[],
): readonly Finding[] {
  const found: Finding[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const next = nouns.find(({ start }) => start >= quantity.end);
    const after = next === undefined ? null : nounAfter(text, quantity, next);
    if (after === null && next !== undefined && isOfNext(text, quantity, next)) continue;
    const before = nouns.findLast(({ end }) => end <= quantity.start);
    const told = after ?? (before === undefined ? null : nounBefore(text, before, { quantities, at, found }));
    if (told !== null) found.push(told);
  }
  return found;
}

const ADJECTIVES = String.raw`(?:(?!(?:to|for|from|by|at|and|or|on|with|the|its|their|as|a|an|after|than|that|which|is|was|were|will|but|per|of|in)\b)[\p{L}\d’'\ue000\ue002-]+ ){0,4}`;
const JOINED = new RegExp(
  String.raw`^(?: ?(?:in|of|worth of|’s worth of|'s worth of)(?: (?:total|its|the|their|new))? | |-)${ADJECTIVES}$`,
  'u',
);
/** A sum paid or raised is no figure of cash or debt. */
const PAID =
  /\b(?:rais(?:e|es|ed|ing)|for|pa(?:y|ys|id|ying)|invest(?:s|ed|ing)?|acquir(?:e|es|ed|ing)|bu(?:y|ys|ying)|bought|borrow(?:s|ed|ing)?|lend(?:s|ing)?|lent|fund(?:s|ed|ing)?|secur(?:e|es|ed|ing)|contribut(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|offer(?:s|ed|ing)?|deal|worth|inject(?:s|ed|ing)?|with|issu(?:e|es|ed|ing)|sell(?:s|ing)?|sold|repa(?:y|id|ys|ying)|return(?:s|ed|ing)?|refinanc(?:e|es|ed|ing))(?: (?:up|to|about|around|some|nearly|over|more|than|a|another|an|additional|roughly|almost|further|at|least|as|much|just)){0,4} $/iu;
/** What a company has, of what anybody may pay. */
const HAS =
  /\b(?:ha[sd]|have|having|hold(?:s|ing)?|held|carr(?:y|ies|ied|ying)|s[ia]t(?:s|ting)? on|owes?|owed|amassed|accumulated|manag(?:es|ed|ing)|over(?:sees|saw)|report(?:s|ed)|post(?:s|ed)|generat(?:es|ed|ing)|ended [^,.;]{0,20} with|\p{Lu}\p{L}+['’]s)\b[^.;,]{0,30}$/u;
const CHANGES_VALUE =
  /\b(?:add(?:s|ed|ing)?|wip(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|los(?:t|es|ing)|shed(?:ding)?|gain(?:s|ed|ing)?|knock(?:s|ed|ing)?)\b[^.;,]{0,30}$/iu;
const PAID_NOUNS = /cash|debts?|borrowings|deposits|expenses|costs|liquidity|income|assets/iu;

/** `$13bn annual revenue`, `$1.4tn in commitments`, `12% growth`, `31% market share`, `310 MW of operating capacity`. */
function nounAfter(text: string, quantity: Quantity, noun: MetricNoun): Finding | null {
  const gap = text.slice(quantity.end, noun.start);
  const word = text.slice(noun.start, noun.end);
  const change = quantity.kind === 'percent' && noun.of === 'money' ? CHANGE_IN.exec(gap) : null;
  if (change !== null && !grows(noun)) return null;
  if (change !== null)
    return finding(
      quantity,
      { metric: 'growth', said: noun, rule: 'metrics/growth-of-noun' },
      { isNegative: change.groups?.['fall'] !== undefined },
    );
  if (!JOINED.test(gap)) return null;
  const lead = text.slice(Math.max(0, quantity.start - 60), quantity.start);
  if (
    noun.of === 'money' &&
    quantity.kind === 'money' &&
    PAID_NOUNS.test(word) &&
    (PAID.test(lead) || !HAS.test(lead))
  )
    return null;
  if (noun.metric === 'valuation' && CHANGES_VALUE.test(lead)) return null;
  if (noun.metric === 'commitments' && !/s$/iu.test(word)) return null;
  return fits(noun, quantity) && !(noun.of === 'share' && /^ of/u.test(gap))
    ? finding(quantity, wordsOf(noun, 'after'))
    : null;
}

/** Smaller sums are prices. */
const LEAST_SUM = 10_000;

function fits({ id, of }: MetricNoun, { kind, low, high }: Quantity): boolean {
  if (id === 'none' || (kind === 'money' && Math.abs(low ?? high ?? 0) < LEAST_SUM)) return false;
  switch (of) {
    case 'money':
      return kind === 'money';
    case 'share':
    case 'growth':
      return kind === 'percent';
    case 'capacity':
      return kind === 'power' || kind === 'output';
  }
}

/** `$280m in cash` is no figure of the noun before, whether or not it is one of cash. */
function isOfNext(text: string, quantity: Quantity, noun: MetricNoun): boolean {
  return fits(noun, quantity) && JOINED.test(text.slice(quantity.end, noun.start));
}

function wordsOf(noun: MetricNoun, side: 'before' | 'after'): Words {
  const name = RULES[noun.id];
  return {
    metric: noun.metric,
    said: noun,
    rule: name === 'named' ? `metrics/named-${side}` : `metrics/${name}`,
  };
}

const RULES = {
  ratio: 'ratio',
  share: 'named',
  profit: 'profit',
  loss: 'named',
  value: 'valuation',
  commitments: 'commitments',
  orders: 'orders',
  balance: 'balance',
  revenue: 'named',
  growth: 'growth-of-noun',
  capacity: 'capacity',
  none: 'named',
} as const satisfies Record<MetricNoun['id'], string>;

interface Search {
  readonly quantities: readonly Quantity[];
  readonly at: number;
  readonly found: readonly Finding[];
}

function nounBefore(text: string, noun: MetricNoun, { quantities, at, found }: Search): Finding | null {
  const quantity = quantities[at];
  const previous = quantities[at - 1];
  if (quantity === undefined) return null;
  const isFirst = previous === undefined || previous.end <= noun.start;
  if (isFirst) return direct(text, noun, quantity);
  const last = found.at(-1);
  if (last === undefined || last.quantity !== previous)
    return afterStranger(text, noun, { quantity, previous });
  return chained(text, last, { noun, quantity });
}

const RISE =
  'ris(?:e|es|en|ing)|rose|gr[eo]w(?:s|n|th|ing)?|gain(?:s|ed|ing)?|increas(?:e|es|ed|ing)|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|up(?!-)|higher|ahead|improv(?:e|es|ed|ing)|expand(?:s|ed|ing)?|swell(?:s|ed|ing)?|leap(?:s|t|ed|ing)?|accelerat(?:e|es|ed|ing)|edg(?:e|ed|ing) (?:up|higher)|rocket(?:s|ed|ing)?|spik(?:e|ed|es|ing)|rebound(?:s|ed|ing)?|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|added|zoom(?:s|ed)?|skyrocket(?:s|ed)?|rais(?:e|ed|es|ing)|widen(?:s|ed|ing)?|enhanc(?:e|ed|es|ing)|uplift|uptick|upswing|growth|addition';
const FALL =
  'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|s[iau]nk(?:s|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|dip(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|plummet(?:s|ed|ing)?|eas(?:e|es|ed|ing)|down|lower|shr[ai]nk(?:s|ing)?|contract(?:s|ed|ing)|reduc(?:e|es|ed|ing)|reduction|narrow(?:s|ed|ing)?|crash(?:es|ed|ing)?|halv(?:e|es|ed|ing)|div(?:e|ed|es|ing)|weaken(?:s|ed|ing)?|cut(?:s|ting)?|softened|retreat(?:s|ed)?|downturn|collaps(?:e|es|ed|ing)';
const HEDGES =
  '(?:(?:by|as much as|more than|less than|at least|about|around|nearly|almost|roughly|some|over|just|an?|another|further|up to|well|close to|approximately|estimated|record|under|below|above|in excess of|north of|upwards? of|fewer than|not less than|or|total of|combined|massive|whopping|c\\.) |[~≈] ?)*';
const CHANGES = new RegExp(
  String.raw`(?<![\p{L}-])(?:(?<rise>${RISE})|(?<fall>${FALL}))(?:[ ,]+(?:\p{L}+ly|year[- ]on[- ]year|y\/y|yoy|sharply|further|again|back))?,? ${HEDGES}$`,
  'iu',
);
const CHANGE_NOUN =
  /^(?:[ -](?:year[- ]on[- ]year|yoy|y\/y|annual|organic|quarterly|like-for-like|underlying|sequential|reported)){0,2} (?:(?<rise>rise|increase|jump|gain|growth|surge|uplift|improvement|higher|up|ahead|advance|leap|spike|uptick|more)|(?<fall>fall|drop|decline|decrease|slump|dip|slide|plunge|lower|down|reduction|contraction|less))(?![\p{L}-])/iu;
const CHANGE_IN = new RegExp(
  String.raw`^(?:[ -][\p{L}-]+){0,2} (?:(?<rise>rise|increase|jump|gain|growth|surge|uplift|improvement|leap|spike|uptick|higher|more)|(?<fall>fall|drop|decline|decrease|slump|dip|slide|plunge|reduction|contraction|lower|less))(?: in| of)? ${'(?:the |its |their |total |group |net |annual |quarterly |like-for-like |\\p{Ll}+ ){0,4}'}$`,
  'u',
);
const LINKS = String.raw`of|to|at|was|were|is|are|be|being|been|between|reach(?:ed|es|ing)?|hit(?:s|ting)?|total(?:s|l?ed|l?ing)?|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|pass(?:ed|es|ing)|cross(?:ed|es|ing)?|near(?:s|ed|ing)|approach(?:ed|es|ing)|from|versus|vs\.?|against|than|as|remain(?:s|ed)|averag(?:e|ed|es|ing)|equals?|equalling|came in|reported|reporting|posting|mean(?:s|ing)|forecast|expects?|estimated|range|within|generated|beat|missed|stand(?:s|ing)?|stood`;
const LEVEL = new RegExp(
  String.raw`(?:^|[ ,(])(?:(?:${LINKS})(?: (?:in|at|to|of|the region of|the range of|a range of|between|from|as high as|as low as|a level of))*|[=–-]|\(|(?:\p{L}+ )?(?:year|quarter|half|period|month)s?,?) ?${HEDGES}$|: ?${HEDGES}$`,
  'iu',
);
/** `a valuation above $5bn` */
const HEDGED = new RegExp(`^ ${HEDGES}$`, 'iu');
/** Words after which something else is spoken of. */
const BREAK =
  /[;!?]|\. |—| [–-] (?!\ue005|\ue006)|\b(?:but|while|whereas|although|though|because|who|whose|invest(?:s|ed|ing|ment)?|acqui(?:re[sd]?|ring|sition)|b(?:uy|uys|uying|ought)|pa(?:y|ys|id|ying|yments?)|borrow(?:s|ed|ing)?|s(?:ell|ells|elling|old)|fund(?:s|ed|ing)|sign(?:s|ed|ing)?|award(?:s|ed|ing)?|contracts?|deals?|loans?|worth|stake|fine[ds]?|premium|shares?|price|target|rate of|bonds?|facility|costs|spending|volumes|deliveries|shipments|production|prices|demand|headcount|inventories|write-?downs?|impairments?|charges?|synergies|dividends?|orders? (?:for|from)|tax of|dividend|bid|offer|takeover|merger|lease)\b/iu;
const LONGEST_GAP = 130;

function direct(text: string, noun: MetricNoun, quantity: Quantity): Finding | null {
  const gap = text.slice(noun.end, quantity.start);
  const plain = gap.replace(/\([^()]{0,60}\)/gu, '').replace(/^,? which /u, ' ');
  if (gap.length > LONGEST_GAP || BREAK.test(plain)) return null;
  const change = CHANGES.exec(plain);
  if (quantity.kind === 'percent' && (noun.of === 'money' || noun.of === 'capacity'))
    return growth(text, { noun, quantity, change });
  const isShare = noun.of === 'share' && quantity.kind === 'percent';
  if (
    isShare &&
    change !== null &&
    /\bby |(?:rose|fell|grew|up|down|increased|decreased|declined|gained|lost) $/iu.test(plain)
  )
    return null;
  if (!fits(noun, quantity)) return null;
  if (/\bby (?:\S+ ){0,3}$/iu.test(plain)) return null;
  const isLevel =
    LEVEL.test(` ${plain}`) ||
    HEDGED.test(plain) ||
    isLabel(plain) ||
    (change !== null && noun.of !== 'growth' && isMoneyLevel(plain));
  return isLevel ? finding(quantity, wordsOf(noun, 'before')) : null;
}

/** `Revenue $4bn`, `Net loss (unaudited) £3m`. */
function isLabel(gap: string): boolean {
  return /^[\s:–-]{1,3}$/u.test(gap);
}

/** "Costs up £3m" tells no level. */
function isMoneyLevel(gap: string): boolean {
  return /\b(?:to|at|a record|a total of) (?:\S+ ){0,3}$/iu.test(gap);
}

/** Growth is what a business sells, books and earns; costs and debts rise without growing. */
function grows({ id }: MetricNoun): boolean {
  return id === 'revenue' || id === 'profit' || id === 'orders';
}

interface Change {
  readonly noun: MetricNoun;
  readonly quantity: Quantity;
  readonly change: RegExpExecArray | null;
}

function growth(text: string, { noun, quantity, change }: Change): Finding | null {
  const after = CHANGE_NOUN.exec(text.slice(quantity.end));
  const found = change ?? after;
  if (found === null || !grows(noun)) return null;
  return finding(
    quantity,
    { metric: 'growth', said: noun, rule: 'metrics/growth-of-noun' },
    { isNegative: found.groups?.['fall'] !== undefined },
  );
}

/** `rise of 12% in revenue` has its noun after; `revenue, at $5bn, rose 12%` its quantity in between. */
const CHAIN = new RegExp(
  String.raw`^(?:,| \(|,? and| or|,? a| an|,? (?:which|that) (?:was|is|were))?(?:[^.;\ue005\ue006]{0,70}?)(?:\b(?:from|versus|vs\.?|against|compared (?:with|to)|than|to|at|was|prior|previously|guidance of|forecast of|or|and)|:|,|\(|[–-]) ?(?:an? |the |earlier |prior |previous |\p{L}+ |guidance |forecast |of |just |of about ){0,6}${HEDGES}$`,
  'iu',
);
const CHAIN_BREAK =
  /[;!?]|\ue000+ ?\(|[,;] (?:and |plus )?\ue000|\. |—|\b(?:but|while|whereas|on (?:\p{L}+ )?(?:revenue|sales|turnover)|profit|loss(?!es? (?:of|was))|tax|debt|cash|price|share|stake|deal|contract|customers|worth|of which|including|includes|invest\p{L}*|spend|spent|pay|paid)\b/iu;
/** `an increase of $310m` is how much, not what. */
const CHANGE_OF = new RegExp(
  `\\b(?:increase|decrease|rise|fall|decline|drop|jump|improvement|growth|gain) of ${HEDGES}$`,
  'iu',
);
const OTHER_FORM = /^ ?\((?:about |around |~|or |roughly |approximately )?$/u;

/** A further quantity of the same noun: what it rose to, what it was before, how much that is in per cent. */
function chained(
  text: string,
  last: Finding,
  { noun, quantity }: { readonly noun: MetricNoun; readonly quantity: Quantity },
): Finding | null {
  const gap = text.slice(last.quantity.end, quantity.start).replace(/^\. (?=\p{Ll})/u, ' ');
  if (gap.length > 110 || CHAIN_BREAK.test(gap)) return null;
  const isOtherForm =
    OTHER_FORM.test(gap) && quantity.kind === last.quantity.kind && quantity.unit !== last.quantity.unit;
  if (isOtherForm) return null;
  const change = CHANGES.exec(gap);
  const said = last.said;
  if (quantity.kind === 'money' && CHANGE_OF.test(gap)) return null;
  if (quantity.kind === 'percent' && last.quantity.kind !== 'percent') {
    const after = CHANGE_NOUN.exec(text.slice(quantity.end));
    const rise =
      /\b(?:an? )?(?:(?<rise>increase|rise|jump|gain|growth|surge|improvement)|(?<fall>fall|drop|decline|decrease|slump|dip|plunge)) of \S*\s?$/iu.exec(
        gap,
      );
    const found = change ?? rise ?? after;
    if (found === null || !grows(noun)) return null;
    return finding(
      quantity,
      { metric: 'growth', said, rule: 'metrics/growth-of-noun' },
      { isNegative: found.groups?.['fall'] !== undefined, ownerAt: last.ownerAt },
    );
  }
  const isAmount = quantity.kind === 'money' && (last.quantity.kind === 'money' || last.metric === 'growth');
  const isShare = noun.of === 'share' && quantity.kind === 'percent';
  const isCapacity = noun.of === 'capacity' && fits(noun, quantity);
  if (!isAmount && !isShare && !isCapacity) return null;
  if (isAmount && noun.of !== 'money') return null;
  if (/\bby (?:\S+ ){0,3}$/iu.test(gap) || !CHAIN.test(gap)) return null;
  return finding(quantity, { ...wordsOf(noun, 'before'), said }, { ownerAt: last.ownerAt });
}

/** A quantity between noun and amount that means nothing here must not hide the amount. */
function afterStranger(
  text: string,
  noun: MetricNoun,
  { quantity, previous }: { readonly quantity: Quantity; readonly previous: Quantity },
): Finding | null {
  const between = text.slice(previous.end, quantity.start);
  if (!/^[^,.;]{0,40}\b(?:to|at|was|were|of|reached|hit|totalled|totaled) (?:\S+ ){0,3}$/iu.test(between))
    return null;
  return direct(text, noun, quantity);
}
