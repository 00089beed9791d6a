import type { Reading } from '../extract/reading.ts';

const CAPITALS = /^\p{Lu}{2,6}$/u;

/**
 * Initials by which the same text calls a name, as `AWS` for Amazon Web Services, and the name for its initials. What else
 * it calls it, as `Google` for Google Cloud, may be its owner.
 */
export function shortNamesOf(
  name: string,
  { names, text }: Pick<Reading, 'names' | 'text'>,
): readonly string[] {
  const found = names.find((one) => one.by === 'name' && (one.name === name || one.text === name));
  if (found?.kind === 'person') return [];
  const called = found === undefined ? [] : [found.name, ...found.aliases];
  const short = called.filter((one) => CAPITALS.test(one) || isInitials(name, one));
  return [...new Set([...short, ...bracketed(name, text)])].filter((one) => one !== name);
}

/** `Amazon Web Services (AWS)`, `AWS (Amazon Web Services)`. */
function bracketed(name: string, text: string): readonly string[] {
  if (name === '') return [];
  const after = text.indexOf(`${name} (`);
  const [, inside] =
    after < 0
      ? []
      : (/^\(([^()\n]{2,60})\)/u.exec(text.slice(after + name.length + 1, after + name.length + 64)) ?? []);
  const before = text.indexOf(`(${name})`);
  const [, outside] =
    before < 0
      ? []
      : (/(?:^|[^\p{L}])(\p{Lu}{2,6}) $/u.exec(text.slice(Math.max(0, before - 8), before)) ?? []);
  const ofName = inside !== undefined && isInitials(inside, name) ? [inside] : [];
  return outside !== undefined && isInitials(outside, name) ? [...ofName, outside] : ofName;
}

function isInitials(short: string, name: string): boolean {
  const capitals = (name.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 1));
  return CAPITALS.test(short) && capitals.join('').toUpperCase() === short;
}
