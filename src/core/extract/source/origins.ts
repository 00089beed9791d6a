import type { Name } from '../names.ts';
import { within } from '../placed.ts';
import type { Sentence } from '../sentences.ts';

/** Words of publications' names; general, no list of titles. */
const PUBLICATION =
  /\b(?:News|Times|Journal|Post|Wire|Press|Dispatch|Standard|Herald|Tribune|Guardian|Telegraph|Chronicle|Gazette|Mail|Magazine|Review|Insider|Daily|Weekly|Shimbun|Zeitung|Bild|Figaro|Monde|Observer|Independent|Examiner|Courier|Bulletin|Star|Sun|Mirror|Express|Globe|Economist|Reuters|Bloomberg|Agency|Broadcasting|Radio|TV|Television|Media|Report|Today|Business|Standard|Street|Tech\p{L}*)\b/u;
const BEFORE =
  /\b(?:(?:first |originally |previously |earlier )?reported (?:earlier |first |last week |on \p{Lu}\p{Ll}+ )?(?:by|in)|(?:a|the) (?:news |media |press )?(?:report|story|article|scoop|interview) (?:by|in|from|with|published (?:by|in))|citing|cited by|told|in an interview with|seen by|obtained by|broken by|published (?:by|in)) (?:the )?$/iu;
const TOLD = /\b(?:told|seen by|in an interview with|citing) (?:the )?$/iu;
const AFTER =
  /^,?(?: (?:also|first|earlier|previously|separately|on \p{Lu}\p{Ll}+|last (?:week|month)))* (?:has |had )?(?:first |earlier |previously )?(?:reported|reports)\b(?! (?:a |an |its |net |record |revenue|sales|profit|earnings|first-|second-|third-|fourth-|quarterly|annual|half-|full-|strong|higher|lower|that its|\$|£|€))/u;
const ACCORDING = /\b[Aa]ccording to (?:a report (?:by|in|from) )?(?:the )?$/u;
/** In the opening a rewritten story names its source. */
const OPENING_SENTENCES = 2;
const OPENING = 600;

/** Publications that a text names as where it has its report from, in their order; never itself. */
export function originsIn(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Name[],
  publisher: string | null,
): readonly string[] {
  const prose = sentences.filter(({ kind }) => kind !== 'heading');
  const found = prose.flatMap((sentence, at) =>
    within(names, sentence)
      .filter((name) => isOrigin(text, name, at < OPENING_SENTENCES))
      .map((name) => titled(text, name)),
  );
  const own = publisher?.toLowerCase().replace(/^the /u, '') ?? '';
  return [...new Set(found)].filter(
    (title) => own === '' || !own.includes(title.toLowerCase().replace(/^the /u, '')),
  );
}

function isOrigin(text: string, { start, end, name, kind }: Name, isOpening: boolean): boolean {
  if (kind === 'person' || kind === 'place') return false;
  const before = text.slice(Math.max(0, start - 48), start);
  const after = text.slice(end, end + 60);
  const isTitle = PUBLICATION.test(name);
  if (BEFORE.test(before)) return isTitle || !TOLD.test(before);
  if (AFTER.test(after))
    return isTitle || /\breport(?:ed|s)(?: (?:on|last|earlier|that|this|in)\b|[.,])/u.test(after);
  return ACCORDING.test(before) && (isTitle || (isOpening && start < OPENING && /^,/u.test(after)));
}

/** With its article where that is printed as part of it. */
function titled(text: string, { start, end }: Name): string {
  const article = /\bThe $/u.exec(text.slice(Math.max(0, start - 4), start));
  const isFirst = /(?:^|[.!?”"]\s+|\n)The $/u.test(text.slice(Math.max(0, start - 8), start));
  return article === null || isFirst ? text.slice(start, end) : `The ${text.slice(start, end)}`;
}
