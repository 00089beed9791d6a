import type { Found } from './found.ts';
import type { Instrument } from './instruments.ts';
import type { Move } from './moves.ts';

/** When the name of a company stands for its share, as in "Ormsby closed down 3pc at 245p". */
export interface Circumstances {
  readonly move: Move;
  readonly percent: Found | null;
  /** Whether the sentences before spoke of prices of shares. */
  readonly isMarket: boolean;
  /** Whether the text spoke of somebody's shares at all. */
  readonly isPriced: boolean;
}

/** Letters between a move and what belongs to it. */
export const LONGEST_WAY = 90;

/** Drops `, which joined the index in 2014,`, `(…)`: what is said beside the subject. */
export function withoutAside(gap: string): string {
  return gap.replace(/\([^()]{0,120}\)/gu, '').replace(/^['’]?s?,[^,;]{1,160},(?= )/u, '');
}

const AUXILIARY = String.raw`(?:['’]s?(?=[ ,])|\s|, (?:which|that)(?= )|,|with \ue005+|at \ue005+|held|stayed|remained|was|were|is|are|has|have|had|been|also|then|now|later|meanwhile|itself|too|alone|shares|stock|already|still|even|both|each|all|\p{L}+ly|closed|ended|finished|settled|closing|ending|finishing|opened|traded|trading|trades|did best|fared (?:best|worst|better|worse)|led (?:the )?(?:gainers|losers|fallers|risers)|(?:the|an?|another) (?:\p{L}+ ){0,3}(?:faller|riser|gainer|loser|performer|mover)(?: (?:in|on|of) (?:the )?(?:\ue007+|index|session|day|benchmark))?|topped the (?:\p{L}+ )?(?:risers|fallers)|the (?:day|session|week)|by|about)*`;
const TIGHT = new RegExp(`^${AUXILIARY}$`, 'iu');
const MARKET_WORDS =
  /\b(?:shares?|stocks?|trading|traded|investors|market(?:s)?|Wall Street|index|bourse|gainers?|losers?|fallers?|risers?|session|closed|premarket|after-hours|share price|ADRs?)\b|\ue007/iu;
const BUSINESS_GROWTH = /\b(?:revenues?|sales|profits?|growth|grew|turnover|income|orders)\b/iu;
const PRICE = String.raw`(?:\ue005+|[A-Z]{0,3}\d[\d.,]*[½¼¾⅓⅔]?p?|[½¼¾]p)`;
export const PRICE_NEXT = new RegExp(
  String.raw`^ (?:by )?${PRICE} (?:to|at) ${PRICE}|^ \ue006*,? ?(?:or \S+,? )?(?:to|at) ${PRICE}|^ (?:an? )?${PRICE} to|^ (?:on (?:Mon|Tues|Wednes|Thurs|Fri)day|today|yesterday)\b`,
  'u',
);
/** `motored 6.4pc higher`, `was chased 11p higher`: the state tells what the colourful verb leaves open. */
const STATED = /^ (?:was |were )?\p{L}+(?:ed|ing|t) (?:\ue005+ |\d[\d.½¼¾]*p )?$/u;
/** Words that the press keeps for prices. */
const STRONG_VERBS =
  /^(?:jump|surg|soar|rall|leap|spik|rocket|skyrocket|tumbl|plung|plummet|slump|crash|nosediv|crater|tank|sank|sink)/iu;
const LOOSE_VERBS =
  /^(?:add|gain|los|shed|put|increas|declin|doubl|tripl|quadrupl|halv|recover|decreas|strengthen|weaken|cheer|boosted|underperform|outperform|collaps|positive|negative|double)/iu;

/** A company stands for its share only where the words are those of a market. */
export function standsForItsShare(
  gap: string,
  text: string,
  { move, percent, isMarket: isContext, isPriced }: Circumstances,
  { start }: Instrument,
): boolean {
  const plain = withoutAside(gap);
  const isParticiple = /ing$/iu.test(text.slice(move.start, move.end));
  if (/^['’]?s?, $/u.test(gap) && move.kind === 'verb' && !isParticiple) return false;
  const isStated =
    move.kind === 'state' && STATED.test(plain) && (percent !== null || / (?:\ue005|\d)/u.test(plain));
  if (plain.length > LONGEST_WAY || (!TIGHT.test(plain) && !isStated)) return false;
  const word = text.slice(move.start, move.end);
  const rest = text.slice(move.end);
  const hasPrice = PRICE_NEXT.test(rest) || (percent !== null && PRICE_NEXT.test(text.slice(percent.end)));
  if (hasPrice) return true;
  const isMarket = isContext || MARKET_WORDS.test(text.slice(0, start)) || MARKET_WORDS.test(rest);
  const isBusiness = BUSINESS_GROWTH.test(text);
  if (percent === null)
    return (
      isMarket &&
      !isBusiness &&
      /^(?!up$|down$|add|gain|los|shed|increas|declin|put|double|firm|stead)/iu.test(word) &&
      endsMove(rest)
    );
  if (LOOSE_VERBS.test(word)) return isMarket;
  if (isMarket) return true;
  if (isBusiness) return false;
  const isBeside = /\bwith (?:\S+ ){0,3}$/u.test(text.slice(0, start));
  return STRONG_VERBS.test(word) || (isPriced && (move.kind === 'verb' || isBeside));
}

/** After "Microsoft dipped" the sentence goes on with something else than what dipped. */
function endsMove(rest: string): boolean {
  return /^(?:[.,;:)—–!?]|$| (?:on|after|as|while|in|at|and|but|following|amid|when|by|to|too|sharply|slightly|\p{L}+ly)\b| [–-] )/u.test(
    rest,
  );
}
