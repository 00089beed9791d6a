import { type Line, linesOf } from './lines.ts';
import { namesARole } from './name-words.ts';
import { type Quotation, quotationsIn } from './quotation-marks.ts';
import { looksPersonal, type Mention, mentionIn, type Speaker } from './speaker.ts';

/**
 * Direct speech with its speaker. Law: words in quotation marks count only where somebody says them; scare quotes, titles
 * and names do not. Speech without an attribution of its own belongs to whoever spoke last.
 */
export interface Speech {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null where nobody is named. */
  readonly speaker: Speaker | null;
}

const SAY =
  'said|says|say|saying|told|tells|added|adds|adding|noted|notes|noting|wrote|writes|writing|argued|argues|arguing|warned|warns|warning|explained|explains|stated|states|stating|commented|comments|remarked|insisted|insists|claimed|claims|acknowledged|acknowledges|admitted|admits|conceded|concedes|declared|declares|announced|asked|asks|replied|replies|responded|responds|continued|continues|concluded|concludes|observed|observes|predicted|predicts|suggested|suggests|recalled|recalls|joked|quipped|tweeted|posted|reiterated|reiterates|stressed|stresses|emphasi[sz]e[sd]|highlighted|highlights|confirmed|confirms|cautioned|cautions|countered|counters|contended|contends|opined|mused|quoted as saying|puts it|put it|was quoted';
const CALL =
  'called|calls|calling|described|describes|describing|dubbed|dubs|label(?:l)?ed|labels|characteri[sz]e[sd]?|positioned|framed|frames|termed|terms|hailed|hails|praised|praises|critici[sz]e[sd]|blasted|slammed|cited|cites|citing|referred to|refers to|spoke of|speaks of|speaking of|touted|touts|mentions|mentioned|pointed to|points to|flagged|promised|promises|pledged|vowed|urged|expects?|expected|believes?|believed|thinks?|hopes?|sees';
const SAYS = new RegExp(String.raw`\b(?:${SAY})\b`, 'iu');
const UNLIKELY = /\b(?:can|could|might|may|should|would|to|will|let[’']s|if|imagine|like)\b[^.]{0,50}$/iu;

export function speechIn(text: string): readonly Speech[] {
  const people = new Map<string, Speaker>();
  const lines = linesOf(text);
  const quotations = quotationsIn(text);
  const spoken: Speech[] = [];
  let last: Speaker | null = null;
  let lastLine = -10;
  for (const [at, line] of lines.entries()) {
    const inLine = quotations.filter(({ opensAt }) => opensAt >= line.start && opensAt < line.end);
    const verdicts = inLine.map((quotation) =>
      attributed(quotation, { text, line, until: quotation.opensAt, people, last }),
    );
    const own = verdicts.find((verdict) => verdict !== null && verdict.speaker !== null)?.speaker ?? null;
    const follows = isFollowing(inLine, line) && at - lastLine <= 2;
    for (const [place, quotation] of inLine.entries()) {
      const verdict = verdicts[place] ?? null;
      const carried = own ?? (follows ? last : null);
      const speaker = verdict?.speaker ?? carried;
      const isSpoken = verdict !== null || (carried !== null && isSentence(quotation, text));
      if (isSpoken) spoken.push(speechOf(quotation, text, speaker));
    }
    if (own !== null) last = own;
    if (inLine.length > 0 && (own !== null || follows)) lastLine = at;
  }
  return spoken;
}

interface Setting {
  readonly text: string;
  readonly line: Line;
  /** Place of the quotation in hand. */
  readonly until: number;
  readonly people: Map<string, Speaker>;
  readonly last: Speaker | null;
}

/** Null where nothing says that the words are spoken. */
function attributed(quotation: Quotation, setting: Setting): { readonly speaker: Speaker | null } | null {
  const mention = mentionAfter(quotation, setting) ?? mentionBefore(quotation, setting);
  if (mention === null) return null;
  return { speaker: known(mention, setting) };
}

const TITLE_END = String.raw`(?:(?<=\b\p{Lu})\.|(?<=\b(?:Mr|Mrs|Ms|Dr|St))\.|[^.“”"\n;:])`;
const AFTER_VERB = new RegExp(
  String.raw`^[,.?!]?\s*(?:${SAY})\s+(?:to reporters\s+)?(?<who>${TITLE_END}{2,160})`,
  'iu',
);
const BEFORE_VERB = new RegExp(
  String.raw`^[,.?!]?\s*(?<who>${TITLE_END}{1,140}?)\s+(?:\w+ly\s+|has\s+|had\s+|have\s+|also\s+|later\s+)?(?:${SAY})\b`,
  'iu',
);

/** `…,” said Sam Altman` and `…,” Altman said`. */
function mentionAfter({ closesAt, start, end, isOpen }: Quotation, { text, line }: Setting): Mention | null {
  if (isOpen) return null;
  const ending = text.slice(start, end).trimEnd().at(-1) ?? '';
  const tail = text.slice(closesAt, line.end);
  if (!/[,?!.—–-]/u.test(ending) && !/^\s*[,—–]/u.test(tail)) return null;
  const who = AFTER_VERB.exec(tail)?.groups?.['who'] ?? BEFORE_VERB.exec(tail)?.groups?.['who'];
  return who === undefined ? null : mentionIn(who);
}

const LEAD_IN = new RegExp(
  String.raw`(?<who>[^.!?;:“”"\n]{0,220}?)(?<!so-)\b(?:${SAY}|${CALL})\b(?<rest>[^.!?\n]{0,160})[,:]?\s*$`,
  'iu',
);
const ACCORDING = /\baccording to (?<who>[^.!?;“”"\n]{2,120}?),?\s*$/iu;
const INTRODUCED = /^(?<who>\p{Lu}[^.!?“”"\n]{1,90}):\s*$/u;

/** `Altman said: “…`, `chief Matt Garman, who said the company is “…`, `As Sag puts it, “…`. */
function mentionBefore({ opensAt }: Quotation, { text, line }: Setting): Mention | null {
  const sentence = sentenceBefore(text, line.start, opensAt);
  const according = ACCORDING.exec(sentence)?.groups?.['who'];
  if (according !== undefined) return mentionIn(according);
  const introduced = INTRODUCED.exec(sentence)?.groups?.['who'];
  if (introduced !== undefined && !SAYS.test(introduced)) return personal(mentionIn(introduced));
  const who = LEAD_IN.exec(sentence)?.groups?.['who'];
  if (who === undefined || UNLIKELY.test(who)) return null;
  return mentionIn(subjectOf(who));
}

function personal(mention: Mention | null): Mention | null {
  return mention?.kind === 'named' && looksPersonal(mention.speaker.name) ? mention : null;
}

/** The clause before a verb: without a relative pronoun, auxiliaries and adverbs. */
function subjectOf(clause: string): string {
  return clause
    .replace(
      /\b(?:has|have|had|having|was|were|is|are|also|recently|all|repeatedly|once|then|later|\w+ly)\s*$/giu,
      '',
    )
    .replace(
      /\b(?:has|have|had|having|was|were|is|are|also|recently|all|repeatedly|once|then|later|\w+ly)\s*$/giu,
      '',
    )
    .replace(/,?\s*\b(?:who|which)\s*$/iu, '')
    .replace(
      /^.*\b(?:for|what|as|that|when|while|because|but|after|before|where|, and)\s+(?=(?:\p{Lu}|he\b|she\b|they\b))/u,
      '',
    )
    .trim();
}

/** Quotations within it stay, since their full stops end no sentence of ours. */
function sentenceBefore(text: string, from: number, until: number): string {
  const before = text.slice(from, until);
  const ends = [
    ...before.matchAll(
      /(?<!\b(?:Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|St|vs|No|U\.S|U\.K))[.!?]["”’)]*\s+(?=[\p{Lu}“"‘])/gu,
    ),
  ];
  const last = ends.at(-1);
  return last === undefined ? before : before.slice(last.index + last[0].length);
}

/** Full names are kept, so that a surname or a pronoun later means the same person. */
function known(mention: Mention, setting: Setting): Speaker | null {
  if (mention.kind !== 'named') return lastNamed(setting) ?? setting.last;
  const speaker = inFull(mention.speaker, setting);
  const { people } = setting;
  const surname = speaker.name.split(' ').at(-1) ?? speaker.name;
  const before = people.get(surname);
  if (before !== undefined && (speaker.name === surname || before.name === speaker.name)) {
    const merged = {
      name: before.name,
      affiliation: speaker.affiliation ?? before.affiliation,
      role: speaker.role ?? before.role,
    };
    people.set(surname, merged);
    return merged;
  }
  people.set(surname, speaker);
  return speaker;
}

/** A surname alone is whoever was named with it before. */
function inFull(speaker: Speaker, { text, until }: Setting): Speaker {
  if (!/^\p{Lu}[\p{L}’'-]+$/u.test(speaker.name)) return speaker;
  const full = new RegExp(
    String.raw`\b(?<given>\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\.)?) ${speaker.name}\b`,
    'gu',
  );
  const names = [...text.slice(0, until).matchAll(full)].map(([name]) => name).filter(looksPersonal);
  const name = names.find((each) => !namesARole(each));
  return name === undefined ? speaker : { ...speaker, name };
}

/** Whoever of those known was named last in the paragraph before the words. */
function lastNamed({ text, line, people, until }: Setting): Speaker | null {
  const before = text.slice(line.start, until);
  const places = [...people].map(([surname, speaker]) => ({ speaker, at: before.lastIndexOf(surname) }));
  const best = places.filter(({ at }) => at >= 0).toSorted((a, b) => b.at - a.at)[0];
  return best?.speaker ?? null;
}

/** A paragraph that is nothing but speech goes on from the one before. */
function isFollowing(quotations: readonly Quotation[], line: Line): boolean {
  const first = quotations[0];
  return first !== undefined && first.opensAt - line.start <= 2;
}

function isSentence({ start, end, isOpen }: Quotation, text: string): boolean {
  const words = text.slice(start, end).trim();
  return words.split(/\s+/u).length >= 3 && (isOpen || /[.,!?…—–]$/u.test(words) || /^\p{Lu}/u.test(words));
}

function speechOf({ start, end }: Quotation, text: string, speaker: Speaker | null): Speech {
  const raw = text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const until = end - (raw.length - raw.trimEnd().length);
  return { text: text.slice(from, until), start: from, end: until, speaker };
}
