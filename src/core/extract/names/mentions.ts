import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import { TRADES } from './trades.ts';

/** Words that mean somebody named elsewhere. */
export interface Mention extends Placed {
  readonly by: 'description' | 'pronoun';
  readonly kind: 'organisation' | 'person';
  readonly isPossessive: boolean;
  /** `bank` of "the bank"; null where any organisation fits. */
  readonly trade: string | null;
  /** "the Company": as a release defines it. */
  readonly isDefined: boolean;
}

const ANY =
  '[Cc]ompany|[Gg]roup|[Ff]irm|[Cc]orporation|Issuer|Bank|Trust|Partnership|business|organi[sz]ation|giant|conglomerate|outfit|issuer|heavyweight|behemoth|titan';
const IS_ANY = new RegExp(`^(?:${ANY})$`, 'u');
/** Between "the" and the noun stand adjectives, nouns and names, no verbs. */
const BETWEEN = String.raw`(?:(?!(?:and|or|of|to|in|for|with|than|that|the|a|an|two|three|other|whole|first|second|world|same|next|entire|combined|target|parent|new|rival|listed|only|is|was|has|had|said|gives?)\b)(?:[\p{L}\p{N}&$.][\p{L}\p{N}&$.’'-]*(?<!\p{Ll}s)|\p{Lu}[\p{L}\p{N}]*s|services|telecoms|sports|cosmetics|electronics|goods|games|logistics|communications|systems|materials|metals|minerals|robotics|payments|utilities|plastics|analytics|chips|foods|[\p{L}]+[’']s) ){0,3}?`;
const DESCRIPTION = new RegExp(
  String.raw`\b[Tt]he (?<words>${BETWEEN})(?<head>${ANY}|${TRADES})(?<tail>[’']s)?(?![\p{L}\p{N}’'-])(?! (?:of|that|which|behind|with the|to watch|for)\b)(?! \p{Lu}[\p{L}&]*\p{L})`,
  'gu',
);
const PRONOUN = /\b(?<word>[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b/gu;
/** `It is clear that`, `it remains to be seen`: nobody is meant. */
const NOBODY =
  /^(?:[’']s| is| was| remains| would be| will be| may be| might be| has been| isn[’']t)? (?:a |an |the |so |very |too |more |less |only |also |not |now |still |yet |increasingly |likely |un)?(?:likely|possible|clear|unclear|important|hard|difficult|easy|true|good|bad|big|early|worth|time|thought|understood|believed|hoped|expected|reported|estimated|said that|seems?|appears?|turns out|takes|remains|matters|makes sense|comes|about|circular|moment|symbolic|case|why|because|what|how|when|where|who|arms race)\b/iu;
/** What follows a subject. */
const VERB =
  /^(?:[’'](?:s|d|ll)| (?:also|now|still|already|then|later|recently|itself|further|currently|reportedly|\p{Ll}+ly)\b)*(?:[’'](?:s|d|ll)\b| (?:is|was|has|had|have|will|would|can|could|may|might|must|should|does|did|said|says|beat|beats|hit|let|shed|split|quit|won|lost|made|paid|sold|bought|took|gave|began|built|grew|fell|rose|cut|spent|kept|held|got|ran|saw|set|put|met|led|drew|sought|\p{Ll}+(?:ed|[^s\P{Ll}]s))\b)/u;

/** Before an `it` that is an object. */
const OBJECT = /\b(?:\p{Ll}+ing|of|on|in|for|to|from|with|by|at|about|into|against|over) $/iu;

/** In the order of the sentence. */
export function mentionsIn(sentence: Sentence): readonly Mention[] {
  return [...descriptions(sentence), ...pronouns(sentence)].toSorted((a, b) => a.start - b.start);
}

function descriptions({ text, start }: Sentence): readonly Mention[] {
  return [...text.matchAll(DESCRIPTION)].map((match): Mention => {
    const { head = '', tail } = match.groups ?? {};
    return {
      start: start + match.index,
      end: start + match.index + match[0].length - (tail?.length ?? 0),
      by: 'description',
      kind: 'organisation',
      isPossessive: tail !== undefined,
      trade: IS_ANY.test(head) ? null : head,
      isDefined: /^\p{Lu}/u.test(head),
    };
  });
}

const REACH = 48;

function pronouns({ text, start }: Sentence): readonly Mention[] {
  return [...text.matchAll(PRONOUN)].flatMap((match): Mention[] => {
    const word = (match.groups?.['word'] ?? '').toLowerCase();
    const after = text.slice(match.index + word.length, match.index + word.length + REACH);
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (word === 'it' && (NOBODY.test(after) || !VERB.test(after) || OBJECT.test(before))) return [];
    return [
      {
        start: start + match.index,
        end: start + match.index + word.length,
        by: 'pronoun',
        kind: /^(?:he|she|his|her)$/u.test(word) ? 'person' : 'organisation',
        isPossessive: /^(?:its|his|her)$/u.test(word),
        trade: null,
        isDefined: false,
      },
    ];
  });
}
