import { join } from 'node:path';
import { it } from 'vitest';
import { type Article, articlesIn, caseArticles, type Span } from './annotations.ts';
import { CLASSES, type Class } from './matching.ts';
import { type ArticleResult, confidenceTable, judged, scoreTable } from './scores.ts';

/**
 * Shows what was missed and what was falsely proposed on a folder of annotated articles:
 * `PLUMBLINE_ARTICLES=<folder> [PLUMBLINE_CLASS=deals] vitest run test/extraction/look.test.ts`; the folder may be `case`
 * or `articles` for those of the project.
 */
const FOLDER = process.env['PLUMBLINE_ARTICLES'];
const HERE = import.meta.dirname;
const ONLY = process.env['PLUMBLINE_CLASS'];

it.skipIf(FOLDER === undefined)('shows misses and false proposals of a folder', () => {
  const results = articlesOf(FOLDER ?? '').map(judged);
  const classes = CLASSES.filter((name) => ONLY === undefined || name === ONLY);
  for (const result of results) for (const name of classes) show(result, name);
  for (const name of classes) console.log(`${name}\n${confidenceTable(results, name)}`);
  console.log(scoreTable(FOLDER ?? '', results));
});

function articlesOf(folder: string): readonly Article[] {
  if (folder === 'case') return caseArticles(join(HERE, 'case'), join(HERE, '../../../shared/case/sources'));
  return articlesIn(folder === 'articles' ? join(HERE, folder) : folder);
}

function show({ article, verdicts }: ArticleResult, className: Class): void {
  const { missed, wrong, right } = verdicts[className];
  const lines = [
    ...missed.map((item) => `  missed   ${line(item, article.text)}`),
    ...wrong.map((item) => `  false    ${line(item, article.text)}`),
    ...right
      .filter(({ apart }) => Object.values(apart).includes(false))
      .map(
        ({ expected, proposed, apart }) =>
          `  but      ${Object.keys(apart)
            .filter((key) => apart[key] === false)
            .join(', ')}: should ${line(expected, article.text)} is ${line(proposed, article.text)}`,
      ),
  ];
  if (lines.length > 0) console.log(`${article.name} ${className}\n${lines.join('\n')}`);
}

function line(item: unknown, text: string): string {
  const { start, end, evidenceStart, evidenceEnd, ...rest } = item as Partial<
    Span & { evidenceStart: number; evidenceEnd: number }
  >;
  const [from, until] = [start ?? evidenceStart, end ?? evidenceEnd];
  const words =
    from === undefined || until === undefined ? '' : `“${text.slice(from, until).slice(0, 160)}” `;
  return `${words}${from === undefined ? '' : `@${from}-${until} `}${JSON.stringify(rest)}`;
}
