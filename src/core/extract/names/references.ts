import type { Name } from '../names.ts';
import { firstFrom, holding, type Placed, within } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { tradesOf } from './trades.ts';

/**
 * "The company", "the ChatGPT maker", "it", "its", "he": who is meant. Law: the nearest fitting organisation (person) that
 * the words before make the subject; none where nothing fits. Within speech only what the speaker has just named.
 */
export function referencesIn(
  text: string,
  sentences: readonly Sentence[],
  names: readonly Name[],
  speech: readonly Placed[],
): readonly Name[] {
  const trades = tradesOf(text, names);
  const found: Name[] = [];
  const counts = countsOf(names);
  const search = {
    ...{ text, sentences, names, found, trades, counts },
    topics: topicsOf(names, counts),
    defined: names.find(({ kind, by }) => kind === 'organisation' && by === 'name') ?? null,
    lead: leadOf(text, sentences, names),
  };
  for (const [at, sentence] of sentences.entries()) {
    for (const mention of mentionsIn(sentence)) {
      if (isPartOfName(names, mention)) continue;
      const isSpoken = holding(speech, mention.start) !== null;
      const meant = antecedent({ ...search, mention, at, isSpoken });
      if (meant === null) continue;
      const { start, end, isPossessive, by } = mention;
      const { name, aliases, kind } = meant;
      found.push({ start, end, text: text.slice(start, end), name, aliases, kind, by, isPossessive });
    }
  }
  return found;
}

/** `the Reserve Bank`: its noun belongs to a name. */
function isPartOfName(names: readonly Name[], { start, end }: Placed): boolean {
  const next = names[firstFrom(names, end) - 1];
  return next !== undefined && next.end >= end && next.start >= start;
}

/** Whom the first sentence of the text is about. */
function leadOf(text: string, sentences: readonly Sentence[], names: readonly Name[]): Name | null {
  for (const sentence of sentences.filter(({ kind }) => kind === 'prose').slice(0, 2)) {
    const organisations = within(names, sentence).filter(({ kind }) => kind === 'organisation');
    const subject = organisations.find((name) => isFree(name, text));
    if (subject !== undefined) return subject;
  }
  return null;
}

function countsOf(names: readonly Name[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function topicsOf(names: readonly Name[], counts: ReadonlyMap<string, number>): readonly Name[] {
  const first = new Map<string, Name>();
  for (const one of names) if (one.kind === 'organisation' && !first.has(one.name)) first.set(one.name, one);
  return [...first.values()].toSorted((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0));
}

interface Search {
  readonly text: string;
  readonly mention: Mention;
  readonly at: number;
  readonly sentences: readonly Sentence[];
  readonly names: readonly Name[];
  readonly found: readonly Name[];
  readonly trades: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isSpoken: boolean;
  readonly lead: Name | null;
  /** How often each is named. */
  readonly counts: ReadonlyMap<string, number>;
  /** Organisations, each once, most named first. */
  readonly topics: readonly Name[];
  /** The organisation of a release that speaks of the Company. */
  readonly defined: Name | null;
}

/** Sentences back that a reference reaches. */
const FARTHEST = 5;

function antecedent(search: Search): Name | null {
  const { mention, at, sentences, isSpoken } = search;
  const whole = sentences[at];
  if (whole === undefined) return null;
  const here = around(whole, mention);
  if (mention.isDefined) return search.defined;
  if (mention.trade !== null && PUBLIC.test(mention.trade) && !search.trades.has(mention.trade)) return null;
  const inSentence = withinSentence(search, here);
  if (inSentence !== null || isSpoken) return inSentence;
  return best(candidates(search, here), search) ?? ownSubject(search, here) ?? topic(search, here);
}

/** No company is meant by these unless the text says so. */
const PUBLIC = /^(?:regulator|agency|ministry|department|university|club|fund|trust)$/u;

/** A sentence as far as it is near: hostile ones are as long as the text. */
function around(sentence: Sentence, { start, end }: Placed): Sentence {
  if (sentence.end - sentence.start <= LONGEST_SENTENCE) return sentence;
  return {
    ...sentence,
    start: Math.max(sentence.start, start - LONGEST_SENTENCE),
    end: Math.min(sentence.end, end + LONGEST_SENTENCE),
  };
}

const LONGEST_SENTENCE = 1_500;

interface Candidate {
  readonly name: Name;
  /** How many sentences back. */
  readonly back: number;
  readonly isSubject: boolean;
}

/** In each sentence before, its subject, and in the nearest ones whoever is named. */
function candidates(search: Search, here: Sentence): readonly Candidate[] {
  const { at, sentences, text } = search;
  const beside = namedBeside(search, here);
  const found: Candidate[] = [];
  for (let back = 1; back <= FARTHEST; back += 1) {
    const sentence = sentences[at - back];
    if (sentence === undefined) break;
    const free = inOrder(search, sentence).filter(({ name }) => !beside.has(name));
    const subject = free.find((name) => isFree(name, text));
    if (subject !== undefined) found.push({ name: subject, back, isSubject: true });
    else if (back <= NEAR && free[0] !== undefined) found.push({ name: free[0], back, isSubject: false });
  }
  const { lead, mention } = search;
  if (lead !== null && mention.kind === 'organisation' && lead.end < mention.start && !beside.has(lead.name))
    found.push({ name: lead, back: LEAD_COUNTS_AS, isSubject: true });
  return found;
}

/** A pronoun goes back over the paragraph; "the company" that begins one means whom the text is about. */
function isNear({ end }: Name, { mention, text }: Search): boolean {
  return mention.by === 'pronoun' || !text.slice(end, mention.start).includes('\n');
}

/** The subject of the sentence before; farther back, whom the text names often counts for more. */
function best(found: readonly Candidate[], search: Search): Name | null {
  const { mention, trades, counts } = search;
  const isApt = aptFor(search);
  const isKnownTrade = mention.trade !== null && trades.has(mention.trade);
  const apt = isKnownTrade ? found.filter(({ name }) => isApt(name)) : found;
  const weight = ({ name, back, isSubject }: Candidate) =>
    (Math.sqrt(counts.get(name.name) ?? 1) * (isSubject ? 1 : 0.25)) / back;
  const [first] = apt;
  if (first !== undefined && first.back === 1 && first.isSubject && isNear(first.name, search))
    return first.name;
  return apt.toSorted((a, b) => weight(b) - weight(a))[0]?.name ?? null;
}

/** The company of the lead is never farther away than this. */
const LEAD_COUNTS_AS = 3;
/** Sentences back in which one that is no subject will do. */
const NEAR = 2;

/** Whom a description cannot mean: those that its sentence names before it, or as the other side. */
function namedBeside({ names, mention, text }: Search, here: Sentence): ReadonlySet<string> {
  if (mention.by === 'pronoun') return new Set();
  const others = within(names, here).filter(
    ({ start, kind }) =>
      kind === mention.kind &&
      (start < mention.start || /\b(?:with|from|by|to|and|in) $/u.test(text.slice(start - 6, start))),
  );
  return new Set(others.map(({ name }) => name));
}

/** `Lattice said it raised …, valuing the startup at …`, where nobody was named before. */
function ownSubject(search: Search, here: Sentence): Name | null {
  const before = inOrder(search, { start: here.start, end: search.mention.start });
  return before.find((name) => isFree(name, search.text)) ?? null;
}

/** Whom the text names most, where a description finds nobody before it. */
function topic(search: Search, here: Sentence): Name | null {
  const { mention, topics } = search;
  if (mention.by !== 'description' || mention.trade === null) return null;
  const beside = namedBeside(search, here);
  const isApt = aptFor(search);
  return topics.find((name) => !beside.has(name.name) && isApt(name)) ?? null;
}

/** Names and references of the kind sought within a stretch, those resolved already among them. */
function inOrder({ names, found, mention }: Search, span: Placed): readonly Name[] {
  return [...within(names, span), ...within(found, span)]
    .filter(({ kind }) => kind === mention.kind)
    .toSorted((a, b) => a.start - b.start);
}

function aptFor({ mention, trades }: Search): (name: Name) => boolean {
  const ofTrade = mention.trade === null ? undefined : trades.get(mention.trade);
  return ({ name }) => ofTrade === undefined || ofTrade.has(name);
}

/** After which a clause begins whose subject may be the one of the clause before. */
const NEW_CLAUSE =
  /(?:\b(?:that|as|after|while|when|because|where|whether|if|since|before|but|although|though|which|said|says|saying|suggests?|means|until|so|and|how|what|why)|[,:;–—])\s*$/iu;

function withinSentence(search: Search, here: Sentence): Name | null {
  const { mention, text } = search;
  const before = inOrder(search, { start: here.start, end: mention.start });
  if (before.length === 0) return null;
  if (mention.by === 'pronoun') {
    const relative = text.slice(here.start, mention.start).lastIndexOf(', which ');
    if (relative >= 0) {
      const owner = before.filter(({ end }) => end <= here.start + relative).at(-1);
      if (owner !== undefined && here.start + relative - owner.end <= 2) return owner;
    }
    if (
      /\b(?:said|says|announced|added|confirmed|believes?) (?:that )?(?:on \p{Lu}\p{Ll}+ )?(?:that )?$/u.test(
        text.slice(Math.max(here.start, mention.start - 32), mention.start),
      )
    ) {
      const speaker = before.findLast((name) => isFree(name, text));
      if (speaker !== undefined) return speaker;
    }
    const joined =
      mention.isPossessive &&
      / (?:and|or|from|with|of) $/u.test(text.slice(mention.start - 6, mention.start));
    return joined ? (before.at(-1) ?? null) : subjectOf(before, text);
  }
  const lead = text.slice(Math.max(here.start, mention.start - 12), mention.start);
  return NEW_CLAUSE.test(lead) ? subjectOf(before.filter(aptFor(search)), text) : null;
}

const GOVERNED =
  /\b(?:with|from|by|in|to|of|for|at|against|including|like|over|between|into|on|than|versus|vs|rivals?|through|via|across|under|behind|beyond|around|about) (?:the |its |a )?$/iu;

/** Verbs whose object follows. */
const ACTED_ON =
  /\b(?:include[sd]?|including|buy|buying|buys|bought|acquire[sd]?|acquiring|own|owns|owned|join(?:s|ed)|value[sd]?|valuing|invest(?:ed|ing|s)?|paid|pay|pays|told|beat|sued?|supply|supplying|gives?|gave|giving|offer(?:s|ed|ing)?|name[sd]|chose|picked|hired|appointed|sold) (?:the )?$/iu;
/** What belongs to a company speaks for it: `Shares in Northgate rose. It …`. */
const STANDS_FOR = /\b(?:shares|stock|board|owners?|directors|bosses|bonds|units?) (?:in|of|at) (?:the )?$/iu;

/** Neither governed by a preposition nor only named as somebody's employer. */
function isFree({ start, end, isPossessive, kind }: Name, text: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (GOVERNED.test(before) && !STANDS_FOR.test(before)) return false;
  if (ACTED_ON.test(before) && !/^ (?:has|had|is|was|will|would|said|says)\b/u.test(text.slice(end, end + 8)))
    return false;
  return !(
    kind === 'organisation' &&
    isPossessive &&
    /^[’']s? \p{Lu}\p{Ll}+ \p{Lu}/u.test(text.slice(end, end + 40))
  );
}

function subjectOf(names: readonly Name[], text: string): Name | null {
  return names.find((name) => isFree(name, text)) ?? names[0] ?? null;
}
