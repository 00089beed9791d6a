import { plainName } from '../intake/names.ts';

/** An entity of the ledger as it may be called. */
export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tickers: readonly string[];
  readonly parentId: string | null;
}

export interface EntityMatch {
  readonly id: string;
  readonly name: string;
  /** By which name it was found: its own, an alias, a ticker, its initials, or through its parent. */
  readonly by: 'name' | 'alias' | 'ticker' | 'initials' | 'parent';
}

export interface EntityNames {
  /** Whom the words may mean, best first; `also` are other names by which the same text calls it. */
  readonly matchesOf: (name: string, also?: readonly string[]) => readonly EntityMatch[];
}

const LEGAL =
  /[,\s]+(?:incorporated|inc|corporation|corp|company|co|limited|ltd|plc|llc|llp|lp|pbc|ag|se|sa|s\.a|nv|n\.v|bv|b\.v|gmbh|ab|asa|oyj|a\/s|spa|s\.p\.a|pty(?: ltd)?|kk|holdings?|group)\.?$/iu;

/** As names are compared: without case, possessives, articles and legal suffixes. */
function coreOf(name: string): string {
  let core = plainName(name).replace(/^the /u, '').replace(/'s?$/u, '');
  for (
    let shorter = core.replace(LEGAL, '');
    shorter !== core && shorter !== '';
    shorter = core.replace(LEGAL, '')
  )
    core = shorter;
  return core.replace(/,$/u, '');
}

/** `Amazon Web Services (AWS)` is called by all three. */
function formsOf(name: string): readonly string[] {
  const [, before, inside] = /^(.+?)\s*\(([^)]+)\)\s*$/u.exec(name) ?? [];
  const forms = [name, ...(before === undefined || inside === undefined ? [] : [before, inside])];
  return [...new Set(forms.map(coreOf))].filter((form) => form !== '');
}

/** `NASDAQ: AMZN` and `AMZN.O` are AMZN. */
function tickerOf(ticker: string): string {
  return (ticker.split(/[:\s]/u).at(-1) ?? '').replace(/\.[A-Z]{1,3}$/u, '');
}

type Index = ReadonlyMap<string, readonly KnownEntity[]>;

function indexBy(
  entities: readonly KnownEntity[],
  formsOfOne: (one: KnownEntity) => readonly string[],
): Index {
  const index = new Map<string, KnownEntity[]>();
  for (const one of entities)
    for (const form of new Set(formsOfOne(one))) index.set(form, [...(index.get(form) ?? []), one]);
  return index;
}

/** Arranged once for all names of a document. */
export function entityNames(entities: readonly KnownEntity[]): EntityNames {
  const byName = indexBy(entities, ({ name }) => formsOf(name));
  const byAlias = indexBy(entities, ({ aliases }) => aliases.flatMap(formsOf));
  const byTicker = indexBy(entities, ({ tickers }) => tickers.map(tickerOf));
  const byInitials = indexBy(entities, ({ name, aliases }) => [name, ...aliases].flatMap(initialsOf));
  const byCapitals = indexBy(entities, ({ name, aliases }) => [name, ...aliases].filter(isCapitals));
  const byId = new Map(entities.map((one) => [one.id, one]));
  return {
    matchesOf: (name, also = []) => {
      const forms = [name, ...also].flatMap(formsOf);
      const found = (index: Index, by: EntityMatch['by'], keys: readonly string[]) =>
        keys.flatMap((key) => (index.get(key) ?? []).map(({ id, name: own }) => ({ id, name: own, by })));
      const direct = [
        ...found(byName, 'name', forms),
        ...found(byAlias, 'alias', forms),
        ...found(byTicker, 'ticker', tickersIn(name)),
      ];
      const initials = [
        ...found(byInitials, 'initials', [name, ...also].filter(isCapitals)),
        ...found(byCapitals, 'initials', initialsOf(name)),
      ];
      const parents = [
        ...direct.flatMap(({ id }) => parentOf(byId, id)),
        ...found(byName, 'parent', leadingWords(forms)),
      ];
      return once([...direct, ...initials, ...parents]);
    },
  };
}

/** Only capitals can be a ticker, so that `all` and `it` are none. */
function tickersIn(name: string): readonly string[] {
  const ticker = tickerOf(name.trim());
  return /^[A-Z]{2,6}$/u.test(ticker) ? [ticker] : [];
}

/** `AWS` may be Amazon Web Services; others have the same initials. */
function initialsOf(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.slice(0, 1));
  return capitals.length < 2 ? [] : [capitals.join('')];
}

function isCapitals(name: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(name);
}

/** `Google Cloud` may be on file as Google. */
function leadingWords(forms: readonly string[]): readonly string[] {
  return forms.flatMap((form) => {
    const words = form.split(' ');
    return words.slice(1).map((_, at) => words.slice(0, at + 1).join(' '));
  });
}

function parentOf(byId: ReadonlyMap<string, KnownEntity>, id: string): readonly EntityMatch[] {
  const parent = byId.get(byId.get(id)?.parentId ?? '');
  return parent === undefined ? [] : [{ id: parent.id, name: parent.name, by: 'parent' }];
}

function once(matches: readonly EntityMatch[]): readonly EntityMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The one whom the words call so; null where nobody or several are called so. Never by initials or through a parent. */
export function certainMatch(matches: readonly EntityMatch[]): EntityMatch | null {
  const direct = matches.filter(isDirect);
  return direct.length === 1 ? (direct[0] ?? null) : null;
}

/** Called so, and not merely likely to be meant. */
export function isDirect({ by }: Pick<EntityMatch, 'by'>): boolean {
  return by !== 'parent' && by !== 'initials';
}
