import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesIn, caseArticles } from './annotations.ts';
import type { Class } from './matching.ts';
import { judged, scoreOf, scoreTable } from './scores.ts';

/** The extractor against what readers annotated. The tables go to the log, so that every run shows them. */
const HERE = import.meta.dirname;
const SOURCES = join(HERE, '../../../shared/case/sources');

describe('the five articles of the case', () => {
  const isThere = existsSync(SOURCES);
  const results = isThere ? caseArticles(join(HERE, 'case'), SOURCES).map(judged) : [];
  if (isThere) console.log(scoreTable('The five articles of the case', results));
  else console.log(`The five articles of the case were NOT scored: there is no folder ${SOURCES}.`);

  const targets: readonly (readonly [Class, number])[] = [
    ['money', 0.97],
    ['percents', 0.98],
    ['quotes', 0.95],
    ['reactions', 0.85],
    ['deals', 0.75],
    ['metrics', 0.7],
  ];
  it.skipIf(!isThere).each(targets)('%s: F1 of at least %d', (className, least) => {
    expect(scoreOf(results, className).f1).toBeGreaterThanOrEqual(least);
  });

  it.skipIf(!isThere)('names the right speaker in at least 0.9 of the quotes', () => {
    expect(scoreOf(results, 'quotes').apart['speaker']).toBeGreaterThanOrEqual(0.9);
  });
});

describe('invented articles of the genre', () => {
  const results = articlesIn(join(HERE, 'articles')).map(judged);
  console.log(scoreTable('Invented articles', results));

  const floors: readonly (readonly [Class, number])[] = [
    ['money', 0.98],
    ['percents', 0.99],
    ['quotes', 0.96],
    ['reactions', 0.95],
    ['deals', 0.85],
    ['metrics', 0.9],
  ];
  it.each(floors)('%s: F1 of at least %d', (className, least) => {
    expect(scoreOf(results, className).f1).toBeGreaterThanOrEqual(least);
  });
});
