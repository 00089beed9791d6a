import { HONORIFIC, isRoleWord, namesARole } from '../name-words.ts';
import type { Name } from '../names.ts';
import { within } from '../placed.ts';
import type { Speaker } from '../speaker.ts';
import { SAY } from './verbs.ts';

/** What a text says of its people: role and employer, from wherever it introduces them. */
export type People = ReadonlyMap<string, Office>;
type Office = Pick<Speaker, 'affiliation' | 'role'>;

export function peopleIn(text: string, names: readonly Name[]): People {
  const people = new Map<string, Office>();
  for (const [at, name] of names.entries()) {
    if (name.kind !== 'person') continue;
    const known = people.get(name.name) ?? NOTHING;
    if (known.affiliation !== null && known.role !== null) continue;
    const before = officeBefore(text, names, at);
    const after = officeAfter(text, names, name);
    people.set(name.name, {
      affiliation: known.affiliation ?? before.affiliation ?? after.affiliation,
      role: known.role ?? before.role ?? after.role,
    });
  }
  const employerOf = employersIn(names);
  for (const [name, { affiliation, role }] of people)
    if (affiliation === null && role !== null && OFFICE.test(role))
      people.set(name, { role, affiliation: employerOf(name) });
  return people;
}

const NOTHING: Office = { affiliation: null, role: null };
const REACH = 100;

/** `OpenAI CEO Sam Altman`, `the company’s chief financial officer, Ann Lee`, `Mr Marr`. */
function officeBefore(text: string, names: readonly Name[], at: number): Office {
  const name = names[at];
  if (name === undefined) return NOTHING;
  const lead = text.slice(Math.max(0, name.start - REACH), name.start);
  const line = lead.slice(lead.lastIndexOf('\n') + 1);
  const words = [...line.matchAll(/[\p{L}\p{N}’'.&-]+/gu)];
  let from = words.length;
  while (from > 0 && belongsToRole(words[from - 1]?.[0] ?? '') && !isCut(line, words, from)) from -= 1;
  const role = roleOf(words.slice(from).map(([word]) => word));
  const start = name.start - line.length + (words[from]?.index ?? line.length);
  const owner = names[at - 1];
  const isOwned =
    owner !== undefined && owner.kind !== 'person' && /^(?:[’']s?)? ?$/u.test(text.slice(owner.end, start));
  const isTaken = isOwned && (role !== null || owner.isPossessive) && start >= owner.end;
  return { role, affiliation: isTaken && owner.kind !== 'place' ? owner.name : null };
}

function belongsToRole(word: string): boolean {
  const plain = word.replace(/[.,]$/u, '');
  return isRoleWord(plain) || namesARole(plain) || HONORIFIC.test(word) || /^(?:and|of|seller)$/u.test(plain);
}

/** A role does not reach over the end of a sentence or a mark. */
function isCut(line: string, words: readonly RegExpExecArray[], at: number): boolean {
  const word = words[at - 1];
  const gap =
    word === undefined ? '' : line.slice(word.index + word[0].length, words[at]?.index ?? line.length);
  const isTitle = word !== undefined && HONORIFIC.test(word[0]);
  return /["“”;:()]/u.test(gap) || (!isTitle && /[.!?]$/u.test(word?.[0] ?? ''));
}

function roleOf(words: readonly string[]): string | null {
  const role = words
    .filter((word) => !HONORIFIC.test(word))
    .join(' ')
    .replace(/^(?:(?:and|of|the)\s+)+|[,.]+$/gu, '')
    .trim();
  return role !== '' && namesARole(role) ? role : null;
}

const APPOSITION = new RegExp(
  String.raw`^(?<words>(?:, | \(| (?=(?:of|at|from) ))[^.;:!?“”"\n]{2,130}?)(?=,? (?:${SAY})\b|[.;:!?“”"\n]|$)`,
  'u',
);
const RUNS =
  /^, who (?:has )?(?:is |was )?(?<verb>runs?|ran|heads?|headed|leads?|led|chairs?|chaired|covers?|works?|manages?|founded|owns?|joined|follows?|tracks?)\b/u;
const RUN_AS: Readonly<Record<string, string>> = {
  chair: 'chair',
  chairs: 'chair',
  chaired: 'chair',
  founded: 'founder',
  covers: 'analyst',
  cover: 'analyst',
  follows: 'analyst',
  tracks: 'analyst',
};

/** `…, analyst at Quilter Cheviot`, `…, Northgate’s chair`, `… of Seymour Pierce`, `…, who chairs Northgate`. */
function officeAfter(text: string, names: readonly Name[], { end }: Name): Office {
  const words = APPOSITION.exec(text.slice(end, end + REACH + 60))?.groups?.['words'];
  if (words === undefined) return NOTHING;
  const organisation = within(names, { start: end, end: end + words.length }).find(
    ({ kind }) => kind === 'organisation' || kind === 'other',
  );
  const verb = RUNS.exec(words)?.groups?.['verb'];
  if (verb !== undefined) return { role: RUN_AS[verb] ?? null, affiliation: organisation?.name ?? null };
  if (organisation === undefined) return { affiliation: null, role: appositionRole(words) };
  const lead = words.slice(0, organisation.start - end);
  const follows = words.slice(organisation.end - end);
  const role = organisation.isPossessive ? appositionRole(`,${follows}`) : appositionRole(lead);
  const isPlain = /^ ?\(?(?:of|at|from)\b[\p{Ll} ]*$/u.test(lead);
  return role === null && !isPlain && !/^, $/u.test(lead)
    ? NOTHING
    : { role, affiliation: organisation.name };
}

/** The role in `, a fund manager at`, `, chief executive of consulting firm`. */
function appositionRole(words: string): string | null {
  const first = words.replace(/^(?:[’']s?)?[, (]+|^[’']s? /u, '').split(',')[0] ?? '';
  const titled = first.replace(/^(?:who (?:is|was)|the|an?|its|their|his|her|and|a former|now)\s+/iu, '');
  const placed = titled.replace(/\s+(?:at|for|with|from|in)\b.*$/u, '');
  const role = (
    placed === titled ? titled.replace(/\s+of(?: the)?(?: \p{Ll}+){0,3}\s*$/u, '') : placed
  ).trim();
  return namesARole(role) && role.length <= 70 ? role : null;
}

const OFFICE =
  /\b(?:chief|CEO|CFO|COO|CTO|chair(?:man|woman|person)?|president|managing director|founder|co-founder|boss|executive|director|treasurer|head of|vice[- ]president|spokes\p{L}+)\b/iu;
/** Names back in which the company of an officer is sought. */
const NEAR = 16;

/** An officer without a company is one of the company that the text speaks of there. */
function employersIn(names: readonly Name[]): (person: string) => string | null {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [at, { name }] of names.entries()) {
    if (!places.has(name)) places.set(name, at);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (person) => {
    const place = places.get(person) ?? 0;
    const before = names
      .slice(Math.max(0, place - NEAR), place)
      .filter(({ kind }) => kind === 'organisation');
    const best = before
      .map(({ name }, at) => ({ name, weight: (counts.get(name) ?? 1) / (6 + before.length - at) }))
      .toSorted((a, b) => b.weight - a.weight)[0];
    return best?.name ?? null;
  };
}
