import { ORGANISATION_WORD } from '../name-words.ts';
import type { CapitalRun } from './capital-runs.ts';
import type { NameKind } from './kinds.ts';

/**
 * Which names of one text mean the same. Law: only the text says so: initials in brackets after the name, initials of a
 * longer name, the name without its legal form, the first word of a name of several, a surname.
 */
export interface Forms {
  /** The fullest form of a name. */
  readonly canonical: (form: string) => string;
  readonly aliases: (canonical: string) => readonly string[];
}

const LEGAL =
  /[ ,]+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|plc|PLC|LLC|LLP|LP|AG|SA|SE|NV|BV|GmbH|AB|ASA|Oyj|SpA|KK|Pty|Pvt|Bhd|Berhad|Tbk|PJSC|JSC|KGaA|AS|A\/S|S\.A|N\.V|Holdings?|Group)\.?$/u;

export function withoutLegalForm(name: string): string {
  let shorter = name;
  while (LEGAL.test(shorter)) shorter = shorter.replace(LEGAL, '');
  return shorter === '' ? name : shorter;
}

export function formsOf(
  text: string,
  runs: readonly CapitalRun[],
  kinds: ReadonlyMap<string, NameKind>,
): Forms {
  const isPerson = (form: string) => kinds.get(form) === 'person';
  const first = new Map<string, number>();
  for (const { text: form, start } of runs) if (!first.has(form)) first.set(form, start);
  const known = [...first.keys()];
  const full = new Map<string, string>();
  for (const [code, name] of codesOf(text, runs)) full.set(code, name);
  for (const [alias, name] of bracketed(text, runs, isPerson)) full.set(alias, name);
  const byInitials = new Map(
    known
      .filter((name) => !isPerson(name))
      .flatMap((name) => initialsOf(name).map((initials) => [initials, name] as const)),
  );
  const byPlainName = longestBy(known, withoutLegalForm);
  const byFirstWord = extensions(first, kinds);
  const bySurname = longestBy(known.filter(isPerson), (name) => name.split(' ').at(-1) ?? name);
  for (const form of known) {
    const longer = [
      full.get(form),
      first.has(`${form}’s`) ? `${form}’s` : first.has(`${form}'s`) ? `${form}'s` : undefined,
      byInitials.get(form),
      byPlainName.get(withoutLegalForm(form)),
      byFirstWord.get(form),
      bySurname.get(form),
    ].find((name) => name !== undefined && name !== form);
    if (longer !== undefined) full.set(form, longer);
  }
  const canonical = (form: string) => settled(form, full);
  const groups = new Map<string, string[]>();
  for (const form of known) {
    const name = canonical(form);
    if (name !== form) groups.set(name, [...(groups.get(name) ?? []), form]);
  }
  return {
    canonical,
    aliases: (name) => {
      const plain = withoutLegalForm(name);
      return [...new Set([...(groups.get(name) ?? []), ...(plain === name ? [] : [plain])])];
    },
  };
}

const LONGEST_CHAIN = 5;

function settled(form: string, full: ReadonlyMap<string, string>): string {
  let name = form;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const next = full.get(name);
    if (next === undefined || next === name) return name;
    name = next;
  }
  return name;
}

/** `Amazon Web Services (AWS)`, `Northgate Water plc (“Northgate”)`, `BHP Group (formerly BHP Billiton)`. */
function bracketed(
  text: string,
  runs: readonly CapitalRun[],
  isPerson: (form: string) => boolean,
): readonly (readonly [string, string])[] {
  return runs.flatMap((run, at) => {
    const alias = runs[at + 1];
    if (alias === undefined) return [];
    const gap = text.slice(run.end, alias.start);
    if (gap.length > 24 || DEFINED.test(alias.text)) return [];
    const isClosed = /^(?: [-+]?\d[\d.]*%)?\)/u.test(text.slice(alias.end, alias.end + 10));
    const isCode = isClosed && /^\p{Lu}{2,6}$/u.test(alias.text) && !isPerson(run.text);
    const isPart = isClosed && sharesWord(run.text, alias.text);
    const isShort = /^ ?\($/u.test(gap) && (isCode || isPart || initialsOf(run.text).includes(alias.text));
    if (/^ ?\($/u.test(gap) && initialsOf(alias.text).includes(run.text))
      return [[run.text, alias.text] as const];
    return isShort || QUOTED.test(gap) || FORMER.test(gap) ? [[alias.text, run.text] as const] : [];
  });
}

/** Codes of shares by the name that they follow: `Zymora (NYSE: ZYMO)`, `Asteria plc ASTR`. */
function codesOf(text: string, runs: readonly CapitalRun[]): readonly (readonly [string, string])[] {
  return runs.flatMap(({ text: name, end }) => {
    const after = text.slice(end, end + 32);
    const code =
      CODE_IN_BRACKET.exec(after)?.[1] ??
      (LEGAL.test(name) ? /^\.? (\p{Lu}{3,6})\b/u.exec(after)?.[1] : undefined);
    return code === undefined ? [] : [[code, name] as const];
  });
}

const CODE_IN_BRACKET = /^\.?,? ?\(\p{L}{2,9} ?: ?(\p{Lu}{1,6})\)/u;

function sharesWord(name: string, alias: string): boolean {
  return (
    name.split(' ').length > 1 &&
    alias.split(' ').some((word) => word.length > 3 && name.split(' ').includes(word))
  );
}

const QUOTED = /^[’'s]*,?\s\((?:the |or |together,? )?["“'‘](?:the )?$/u;
const FORMER =
  /^,? \(?(?:formerly|previously|known as|also known as|which trades as|trading as)(?: known as)? $/u;
/** Terms that releases define, which are no names. */
const DEFINED = /^(?:Company|Group|Issuer|Offer|Board|Transaction|Agreement|Acquisition|Bank|Fund|Trust)$/u;

const SMALL = /^(?:of|and|the|for|&|de|du|la)$/u;

/** `AWS` of `Amazon Web Services`, `BoE` and `BOE` of `Bank of England`. */
function initialsOf(name: string): readonly string[] {
  const words = name.split(/[\s-]+/u);
  if (words.length < 2) return [];
  const plain = withoutLegalForm(name).split(/[\s-]+/u);
  const strict = (parts: readonly string[]) =>
    parts
      .filter((word) => !SMALL.test(word))
      .map((word) => word[0] ?? '')
      .join('');
  const loose = (parts: readonly string[]) =>
    parts.map((word) => (word === '&' ? '&' : (word[0] ?? ''))).join('');
  return [...new Set([strict(words), strict(plain), loose(words), loose(words).toUpperCase()])].filter(
    (initials) => initials.length >= 2,
  );
}

function longestBy(names: readonly string[], key: (name: string) => string): ReadonlyMap<string, string> {
  const longest = new Map<string, string>();
  for (const name of names) {
    const at = key(name);
    if (name.length > (longest.get(at) ?? '').length) longest.set(at, name);
  }
  return longest;
}

/** Parts of a company that bear its name and are another business. */
const DIVISION =
  /^(?:Cloud|Services|Labs?|Ventures|Capital|Research|News|Web|Media|Health|Finance|Financial|Software|Energy Services|Foundation|Securities|Insurance|Bank|Asset|Advisory|Analytics|Pay|Studios?|International|Americas?|Europe|Asia|Australia|India|Canada|UK)$/u;
const SAID_FIRST =
  /^(?:National|American|British|Royal|Bank|United|General|First|New|North|South|East|West|Central|Great|International|Global|Federal|Standard|Pacific|Atlantic|Northern|Southern|Eastern|Western|Indian|Canadian|Australian|European|University|Department|Ministry|State|City|Public|Energy|Power|Oil|Gas|Reserve)$/u;

/** A name of several words for its first alone: where the rest only says the trade, or only one such name came before. */
function extensions(
  first: ReadonlyMap<string, number>,
  kinds: ReadonlyMap<string, NameKind>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const [name, place] of first) {
    if (kinds.get(name) === 'person' || kinds.get(name) === 'place') continue;
    const words = withoutLegalForm(name).split(' ');
    for (let length = 1; length < words.length; length += 1) {
      const head = words.slice(0, length).join(' ');
      const tail = words.slice(length);
      if (SAID_FIRST.test(head) || tail.some((word) => DIVISION.test(word))) continue;
      const isTrade = tail.every((word) => ORGANISATION_WORD.test(word) || word === '&');
      const isNamedFirst =
        kinds.get(name) === 'organisation' && place < (first.get(head) ?? 0) && tail.length <= 2;
      if (!isTrade && !isNamedFirst) continue;
      const before = found.get(head);
      if (before !== undefined && withoutLegalForm(before) !== withoutLegalForm(name)) several.add(head);
      found.set(head, before ?? name);
    }
  }
  for (const head of several) found.delete(head);
  return found;
}
