import type { Money } from '../money.ts';
import { isCommonWord } from '../names/common-words.ts';
import type { Name } from '../names.ts';
import { type Placed, within } from '../placed.ts';
import type { Reading } from '../reading.ts';
import type { Sentence } from '../sentences.ts';

/**
 * A sentence in which every name and every sum of money is one character, so that patterns over it say how deals are
 * worded and never whom they are between. Law: names lie from U+E000 (four kinds of 512), sums from U+F000; the text of a
 * document can put none of them there.
 */
export interface Marked {
  readonly sentence: Sentence;
  readonly text: string;
  readonly names: readonly Name[];
  readonly money: readonly Money[];
  /** Mark of the organisation whose heading or lead-in it stands under; empty where none. */
  readonly lead: string;
  /** Mark of the organisation that the document is about; empty where unknown. */
  readonly protagonist: string;
  /** Mark of the company into which the text last told that money goes; empty where unknown. */
  readonly fundee: string;
}

/** Whom the context of a sentence names. */
export interface Context {
  readonly lead: Name | null;
  readonly protagonist: Name | null;
  readonly fundee: Name | null;
}

/** An organisation, or a name that may be one. */
export const ORG = '[\uE000-\uE3FF]';
/** Any name: a person or a place too. */
export const NAME = '[\uE000-\uE7FF]';
export const PLACE = '[\uE600-\uE7FF]';
export const SUM = '[\uF000-\uF1FF]';

const KINDS = ['organisation', 'other', 'person', 'place'] as const;
const NAMES_FROM = 0xe000;
const SUMS_FROM = 0xf000;
const MOST = 512;
/** Longer runs without a full stop are lists or rubbish. */
const LONGEST = 1_600;

export function marked(reading: Reading, sentence: Sentence, { lead, protagonist, fundee }: Context): Marked {
  const end = Math.min(sentence.end, sentence.start + LONGEST);
  const span = { start: sentence.start, end };
  const money = within(reading.money, span).slice(0, MOST);
  const names = namesWithin(reading, span).filter(
    (name) => !money.some((sum) => sum.start < name.end && name.start < sum.end),
  );
  const places = [
    ...names.map((name, at) => ({ start: name.start, end: name.end, mark: markOfName(name, at) })),
    ...money.map(({ start, end: until }, at) => ({
      start,
      end: until,
      mark: String.fromCharCode(SUMS_FROM + at),
    })),
  ].toSorted((a, b) => a.start - b.start);
  let text = '';
  let from = span.start;
  for (const { start, end: until, mark } of places) {
    text += plain(reading.text.slice(from, start)) + mark;
    from = until;
  }
  const [leadMark, mainMark, fundeeMark] = [lead, protagonist, fundee].map((name, at) =>
    name === null ? '' : markOfName({ ...name, by: 'name' }, names.length + at),
  );
  return {
    sentence,
    text: tidy(text + plain(reading.text.slice(from, end))).replace(DATELINE, ''),
    names: [...names, ...[lead, protagonist, fundee].map((name) => name ?? NOBODY)],
    money,
    lead: leadMark ?? '',
    protagonist: mainMark ?? '',
    fundee: fundeeMark ?? '',
  };
}

/** Rounds of funding, quarters and phases are capitalised and name nobody. */
const NO_PARTY =
  /^(?:Series [A-K]\d?|Phase \w+|Q[1-4]|Tier \w+|[HF]Y?\d+|Euros?|Dollars?|Pounds?|Yen|Rupees?|Monday|Tuesday|Wednesday|Thursday|Friday)$/u;

/** A9, GB200, V-15-236: what is made, not who makes it. */
const MODEL = /^\p{Lu}{1,4}-?\d+[\p{L}\d-]*$/u;

const APPOSED =
  /^ ?(?:manager|adviser|advisor|operator|owner|house|management|group|giant|firm|arm|unit|chain|maker)? ?$/u;

/** Without descriptions that the name itself follows ("the Dutch group Acme"), and without names inside others. */
function namesWithin(reading: Reading, span: Placed): readonly Name[] {
  const { names, text } = reading;
  let until = span.start;
  return [...firstDoer(reading, span), ...within(names, span)]
    .filter(({ end, by, kind, text: form }, at, all) => {
      const next = all[at + 1];
      if (
        NO_PARTY.test(form) ||
        (kind === 'other' && MODEL.test(form)) ||
        (by === 'pronoun' && text.startsWith(' own ', end))
      )
        return false;
      return by !== 'description' || next === undefined || !APPOSED.test(text.slice(end, next.start));
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isFree = start >= until;
      if (isFree) until = end;
      return isFree;
    })
    .slice(0, MOST - 3)
    .map((name, at, all) => saidOfItself({ name, last: all[at - 1], first: all[0], text }))
    .map((name) =>
      / .*\d/u.test(name.text) && name.kind === 'other' ? makerOf(name, names) : trimmed(name),
    );
}

const SAID_IT =
  /^\W*(?:\([^)]*\)\W*)?(?:(?:on |late |last |in )?(?!and\b|but\b)\p{L}+ )?(?:said|says|announced|confirmed|added|revealed|disclosed)(?: (?:on |late |last |in )?\p{L}+)?(?: that)? $/u;

/** In "Acme said it would", it is Acme, whatever came before. */
function saidOfItself({ name, last, first, text }: Said): Name {
  if (name.by !== 'pronoun' || last === undefined || !/^its?$/iu.test(name.text)) return name;
  const gap = text.slice(last.end, name.start);
  const meant = SAID_IT.test(gap) ? last : AND_SAID_IT.test(gap) ? first : undefined;
  if (meant === undefined || meant.kind === 'place') return name;
  const { start, end, text: form, by, isPossessive } = name;
  return { ...meant, kind: 'organisation', start, end, text: form, by, isPossessive };
}

interface Said {
  readonly name: Name;
  readonly last: Name | undefined;
  /** The first name of the sentence, which is mostly its subject. */
  readonly first: Name | undefined;
  readonly text: string;
}

const AND_SAID_IT = /\band (?:has |had |also )?(?:said|says|announced|added)(?: that)? $/u;

const HEADLINE_VERB =
  / (?:Announces|Reports|Signs|Completes|Acquires|Agrees|Launches|Secures|Wins|Raises|Closes|Enters|Says|Buys|Sells|Awards|Inks)(?: .*)?$/u;

/** Headlines in capitals run on from a name into what it does. */
function trimmed(name: Name): Name {
  if (name.kind === 'person' && /(?:^| )\p{Lu}{2,}(?: |$)/u.test(name.name))
    return trimmed({ ...name, kind: 'organisation' });
  return HEADLINE_VERB.test(name.name) ? { ...name, name: name.name.replace(HEADLINE_VERB, '') } : name;
}

/** `Acme A9-300` is made by Acme, where the document names Acme. */
function makerOf(product: Name, names: readonly Name[]): Name {
  const maker = names.find(({ text, kind }) => kind !== 'place' && product.text.startsWith(`${text} `));
  const { start, end, text } = product;
  return maker === undefined ? product : { ...maker, start, end, text };
}

const FIRST_DOER =
  /^(?<name>\p{Lu}[\p{L}\p{N}&.'’-]*[\p{L}\p{N}])(?:,? (?:Inc|Corp|Ltd|plc|S\.A|AG|SE|NV)\.?)?(?:,? (?:has|have|will|is|was|said|says|agreed|agrees|announced|announces|signed|signs|acquired|acquires|bought|buys|sold|sells|plans|raised|raises|won|wins|secured|secures|invested|invests|to (?:buy|acquire|sell|invest|supply|merge))\b|, (?:the|an?|which) )/u;

/** Who begins a sentence by acting, where the word is no common one and the reading has no name there. */
function firstDoer({ names, text }: Reading, span: Placed): readonly Name[] {
  const found = FIRST_DOER.exec(text.slice(span.start, Math.min(span.end, span.start + 120)))?.groups?.[
    'name'
  ];
  if (found === undefined || isCommonWord(found) || /(?:ing|ly|ed)$/u.test(found)) return [];
  const { start } = span;
  const end = start + found.length;
  const isKnown = within(names, { start, end: span.end }).some((name) => name.start < end);
  if (isKnown) return [];
  return [
    {
      start,
      end,
      text: found,
      name: found,
      aliases: [],
      kind: 'organisation',
      by: 'name',
      isPossessive: false,
    },
  ];
}

const NOBODY: Name = {
  start: 0,
  end: 0,
  text: '',
  name: '',
  aliases: [],
  kind: 'other',
  by: 'name',
  isPossessive: false,
};

function markOfName(name: Name, at: number): string {
  const mark = String.fromCharCode(NAMES_FROM + KINDS.indexOf(name.kind) * MOST + at);
  return name.by === 'pronoun' && name.isPossessive ? `${mark}'s` : mark;
}

/** Straight apostrophes, single spaces, nothing of the private area. */
function plain(text: string): string {
  return text
    .replace(/[\uE000-\uF8FF]/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .replace(/[“”"*]/gu, '')
    .replace(/\s+/gu, ' ');
}

const SECOND_FORM = new RegExp(
  String.raw`(${SUM}) ?\((?:or |about |around |roughly |approximately |approx\.? |some |equivalent to |nearly |over |more than |~|≈|c\.)*${SUM}\)`,
  'gu',
);
const BRACKET_AFTER_NAME = new RegExp(String.raw`(${NAME})\.? \([^()\uF000-\uF1FF]{1,60}\)`, 'gu');
const PLURAL_POSSESSIVE = new RegExp(String.raw`(${NAME})'(?!\p{L})`, 'gu');

/** What a name is, between a place and it: `Texas utility Acme`, `India's largest private bank Acme`. */
const TRADE = String.raw`(?:\p{Ll}[\p{L}-]*(?:er|or|ity|ank|nk|oup|iant|irm|any|und|tup|t-up|ne|ain|ate|ech|ent|lc|ist|iner|yard|mill|works|house|agency|board)) `;
const OF_A_PLACE = new RegExp(
  String.raw`${PLACE}(?:'s (?:(?!(?:and|or|in|to|of|on|at|for|with|from|by|as|said|is|was|has|will|agreed|plans)\b)[\p{L}\p{N}-]+ ){0,4}?(?=${ORG})| (?:[\p{Ll}-]+ )?${TRADE}(?=${ORG}))`,
  'gu',
);
const OF_A_PARENT = new RegExp(
  String.raw`${ORG}'s (?:[\p{L}-]+ ){0,4}?(?:unit|arm|subsidiary|division|affiliate|brand|business|fund|partner|rival|joint venture|venture|spin-off|supplier|customer),? (?=${ORG})`,
  'gu',
);
const LISTED = new RegExp(
  `${NAME}(?:-| and ${NAME}-)(?:listed|based|owned|backed|headquartered|quoted|led|controlled) `,
  'gu',
);
const DOTTED = new RegExp(String.raw`(${NAME})\.(?=[,;'’)])`, 'gu');
const ABBREVIATED = new RegExp(
  String.raw`(${NAME})\. ?(?=[\p{Ll}\uF000-\uF1FF,;]| [\p{Ll}\uF000-\uF1FF])`,
  'gu',
);
/** `LONDON, 4 May (Newswire) --`: only capitals, numbers and brackets before the dash. */
const DATELINE =
  /^(?=[\p{Lu}\uE000-\uE7FF])(?:[\p{Lu}\uE000-\uE7FF][\p{L}.'-]*|\d{1,4}|\([^()]{1,40}\)|[,/]|\s){1,20}(?:--|—|–) ?(?=["'\p{Lu}\uE000-\uE7FF])/u;

/** Second forms of a sum, short names and tickers in brackets say nothing of their own. */
function tidy(text: string): string {
  return text
    .replace(SECOND_FORM, '$1')
    .replace(BRACKET_AFTER_NAME, '$1')
    .replace(PLURAL_POSSESSIVE, "$1's")
    .replace(LISTED, '')
    .replace(DOTTED, '$1')
    .replace(ABBREVIATED, '$1 ')
    .replace(OF_A_PLACE, '')
    .replace(OF_A_PARENT, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/** The names that stand in a piece of marked text, without those that only own the next. */
export function namesIn(text: string, { names }: Marked): readonly Name[] {
  const found = [...text.matchAll(NAMES_NOT_OWNING)].flatMap(([mark]) => {
    const name = names[(mark.charCodeAt(0) - NAMES_FROM) % MOST];
    return name === undefined ? [] : [name];
  });
  return found.filter((name, at) => found.findIndex((other) => isSame(name, other)) === at);
}

const NAMES_NOT_OWNING = new RegExp(String.raw`${NAME}(?!'s (?:\p{L}+ )?${ORG})`, 'gu');

export function sumOf(mark: string, { money }: Marked): Money | null {
  return money[mark.charCodeAt(0) - SUMS_FROM] ?? null;
}

export function isSame(a: Name, b: Name): boolean {
  return a.name === b.name;
}
