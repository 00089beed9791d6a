import { isProse, type Line, linesOf } from './lines.ts';

/**
 * What is no part of the article: advertisements, code, sign-up forms, navigation, lists of other stories, another
 * story's headline. Law: it stays visible with its reason, and nothing in it is proposed.
 */
export type SetAsideReason =
  | 'advertisement'
  | 'code'
  | 'comment-form'
  | 'navigation'
  | 'newsletter'
  | 'other-story'
  | 'price-list'
  | 'related-stories';

export interface SetAside {
  readonly start: number;
  readonly end: number;
  readonly reason: SetAsideReason;
}

type Marks = (SetAsideReason | null)[];

export function setAsideIn(text: string): readonly SetAside[] {
  const lines = linesOf(text);
  const marks: Marks = lines.map(() => null);
  for (const rule of RULES) rule(lines, marks);
  return joined(lines, marks);
}

type Rule = (lines: readonly Line[], marks: Marks) => void;

const FORM =
  /^(?:leave a (?:reply|comment)|post a comment|add a comment|your e-?mail address will not be published|required fields are marked|save my name, e-?mail|cancel reply)/iu;
const RELATED =
  /^(?:related(?: (?:posts?|stories|articles?|news|reading|coverage|content|topics|links))?|read (?:next|more|also)|you (?:may|might) also (?:like|be interested in)|more (?:from|on|stories|news|like this)\b.{0,40}|recommended(?: for you| reading| stories)?|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories|articles|headlines)|top stories|also (?:read|in the news)|in other news|editor[’']?s picks?|see also|further reading|popular (?:posts|stories)|what to read next|up next)\s*:?$/iu;
const RELATED_LINE =
  /^(?:read (?:more|also|next)|also read|see also|related|more on this|must read|watch|listen)\s*[:|–—-]\s*\S/iu;
const ADVERTISEMENT =
  /^(?:advertisement|advertising|sponsored(?: content| post| by\b.*)?|promoted(?: content)?|special offer(?: banner)?|partner content|paid (?:content|post|partnership)|(?:story|article) continues (?:below|after)(?: (?:the )?advertisement)?|scroll to continue|ad)\s*(?:$|[—–:.-])/iu;
const NEWSLETTER =
  /^(?:get (?:the|our|your)\b.*\b(?:briefing|newsletter|e-?mail|inbox|digest|updates)\b.*|(?:subscribe|sign up|sign-up|register)\b.*|.{0,60}\b(?:delivered|straight|sent) to your inbox\b.*|(?:stay|keep) (?:informed|up to date|ahead)\b.*\b(?:newsletter|subscribe|sign up)\b.*|join (?:over |more than )?[\d,.]+[kKmM]? (?:readers|subscribers|others|professionals)\b.*)$/iu;
const NAVIGATION =
  /^(?:skip to (?:main )?content|menu|search|home|share(?: this)?(?: (?:article|story|post|on .*))?|(?:share|tweet|pin|email|print|copy link|comments?|save)(?: \d+)?|facebook|twitter|linkedin|whatsapp|log ?in|sign in|subscribe now|(?:©|copyright)\b.*|all rights reserved\.?|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|cookie (?:policy|settings|preferences)|we use cookies\b.*|this (?:site|website) uses cookies\b.*|back to top|previous (?:article|post|story)|next (?:article|post|story)|follow us\b.*|photo(?:graph)?:.*|image (?:credit|source)s?:.*|getty images)$/iu;
const TRAIL = /^[^.!?]{2,24}(?: ?[|›»>/·] ?[^.!?|]{2,24}){2,}$/u;

/** To the end of the document, or to the next prose: what follows such a heading belongs to it. */
function section(heading: RegExp, reason: SetAsideReason, isLast: boolean): Rule {
  return (lines, marks) => {
    const from = lines.findIndex(({ text }, at) => marks[at] === null && heading.test(bare(text)));
    if (from < 0) return;
    const until = isLast ? -1 : lines.findIndex((line, at) => at > from && isProse(line));
    fill(marks, from, until < 0 ? lines.length : until, reason);
  };
}

function single(pattern: RegExp, reason: SetAsideReason, longest: number): Rule {
  return (lines, marks) => {
    for (const [at, { text, kind }] of lines.entries()) {
      const line = bare(text);
      if (marks[at] === null && kind !== 'blank' && line.length <= longest && pattern.test(line))
        marks[at] = reason;
    }
  };
}

const RULES: readonly Rule[] = [
  markCode,
  section(FORM, 'comment-form', true),
  section(RELATED, 'related-stories', false),
  single(RELATED_LINE, 'related-stories', 220),
  single(ADVERTISEMENT, 'advertisement', 160),
  single(NEWSLETTER, 'newsletter', 220),
  single(NAVIGATION, 'navigation', 120),
  single(TRAIL, 'navigation', 140),
  markPitch,
  markPriceList,
  markOtherStory,
];

/** Emoji and ornaments around a line say nothing. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}$£€"“‘(©]+|\s+$/gu, '');
}

function fill(marks: Marks, from: number, until: number, reason: SetAsideReason): void {
  for (let at = from; at < until; at += 1) marks[at] ??= reason;
}

const SURE_CODE =
  /^\s*(?:(?:async )?def \w+\s*\(|class \w+[(:]|(?:from [\w.]+ )?import [\w.{}* ,]+(?: from\b.*)?$|return\b.*[()\w\]]$|(?:try|else|finally):$|except\b.*:$|(?:if|for|while|with)\b.*:$|(?:const|let|var) \w+\s*=|function \w*\(|[\w.[\]]+\s*=\s*(?:[\w.]+\(|["'\d[{]|\w+ [*+/-] )|[\w.]+\(.*\)[;:]?$|<\/?[a-z][\w-]*(?: [^>]*)?>$|```|[{}\])];?$|SELECT .* FROM )/u;
const COMMENT = /^\s*(?:#|\/\/)(?!\w)/u;

/** Lines of code, the comments among them, and nothing that only looks like a heading of Markdown. */
function markCode(lines: readonly Line[], marks: Marks): void {
  let from = 0;
  while (from < lines.length) {
    let until = from;
    while (until < lines.length && isCodeLike(lines[until])) until += 1;
    const run = lines.slice(from, until);
    if (run.some(({ text }) => SURE_CODE.test(text))) fill(marks, from, until, 'code');
    from = Math.max(until, from + 1);
  }
}

function isCodeLike(line: Line | undefined): boolean {
  return line !== undefined && (SURE_CODE.test(line.text) || COMMENT.test(line.text));
}

const PITCH =
  /^(?:if you want to (?:understand|learn|know|read) more\b.*|join (?:the |our )?(?:developers|community|thousands|investors|professionals|members|waitlist)\b.*|why (?:invest in|choose|join|subscribe)\b.*|start (?:now|today|your (?:free )?trial)\b.*|buy now\b.*|enrol(?:l)? (?:now|today)\b.*|limited[- ]time offer\b.*|ready to (?:start|learn|level up|get started|take)\b.*|get started (?:now|today|for free)\b.*|book a (?:demo|call)\b.*|(?:claim|unlock|grab) your\b.*|download (?:our|the) (?:app|free|guide|report)\b.*)/iu;
/** A pitch stands near the end; earlier the same words may be the article's own. */
const PITCH_FROM = 0.6;

function markPitch(lines: readonly Line[], marks: Marks): void {
  const length = lines.at(-1)?.end ?? 0;
  const from = lines.findIndex(
    ({ text, start }, at) => marks[at] === null && start >= PITCH_FROM * length && PITCH.test(bare(text)),
  );
  if (from < 0) return;
  const resumes = lines.findIndex((line, at) => at > from && isProse(line) && line.text.length >= 240);
  fill(marks, from, resumes < 0 ? lines.length : resumes, 'advertisement');
}

const UNIT_PRICE =
  /[$£€]\s?\d[\d.,]*(?:\s*\([^)]*\))?\s*(?:per|\/|a)\s*(?:1[kK]|1,000|1M|million|thousand)?\s*(?:tokens?|words|credits|requests|queries|API calls|seats?|users?)\b/u;

/** What a service charges per use is no fact of the deal. */
function markPriceList(lines: readonly Line[], marks: Marks): void {
  for (const [at, line] of lines.entries())
    if (marks[at] === null && (line.kind === 'item' || line.kind === 'row') && UNIT_PRICE.test(line.text))
      marks[at] = 'price-list';
}

const GREETING =
  /^(?:good (?:morning|afternoon|evening)|hello|hi|welcome|happy (?:mon|tues|wednes|thurs|fri)day|dear)\b/iu;
const SMALL_WORDS = 4;

/** A letter of news may open with the headline and greeting of another story than the one that follows. */
function markOtherStory(lines: readonly Line[], marks: Marks): void {
  const [title, greeting] = [...lines.entries()].filter(
    ([at, { kind }]) => kind !== 'blank' && marks[at] === null,
  );
  if (title === undefined || greeting === undefined || !GREETING.test(bare(greeting[1].text))) return;
  const rest = lines
    .slice(greeting[0] + 1)
    .map(({ text }) => text)
    .join('\n');
  const words = contentWords(title[1].text).map((word) => word.toLowerCase());
  const known = new Set(contentWords(rest));
  const common = words.filter((word) => known.has(word)).length;
  const own = words.filter((word) => !rest.toLowerCase().includes(word)).length;
  if (own === 0 || common >= own) return;
  marks[title[0]] = 'other-story';
  marks[greeting[0]] = 'other-story';
}

function contentWords(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).filter((word) => word.length >= SMALL_WORDS);
}

function joined(lines: readonly Line[], marks: Marks): readonly SetAside[] {
  const spans: SetAside[] = [];
  for (const [at, { start, end, kind }] of lines.entries()) {
    const reason = marks[at] ?? null;
    const last = spans.at(-1);
    if (reason === null || (kind === 'blank' && marks[at + 1] !== reason)) continue;
    if (last !== undefined && last.reason === reason && last.end + 1 === start)
      spans[spans.length - 1] = { ...last, end };
    else if (kind !== 'blank') spans.push({ start, end, reason });
  }
  return spans;
}
