import { type WrittenAmount, writtenAmounts } from './amounts.ts';
import { currencyOf, HOME_DOLLAR } from './currencies.ts';
import { type Hedge, hedgeOf } from './hedges.ts';
import { homeDollar } from './home-dollar.ts';

/**
 * Sums of money in a text. Law: the span holds the figure with its currency mark and scale word and nothing else; what
 * hedges it becomes the qualifier; amounts are in full units of the currency.
 */
export interface Money {
  readonly text: string;
  /** Null where the words leave the end open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
  readonly qualifier: Hedge | 'range';
  readonly start: number;
  readonly end: number;
}

export function moneyIn(text: string): readonly Money[] {
  const home = homeDollar(text);
  const amounts = joinRanges(writtenAmounts(text), text);
  const main = mainCurrency(amounts, home);
  const isSterling = !FOREIGN_MONEY.test(text) || BRITISH.test(text);
  return amounts.flatMap((amount) => moneyOf(amount, { text, home, main, isSterling }));
}

const FOREIGN_MONEY = /[$€₹¥]|\bUSD\b/u;
const BRITISH =
  /£|\bGBP\b|\bsterling\b|\bBrit(?:ish|ain)\b|\bUK\b|\bU\.K\.|\bLondon\b|\bEngland\b|\bScot(?:land|tish)\b|\bIreland\b|\bLSE\b/u;

type Joined = WrittenAmount & { readonly upper: WrittenAmount | null };

/** `$5-10B`, `$5 billion to $10 billion`, `between £5m and £10m` are one sum each. */
function joinRanges(amounts: readonly WrittenAmount[], text: string): readonly Joined[] {
  const joined: Joined[] = [];
  for (let at = 0; at < amounts.length; at += 1) {
    const [first, second] = [amounts[at], amounts[at + 1]];
    if (first === undefined) break;
    const isRange = second !== undefined && spansRange(first, second, text);
    joined.push({ ...first, upper: isRange ? second : null });
    if (isRange) at += 1;
  }
  return joined;
}

const BETWEEN = /\bbetween(?: (?:about|around|roughly))?\s*$/iu;
const FROM = /\bfrom(?: (?:about|around|roughly|just|over|under|nearly|today.s|its))*\s*$/iu;
const RANGES_FROM = /\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything) from\s*$/iu;

/** `slipped 2p to 38.5p` is a move and a level. */
const MOVES =
  /\b(?:ros?e|risen|rising|fell|fall(?:s|en|ing)?|add(?:s|ed|ing)|gain(?:s|ed|ing)?|los[et]s?|losing|slip(?:s|ped|ping)?|slid(?:es?|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?|eas(?:es?|ed|ing)|put(?:ting)? on|shed(?:s|ding)?|gave up|sank|sink(?:s|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|tumbl(?:es?|ed|ing)|plung(?:es?|ed|ing)|dip(?:s|ped|ping)?|firm(?:s|ed|ing)?|advanc(?:es?|ed|ing)|declin(?:es?|ed|ing)|increas(?:es?|ed|ing)|cut|lift(?:s|ed|ing)?|rais(?:es?|ed|ing)|up|down|higher|lower|off|by)(?: (?:another|a further|about|around|nearly|almost|more than|some|just|by))*\s*$/iu;

function spansRange(first: WrittenAmount, second: WrittenAmount, text: string): boolean {
  if (first.mark === null && second.mark === null) return false;
  const gap = text.slice(first.end, second.start);
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  if (/^ and $/u.test(gap)) return BETWEEN.test(before) && isRising(first, second);
  const isTight = /^ ?[-–—−] ?$/u.test(gap);
  const isTo = /^ to $/u.test(gap) && !MOVES.test(before) && (!FROM.test(before) || RANGES_FROM.test(before));
  return (isTight || isTo) && isRising(first, second);
}

function isRising(first: WrittenAmount, second: WrittenAmount): boolean {
  const scale = first.scale ?? second.scale ?? 1;
  return first.mantissa * scale < second.mantissa * (second.scale ?? 1);
}

interface Setting {
  readonly text: string;
  /** Whether pounds are money here: not where other money is meant throughout. */
  readonly isSterling: boolean;
  readonly home: string;
  /** Currency of most marked sums; null where none is marked. */
  readonly main: string | null;
}

function moneyOf(amount: Joined, { text, home, main, isSterling }: Setting): Money[] {
  const { start, upper } = amount;
  const end = (upper ?? amount).end;
  const mark = amount.mark ?? upper?.mark ?? null;
  const currency = mark === null ? bareCurrency(amount, text, main) : named(mark, home);
  if (currency === null || isWeight(amount, text) || isVerb(amount)) return [];
  if (!isSterling && /^pounds?$/iu.test(mark ?? '')) return [];
  const scale = amount.scale ?? upper?.scale ?? 1;
  const low = full(amount.mantissa, scale);
  const high = upper === null ? low : full(upper.mantissa, upper.scale ?? 1);
  const hedge = (upper ?? amount).isPlus ? 'at-least' : hedgeOf(text, start, end);
  const written = { text: text.slice(start, end), currency, start, end };
  if (upper !== null && hedge !== 'at-least') return [{ ...written, low, high, qualifier: 'range' }];
  return [{ ...written, ...endsOf(low, hedge), qualifier: hedge }];
}

function endsOf(amount: number, hedge: Hedge): Pick<Money, 'low' | 'high'> {
  switch (hedge) {
    case 'exact':
    case 'approx':
      return { low: amount, high: amount };
    case 'at-least':
    case 'over':
      return { low: amount, high: null };
    case 'at-most':
    case 'under':
      return { low: null, high: amount };
  }
}

/** Binary fractions of a scale would print as 1.2999999999. */
function full(mantissa: number, scale: number): number {
  return Number((mantissa * scale).toPrecision(15));
}

function named(mark: string, home: string): string | null {
  const currency = mark === HOME_DOLLAR ? HOME_DOLLAR : currencyOf(mark);
  return currency === HOME_DOLLAR ? home : currency;
}

function mainCurrency(amounts: readonly Joined[], home: string): string | null {
  const counts = new Map<string, number>();
  for (const { mark } of amounts) {
    const currency = mark === null ? null : named(mark, home);
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

const MONEY_WORDS =
  /\b(?:revenues?|sales|profits?|loss(?:es)?|costs?|spend(?:s|ing)?|spent|pay(?:s|ing|ments?)?|paid|invest(?:s|ed|ing|ments?)?|rais(?:e|es|ed|ing)|deals?|contracts?|worth|valu(?:e|es|ed|ation)|commit(?:s|ted|ments?)?|pledg(?:e|es|ed)|fund(?:s|ed|ing)?|debt|loans?|bonds?|capex|budget|stake|price[ds]?|bills?|billions|earnings|turnover|income|cash|burn(?:s|ed|ing)?|backlog|capital)\b/iu;
/** What may follow a sum whose currency is understood; a noun would say what is counted. */
const ENDS_A_SUM =
  /^(?:[ \u00a0]*(?:$|[.,;:!?)\]–—\n"”’|])|[ -](?:in|of|on|for|from|to|by|at|over|and|or|but|with|as|while|a|an|per|annually|yearly|each|this|last|next|more|deal|contract|investment|commitment|valuation|stake|loan|facility|bond|round|order|project|agreement|cash|loss|profit|revenue)\b)/iu;

/** A large figure without a mark in a sentence about money takes the currency of the document (`38B`, `28 more billions`). */
function bareCurrency(amount: Joined, text: string, main: string | null): string | null {
  const scale = amount.scale ?? amount.upper?.scale ?? null;
  if (main === null || scale === null || scale < 1e6) return null;
  if (!ENDS_A_SUM.test(text.slice((amount.upper ?? amount).end))) return null;
  return MONEY_WORDS.test(sentenceAround(text, amount.start, amount.end)) ? main : null;
}

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 100);
  return `${before.split(/[.!?]\s|\n/u).at(-1) ?? ''}${text.slice(start, end)}${after.split(/[.!?]\s|\n/u)[0] ?? ''}`;
}

/** `the team that took 3 won`: no Korean money without its scale. */
function isVerb({ mark, scale, mantissa }: Joined): boolean {
  return scale === null && mantissa < 1_000 && /^(?:won|rand|dong)$/iu.test(mark ?? '');
}

/** Pounds of flour are no money. */
function isWeight({ mark, end }: Joined, text: string): boolean {
  return (
    /^pounds?$/iu.test(mark ?? '') &&
    /^ (?:of (?!revenue|sales|funding|investment|debt|cash|spending)|heavier|lighter|per square)/iu.test(
      text.slice(end),
    )
  );
}
