import { ORGANISATION_WORD } from '../name-words.ts';
import type { Placed } from '../placed.ts';
import { isCommonWord, isTradeInitials } from './common-words.ts';
import { isPeople, isPlace } from './places.ts';
import { isTrade } from './trades.ts';

/** A word of a sentence, as far as it may belong to a name. */
export interface Token extends Placed {
  readonly word: string;
  readonly isPossessive: boolean;
  readonly isCapital: boolean;
}

/** Legal forms that are printed in lower case. */
export const LOWER_LEGAL = /^(?:plc|p\.l\.c|asa|a\.s|spa|oyj)$/u;

/** Common words in capitals go from the front, connectives and numbers from the end. */
export function trimmed(tokens: readonly Token[], opens: boolean): readonly Token[] {
  let from = 0;
  while (from < tokens.length && isLeading(tokens, from, opens)) from += 1;
  let until = tokens.length;
  while (until > from && isTrailing(tokens[until - 1]?.word ?? '')) until -= 1;
  return tokens.slice(from, until);
}

function isTrailing(word: string): boolean {
  return (/^\p{Ll}+$/u.test(word) && !LOWER_LEGAL.test(word)) || THINGS.test(word);
}

/** What a company makes or does, not what it is called: `Nvidia GPUs`. */
const THINGS =
  /^(?:GPUs?|CPUs?|TPUs?|LLMs?|APIs?|EVs?|IPOs?|PPAs?|GDP|EBITDA|EPS|SUVs?|PCs?|TVs?|ADRs?|ETFs?|MoU|R&D|M&A|USD|EUR|GBP|AUD|CAD|INR|JPY|[1-4]Q\d{0,4}|Q[1-4]|H[12]|FY\d{2,4})$/u;

function isLeading(tokens: readonly Token[], at: number, opens: boolean): boolean {
  const word = tokens[at]?.word ?? '';
  const rest = tokens.length - at;
  if (/^(?:The|A|An|This|That|Its|His|Her|Their|Our|Both)$/u.test(word)) return true;
  if (/^\p{Ll}/u.test(word) && !/\p{Lu}/u.test(word)) return true;
  if (!opens && rest > 1) return false;
  if (rest > 1 && (isPlace(word) || isPeople(word))) return false;
  if (rest > 1 && ORGANISATION_WORD.test(tokens[at + 1]?.word ?? '')) return isFunctionWord(word);
  if (rest > 1 && (ORGANISATION_WORD.test(word) || BEGINS_NAMES.test(word))) return false;
  return isCommonWord(word) || isTrade(word) || (rest > 1 && isTradeInitials(word));
}

const BEGINS_NAMES =
  /^(?:First|Second|Third|Fifth|New|Old|United|General|National|American|Royal|Great|Big|Best|Standard|Public|Global|Northern|Southern|Eastern|Western|Central|North|South|East|West|Federal|Home|Industrial|Advanced|Applied|Universal|Prime|Trade|Target|White|Black|Red|Blue|Green|Silver|Gold|Golden|High|Free|Open|Real|Smart|True|Union|Liberty|Capital|Land|Sun|Star|Rolling|World|Life)$/u;

/** `First Solar` and `General Motors` are names, `For Energy` is none. */
function isFunctionWord(word: string): boolean {
  return /^(?:And|But|For|In|On|At|By|With|From|As|If|When|While|After|Before|Since|Under|Over|To|So|Yet|Or|Nor|Both|Like|Unlike|Meanwhile|However|Although|Though|Because|Last|Yesterday|Today|Earlier|Later|Now|Then|Still|Also|Even|Only|Once|Until|Against|Among|Between|Despite|Without|Within|Through|Where|What|Why|How|Who|Which|Will|Can|Does|Did|Is|Are|Was|Were|Has|Have)$/u.test(
    word,
  );
}
