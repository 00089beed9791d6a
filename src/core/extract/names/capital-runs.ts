import { HONORIFIC, isRoleWord, namesARole, ORGANISATION_WORD, WEEKDAY_OR_MONTH } from '../name-words.ts';
import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import { isTradeInitials } from './common-words.ts';
import { isPeople, isPlace } from './places.ts';
import { LOWER_LEGAL, type Token, trimmed } from './run-edges.ts';
import { isTitleCase } from './title-case.ts';

/** Words in capitals that stand together and may be a name. */
export interface CapitalRun extends Placed {
  readonly text: string;
  readonly isPossessive: boolean;
  /** First words of its sentence, where capitals say little. */
  readonly isInitial: boolean;
  /** Whether `Chief Executive`, `Mr` or the like stands right before it. */
  readonly afterRole: boolean;
  readonly inHeading: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}&@+.’'-]*[\p{L}\p{N}&+])?/gu;

/** Title case says nothing of a heading's words: those are sought among the names of the text (`names.ts`). */
export function capitalRuns(sentences: readonly Sentence[]): readonly CapitalRun[] {
  return sentences.filter((sentence) => !isTitleCase(sentence)).flatMap(runsOf);
}

/** Words; more capitals in a row are shouting, not a name. */
const LONGEST_RUN = 16;
const LONGEST_WORD = 60;

function runsOf(sentence: Sentence): readonly CapitalRun[] {
  const tokens = tokensOf(sentence);
  const runs: CapitalRun[] = [];
  for (let at = 0; at < tokens.length; ) {
    const until = runEnd(tokens, at, sentence);
    const isRun = until > at && until - at <= LONGEST_RUN;
    if (isRun) for (const run of namesOf(tokens.slice(at, until), sentence, at === 0)) runs.push(run);
    at = Math.max(until, at + 1);
  }
  return runs;
}

function tokensOf({ text, start }: Sentence): readonly Token[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const [raw] = match;
    const possessive = /[’']s$/u.test(raw)
      ? 2
      : /s$/u.test(raw) &&
          /^[’'](?![\p{L}\p{N}])/u.test(text.slice(match.index + raw.length, match.index + raw.length + 2))
        ? -1
        : 0;
    const word = raw.slice(0, raw.length - Math.max(0, possessive));
    const from = start + match.index;
    const whole = { start: from, end: from + word.length, word, isPossessive: possessive !== 0 };
    return halves(whole).map((token) => ({ ...token, isCapital: isCapital(token.word) }));
  });
}

type Raw = Omit<Token, 'isCapital'>;

/** `Google-backed` names Google; `Perth-based` and `Rolls-Royce` stay whole. */
function halves(token: Raw): readonly Raw[] {
  const cut =
    /-(?:backed|owned|led|controlled|listed|funded|run|made|operated|branded|affiliated|supported|linked)$/u.exec(
      token.word,
    );
  if (cut === null) return [token];
  const name = token.word.slice(0, cut.index);
  return [{ ...token, word: name, end: token.start + name.length, isPossessive: false }];
}

/** `Seo-yeon`, not `Perth-based`. */
const ASIAN_GIVEN =
  /^\p{Lu}\p{Ll}{1,5}-(?!(?:based|backed|listed|led|owned|year|style|wide|driven|like|made|built|term|old|run|linked|bound|rich|heavy|ready|to|in|off|up|out|down|and|of|the|on|for|by|free|only|first|level|grade|class|scale|size|time|side|type|born|tier|top|end|cap|grid)$)\p{Ll}{2,6}$/u;

/** `F-star`, not `T-shirt`. */
const ONE_LETTER =
  /^\p{Lu}-(?!(?:shirts?|rays?|turns?|commerce|rated|shares?|class|level|mails?|bikes?|books?|list|side|word|frame|series|share|type|grade|note|notes|tier)$)\p{Ll}{3,}$/u;

const UNIT = /^(?:k[VWA]h?|m[Ww]h?|pH|d[Bb]|kHz|mAh|kWp?|eV|hPa|kPa|mmHg)$/u;

function isCapital(word: string): boolean {
  if (word.length > LONGEST_WORD || UNIT.test(word)) return false;
  if (/-\p{Ll}/u.test(word) && !/-(?:\p{Ll}{1,3}-)+\p{Lu}/u.test(word))
    return ASIAN_GIVEN.test(word) || ONE_LETTER.test(word);
  return /^\p{Lu}/u.test(word) || /^\p{Ll}{1,4}\p{Lu}/u.test(word);
}

const PARTICLE = /^(?:de|del|della|di|da|dos|du|van|von|der|den|ter|la|le|bin|al|el|y|e)$/u;
const HEAD_OF =
  /^(?:Bank|University|Department|Ministry|Institute|Board|Bureau|Office|Council|Academy|House|Commonwealth|Federation|Association|Chamber|Commission|Court|College|School|Society|Bureau|Church|Republic|Ministers?|Port|Airports?|Authority|Federation|Confederation|Union|Exchange|Fund|Organi[sz]ation|Centre|Center|Agency)$/u;
const GENERIC =
  /^(?:Securities|Competition|Food|Trade|Research|Financial|Standards|Markets|Business|Science|Health|Energy|Industry|Commerce|Prudential|Insurance|Property|Oil|Gas|Water|Power|Housing|Infrastructure|Culture|Education|Transport|Treasury|Work|Metals|Mines?|Minerals|Petroleum|Defen[cs]e|Design|Arts?|Law|Public|Fisheries|Agriculture|Forest|Marks|Johnson)$/u;
const INDEX =
  /^(?:FTSE|S&P|Nasdaq|Nikkei|CAC|DAX|STOXX|Stoxx|ASX|TSX|Russell|Nifty|NIFTY|SMI|MSCI|IBEX|Dow|Topix|TOPIX|CSI|BSE|S&P\/ASX)$/u;

/** Index after the last word of the run that begins at a place; the place itself where none does. */
function runEnd(tokens: readonly Token[], from: number, sentence: Sentence): number {
  const first = tokens[from];
  if (first === undefined || !first.isCapital) return from;
  let until = from + 1;
  for (;;) {
    const last = tokens[until - 1];
    const next = tokens[until];
    if (last === undefined || next === undefined) return until;
    if (
      last.isPossessive &&
      !(next.isCapital && (PEOPLES_OWN.test(last.word) || bearsCode(tokens, until, sentence)))
    )
      return until;
    const joined = last.isPossessive ? 1 : connected({ tokens, from, at: until, sentence });
    if (joined === 0) return until;
    until += joined;
  }
}

/** `People’s United Financial`. */
const PEOPLES_OWN =
  /^(?:People|Farmers|Workers|Women|Men|Children|Traders|Travell?ers|Merchants|Citizens|Sailors|Veterans)$/u;
/** `Mason’s Trust Financial (MTFN)`: a code of a share follows the whole. */
function bearsCode(tokens: readonly Token[], at: number, { text, start }: Sentence): boolean {
  if (isPlace(tokens[at - 1]?.word ?? '')) return false;
  let last = at;
  while (last + 1 < tokens.length && last < at + 3 && tokens[last + 1]?.isCapital === true) last += 1;
  return tokens
    .slice(at, last + 1)
    .some(({ end }) =>
      /^ \((?:\p{L}{2,8} ?: ?)?\p{Lu}{2,6}(?:\.\p{Lu}{1,2})?(?: [-+]?\d[\d.]*%)?\)/u.test(
        text.slice(end - start, end - start + 32),
      ),
    );
}

const LEGAL_END = /^(?:Inc|plc|PLC|Corp|Corporation|Ltd|Limited|AG|SA|NV|SE|LLC|SpA|ASA|Plc)$/u;
/** A number at the end of a name, as in `Hut 8`: something is said of it, or its code follows. */
const AFTER_NUMBERED =
  /^(?:[’']s\b| \(| (?:said|says|has|have|will|is|was|agreed|shares|stock|plans|announced|signed|expects|reported|CEO|Corp|Inc|Ltd|plc|chief)\b)/u;
const NOT_NUMBERED =
  /^(?:Block|Phase|Chapter|Section|Tier|Unit|Line|Page|Article|Rule|Form|Level|Class|Grade|Stage|Part|Week|Day|Year|Room|Route|Highway|Gate|Terminal|Train|Reactor|Group|Type|Model|Mark|Version|Top|Category|Scope|No|Figure|Table|Note|Step|Fiscal|Only|About|Some|Nearly|Around|Over|In|By|At|Of|For|From|The|And|With|All|Another|Almost|Roughly|More|Under|Between|Its|Their|On|To|Last|These|Those|Other|Our)$/u;

interface Joint {
  readonly tokens: readonly Token[];
  /** Where the run begins. */
  readonly from: number;
  /** Of the word that may belong to it. */
  readonly at: number;
  readonly sentence: Sentence;
}

/** How many further words belong to the run: one capital, or a connective and its capital. */
function connected({ tokens, from, at, sentence }: Joint): number {
  const [last, next, second, third] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (last === undefined || next === undefined || !isTight(last, next, sentence)) return 0;
  if (LEGAL_END.test(last.word) && !LEGAL_END.test(next.word) && next.word !== '&') return 0;
  if (next.isCapital || LOWER_LEGAL.test(next.word)) return 1;
  if (isNumbered(last, next, sentence)) return 1;
  if (INDEX.test(last.word) && /^\d{2,4}$/u.test(next.word)) return 1;
  if (next.word === '&' && second?.isCapital === true) return 2;
  if (second === undefined || !isTight(next, second, sentence)) return 0;
  if (PARTICLE.test(next.word) && second.isCapital) return 2;
  const isHead = HEAD_OF.test(last.word);
  if ((next.word === 'of' || next.word === 'for') && isHead) {
    if (second.isCapital) return 2;
    return second.word === 'the' && third?.isCapital === true ? 3 : 0;
  }
  const endsInBody = [tokens[at + 1], tokens[at + 2], tokens[at + 3]].some(
    (token) => token?.isCapital === true && ORGANISATION_WORD.test(token.word),
  );
  if (next.word === 'and' && endsInForm(tokens, at + 1, sentence)) return 2;
  const isGeneric = GENERIC.test(last.word) && (at - 1 === from || GENERIC.test(tokens[at - 2]?.word ?? ''));
  return next.word === 'and' && isGeneric && second.isCapital && endsInBody ? 2 : 0;
}

/** `Harrow Steel and Wire Corporation (Harwire)`. */
function endsInForm(tokens: readonly Token[], at: number, { text, start }: Sentence): boolean {
  const last = tokens
    .slice(at, at + 3)
    .find(({ word }) => /^(?:Corporation|Company|Sons|Commission|Authority|Administration)$/u.test(word));
  if (last === undefined || tokens[at]?.isCapital !== true) return false;
  return /^ \(\p{Lu}/u.test(text.slice(last.end - start, last.end - start + 3));
}

function isNumbered(last: Token, { word, end }: Token, { text, start }: Sentence): boolean {
  if (
    !/^\d{1,3}$/u.test(word) ||
    NOT_NUMBERED.test(last.word) ||
    WEEKDAY_OR_MONTH.test(last.word) ||
    NO_NAME.test(last.word)
  )
    return false;
  return AFTER_NUMBERED.test(text.slice(end - start, end - start + 16));
}

function isTight(before: Token, after: Token, { text, start }: Sentence): boolean {
  const gap = text.slice(before.end - start, after.start - start);
  if (gap === ' ' || gap === '' || gap === ' & ') return true;
  return gap === '. ' && /^(?:\p{L}\.)*\p{Lu}$/u.test(before.word);
}

/** Splits a run at roles and honorifics, and drops what only begins a sentence. */
function namesOf(tokens: readonly Token[], sentence: Sentence, isFirst: boolean): readonly CapitalRun[] {
  const runs: CapitalRun[] = [];
  let part: Token[] = [];
  let afterRole = false;
  const close = () => {
    runs.push(...runOf(part, { sentence, isFirst: isFirst && part[0] === tokens[0], afterRole }));
    part = [];
  };
  for (const [at, token] of tokens.entries()) {
    const isBreak = breaksRun(tokens, at);
    if (!isBreak) part.push(token);
    else {
      close();
      afterRole = isBreak === 'role';
    }
  }
  close();
  return runs;
}

/** Days and months in short or plural, marks of currencies, codes of shares. */
const NO_NAME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rs|Rp|RM|RMB|Dhs?|USD|EUR|GBP|INR|AUD|CAD|NZD|HKD|SGD|JPY|CNY|CHF|\p{Lu}{2,6}\.\p{Lu}{1,3}|L\.P|L\.L\.C|N\.V|S\.A|B\.V|P\.L\.C|Q[1-4]|H[12]|FY\d{2,4}|(?:RM|NT|HK|US)\d[\d.]*\p{L}{0,3}|(?:USD|EUR|GBP|INR|AUD|CAD|CHF|JPY)\d[\d.]*\p{L}{0,3})$/u;
const ROLE_TAIL =
  /^(?:Officer|Executive|Director|Minister|President|Secretary|Manager|Chairman|Chair|Partner|Economist|Strategist|Analyst)$/u;

function breaksRun(tokens: readonly Token[], at: number): false | 'role' | 'day' {
  const token = tokens[at];
  if (token === undefined) return false;
  if (at > 0 && token.word === 'The') return 'day';
  if (WEEKDAY_OR_MONTH.test(token.word) || NO_NAME.test(token.word)) return 'day';
  if (HONORIFIC.test(token.word) || (namesARole(token.word) && !/^\p{Lu}{4,}$/u.test(token.word)))
    return 'role';
  if (!isRoleWord(token.word)) return false;
  const tail = tokens.slice(at + 1, at + 4).find(({ word }) => !isRoleWord(word) || namesARole(word));
  return tail !== undefined && (ROLE_TAIL.test(tail.word) || namesARole(tail.word)) ? 'role' : false;
}

/** `Macy’s said`: its own mark, since nothing owned follows. */
const OWN_S = /^[’']s (?:said|says|has|had|will|fell|rose)\b|^[’']s, (?:which|who)\b/u;

interface Place {
  readonly sentence: Sentence;
  readonly isFirst: boolean;
  readonly afterRole: boolean;
}

function runOf(tokens: readonly Token[], { sentence, isFirst, afterRole }: Place): readonly CapitalRun[] {
  const opens = isFirst || opensSpeech(tokens[0], sentence);
  const words = trimmed(tokens, opens);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isOwnName =
    last.isPossessive &&
    OWN_S.test(sentence.text.slice(last.end - sentence.start, last.end - sentence.start + 16));
  const end = isOwnName ? last.end + 2 : last.end;
  const text = sentence.text.slice(first.start - sentence.start, end - sentence.start);
  if (words.length === 1 && (isTradeInitials(text) || isPeople(text) || text.length < 2)) return [];
  return [
    {
      start: first.start,
      end,
      text,
      isPossessive: last.isPossessive && !isOwnName,
      isInitial: opens && first === tokens[0],
      afterRole,
      inHeading: sentence.kind === 'heading',
    },
  ];
}

/** After an opening mark or a colon a capital begins a sentence within the sentence. */
function opensSpeech(token: Token | undefined, { text, start }: Sentence): boolean {
  return (
    token !== undefined && /(?:["“„«‘(]|: |– |— |• |- )$/u.test(text.slice(0, token.start - start).slice(-2))
  );
}
