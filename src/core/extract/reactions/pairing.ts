import { SHARE } from '../masked.ts';
import { type Circumstances, LONGEST_WAY, PRICE_NEXT, standsForItsShare, withoutAside } from './company.ts';
import type { Found } from './found.ts';
import type { Instrument } from './instruments.ts';
import { isUnsure, type Move } from './moves.ts';

/** A move with what moved. Places are within the sentence. */
export interface Paired {
  readonly instrument: Instrument;
  readonly move: Move;
  /** Where the percentage of the move begins; null where it has none. */
  readonly percentAt: number | null;
  /** Where its own words begin: after those of the move before it. */
  readonly from: number;
  /** Where the words of the move end, its percentage among them. */
  readonly end: number;
}

export interface Told {
  readonly text: string;
  readonly instruments: readonly Instrument[];
  readonly moves: readonly Move[];
  /** Whether the sentences before spoke of prices of shares. */
  readonly isMarket: boolean;
  /** Whether the text spoke of somebody's shares at all. */
  readonly isPriced: boolean;
}

/** Every move of a sentence whose instrument its words tell. */
export function pairsIn(told: Told): readonly Paired[] {
  const { text, instruments, moves, isMarket, isPriced } = told;
  const pairs: Paired[] = [];
  for (const [at, move] of moves.entries()) {
    const until = moves[at + 1]?.start ?? text.length;
    const percent = percentOf(text, move, { from: moves[at - 1]?.end ?? 0, until });
    const last = pairs.at(-1) ?? null;
    if (percent === null && isNounAlone(text, move)) continue;
    const instrument = movedBy(text, { move, instruments, percent, isMarket, isPriced, last });
    if (instrument === null || isUnsure(text.slice(0, move.start), text.slice(move.start, move.end)))
      continue;
    const pair = {
      instrument,
      move,
      percentAt: percent?.start ?? null,
      from: Math.max(instrument.end, last?.end ?? 0),
      end: Math.max(move.end, percent?.end ?? 0),
    };
    pairs.push(...together(told, pair, percent));
  }
  return pairs;
}

const BESIDE = /^(?: and |, and |, | & )(?:the |its |larger |smaller |fellow |rivals? |peers? ){0,2}$/u;
const NEXT_PERCENT = new RegExp(`^(?:,| and|, and) (?:about |nearly |almost )?(?<percent>${SHARE})`, 'u');

/** `Odell and Tarbert lost 2% and 3%`: the companies named side by side move together, each by its own where as many are given. */
function together({ text, instruments }: Told, pair: Paired, percent: Found | null): readonly Paired[] {
  const { instrument } = pair;
  if (instrument.kind !== 'bare' && instrument.kind !== 'index') return [pair];
  const beside = [instrument];
  for (let at = instruments.indexOf(instrument) - 1; at >= 0; at -= 1) {
    const [other, next] = [instruments[at], beside[0]];
    if (other === undefined || next === undefined || other.kind !== instrument.kind) break;
    if (!BESIDE.test(text.slice(other.end, next.start))) break;
    beside.unshift(other);
  }
  const percents = percent === null ? [] : [percent, ...percentsAfter(text, percent.end)];
  const isEach = percents.length === beside.length;
  const isAsIf = beside.length > 1 && !/ and /u.test(text.slice(beside[0]?.end, instrument.start));
  if (isAsIf || beside.length === 1) return [pair];
  return beside.map((each, at) => {
    const own = isEach ? percents[at] : percent;
    return {
      ...pair,
      instrument: each,
      percentAt: own?.start ?? null,
      end: Math.max(pair.end, own?.end ?? 0),
    };
  });
}

function percentsAfter(text: string, from: number): readonly Found[] {
  const found: Found[] = [];
  let at = from;
  for (let match = NEXT_PERCENT.exec(text.slice(at, at + 40)); match !== null && found.length < 6; ) {
    const end = at + match[0].length;
    found.push({ start: end - (match.groups?.['percent'] ?? '').length, end });
    at = end;
    match = NEXT_PERCENT.exec(text.slice(at, at + 40));
  }
  return found;
}

/** Between a move and its percentage: hedges, points, prices, a place or time of trading. */
const TO_PERCENT =
  /^(?:[ ,]|by|as much as|more than|less than|at least|up to|about|around|nearly|almost|roughly|some|over|just|another|a further|further|an?|only|well|sharply|slightly|modestly|steeply|steadily|early|as|or|and|to|at|on|in|from|of|for|the|its|their|trade|trading|morning|afternoon|after-hours|after hours|extended|premarket|pre-market|intraday|session|deals|close|closing|end|points?|pence|cents|news|day|week|biggest|back|around|\d[\d,.]*p?|½|¼|¾|-|–|(?:in |on )?(?:London|New York|Frankfurt|Paris|Tokyo|Hong Kong|Sydney|Toronto|Mumbai|Monday|Tuesday|Wednesday|Thursday|Friday)|\ue005+|\ue002+|up|down|higher|lower|off|\()*$/iu;
/** A percentage that says something else than how far a price moved. */
const OTHER_PERCENT =
  /^(?: (?:of|stake|premium|discount|interest|holding|share|market share|ownership|owned|in (?:revenue|sales|profit)|rise in (?:revenue|sales|profit)|dividend|yield|tariff|margin)\b|-owned|-stake)/iu;
const ALL_PERCENTS = new RegExp(SHARE, 'gu');
const BEFORE_STATE = /^(?: ?(?:points )?(?:to )?(?:close |end |finish )?)$/u;

/** `rose as much as 5%`, `5% higher`, `a 5% jump`. */
function percentOf(
  text: string,
  move: Move,
  { from, until }: { readonly from: number; readonly until: number },
): Found | null {
  const percents = [...text.slice(from, until).matchAll(ALL_PERCENTS)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  const before = percents.findLast(({ end }) => end <= move.start);
  const isJoined = before !== undefined && BEFORE_STATE.test(text.slice(before.end, move.start));
  const isNominal =
    before !== undefined &&
    /^ (?:[\p{Ll}-]+ ){0,3}$/u.test(text.slice(before.end, move.start)) &&
    /\b(?:an?|the|its|their|whose|this|that|['’]s) (?:[\p{Ll}-]+ ){0,4}$/u.test(
      text.slice(Math.max(0, before.start - 40), before.start),
    );
  if (before !== undefined && (isJoined || isNominal)) return before;
  const after = percents.find(({ start }) => start >= move.end);
  if (after === undefined || after.start - move.end > LONGEST_WAY) return null;
  if (!TO_PERCENT.test(text.slice(move.end, after.start))) return null;
  return OTHER_PERCENT.test(text.slice(after.end)) ? null : after;
}

interface Search extends Circumstances {
  readonly instruments: readonly Instrument[];
  readonly last: Paired | null;
}

/** The nearest instrument before the move that its words let be the subject; else the one after `a 5% fall in`. */
function movedBy(text: string, search: Search): Instrument | null {
  const { move, instruments, last } = search;
  const after = instruments.find(({ start }) => start >= move.end);
  if (after !== undefined && isObject(text, search, after)) return after;
  const before = instruments.filter(({ end }) => end <= move.start);
  for (const instrument of before.toReversed()) {
    const gap = text.slice(instrument.end, Math.min(move.start, search.percent?.start ?? move.start));
    if (instrument.kind === 'bare') {
      if (standsForItsShare(gap, text, search, instrument)) return instrument;
    } else if (reaches(gap) && !isCompound(text, instrument, move)) return instrument;
  }
  if (isStatedOfFirst(text, search))
    return instruments.find(({ kind, end }) => kind !== 'index' && end <= move.start) ?? null;
  const sinceLast = last === null ? null : text.slice(last.end, move.start);
  return last !== null && sinceLast !== null && goesOn(sinceLast) ? last.instrument : null;
}

/** `Wolseley was back on the rise again, up 3.7% to 408p`: percentage and price after a comma speak of the subject. */
function isStatedOfFirst(text: string, { move, percent, instruments }: Search): boolean {
  const isOne = instruments.filter(({ kind, end }) => kind !== 'index' && end <= move.start).length === 1;
  if (!isOne || move.kind !== 'state' || percent === null || percent.start < move.end) return false;
  return /, $/u.test(text.slice(0, move.start)) && PRICE_NEXT.test(text.slice(percent.end));
}

/** `a 5% fall in the shares` */
function isObject(text: string, { move, percent }: Search, { start, kind }: Instrument): boolean {
  const gap = text.slice(move.end, start);
  const isNominal = /^ (?:in|for|of) (?:the )?(?:\ue000+ )?$/u.test(gap) && kind !== 'bare';
  const lead = text.slice(Math.max(0, (percent?.start ?? move.start) - 48), move.start);
  return (
    isNominal &&
    move.kind === 'verb' &&
    /(?:\b(?:an?|the|its|their|this|that|with|by|despite|after|of|saw|to|against|versus|than|['’]s|biggest|sharp|steep) (?:[\p{Ll}\ue006-]+ ){0,4}|^)$/iu.test(
      lead,
    )
  );
}

const FOREIGN = String.raw`revenues?|sales|turnover|profits?|earnings|income|margins?|ebitda|loss(?:es)?|volumes?|output|production|prices|orders|bookings|deliveries|shipments|demand|costs?|exports|imports|inflation|yields?|rupee|dollar|pound|sterling|euro|yen|yuan|bitcoin|gold|oil|crude|brent|bullion|silver|copper|traffic|users|subscribers|customers|market share|guidance|forecasts?|dividends?|debt|rates?|rents?|sentiment|confidence|capacity|investments?|spending|capex|headcount|jobs|backlog|deposits|loans|assets|premiums|bonds?|futures|commodit(?:y|ies)|growth|economy|gdp|consumption|supply|valuations?|index|investors|traders|analysts|brokers|buyers|sellers|shareholders|it|he|she|they|who|workers|members`;
const OF_ANOTHER = new RegExp(String.raw`\b(?:${FOREIGN})\b(?:[^,]{0,40})$`, 'iu');
const NEW_CLAUSE =
  /;|:|—| [–-] |\b(?:while|whereas|although|though|because|since|amid|despite|following|thanks to|on (?:news|reports?|hopes?|concerns?|fears?)|in which)\b/iu;
const SUBORDINATE =
  /\b(?:after|as|when|before|until|and|but|then|so)\b (?!much\b|low\b|high\b|of\b|well\b|far\b)(?:[^,]*)$/iu;
const PARTICIPLE_NEXT =
  /\b(?:after|before|and|but|then|while|as|to|having)(?: (?:initially|briefly|earlier|later|also|then|at first|\p{L}+ly|having|had|closing|ending|closed|ended|finishing|finished|trading|opening|close|end|end the (?:day|session|week)|closed the (?:day|session)|rallying|recovering|paring (?:some )?(?:gains|losses)|it|they))* $/iu;
const LONGEST_GAP = 170;
/** `rivals Mannow’s, which fell`: the name right before is meant. */
const OF_THE_NEXT = /[\ue000\ue001\ue003]+(?:['’]s?)?, (?:which|that) (?:\p{L}+ ){0,2}$/u;

/** Whether an instrument's own words reach the move: no other subject steps in between. */
function reaches(gap: string): boolean {
  const plain = withoutAside(gap);
  if (plain.length > LONGEST_GAP || OF_THE_NEXT.test(gap)) return false;
  if (PARTICIPLE_NEXT.test(plain)) return true;
  if (NEW_CLAUSE.test(plain) || OF_ANOTHER.test(plain)) return false;
  const clause = SUBORDINATE.exec(plain)?.[0];
  return (
    clause === undefined ||
    /^(?:and|but|then|before|after) (?:\p{L}+(?:ed|ing|ly) |(?:was|were|is|are|had|has|have) |at \S+ |then |later |by \S+ )*$/iu.test(
      clause,
    ) ||
    (/^(?:and|but|then) [^\ue000\ue003]{0,60}$/iu.test(clause) && !/\b(?:the|its|their|an?)\b/iu.test(clause))
  );
}

/** `on course for a third successive rise`: a noun that no percentage makes a report. */
function isNounAlone(text: string, { start, end, kind }: Move): boolean {
  if (kind !== 'verb' || !AS_NOUN.test(text.slice(start, end))) return false;
  return /\b(?:an?|the|its|their|third|second|successive|sharp|big|biggest|steep|this|that|another|any|of|further|recent|early|late) $/u.test(
    text.slice(Math.max(0, start - 16), start),
  );
}

function isCompound(text: string, { end }: Instrument, { start, end: until }: Move): boolean {
  return start - end === 1 && COMPOUND.test(text.slice(0, start)) && AS_NOUN.test(text.slice(start, until));
}

/** `the current stock price decline`: a noun, which reports no move by itself. */
const COMPOUND = /[Pp]rice $/u;
const AS_NOUN =
  /^(?:declin|drop|fall|ris|gain|jump|plung|surg|slid|slump|rall|dip|advanc|recover|rebound)e?y?$/iu;

/** `…, before closing down 2%`: the same instrument goes on. */
function goesOn(gap: string): boolean {
  return gap.length <= 60 && !/\b(?:the|an?|its|their)\b/iu.test(gap) && PARTICIPLE_NEXT.test(gap);
}
