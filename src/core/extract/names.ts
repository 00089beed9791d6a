import { type CapitalRun, capitalRuns } from './names/capital-runs.ts';
import { isCommonWord } from './names/common-words.ts';
import { formsOf } from './names/forms.ts';
import { kindsOf, type NameKind } from './names/kinds.ts';
import { referencesIn } from './names/references.ts';
import { isTitleCase } from './names/title-case.ts';
import { outside, type Placed } from './placed.ts';
import type { Sentence } from './sentences.ts';

/**
 * Organisations, people and places that a text names, with what refers back to them. Law: in the order of the text, never
 * overlapping; a reference that cannot be resolved is left out. Knows no list of companies.
 */
export interface Name extends Placed {
  /** As printed, without the possessive. */
  readonly text: string;
  /** The fullest form in the document; of "the company" and "it" the organisation meant. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** `other`: a product, a law, an index, or unsure. */
  readonly kind: NameKind;
  /** `description`: "the company", "the Perth-based miner". */
  readonly by: 'name' | 'description' | 'pronoun';
  readonly isPossessive: boolean;
}

/** Those said by name. */
export function namedIn(text: string, sentences: readonly Sentence[]): readonly Name[] {
  const lower = lowerWords(sentences);
  const likely = withoutChance(withoutOwnership(capitalRuns(sentences)), text, lower);
  const kinds = kindsOf(text, likely);
  const elsewhere = new Set(
    likely
      .filter(({ text: form, isInitial }) => !isInitial || form.includes(' '))
      .flatMap(({ text: form }) => [form, ...form.split(' ')]),
  );
  const runs = likely.filter((run) => {
    const { text: form, isInitial } = run;
    if (form.includes(' '))
      return kinds.get(form) !== 'other' || !form.split(' ').every((word) => lower.has(word.toLowerCase()));
    return !isInitial || elsewhere.has(form) || kinds.get(form) !== 'other' || isSubject(run, text);
  });
  const forms = formsOf(text, runs, kinds);
  const kindOf = (form: string): NameKind => {
    const full = kinds.get(forms.canonical(form)) ?? 'other';
    return full === 'other' ? (kinds.get(form) ?? 'other') : full;
  };
  const named = [...inFull(runs, text), ...inTitles(sentences, runs)].toSorted((a, b) => a.start - b.start);
  return named.map(({ start, end, text: form, isPossessive }): Name => {
    const name = forms.canonical(form);
    const aliases = forms.aliases(name);
    return { start, end, text: form, name, aliases, kind: kindOf(form), by: 'name', isPossessive };
  });
}

/** `Mason’s Trust` where the text has `Mason’s Trust Financial` elsewhere. */
function inFull(runs: readonly CapitalRun[], text: string): readonly CapitalRun[] {
  const owned = [...new Set(runs.map(({ text: form }) => form))].filter((form) => /[’']s /u.test(form));
  if (owned.length === 0) return runs;
  return runs.map((run) => {
    const full = run.isPossessive
      ? owned.find((form) => form.startsWith(`${text.slice(run.start, run.end + 2)} `))
      : undefined;
    if (full === undefined) return run;
    const end = run.start + commonWords(full, text.slice(run.start, run.start + full.length));
    return end <= run.end + 2
      ? run
      : {
          ...run,
          end,
          text: text.slice(run.start, end),
          isPossessive: /^[’']s?\b/u.test(text.slice(end, end + 2)),
        };
  });
}

/** Length of the whole words that two texts begin with. */
function commonWords(full: string, words: string): number {
  let length = 0;
  while (length < full.length && full[length] === words[length]) length += 1;
  return length === full.length ? length : Math.max(0, full.lastIndexOf(' ', length - 1));
}

/** After a word that begins a sentence and is what the sentence is about. */
const SUBJECT =
  /^(?:,? \((?:\p{Lu}\p{L}{1,9} ?: ?)?\p{Lu}|, (?:an?|the|which|who|whose|one of)\b| (?:has|have|had|will|would|said|says|also|Inc|Ltd|plc|Corp|S\.A|AG)\b| and \p{Lu}\p{Ll})/u;

function isSubject({ end }: CapitalRun, text: string): boolean {
  return SUBJECT.test(text.slice(end, end + 24));
}

function lowerWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of sentences)
    for (const [word] of text.matchAll(/[\p{L}\p{N}’'-]+/gu)) if (/^\p{Ll}/u.test(word)) words.add(word);
  return words;
}

/** Names together with what refers back to them; a name within a description gives way to it. */
export function withReferences(names: readonly Name[], told: Told): readonly Name[] {
  const references = referencesIn(told.text, told.sentences, names, told.speech);
  return [...outside(names, references), ...references].toSorted((a, b) => a.start - b.start);
}

export interface Told {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly speech: readonly Placed[];
}

/** Headings of reports run into the text. */
const LABEL =
  /^(?:Financial|Market|Key|Company|Business|Segment|Operating|Industry|Development|Corporate|Quarterly|Recent|Strategic|Risk|Regulatory|Management|Investor|Growth) (?:\p{Lu}[\p{L}&]+ ){0,3}(?:Data|Changes|Strategy|Direction|Metrics|Highlights|Outlook|Results|Statements?|Overview|Summary|Review|Update|Environment|Performance|Guidance|Remarks|Answers|Session|Participants|Details|Factors)$|^Big (?:Tech|Oil|Pharma|Banks?|Three|Four|Five)$/u;
/** `Therapeutics Inc FSTX`: the code of the share behind the legal form. */
const GLUED_CODE = /\b(?:Inc|plc|PLC|Corp|Corporation|Ltd|Limited|AG|SA|NV|SE|LLC|SpA|ASA)\.? \p{Lu}{2,6}$/u;
/** A name keeps its `’s` only where the text never has it without: `Macy’s said`, not `OpenAI’s has`. */
function withoutOwnership(runs: readonly CapitalRun[]): readonly CapitalRun[] {
  const plain = new Set(runs.filter(({ isPossessive }) => !isPossessive).map(({ text }) => text));
  return runs.map((run) => {
    const owner = run.text.replace(/[’']s$/u, '');
    if (owner === run.text || !plain.has(owner)) return run;
    return { ...run, text: owner, end: run.end - 2, isPossessive: true };
  });
}

/** `(LSE: TWK`. */
const TICKER = /\(\p{Lu}{2,7}:$|\(\p{Lu}{2,7}: ?[\p{Lu}\d.]{1,8}[),;]?$/u;

/** `TOKYO (Pacific Dispatch) --`, `RENO, Nev., November 4 --`: where and when a report was filed. */
const DATELINE =
  /^\s*\p{Lu}{3}[\p{Lu} .'’-]{0,28}(?:, ?[^\n—–-]{0,60}?|\/[\p{Lu} ]{2,20})?(?: ?\([^)\n]{2,40}\))? ?(?:--?|—|–) /u;
const DATELINE_REACH = 140;

function isDateline({ start, end }: Placed, text: string, lower: ReadonlySet<string>): boolean {
  const near = text.slice(Math.max(0, start - DATELINE_REACH), start);
  const broken = near.lastIndexOf('\n');
  if (broken < 0 && start > near.length) return false;
  const from = start - near.length + broken + 1;
  if (end - from > DATELINE_REACH) return false;
  const dateline = DATELINE.exec(text.slice(from, from + DATELINE_REACH * 2))?.[0];
  return (
    (dateline !== undefined && start < from + dateline.length) ||
    (start === from &&
      /^\p{Lu}{3,} \p{Ll}/u.test(text.slice(start, end + 2)) &&
      isInLower(text.slice(start, end), lower))
  );
}

/** `PUB` where the text has `pubs`. */
function isInLower(word: string, lower: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase();
  return lower.has(plain) || lower.has(`${plain}s`);
}

/** A single capital at the beginning of a sentence is a name only where the text has it elsewhere, and never in lower case. */
function withoutChance(
  runs: readonly CapitalRun[],
  text: string,
  lower: ReadonlySet<string>,
): readonly CapitalRun[] {
  const sure = new Set(runs.filter(({ isInitial }) => !isInitial).map(({ text: form }) => form));
  const things = definedThings(runs, text);
  return runs.filter(({ text: form, isInitial, isPossessive, inHeading, start, end }) => {
    if (LABEL.test(form)) return false;
    if (sure.has(form) && !/^\p{Lu}{3,}$/u.test(form)) return true;
    if (/^Series \p{Lu}\d?$/u.test(form) || isDateline({ start, end }, text, lower)) return false;
    if (things.has(form)) return false;
    if (GLUED_CODE.test(text.slice(Math.max(0, start - 14), end))) return false;
    if (TICKER.test(text.slice(Math.max(0, start - 12), end + 1))) return false;
    if (form.includes(' ')) return true;
    const isCommon = isCommonWord(form) || lower.has(form.toLowerCase());
    if (isCommon && /\bthe $/iu.test(text.slice(Math.max(0, start - 4), start))) return false;
    if (isInitial && inHeading) return false;
    if (isCommon && (isInitial || /^\p{Lu}{3,}$/u.test(form))) return false;
    if (!isInitial) return true;
    return (
      isPossessive || /\p{Lu}.*\p{Lu}/u.test(form) || !/(?:ly|ing|ed|tion|ments?|ness|ities)$/u.test(form)
    );
  });
}

/** `transmission and distribution (T&D)`: initials of what is no name. */
function definedThings(runs: readonly CapitalRun[], text: string): ReadonlySet<string> {
  const defined = runs.filter(
    ({ start, text: form }) =>
      /^[\p{Lu}&]{2,6}$/u.test(form) &&
      /\p{Ll} \($/u.test(text.slice(Math.max(0, start - 3), start)) &&
      !/\p{Lu}[\p{L}.]* \($/u.test(text.slice(Math.max(0, start - 30), start)),
  );
  return new Set(defined.map(({ text: form }) => form));
}

/** Headings in title case are searched for the names of the text. */
function inTitles(sentences: readonly Sentence[], runs: readonly CapitalRun[]): readonly CapitalRun[] {
  const known = new Set(runs.map(({ text }) => text));
  let longest = 1;
  for (const form of known) longest = Math.max(longest, form.split(' ').length);
  return sentences
    .filter(isTitleCase)
    .flatMap((sentence) => titleNames(sentence, known, Math.min(longest, 6)));
}

function titleNames(sentence: Sentence, known: ReadonlySet<string>, longest: number): readonly CapitalRun[] {
  const words = [...sentence.text.matchAll(/[\p{L}\p{N}&][\p{L}\p{N}&.-]*[\p{L}\p{N}&]|[\p{L}\p{N}&]/gu)];
  const found: CapitalRun[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestKnown(words, at, { sentence, known, longest });
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first !== undefined && last !== undefined) {
      const end = last.index + last[0].length;
      found.push({
        start: sentence.start + first.index,
        end: sentence.start + end,
        text: sentence.text.slice(first.index, end),
        isPossessive: /^[’'](?:s|(?= ))/u.test(sentence.text.slice(end, end + 2)),
        isInitial: at === 0,
        afterRole: false,
        inHeading: true,
      });
    }
    at += Math.max(1, length);
  }
  return found;
}

interface Search {
  readonly sentence: Sentence;
  readonly known: ReadonlySet<string>;
  readonly longest: number;
}

function longestKnown(
  words: readonly RegExpExecArray[],
  at: number,
  { sentence, known, longest }: Search,
): number {
  const first = words[at];
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const last = words[at + length - 1];
    if (first === undefined || last === undefined) continue;
    if (known.has(sentence.text.slice(first.index, last.index + last[0].length))) return length;
  }
  return 0;
}
