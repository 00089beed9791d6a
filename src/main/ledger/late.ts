import { isKnowable } from '#core/figures/basis.ts';
import { type Lateness, latenessAt, latenessEver, type Recording } from '#core/figures/late.ts';
import type { NounId } from '#core/model/field.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { nameOf } from './references.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';

/** What was published but recorded later, and what was recorded before it was published (METHODS §2.2). */
export interface LateRequest {
  readonly asOf: string;
  /** Null: at any instant until now. */
  readonly knownAt: string | null;
}

export interface LateEntry extends Lateness {
  readonly id: string;
  readonly noun: NounId;
  readonly name: string;
  readonly sourceId: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly recordedAt: string;
}

export interface LateList {
  /** Knowable and not known, latest first. */
  readonly late: LateEntry[];
  readonly lateTotal: number;
  /** Known and not knowable: a date is wrong. */
  readonly ahead: LateEntry[];
  readonly aheadTotal: number;
  /** What nothing can be said of: its source has no day of publication. */
  readonly undated: { readonly sources: number; readonly entries: number };
}

const FACTS = [
  'deal',
  'figure',
  'quote',
  'reaction',
  'key-date',
  'schedule-row',
] as const satisfies readonly NounId[];

const MOST = 500;

interface Row extends Recording {
  readonly id: string;
  readonly sourceId: string;
  readonly source: string;
  readonly periodEnd: string | null;
}

type Found = Row & Lateness & { readonly noun: NounId };

export function listLate(ledger: ReadableLedger, request: LateRequest): LateList {
  const found = FACTS.flatMap((noun) => lateOf(ledger, noun, request));
  const ahead = found.filter(({ standing }) => standing === 'ahead');
  const late = found.filter(({ standing }) => standing !== 'ahead').toSorted((a, b) => b.days - a.days);
  return {
    late: late.slice(0, MOST).map((one) => named(ledger, one)),
    lateTotal: late.length,
    ahead: ahead.slice(0, MOST).map((one) => named(ledger, one)),
    aheadTotal: ahead.length,
    undated: countUndated(ledger, request.knownAt),
  };
}

function lateOf(ledger: ReadableLedger, noun: NounId, { asOf, knownAt }: LateRequest): Found[] {
  const rows = statement<Row>(ledger.db, candidates(noun)).iterate();
  const found: Found[] = [];
  for (const row of rows) {
    const { periodEnd, publishedOn } = row;
    const lateness = knownAt === null ? latenessEver(row) : latenessAt(row, knownAt);
    if (lateness === null) continue;
    if (lateness.standing !== 'ahead' && !isKnowable({ periodEnd, source: { publishedOn } }, asOf)) continue;
    found.push({ ...row, ...lateness, noun });
  }
  return found;
}

/** Every entry of a noun once, as its newest version reads, where its source has a day of publication. */
function candidates(noun: NounId): string {
  const { table } = tableOf(noun);
  const periodEnd = noun === 'figure' ? 'x.period_end' : 'NULL';
  return `SELECT x.id AS id, x.source_id AS sourceId, s.title AS source, s.published_on AS publishedOn,
      ${periodEnd} AS periodEnd, o.at AS firstAt, x.recorded_at AS newestAt, x.retracted_at AS retractedAt
    FROM ${table} x
    JOIN objects b ON b.id = x.id
    JOIN changes o ON o.seq = b.created_seq
    JOIN sources s ON s.id = x.source_id AND s.version = (SELECT max(n.version) FROM sources n WHERE n.id = s.id)
    WHERE s.published_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ${table} n WHERE n.id = x.id AND n.version > x.version)
    ORDER BY x.id`;
}

function named(ledger: ReadableLedger, { firstAt, newestAt, standing, ...one }: Found): LateEntry {
  const { id, noun, sourceId, source, publishedOn, days } = one;
  const recordedAt = standing === 'corrected-later' ? newestAt : firstAt;
  const name = withoutSource(nameOf(ledger, id), source);
  return { id, noun, name, sourceId, source, publishedOn, recordedAt, standing, days };
}

/** The list has a column for the source. */
function withoutSource(name: string, source: string): string {
  const end = ` in ${source}`;
  return name.endsWith(end) ? name.slice(0, -end.length) : name;
}

function countUndated(ledger: ReadableLedger, knownAt: string | null): LateList['undated'] {
  const facts = FACTS.map(
    (noun) => `SELECT source_id FROM ${tableOf(noun).table} x WHERE ${inForceAt(knownAt, 'x.')}`,
  ).join(' UNION ALL ');
  const sql = `SELECT count(DISTINCT s.id) AS sources, count(*) AS entries FROM (${facts}) f
    JOIN sources s ON s.id = f.source_id AND s.published_on IS NULL AND ${inForceAt(knownAt, 's.')}`;
  const bound = knownAt === null ? [] : [{ known: knownAt }];
  return statement<LateList['undated']>(ledger.db, sql).get(...bound) ?? { sources: 0, entries: 0 };
}
