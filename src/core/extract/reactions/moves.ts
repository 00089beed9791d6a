import type { ProposedReaction } from '../report.ts';

type Direction = ProposedReaction['direction'];

/** A word that says which way a price went. Places are within the sentence. */
export interface Move {
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  /** `verb`: "rose"; `state`: "5% higher", "flat"; `record`: "a record high". */
  readonly kind: 'verb' | 'state' | 'record';
}

const UP_VERBS =
  'ris(?:e|es|en|ing)|rose|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|advanc(?:e|es|ed|ing)|rall(?:y|ies|ied|ying)|leap(?:s|ed|t|ing)?|spik(?:e|es|ed|ing)|popp(?:ed|ing)|pops?|rocket(?:s|ed|ing)?|skyrocket(?:s|ed|ing)?|bounc(?:e|es|ed|ing)|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?|vault(?:s|ed|ing)?|sho(?:ot|ots|t|oting) up|add(?:s|ed|ing)?|put(?:s|ting)? on|firm(?:ed|ing)|strengthen(?:s|ed|ing)?|increas(?:e|es|ed|ing)|appreciat(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|zoom(?:s|ed|ing)?|perk(?:s|ed|ing)? up|flew|fly|flies|outperform(?:s|ed|ing)?|cheer(?:ed|ing)?|boosted|buoyed|lifted(?= \\ue006)';
const DOWN_VERBS =
  'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|s[iau]nk(?:s|ing|en)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|dip(?:s|ped|ping)?|declin(?:e|es|ed|ing)|los(?:t|e|es|ing)|shed(?:s|ding)?|slump(?:s|ed|ing)?|crash(?:es|ed|ing)?|plummet(?:s|ed|ing)?|eas(?:e|es|ed|ing)|retreat(?:s|ed|ing)?|div(?:e|es|ed|ing)|dove|tank(?:s|ed|ing)?|crater(?:s|ed|ing)?|nosediv(?:e|es|ed|ing)|weaken(?:s|ed|ing)?|sag(?:s|ged|ging)?|skid(?:s|ded|ding)?|swoon(?:s|ed|ing)?|collaps(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|g(?:ave|ive|iven|iving) up|wither(?:s|ed|ing)?|stumbl(?:e|es|ed|ing)|hammered|battered|pummell?ed|punished|clobbered|whacked|dented|depressed|underperform(?:s|ed|ing)?|c[ar]me under pressure|sell(?:s|ing)? off|sold off';
const UP_STATES = 'higher|up|ahead|in the green|in positive territory|(?:upper|up) circuit|double|positive';
const DOWN_STATES =
  'lower|down|off(?= (?:about |around |nearly |as much as |some |by |almost |more than )?[\\ue005\\ue006])|in the red|in negative territory|lower circuit|negative';
const FLAT_STATES =
  "(?:broadly |largely |roughly |virtually |almost |essentially |mostly )?(?:flat|unchanged)|(?:little|barely|hardly) (?:changed|moved|budged)|(?:held|holding|hold|stayed|remained|was|were|are|is|broadly|ended|closed|traded) (?:broadly |largely |relatively |mostly )?(?:steady|firm|stable|flat)|did(?: not|n[’']t) (?:move|budge)|(?:trad|mov)(?:ed|ing) sideways|ended little moved|steady";
const RECORDS =
  '(?:(?:an?|its|their|the) )?(?:(?:new|fresh|yet another|another) )?(?:record|all-time|lifetime|52-week|(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d+)-(?:year|month|week)|multi-year|multi-month|intraday|life|session) (?:closing |intraday |trading |-)?(?<way>highs?|lows?|peaks?)|(?:highest|lowest)(?= (?:level|close|point|price|since|in|ever|on record))';

const PATTERNS: readonly (readonly [Direction, Move['kind'], RegExp])[] = [
  ['up', 'verb', worded(UP_VERBS)],
  ['down', 'verb', worded(DOWN_VERBS)],
  ['up', 'state', worded(UP_STATES)],
  ['down', 'state', worded(DOWN_STATES)],
  ['flat', 'state', worded(FLAT_STATES)],
];
const RECORD = worded(RECORDS);
/** Distance to a record is no move. */
const FAR_FROM =
  /\b(?:below|above|from|off|under|short of|than|since|near|away from|shy of|of)(?: (?:its|their|the|a|an))? ?$/iu;

function worded(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${source})(?![\p{L}\p{N}])(?!-\p{L})`, 'gu');
}

/** In the order of the text, which is in lower case; of overlapping readings the longer. */
export function movesIn(text: string): readonly Move[] {
  const worded = PATTERNS.flatMap(([direction, kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ ...placeOf(match), direction, kind })),
  );
  const records = [...text.matchAll(RECORD)].flatMap((match): Move[] => {
    if (FAR_FROM.test(text.slice(Math.max(0, match.index - 24), match.index))) return [];
    const isLow = /low/iu.test(match[0]);
    return [{ ...placeOf(match), direction: isLow ? 'down' : 'up', kind: 'record' }];
  });
  const sorted = [...worded, ...records].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Move[] = [];
  for (const move of sorted) if (move.start >= (kept.at(-1)?.end ?? 0)) kept.push(move);
  return kept;
}

function placeOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length };
}

const RECORD_HIGH =
  /\b(?:record|all-time|lifetime)[ -](?:closing |intraday )?(?:highs?|peaks?|close)\b|\bhighest (?:level |close |point |price )?(?:ever|on record)\b/iu;
const CLOSE =
  /\b(?:clos(?:e(?! to\b)|ed|es|ing)|to end|end the (?:day|session|week)|end(?:ed|s|ing)(?! (?:in |on )?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d))|finish(?:ed|es|ing)?|settl(?:ed|es|ing))\b|\bat the (?:close|bell|end of (?:trading|the session))\b/iu;
const INTRADAY =
  /\bas much as\b|\b(?:early|late|morning|afternoon|midday|mid-morning|opening|extended|after-hours|after hours|pre-?market|premarket|intraday|intra-day|Asian|European|London|lunchtime|opening) (?:trad(?:e|ing)|deals|dealings|session|exchanges)\b|\b(?:in|before|after|during) (?:extended|after-hours|after hours|the market opened|the opening bell|the bell|pre-?market)\b|\b(?:premarket|pre-market|after-hours|briefly|intraday|intra-day|initially|at one point|at the open)\b/iu;
/** A day's high or low is a move within the day. */
const WITHIN_DAY = /\b(?:intraday|session|day[’']s) (?:high|low|peak)/iu;

/** Which move words speak of, most telling first. */
export function moveOf(words: string, direction: Direction): ProposedReaction['move'] {
  if (direction === 'up' && RECORD_HIGH.test(words)) return 'record-high';
  if (WITHIN_DAY.test(words)) return 'intraday';
  if (/\bas much as\b/iu.test(words)) return 'intraday';
  if (CLOSE.test(words)) return 'close';
  return INTRADAY.test(words) ? 'intraday' : 'unstated';
}

const UNSURE =
  /\b(?:could|may|might|would|should|will|can|shall|cannot|(?:expected|likely|unlikely|set|poised|tipped|forecast|seen|predicted|projected|due|indicated|failed|fails|ought|on track|on course) to|not|never|without)(?: \S+){0,3} $|n[’']t(?: \S+){0,2} $/u;
const SUPPOSED =
  /\b(?:[Ii]f|[Uu]nless|[Ww]hether|price target|target price|upside|downside|bets? (?:on|that)|hop(?:e|es|ed|ing) (?:that|for)|risk (?:of|that)|fears? (?:of|that))\b[^,;]{0,60}$/u;
const CERTAIN = /(?:not|n[’']t) (?:chang|mov|budg)/iu;

/** Whether the words up to a move make it a mere possibility, or deny it. */
export function isUnsure(before: string, move: string): boolean {
  const near = before.slice(-90);
  return !CERTAIN.test(move) && (UNSURE.test(near) || SUPPOSED.test(near));
}
