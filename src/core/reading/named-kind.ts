import { type Placed, within } from '../extract/placed.ts';
import type { Reading } from '../extract/reading.ts';
import type { DraftEntity } from './entry-draft.ts';

const INSTITUTION =
  /\b(?:bank of (?:england|japan|canada|korea|italy|spain|france)|central bank|reserve bank|federal reserve|ministry|treasury|commission|authority|regulator|university|agency|department|government|parliament|council|court|IMF|OECD|monetary fund|world bank|institute)\b/iu;

/** What a new entity of that name would be: a person only where the text does not speak of an organisation. */
export function kindOfName(
  name: string,
  { names }: Reading,
  otherwise: 'person' | 'company',
): DraftEntity['kind'] {
  if (INSTITUTION.test(name)) return 'institution';
  if (otherwise === 'company') return 'company';
  return organisationsOf(names).has(name) ? 'company' : 'person';
}

const known = new WeakMap<Reading['names'], ReadonlySet<string>>();

function organisationsOf(names: Reading['names']): ReadonlySet<string> {
  const found =
    known.get(names) ?? new Set(names.filter(({ kind }) => kind === 'organisation').map(({ name }) => name));
  known.set(names, found);
  return found;
}

/** The one organisation that a sentence speaks of, under whatever form; empty where there is none or another. */
export function onlyCompany({ names }: Reading, sentence: Placed): string {
  const organisations = within(names, sentence).filter(({ kind }) => kind === 'organisation');
  const [only, ...others] = new Set(organisations.map(({ name }) => name));
  return only === undefined || others.length > 0 ? '' : only;
}
