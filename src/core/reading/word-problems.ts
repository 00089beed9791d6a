import type { Placed } from '../extract/placed.ts';
import { nounOf } from '../model/nouns.ts';
import type { EntryDraft } from './entry-draft.ts';
import { overlaps } from './stretches.ts';

interface Aside extends Placed {
  readonly reason: string;
}

interface FrozenText {
  readonly text: string;
  readonly excluded: readonly Aside[];
}

/** Why a stretch can be no passage; empty where it can. */
export function stretchProblems(text: string, { start, end }: Placed): readonly string[] {
  if (start >= end || end > text.length) return ['These words are not in the text.'];
  if (halves(text, start) || halves(text, end)) return ['The words begin or end within a character.'];
  return text.slice(start, end).trim() === '' ? ['Choose words: there are only spaces here.'] : [];
}

/** Whether a cut at that place would part a surrogate pair. */
function halves(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xff_ff;
}

/**
 * Why a draft does not stand on its passage: what is set aside is no evidence, and what is told as the words of the
 * source must be words of the passage.
 */
export function evidenceProblems(draft: EntryDraft, { text, excluded }: FrozenText): readonly string[] {
  const { as, fields, amount, passage, entities } = draft;
  const aside = excluded.find((one) => overlaps(one, passage));
  const told = [fields['wording'], amount?.['wording']].filter((one) => typeof one === 'string');
  const verbatim = as === 'quote' && fields['isVerbatim'] !== 0 ? fields['words'] : null;
  const words = plain(text.slice(passage.start, passage.end));
  const missing = told.filter((one) => !words.includes(plain(one)));
  const isOther = typeof verbatim === 'string' && !words.includes(plain(verbatim));
  return [
    ...(aside === undefined
      ? []
      : [`These words are set aside as ${aside.reason.replaceAll('-', ' ')}, and nothing rests on such.`]),
    ...missing.map((one) => `“${one}” does not stand in the words that the entry rests on.`),
    ...(isOther
      ? ['These are not the words of the document: correct them, or mark them as a paraphrase.']
      : []),
    ...slotProblems(as, fields, entities),
  ];
}

function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** Source, passage and deal come from the draft itself; an entity fills a field that refers to one. */
function slotProblems(
  as: EntryDraft['as'],
  fields: EntryDraft['fields'],
  entities: EntryDraft['entities'],
): readonly string[] {
  const known = nounOf(as).fields;
  const refers = (name: string) => known[name]?.of.type === 'reference';
  const given = Object.keys(fields).filter((name) => refers(name) && fields[name] !== null);
  const strays = entities.filter(({ slot }) => (as === 'deal' ? slot !== 'party' : !refers(slot)));
  return [
    ...given.map((name) => `${known[name]?.label ?? name} is not filled in here.`),
    ...strays.map(({ slot }) => `Nobody can be entered as “${slot}”.`),
  ];
}
