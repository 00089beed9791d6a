import type { Money } from './money.ts';
import type { Name } from './names.ts';
import type { Percent } from './percents.ts';
import { holding, type Placed, within } from './placed.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';

/**
 * A sentence in which every name, sum and percentage is filled with one mark per kind, so that patterns can speak of
 * "a name's shares rose a percentage". Law: the text has the length of the sentence, so places carry over by `start`.
 */
export interface Masked extends Placed {
  readonly text: string;
  /** In lower case, of the same length, for cheap tests of what may stand there at all. */
  readonly lower: string;
  readonly sentence: Sentence;
  readonly names: readonly Name[];
  readonly money: readonly Money[];
  readonly percents: readonly Percent[];
}

const MARKS = {
  organisation: '\ue000',
  person: '\ue001',
  place: '\ue002',
  /** "the company", "it": an organisation that is only described. */
  reference: '\ue003',
  /** "its". */
  owner: '\ue004',
  money: '\ue005',
  percent: '\ue006',
  index: '\ue007',
} as const;

/** Sources of patterns for what is masked. */
export const ORGANISATION = `${MARKS.organisation}+`;
export const PERSON = `${MARKS.person}+`;
export const REFERENCE = `${MARKS.reference}+`;
export const OWNER = `${MARKS.owner}+`;
export const SUM = `${MARKS.money}+`;
export const SHARE = `${MARKS.percent}+`;
export const INDEX = `${MARKS.index}+`;
export const NAMED = `(?:${ORGANISATION}|${REFERENCE})`;

/** Words that headings join to a name: `Amazon Shares`, `Solvane Revenue`. */
const NOT_OF_A_NAME =
  /\s+(?:Shares?|Stocks?|ADRs?|Revenues?|Sales|Profits?|Turnover|Earnings|Valuation|Market|Loss(?:es)?|Rises?|Falls?|Jumps?|Drops?|Deal|Bid|Orders?|Results|Price|Growth|Guidance|Employees|Staff|Announces?|Reports?|Signs?|Raises?|Launches|Agrees|Wins|Posts|Plans|Says|Sells|Buys|Acquires|Completes|Closes|Secures|Unveils|Names|Hires|Cuts|Sees|Expects|Appoints|Backs|Eyes)(?:\s.*)?$/u;
/** Words of the trade in capitals, which name nobody. */
const TRADE_WORD =
  /^(?:ADRs?|ADSs?|GDRs?|IPO|EBITDA|EBIT|EPS|GAAP|ARR|AUM|FY\d*|[QH]\d|Shares?|Stocks?|Revenues?|Sales|Turnover|Profits?|Costs?|Operational|Operating|Total|Annual|Net|Gross|Adjusted|Underlying|Projected|Estimated|Quarterly|Current|Capital|Capex|Margins?|Debt|Cash|Backlog|Growth|Guidance|Dividend|Staff|Employees|Headcount|Capacity|Users|Customers|Maintains|Has|Had|Plans)$/u;
/** `Meridian MRDN.N`: the code of a wire service. */
const OWNS = /(?:['’]s|(?<=s)['’])$/u;
const RIC = / [A-Z]{2,5}\.[A-Z]{1,2}$/u;
const TICKER =
  /\((?:[A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]+)?: ?[A-Z0-9][A-Z0-9.-]{0,9}(?:[;,] ?[A-Z]{2,8}: ?[A-Z0-9.-]{1,9})*|[A-Z]{1,5}(?:\.[A-Z]{1,3})?)\)|<[A-Z0-9.]{2,10}>|(?<= )[A-Z]{2,5}\.[A-Z]{1,2}(?=[ ,])/gu;
export const INDEX_NAME =
  /(?:FTSE(?: ?(?:100|250|350|All[- ]Share|SmallCap|MIB)| AIM [\w-]+)?|Footsie|S&P\/(?:ASX|TSX|NZX)(?: ?\d+)?(?: [Cc]omposite)?(?: [Ii]ndex)?|S&P(?:(?: BSE)? Sensex| 500)|Nasdaq(?:[ -](?:Composite|100))?|Dow(?: Jones(?: Industrial Average)?)?(?= )|DAX|CAC ?40|(?:Euro ?)?(?:Stoxx|STOXX)(?: Europe)?(?: ?(?:600|50))?|IBEX(?: ?35)?|AEX|SMI|Nikkei(?: 225)?(?: [Ss]tock [Aa]verage)?|Topix|TOPIX|Hang Seng(?: Tech)?(?: [Ii]ndex)?|CSI ?300|Shanghai Composite|KOSPI|Kospi|KOSDAQ|Kosdaq|Taiex|TAIEX|Sensex|SENSEX|(?:BSE|NSE) Sensex|N(?:ifty|IFTY)(?: ?50| (?:Bank|IT|Next 50|Midcap|Smallcap|Pharma|Auto|Metal|PSU Bank|Realty|Energy|FMCG)(?: \d+)?)?|ASX ?\d{2,3}|TSX|All Ordinaries|Straits Times [Ii]ndex|NZX ?50|Bovespa|Ibovespa|Russell ?(?:1000|2000|3000)|MSCI [A-Z][\w ]{2,40}? [Ii]ndex|[Tt]he (?:wider|broader|benchmark|wider market|broader market|blue-chip|main|all-share|sector|chip|local)(?: stock| share)? (?:index|market)|[A-Z][\w&/.-]*(?: [\w&/.-]+){0,3} (?:index|Index)(?: of [a-z]+ (?:shares|stocks))?)(?![\p{L}\p{N}])/gu;

const IS_INDEX = new RegExp(`^(?:${INDEX_NAME.source})$`, 'u');

/** The reading with names freed of what headings join to them and of what only looks like one. */
export function withPlainNames(reading: Reading): Reading {
  return {
    ...reading,
    names: reading.names
      .filter(({ text, name }) => !TRADE_WORD.test(text) && !IS_INDEX.test(name))
      .map(trimmed),
  };
}

/** No sentence is longer than this; a longer run of words is cut, so that no pattern ever looks at more. */
const LONGEST = 1_200;

/** The sentences of a reading, overlong ones in pieces. */
export function shortSentences({ sentences }: Reading): readonly Sentence[] {
  return sentences.flatMap((sentence) => (sentence.text.length <= LONGEST ? [sentence] : piecesOf(sentence)));
}

function piecesOf(sentence: Sentence): readonly Sentence[] {
  const pieces: Sentence[] = [];
  for (let from = 0; from < sentence.text.length; ) {
    const whole = sentence.text.slice(from, from + LONGEST);
    const cut = from + LONGEST < sentence.text.length ? whole.lastIndexOf(' ') + 1 : whole.length;
    const text = cut > 0 ? whole.slice(0, cut) : whole;
    const start = sentence.start + from;
    pieces.push({ ...sentence, text, start, end: start + text.length });
    from += text.length;
  }
  return pieces;
}

/** The source of a pattern for text in lower case: matching without regard to case is many times slower. */
export function inLowerCase(source: string): string {
  return source.replace(/\\[pP]\{\w+\}|\\u[0-9a-f]{4}|\\[A-Z]|[A-Z]/gu, (part) =>
    part.length > 1 ? part : part.toLowerCase(),
  );
}

function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

export function maskedOf(reading: Reading, sentence: Sentence): Masked {
  const { start, end } = sentence;
  const held = {
    names: within(reading.names, sentence)
      .filter(({ text }) => !TRADE_WORD.test(text))
      .map(trimmed),
    money: within(reading.money, sentence),
    percents: within(reading.percents, sentence),
  };
  const letters = reading.text.slice(start, end).split('');
  const fill = (place: Placed, mark: string) => letters.fill(mark, place.start - start, place.end - start);
  for (const name of held.names) fill(name, markOf(name));
  for (const index of indexesIn(sentence)) fill(index, MARKS.index);
  for (const sum of held.money) for (const part of partsOf(sum)) fill(part, MARKS.money);
  for (const percent of held.percents) fill(percent, MARKS.percent);
  for (const match of sentence.text.matchAll(TICKER))
    if (holding(held.money, start + match.index) === null)
      letters.fill(' ', match.index, match.index + match[0].length);
  const text = letters.join('');
  return { start, end, sentence, text, lower: lowered(text), ...held };
}

/** `2p to 38.5p` is how far a price moved and to where, not a range. */
function partsOf({ start, end, text }: Money): readonly Placed[] {
  const to = /\dp to \d/u.test(text) ? text.indexOf(' to ') : -1;
  return to < 0
    ? [{ start, end }]
    : [
        { start, end: start + to },
        { start: start + to + 4, end },
      ];
}

function markOf({ kind, by, isPossessive, text }: Name): string {
  if (kind === 'person') return MARKS.person;
  if (kind === 'place') return MARKS.place;
  if (by === 'name') return MARKS.organisation;
  return by === 'pronoun' && isPossessive && /^(?:its|their|our)$/iu.test(text)
    ? MARKS.owner
    : MARKS.reference;
}

function trimmed(name: Name): Name {
  const text = name.text.replace(NOT_OF_A_NAME, '').replace(RIC, '').replace(OWNS, '');
  const rest = name.name.replace(NOT_OF_A_NAME, '').replace(RIC, '').replace(OWNS, '');
  const isWhole = text === name.text;
  return isWhole
    ? { ...name, name: rest }
    : { ...name, text, name: rest, end: name.start + text.length, isPossessive: OWNS.test(name.text) };
}

/** Cheap test that spares most sentences the pattern of indexes. */
const MAY_BE_INDEX =
  /ndex|market|FTSE|Footsie|S&P|Nasdaq|Dow|DAX|CAC|toxx|TOXX|IBEX|AEX|SMI|Nikkei|opix|OPIX|Hang S|CSI|Shanghai|ospi|OSPI|osdaq|OSDAQ|aiex|AIEX|ensex|ENSEX|ifty|IFTY|ASX|TSX|Ordinaries|NZX|ovespa|Russell/;

/** Stock indexes and their general names, without the article; an exchange that something trades on is none. */
function indexesIn({ text, start }: Sentence): readonly Placed[] {
  if (!MAY_BE_INDEX.test(text)) return [];
  return [...text.matchAll(INDEX_NAME)].flatMap((match) => {
    const article = /^[Tt]he /u.exec(match[0])?.[0].length ?? 0;
    const from = match.index + article;
    const before = text.slice(Math.max(0, from - 24), from);
    if (/\b(?:on|joined|join|entered|left|listed|into|from)(?: the)? $/iu.test(before)) return [];
    return [{ start: start + from, end: start + match.index + match[0].length }];
  });
}
