import { HONORIFIC, isRoleWord, namesARole, ORGANISATION_WORD, WEEKDAY_OR_MONTH } from './name-words.ts';

/** Who speaks, as far as the words say. */
export interface Speaker {
  /** Full name where the text gives one; an organisation where it speaks itself. */
  readonly name: string;
  readonly affiliation: string | null;
  readonly role: string | null;
}

/** What stands where a speaker is named. */
export type Mention =
  | { readonly kind: 'named'; readonly speaker: Speaker }
  | { readonly kind: 'pronoun' }
  /** "the company", "a spokesman": somebody whom only the context names. */
  | { readonly kind: 'described'; readonly role: string | null };

const PRONOUN = /^(?:he|she|they|who|it|I|we)$/iu;
const CAPITAL = /^[\p{Lu}\d][\p{L}\p{N}’'.&-]*$/u;
const PARTICLE = /^(?:de|da|di|del|della|van|von|der|den|ter|la|le|du|al|el|bin|ibn|dos|st\.?)$/iu;
const ARTICLE = /^(?:the|a|an|its|his|her|their|our|one|another|some|analysts?|economists?)$/iu;
const LEADING =
  /^(?:and|but|while|as|so|then|yet|also|meanwhile|however|still|which|that|when|after|according to|by|what|where|for|of)\s+/iu;

/** Reads a noun phrase such as `OpenAI CEO Sam Altman` or `Mamta Valechha, analyst at Quilter Cheviot`; null if it names nobody. */
export function mentionIn(phrase: string): Mention | null {
  const parts = phrase
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/\s*[,–—(]\s*/u)
    .map((part) =>
      part
        .replace(/[).]+$/u, '')
        .replace(LEADING, '')
        .trim(),
    );
  const [head = '', ...rest] = parts;
  if (PRONOUN.test(head)) return { kind: 'pronoun' };
  const spoken =
    /^(?:an?|one|the) (?<role>.*\b(?:spokes\p{L}+|representative|source|official|executive)) (?:for|at|of|from) (?:the )?(?<place>\p{Lu}.*)$/u.exec(
      head,
    )?.groups;
  const place = spoken === undefined ? null : organisation(spoken['place'] ?? '');
  if (place !== null)
    return { kind: 'named', speaker: { name: place, affiliation: place, role: spoken?.['role'] ?? null } };
  const direct = fromHead(head);
  if (direct !== null) return { kind: 'named', speaker: withApposition(direct, rest) };
  const apposed = rest[0] === undefined || !namesARole(head) ? null : fromHead(rest[0]);
  if (apposed !== null && looksPersonal(apposed.name))
    return { kind: 'named', speaker: { ...apposed, ...roleOf(head, apposed) } };
  if (namesARole(head)) return describedBy(head);
  return /^(?:the|our) (?:company|bank|group|firm|statement|filing|report|agency|regulator|ministry|government|department)\b/iu.test(
    head,
  )
    ? { kind: 'described', role: null }
    : null;
}

/** `a spokesperson for Shell`, `a Shell spokesman`: the organisation speaks. */
function describedBy(head: string): Mention {
  const { role, affiliation } = roleAt(head);
  if (affiliation === null) return { kind: 'described', role };
  return { kind: 'named', speaker: { name: affiliation, affiliation, role } };
}

function fromHead(head: string): Speaker | null {
  const words = head.split(' ').filter((word) => word !== '');
  const run = lastRun(words);
  if (run === null) return null;
  const before = words.slice(0, run.from);
  const { name, lead } = splitLead(run.words);
  if (name.length === 0) return null;
  const full = name.map(withoutPossessive).join(' ');
  if (namesARole(full) || (name.length === 1 && WEEKDAY_OR_MONTH.test(full))) return null;
  const role = [...before.filter((word) => !ARTICLE.test(word)), ...lead];
  return placed(full, role);
}

/** The last stretch of capitalised words, particles within it among them. */
function lastRun(
  words: readonly string[],
): { readonly from: number; readonly words: readonly string[] } | null {
  let until = words.length;
  while (until > 0 && !CAPITAL.test(words[until - 1] ?? '')) until -= 1;
  if (until === 0 || words.length - until > 3) return null;
  let from = until;
  while (from > 0 && (CAPITAL.test(words[from - 1] ?? '') || isInner(words, from - 1))) from -= 1;
  if (ARTICLE.test(words[from] ?? '') && until - from > 1) from += 1;
  return { from, words: firstOfTwo(words.slice(from, until)) };
}

/** Of two people who say something together the first stands for both. */
function firstOfTwo(words: readonly string[]): readonly string[] {
  const and = words.indexOf('and');
  const first = words.slice(0, and);
  return and >= 2 && looksPersonal(first.slice(-2).join(' ')) && looksPersonal(words.slice(and + 1).join(' '))
    ? first
    : words;
}

function isInner(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const joins = PARTICLE.test(word) || /^(?:of|and|&|for)$/u.test(word);
  return joins && CAPITAL.test(words[at - 1] ?? '') && !namesARole(words[at - 1] ?? '');
}

/** Role and employer before a person's name: `OpenAI CEO` of `OpenAI CEO Sam Altman`, `JP Morgan’s` of `JP Morgan’s Jamie Dimon`. */
function splitLead(words: readonly string[]): {
  readonly lead: readonly string[];
  readonly name: readonly string[];
} {
  const lastRole = words.findLastIndex(
    (word, at) => at < words.length - 1 && (namesARole(word) || HONORIFIC.test(word)),
  );
  const owner = words.findLastIndex((word, at) => at < words.length - 1 && /[’']s$|s[’']$/u.test(word));
  const cut = Math.max(lastRole, owner) + 1;
  return { lead: words.slice(0, cut), name: words.slice(cut) };
}

function placed(name: string, lead: readonly string[]): Speaker {
  const words = lead.filter((word) => !HONORIFIC.test(word));
  const firstRole = words.findIndex((word) => isRoleWord(withoutPossessive(word)));
  const owner = words.findIndex((word) => /[’']s$|s[’']$/u.test(word));
  const cut = owner >= 0 ? owner + 1 : firstRole < 0 ? words.length : firstRole;
  const affiliation = words
    .slice(0, cut)
    .filter((word) => CAPITAL.test(word) && !ARTICLE.test(word))
    .map(withoutPossessive)
    .join(' ');
  const role = words.slice(cut).join(' ');
  return {
    name,
    affiliation: affiliation === '' ? null : affiliation,
    role: role === '' || !namesARole(role) ? null : role,
  };
}

function withApposition(speaker: Speaker, rest: readonly string[]): Speaker {
  const apposition = rest.slice(0, 2).find((part) => namesARole(part));
  if (apposition === undefined) return { ...speaker, affiliation: speaker.affiliation ?? placeIn(rest[0]) };
  return { ...speaker, ...roleOf(apposition, speaker) };
}

/** `…, of the Consumer Council`. */
function placeIn(part: string | undefined): string | null {
  const place = /^(?:of|from|at|with) (?:the )?(?<place>\p{Lu}.*)$/u.exec(part ?? '')?.groups?.['place'];
  return place === undefined ? null : organisation(place);
}

function roleOf(words: string, speaker: Speaker): Pick<Speaker, 'role' | 'affiliation'> {
  const { role, affiliation } = roleAt(words);
  return { role: role ?? speaker.role, affiliation: affiliation ?? speaker.affiliation };
}

/** `head of financial analysis at AJ Bell`: what they do, and where. */
function roleAt(words: string): { readonly role: string | null; readonly affiliation: string | null } {
  const text = words.replace(/^(?:who (?:is|was)|the|an?|its|and)\s+/iu, '').trim();
  const at = /^(?<role>.+?)\s+(?:at|with|for|from)\s+(?:the\s+)?(?<place>\p{Lu}.*)$/u.exec(text);
  const of = /^(?<role>.+)\s+of\s+(?:the\s+)?(?<place>\p{Lu}.*)$/u.exec(text);
  const owned =
    /^(?<place>\p{Lu}[\p{L}\p{N}&.’' -]*?)(?:[’']s|s[’'])?\s+(?<role>\p{Ll}.*|(?:CEO|CFO|COO|CTO|CIO|MD|EVP|SVP|VP)\b.*)$/u.exec(
      text,
    );
  const found = at ?? of ?? owned;
  const role = found?.groups?.['role'] ?? text;
  const place = found?.groups?.['place'] ?? null;
  return {
    role: namesARole(role) ? role.trim() : null,
    affiliation: place === null ? null : organisation(place),
  };
}

/** The capitalised words at the beginning. */
function organisation(words: string): string | null {
  const name =
    /^(?:[\p{Lu}\d][\p{L}\p{N}’'.&-]*)(?:\s+(?:(?:of|and|&|for|the)\s+)?[\p{Lu}\d][\p{L}\p{N}’'.&-]*)*/u.exec(
      words,
    )?.[0];
  return name === undefined ? null : withoutPossessive(name.replace(/[.,]+$/u, ''));
}

export function looksPersonal(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !words.some((word) => ORGANISATION_WORD.test(word) || /^\p{Lu}{2,}$/u.test(word))
  );
}

function withoutPossessive(word: string): string {
  return word.replace(/[’']s$/u, '').replace(/(?<=s)[’']$/u, '');
}
