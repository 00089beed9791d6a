import { extractDocument } from '#core/extract/extract.ts';
import type { Article, Span } from './annotations.ts';
import { CLASSES, type Class, type Verdicts, verdictsOf } from './matching.ts';

export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of what was right that is right in this, too. */
  readonly apart: Readonly<Record<string, number>>;
}

export interface ArticleResult {
  readonly article: Article;
  readonly verdicts: Readonly<Record<Class, Verdicts>>;
  readonly setAside: Score;
}

export function judged(article: Article): ArticleResult {
  const extraction = extractDocument(article.text);
  const of = (className: Class) => verdictsOf(className, article, extraction);
  return {
    article,
    verdicts: {
      money: of('money'),
      percents: of('percents'),
      quotes: of('quotes'),
      reactions: of('reactions'),
      deals: of('deals'),
      metrics: of('metrics'),
    },
    setAside: setAsideScore(article, extraction.excluded),
  };
}

/** Over all the articles together: every annotation counts the same. */
export function scoreOf(results: readonly ArticleResult[], className: Class): Score {
  const all = results.map(({ verdicts }) => verdicts[className]);
  const right = all.flatMap((verdicts) => verdicts.right);
  const keys = [...new Set(right.flatMap(({ apart }) => Object.keys(apart)))];
  const apart = Object.fromEntries(
    keys.map((key) => [key, right.filter((pair) => pair.apart[key] === true).length / right.length]),
  );
  return counted({
    right: right.length,
    wrong: all.flatMap(({ wrong }) => wrong).length,
    missed: all.flatMap(({ missed }) => missed).length,
    apart,
  });
}

type Counts = Pick<Score, 'right' | 'wrong' | 'missed' | 'apart'>;

/** Nothing to find and nothing proposed is perfect. */
export function counted({ right, wrong, missed, apart }: Counts): Score {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    right,
    wrong,
    missed,
    apart,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}

/** By words: those set aside that should be, that should not be, and those missed. */
function setAsideScore({ text, expected }: Article, proposed: readonly Span[]): Score {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const lies = (spans: readonly Span[], at: number) =>
    spans.some(({ start, end }) => start <= at && at < end);
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const at of words) {
    const [should, is] = [lies(expected.excluded, at), lies(proposed, at)];
    if (should && is) count.right += 1;
    else if (is) count.wrong += 1;
    else if (should) count.missed += 1;
  }
  return counted({ ...count, apart: {} });
}

/** Rows for the log: each class over all, then each article. */
export function scoreTable(title: string, results: readonly ArticleResult[]): string {
  const totals = CLASSES.map((className) => ({ className, score: scoreOf(results, className) }));
  const lines = totals.map(({ className, score }) =>
    [
      className.padEnd(10),
      ...[score.right, score.wrong, score.missed].map((count) => String(count).padStart(6)),
      ...[score.precision, score.recall, score.f1].map((share) => share.toFixed(3).padStart(7)),
      `  ${Object.entries(score.apart)
        .map(([what, share]) => `${what} ${share.toFixed(2)}`)
        .join(', ')}`,
    ].join(' '),
  );
  const perArticle = results.map((result) =>
    [
      result.article.name.slice(0, 30).padEnd(30),
      ...CLASSES.map((className) => scoreOf([result], className).f1.toFixed(2).padStart(9)),
      result.setAside.f1.toFixed(2).padStart(9),
    ].join(' '),
  );
  return [
    title,
    'class       right  wrong missed  precis  recall      F1   right besides',
    ...lines,
    '',
    `${'F1 of each article'.padEnd(30)} ${[...CLASSES, 'set aside'].map((name) => name.padStart(9)).join(' ')}`,
    ...perArticle,
    '',
  ].join('\n');
}

/** What a proposal of some confidence turned out to be worth. */
export function confidenceTable(results: readonly ArticleResult[], className: Class): string {
  const seen = new Map<number, { right: number; all: number }>();
  const add = (confidence: number, isRight: boolean) => {
    const counts = seen.get(confidence) ?? { right: 0, all: 0 };
    seen.set(confidence, { right: counts.right + (isRight ? 1 : 0), all: counts.all + 1 });
  };
  for (const { verdicts } of results) {
    for (const { proposed } of verdicts[className].right) add(proposed.confidence, true);
    for (const proposed of verdicts[className].wrong) add(proposed.confidence, false);
  }
  return [...seen]
    .toSorted(([a], [b]) => b - a)
    .map(([confidence, { right, all }]) => `confidence ${confidence}: ${right} of ${all} right`)
    .join('\n');
}
