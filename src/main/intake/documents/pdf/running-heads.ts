import type { PdfLine } from './page-lines.ts';

/** Lines at the top or bottom of a page that stand on at least so many pages are heads or feet, not words of the text. */
const REPEATED = 3;
const LINES_AT_EDGE = 2;

/**
 * Leaves out page numbers and the repeats of running heads; a head stays where it stands first. They would cut sentences
 * that run over to the next page.
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return pages.map((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line) => {
      const key = keyOf(line);
      if (!edges.has(line) || (counts.get(key) ?? 0) < REPEATED) return true;
      if (isPageNumber(line.text) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

function edgesOf(page: readonly PdfLine[]): readonly PdfLine[] {
  const byHeight = page.toSorted((a, b) => b.base - a.base);
  return [...byHeight.slice(0, LINES_AT_EDGE), ...byHeight.slice(LINES_AT_EDGE).slice(-LINES_AT_EDGE)];
}

/** Numbers count up from page to page. */
function keyOf({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '#').toLowerCase();
}

function isPageNumber(text: string): boolean {
  return /^(?:page )?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|\/)\s*\d{1,4})?$/iu.test(text);
}
