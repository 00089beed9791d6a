import { dayFrom, described } from '../day.ts';

/** What a page says of itself. */
export interface PageFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

const NO_FACTS: PageFacts = { title: null, publisher: null, author: null, url: null, published: null };

/** Longer blocks describe catalogues, not articles. */
const LONGEST = 1_000_000;
const MOST_THINGS = 2_000;

/** What the JSON-LD of a page says of its article; nothing where there is none or it cannot be read. */
export function structuredFacts(scripts: readonly string[]): PageFacts {
  for (const script of scripts) {
    const article = thingsIn(script).find(isArticle);
    if (article !== undefined) return factsOfArticle(article);
  }
  return NO_FACTS;
}

type Thing = Readonly<Record<string, unknown>>;

/** Breadth first through lists and graphs, as far as any article is. */
function thingsIn(script: string): readonly Thing[] {
  if (script.length > LONGEST) return [];
  const waiting: unknown[] = [parsed(script)];
  const things: Thing[] = [];
  for (let at = 0; at < waiting.length && at < MOST_THINGS; at += 1) {
    const next = waiting[at];
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS));
    else if (isThing(next)) {
      things.push(next);
      waiting.push(own(next, '@graph'), own(next, 'mainEntity'));
    }
  }
  return things;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

function isArticle(thing: Thing): boolean {
  const types = [own(thing, '@type')].flat();
  return types.some((type) => typeof type === 'string' && /(?:article|posting|report|blogpost)$/i.test(type));
}

function factsOfArticle(article: Thing): PageFacts {
  return {
    title: words(own(article, 'headline')) ?? words(own(article, 'name')),
    publisher: nameOf(own(article, 'publisher')),
    author: nameOf(own(article, 'author')),
    url: addressIn(own(article, 'url')) ?? addressIn(own(article, 'mainEntityOfPage')),
    published: dayFrom(words(own(article, 'datePublished')) ?? ''),
  };
}

/** A name, an object with a name, or several of them. */
function nameOf(given: unknown): string | null {
  const names = [given]
    .flat()
    .slice(0, 20)
    .map((one) => words(isThing(one) ? own(one, 'name') : one))
    .filter((name) => name !== null);
  return described(names.join(', '));
}

function addressIn(given: unknown): string | null {
  const text = isThing(given) ? own(given, '@id') : given;
  return typeof text === 'string' && /^https?:\/\//i.test(text) ? text.slice(0, 1_000) : null;
}

function words(given: unknown): string | null {
  return typeof given === 'string' ? described(given) : null;
}

function isThing(given: unknown): given is Thing {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function own(thing: Thing, key: string): unknown {
  return Object.hasOwn(thing, key) ? thing[key] : undefined;
}
