import { dayFrom, described } from '../day.ts';
import type { HtmlElement } from './node.ts';
import { type PageFacts, structuredFacts } from './structured.ts';

/**
 * What a page says of itself: its meta tags, its JSON-LD, its links, its heading. Nothing is loaded, nothing is run.
 * `siteName` is a fallback that page titles often end in.
 */
export function factsOf(document: HtmlElement): PageFacts {
  const meta = metaOf(document);
  const structured = structuredFacts(scriptsOf(document));
  const publisher =
    first(meta, ['og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher']) ??
    structured.publisher ??
    first(meta, ['application-name', 'apple-mobile-web-app-title']);
  return {
    title: titleOf(document, meta, structured, publisher),
    publisher,
    author: authorOf(meta) ?? structured.author ?? textOf(document, '[itemprop="author"], [rel="author"]'),
    url: addressOf(document, meta) ?? structured.url,
    published: structured.published ?? publishedOf(document, meta),
  };
}

type Meta = ReadonlyMap<string, string>;

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'date',
];

/** The first of each name counts. */
function metaOf(document: HtmlElement): Meta {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = described(element.getAttribute('content'));
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && content !== null && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

function first(meta: Meta, names: readonly string[]): string | null {
  for (const name of names) {
    const found = meta.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

function scriptsOf(document: HtmlElement): readonly string[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => script.textContent ?? '',
  );
}

function titleOf(
  document: HtmlElement,
  meta: Meta,
  structured: PageFacts,
  publisher: string | null,
): string | null {
  const headings = [...document.querySelectorAll('h1')];
  const only = headings.length === 1 ? described(headings[0]?.textContent) : null;
  return (
    first(meta, ['og:title', 'twitter:title', 'citation_title', 'dc.title']) ??
    structured.title ??
    only ??
    withoutSite(textOf(document, 'title'), publisher)
  );
}

/** `A deal | The Paper` is `A deal` where the page is known to be of The Paper. */
function withoutSite(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) return title;
  const parts = title.split(/ [|–—-] /u);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last.toLowerCase() === publisher.toLowerCase()
    ? title.slice(0, title.length - last.length - 3).trim()
    : title;
}

/** Some pages give a link to the author's page instead of a name. */
function authorOf(meta: Meta): string | null {
  const name = first(meta, [
    'author',
    'article:author',
    'citation_author',
    'dc.creator',
    'byl',
    'parsely-author',
  ]);
  return name === null || /^(?:https?:)?\/\//i.test(name) ? null : described(name.replace(/^by /i, ''));
}

function publishedOf(document: HtmlElement, meta: Meta): string | null {
  for (const name of PUBLISHED) {
    const day = dayFrom(meta.get(name) ?? '');
    if (day !== null) return day;
  }
  const time = document.querySelector(
    'time[itemprop="datePublished"], time[pubdate], article time[datetime]',
  );
  return dayFrom(time?.getAttribute('datetime') ?? time?.textContent ?? '');
}

function addressOf(document: HtmlElement, meta: Meta): string | null {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return webAddress(link) ?? webAddress(meta.get('og:url'));
}

export function webAddress(text: string | null | undefined): string | null {
  const url = URL.parse(text ?? '');
  return url !== null && /^https?:$/.test(url.protocol) ? url.href.slice(0, 1_000) : null;
}

function textOf(document: HtmlElement, selector: string): string | null {
  return described(document.querySelector(selector)?.textContent);
}
