import { companiesAmong, type Focus, isSubject } from '../focus.ts';
import { INDEX, type Masked, NAMED, ORGANISATION, OWNER, PERSON, REFERENCE } from '../masked.ts';
import type { Name } from '../names.ts';
import { holding, type Placed } from '../placed.ts';

/** What moves on a market, as a sentence names it. Places are within the sentence. */
export interface Instrument extends Placed {
  /** Several where the shares of several companies move together. */
  readonly entities: readonly string[];
  /** `bare`: a company named where its share is meant; `alone`: "the stock", whose company the context tells. */
  readonly kind: 'share' | 'alone' | 'index' | 'bare';
}

const SHARES = String.raw`(?:ordinary |common |preferred |preference |class [A-C] |[ABH]-|US-listed |U\.S\.-listed |London-listed |Hong Kong-listed |listed |own |parent’s )?(?:SHARES|[Ss]hares?[- ][Pp]rices?|[Ss]tock[- ][Pp]rices?|[Ss]hares|[Ss]tocks?|[Ss]crips?|[Cc]ounter|ADRs?|ADSs?|GDRs?|[Dd]epositary (?:receipts|shares))`;
/** What makes of "shares" something else than a price: a number of them, or a market for them. */
const NOT_A_PRICE = String.raw`(?! ?(?:market|exchange|option|split|sale|sales|buyback|buy-back|repurchase|offering|placing|issue|capital|count|outstanding|in issue|award|swap|register|holder|picker|index|indices|analyst|broker|price target|of inventory|on issue|purchased|held|owned|sold|swap|at \ue005+ (?:each|apiece|per)|for \ue005+))(?![\p{L}-])`;
const COUNTED =
  /(?:\d|million|billion|crore|lakh|\ue006+ of (?:the|its)|\ue005+ (?:of|in|worth of)(?: new| the| its)?|new|more|buy(?:ing)?|bought|sell(?:ing)?|sold|own(?:s|ed)?|hold(?:s|ing)?|held|issue[sd]?|issuing|purchase[sd]?|repurchase[sd]?|acquire[sd]?|of|in|into|for|per|market|rolling|housing|treasury|offered|offering|swap|exchange|tender|available|back) $/u;
const DESCRIBED = String.raw`(?:[\p{L}\d$.’'\ue002\ue007-]+ |\ue000+-\p{L}+ ){0,5}?`;

const OWNED = new RegExp(
  String.raw`(?<owner>${NAMED})\s*(?:['’]s? (?:[\p{Ll}\ue000\ue002\ue007-]*\p{Ll}+ ){0,3})?(?<shares>${SHARES})${NOT_A_PRICE}`,
  'gu',
);
const ITS = new RegExp(
  String.raw`(?<owner>${OWNER}) (?:[\p{Ll}\ue000\ue002\ue007-]*\p{Ll}+ ){0,2}(?<shares>${SHARES})${NOT_A_PRICE}`,
  'gu',
);
const OF_OWNER = new RegExp(
  String.raw`(?<shares>${SHARES}) (?:in|of|for) (?:the )?${DESCRIBED}(?<owner>${NAMED})(?<more>(?:\s*,? (?:and|&|,) (?:the )?${DESCRIBED}${NAMED}|, ${NAMED}(?=,| and)){0,3})`,
  'gu',
);
const OF_BOTH = new RegExp(
  String.raw`(?:(?<shares>${SHARES}) (?:in|of) (?:both|the two) (?:companies|firms|groups|banks|lenders|miners|retailers|businesses|\p{Ll}+s)|(?:both|the two) (?:stocks|companies['’] shares))`,
  'gu',
);
const LISTED = String.raw`(?:[\ue000\ue002\ue007]+-listed )?`;
const ALONE = new RegExp(
  String.raw`(?<![\p{L}\p{N}\ue000-\ue007’'-])(?:(?:[Tt]he(?: \p{Ll}+)?|[Tt]hat|[Ii]ts|[Tt]heir) |(?<![\p{N}\ue001-\ue007] ))${LISTED}(?<shares>${SHARES})${NOT_A_PRICE}`,
  'gu',
);
const INDEXES = new RegExp(INDEX, 'gu');
/** `the FTSE 250 firm`, `Nasdaq-listed`: the index only tells of what kind. */
/** `the top gainer in the FTSE 100`: whose rise it is stands before. */
const AMONG = /\b(?:gainer|riser|faller|loser|performer|mover|winner)s? (?:in|on|of|among) (?:the )?$/u;
const LABELS =
  /^(?:-\p{L}|['’]s? (?:biggest|top|best|worst|largest)| (?:firm|company|group|business|member|constituent|giant|stalwart|stock|retailer|lender|miner|listed|fallers|risers|gainers|losers|\p{Ll}+(?:maker|builder|house))\b)/u;
/** `revenue at Harrow Steel` is no Harrow Steel. */
const BELONGS = /\b(?:of|at|in|for|from|to|on|against|than|between|over|under) (?:the )?$/u;
/** Shares spoken of before, as in "on Monday they rose". */
const THEY = /(?<![\p{L}])(?:they|They)(?= )/gu;
const BARE = new RegExp(`${ORGANISATION}|${REFERENCE}|${PERSON}(?=(?:['’]s?)?, which )`, 'gu');

/** What the sentences before were about. */
export interface Context {
  readonly focus: Focus;
  /** The company whose share was spoken of last. */
  readonly lastShare: string | null;
}

export function instrumentsIn(masked: Masked, context: Context): readonly Instrument[] {
  const { text } = masked;
  const found: Instrument[] = [];
  const add = (instrument: Instrument) => {
    if (instrument.entities.length > 0 && !found.some((other) => touches(other, instrument)))
      found.push(instrument);
  };
  for (const match of text.matchAll(OF_BOTH))
    add({ ...placeOf(match), entities: lastTwo(masked, match.index, context.focus), kind: 'share' });
  for (const match of text.matchAll(OF_OWNER)) if (!isCounted(text, match)) add(ofOwner(masked, match));
  for (const pattern of [OWNED, ITS])
    for (const match of text.matchAll(pattern)) add(owned(masked, match, context));
  for (const match of text.matchAll(INDEXES)) {
    const { start, end } = placeOf(match);
    if (!LABELS.test(text.slice(end)) && !AMONG.test(text.slice(Math.max(0, start - 40), start)))
      add({ start, end, entities: [masked.sentence.text.slice(start, end)], kind: 'index' });
  }
  for (const match of text.matchAll(ALONE)) if (isPriceAlone(text, match)) add(alone(masked, match, context));
  for (const match of text.matchAll(THEY)) {
    const spoken = found.findLast(
      ({ kind, end }) => (kind === 'share' || kind === 'alone') && end <= match.index,
    )?.entities;
    add({
      ...placeOf(match),
      entities: spoken ?? (context.lastShare === null ? [] : [context.lastShare]),
      kind: 'bare',
    });
  }
  for (const match of text.matchAll(BARE)) {
    if (BELONGS.test(text.slice(Math.max(0, match.index - 24), match.index))) continue;
    if (/^-\p{L}/u.test(text.slice(match.index + match[0].length))) continue;
    const entities = nameAt(masked, match.index, true);
    add({ ...placeOf(match), entities, kind: 'bare' });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function touches(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}

function placeOf(match: RegExpExecArray): Placed {
  return { start: match.index, end: match.index + match[0].length };
}

function isCounted(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  const isAfterTime = /^the /iu.test(match[0]) && /\d $/u.test(before);
  return !isAfterTime && COUNTED.test(before);
}

/** "Stocks" at large, and units of anything, are no instrument. */
function isPriceAlone(text: string, match: RegExpExecArray): boolean {
  const shares = match.groups?.['shares'] ?? '';
  if (/^stocks?$/iu.test(shares) && !/^(?:the|its|their) /iu.test(match[0])) return false;
  return (
    !isCounted(text, match) &&
    !/\b(?:a|an|each|every|per|other|these|many|some|tech|bank|chip|global|european|asian|us) $/iu.test(
      text.slice(0, match.index),
    )
  );
}

function owned(masked: Masked, match: RegExpExecArray, { focus, lastShare }: Context): Instrument {
  const isBeside =
    match.groups?.['owner']?.startsWith('\ue004') === true &&
    /, with $/u.test(masked.text.slice(0, match.index));
  const isDescribed =
    isBeside && !masked.names.some(({ by, start }) => by === 'name' && start - masked.start <= OPENS);
  const meant = isDescribed ? (lastShare ?? focus.main) : null;
  return {
    ...placeOf(match),
    entities: meant === null ? nameAt(masked, match.index) : [meant],
    kind: 'share',
  };
}

function ofOwner(masked: Masked, match: RegExpExecArray): Instrument {
  const { start, end } = placeOf(match);
  const held = masked.names.filter(
    (name) =>
      name.start >= masked.start + start &&
      name.end <= masked.start + end &&
      name.kind !== 'person' &&
      name.kind !== 'place',
  );
  const last = held.at(-1);
  const more = match.groups?.['more'] ?? '';
  const owners = more === '' ? held.slice(-1) : held;
  return {
    start,
    end: last === undefined ? end : last.end - masked.start,
    entities: owners.map(({ name }) => name),
    kind: 'share',
  };
}

/** `Telarca, whose shares`, `Newcomer Corvane bucked the trend, with shares up`. */
function tiedByWord(here: readonly Name[], { sentence }: Masked, lead: string): string | null {
  if (/\bwhose $/u.test(lead)) return here.findLast(({ by }) => by === 'name')?.name ?? null;
  if (!/\bwith (?:its |their )?$/u.test(lead)) return null;
  const first = here.find((name) => name.by === 'name' && isSubject(name, sentence));
  return first !== undefined && first.start - sentence.start <= OPENS ? first.name : null;
}

/** Letters within which a sentence names its subject. */
const OPENS = 30;

/** Whose shares "the stock" means: the subject of the sentence, else who was spoken of so before, else whom the text is about. */
function alone(masked: Masked, match: RegExpExecArray, { focus, lastShare }: Context): Instrument {
  const at = masked.start + match.index;
  const companies = companiesAmong(masked.names);
  const here = companies.filter(({ end }) => end <= at);
  const lead = masked.text.slice(0, match.index);
  const tied = tiedByWord(here, masked, lead);
  if (tied !== null) return { ...placeOf(match), entities: [tied], kind: 'alone' };
  const spoken = here.find(({ name }) => name === lastShare) ?? here.find(({ name }) => name === focus.main);
  const before = spoken ?? here.findLast((name) => isSubject(name, masked.sentence));
  const later = companies.find((name) => name.start > at && name.by !== 'name');
  const entity =
    before?.name ?? later?.name ?? focus.opening(masked.sentence, lastShare) ?? lastShare ?? focus.main;
  return { ...placeOf(match), entities: entity === null ? [] : [entity], kind: 'alone' };
}

function nameAt({ names, start }: Masked, at: number, isAny = false): readonly string[] {
  const name = holding<Name>(names, start + at);
  const isOne = name !== null && name.kind !== 'place' && (isAny || name.kind !== 'person');
  return isOne ? [name.name] : [];
}

/** The two companies named last before a place, in their order. */
function lastTwo(masked: Masked, at: number, focus: Focus): readonly string[] {
  const here = masked.names
    .filter(({ end, kind }) => end <= masked.start + at && kind === 'organisation')
    .map(({ name }) => name);
  const named = [...new Set(here.toReversed())];
  const known = [...named, ...focus.lastNamed(masked.start, 4).filter((name) => !named.includes(name))];
  return known.slice(0, 2).toReversed();
}
