import type { Metric } from '#core/model/figure.ts';
import type { Qualifier } from '#core/quantities/qualifier.ts';
import { toFull, type UnitId } from '#core/quantities/unit.ts';
import { both, isUnitAsked, type Judged, judgeAmount, judgeDays } from '#core/search/answers-question.ts';
import type { Question } from '#core/search/question.ts';
import type { SearchTerm, SearchWords } from '#core/search/words.ts';
import type { Steps } from '#core/steps.ts';
import type { FigureHits } from '#shared/contract/search.ts';
import { inForceAt } from '../in-force.ts';
import type { ReadableLedger } from '../ledger.ts';
import { statement } from '../statements.ts';
import type { SearchScope } from './found.ts';
import { hitOf } from './hits.ts';
import { indexedOf, NOUN_SPAN } from './indexed.ts';
import { dealsOf, known, matchOf, refsTo } from './match.ts';

/** Answers a question about amounts from the figures in force: SQL narrows them down, the core judges each. */
interface Row {
  readonly version: number;
  readonly unit: UnitId;
  readonly qualifier: Qualifier;
  readonly lo: number | null;
  readonly point: number | null;
  readonly hi: number | null;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly period_label: string | null;
  readonly deal_id: string | null;
  readonly source_id: string;
}

interface Answer {
  readonly row: Row;
  readonly judged: Judged;
}

interface Tally {
  readonly answers: Answer[];
  undisclosed: number;
}

/** Rows that are read between two stops. */
const PAGE = 4_000;
/** More answers than this help nobody; the tally then says that there are more. */
const MOST_ANSWERS = 5_000;

export interface FiguresRequest {
  readonly question: Question;
  readonly words: SearchWords;
  readonly scope: SearchScope;
  readonly asOf: string | null;
  readonly limit: number;
}

export function* figuresAsked(ledger: ReadableLedger, request: FiguresRequest): Steps<FigureHits> {
  const { question, words, scope, limit } = request;
  const tally: Tally = { answers: [], undisclosed: 0 };
  const within = withinOf(ledger, words, scope);
  let after = 0;
  let isMore = false;
  for (;;) {
    const rows = pageOf(ledger, request, within, after);
    for (const row of rows) judge(ledger, question, scope, row, tally);
    after = rows.at(-1)?.version ?? 0;
    isMore = tally.answers.length >= MOST_ANSWERS;
    if (rows.length < PAGE || isMore) break;
    yield;
  }
  const sorted = tally.answers.toSorted(bySize);
  const certain = sorted.filter(({ judged }) => judged.certainty === 'certain').length;
  return {
    reading: question.reading,
    certain,
    possible: sorted.length - certain,
    undisclosed: tally.undisclosed,
    isMore,
    hits: sorted.slice(0, limit).map((answer) => figureHit(ledger, request, answer)),
  };
}

/** Figures that hold or refer to the words and the company of the filter; null: all. */
function withinOf(ledger: ReadableLedger, words: SearchWords, scope: SearchScope): string | null {
  const { entityId, knownAt } = scope;
  const found = words.wanted.length === 0 ? null : matchOf(ledger, words, knownAt).entries;
  const about = entityId === null ? null : refsTo([entityId, ...dealsOf(ledger, [entityId], knownAt)]);
  const parts = [found, about].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ');
}

function pageOf(
  { db }: ReadableLedger,
  { question, scope }: FiguresRequest,
  match: string | null,
  after: number,
): readonly Row[] {
  const base = indexedOf('figure')?.base ?? 0;
  const held = `f.version IN (SELECT rowid - ${base} FROM search_entries
      WHERE search_entries MATCH @match AND rowid BETWEEN ${base} AND ${base + NOUN_SPAN - 1})`;
  const { sourceId, from, until, knownAt } = scope;
  const sql = `SELECT f.version, f.unit, f.qualifier, f.lo, f.point, f.hi, f.period_start, f.period_end, f.period_label,
      f.deal_id, f.source_id FROM figures f
    WHERE f.version > @after AND ${inForceAt(knownAt, 'f.')}
      ${question.metrics === null ? '' : 'AND f.metric IN (SELECT value FROM json_each(@metrics))'}
      ${question.unit === null ? '' : 'AND f.unit = @unit'}
      ${match === null ? '' : `AND ${held}`}
      ${sourceId === null ? '' : 'AND f.source_id = @sourceId'}
      ${
        from === null && until === null
          ? ''
          : `AND f.source_id IN (SELECT s.id FROM sources s WHERE ${inForceAt(knownAt, 's.')}
        AND s.published_on >= coalesce(@from, '') AND s.published_on <= coalesce(@until, '9999-12-31'))`
      }
    ORDER BY f.version LIMIT ${PAGE}`;
  const metrics: readonly Metric[] = question.metrics ?? [];
  return statement<Row>(db, sql).all({
    after,
    metrics: JSON.stringify(metrics),
    unit: question.unit,
    match,
    sourceId,
    from,
    until,
    ...known(knownAt),
  });
}

function judge(ledger: ReadableLedger, question: Question, scope: SearchScope, row: Row, tally: Tally): void {
  const isUnknown = row.lo === null && question.comparison !== null && isUnitAsked(question, row.unit);
  const amount = isUnknown ? null : judgeAmount(question, row);
  if (amount === null && !isUnknown) return;
  const days = question.period === null ? null : daysOf(ledger, scope.knownAt, row);
  const when = days === null ? null : judgeDays(question, days);
  if (days !== null && when === null) return;
  if (amount === null) tally.undisclosed += 1;
  else tally.answers.push({ row, judged: when === null ? amount : both(amount, when) });
}

function daysOf({ db }: ReadableLedger, knownAt: string | null, row: Row): Parameters<typeof judgeDays>[1] {
  const sourceSql = `SELECT published_on AS day FROM sources WHERE id = @id AND ${inForceAt(knownAt)}`;
  const dealSql = `SELECT start_on AS startOn, end_on AS endOn, announced_on AS announcedOn, signed_on AS signedOn,
      coalesce(tenor_years_hi, tenor_years_lo) AS tenorYears
    FROM deals WHERE id = @id AND ${inForceAt(knownAt)}`;
  const deal = row.deal_id === null ? undefined : dealDays(db, dealSql, row.deal_id, knownAt);
  const source = statement<{ day: string | null }>(db, sourceSql).get({
    id: row.source_id,
    ...known(knownAt),
  });
  return {
    periodStart: row.period_start,
    periodEnd: row.period_end,
    periodLabel: row.period_label,
    deal: deal ?? null,
    publishedOn: source?.day ?? null,
  };
}

type DealDays = NonNullable<Parameters<typeof judgeDays>[1]['deal']>;

function dealDays(
  db: ReadableLedger['db'],
  sql: string,
  id: string,
  knownAt: string | null,
): DealDays | undefined {
  return statement<DealDays>(db, sql).get({ id, ...known(knownAt) });
}

/** Certain ones first; then the larger, each in its own currency; the newest of equals. */
function bySize(a: Answer, b: Answer): number {
  const rank = ({ judged }: Answer): number => (judged.certainty === 'certain' ? 0 : 1);
  return rank(a) - rank(b) || sizeOf(b.row) - sizeOf(a.row) || b.row.version - a.row.version;
}

function sizeOf({ point, lo, unit }: Row): number {
  const stored = point ?? lo;
  return stored === null ? Number.NEGATIVE_INFINITY : toFull(stored, unit);
}

function figureHit(
  ledger: ReadableLedger,
  { words, asOf, scope }: FiguresRequest,
  { row, judged }: Answer,
): FigureHits['hits'][number] {
  const indexed = indexedOf('figure');
  if (indexed === null) throw new Error('Figures are not indexed.');
  const terms: readonly SearchTerm[] = words.wanted;
  return {
    ...hitOf(ledger, indexed, row.version, { terms, asOf, knownAt: scope.knownAt }),
    ...judged,
  };
}
