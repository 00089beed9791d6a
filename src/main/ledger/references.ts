import { NOUN_IDS, type NounId } from '#core/model/field.ts';
import { nounOfId } from '#core/model/nouns.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';
import type { VersionRow } from './versions.ts';

/** Which column of which table refers to which noun; derived from the model. */
interface Referrer {
  readonly noun: NounId;
  readonly table: string;
  readonly column: string;
}

function referrersOf(target: NounId): readonly Referrer[] {
  return NOUN_IDS.flatMap((noun) => {
    const { table, columns, types } = tableOf(noun);
    return columns
      .filter((_, at) => {
        const type = types[at];
        return type?.type === 'reference' && type.noun === target;
      })
      .map((column) => ({ noun, table, column }));
  });
}

const referrers: ReadonlyMap<NounId, readonly Referrer[]> = new Map(
  NOUN_IDS.map((noun) => [noun, referrersOf(noun)]),
);

/** Parts of a deal: retracted and restored with it. */
const PARTS_OF_DEAL: readonly Referrer[] = (['deal-party', 'figure', 'schedule-row'] as const).map(
  (noun) => ({
    noun,
    table: tableOf(noun).table,
    column: 'deal_id',
  }),
);

export function isInForce(ledger: ReadableLedger, noun: NounId, id: string): boolean {
  const sql = `SELECT 1 FROM ${tableOf(noun).table} WHERE id = ? AND retracted_seq IS NULL`;
  return statement(ledger.db, sql).get(id) !== undefined;
}

export interface Named {
  readonly id: string;
  readonly noun: NounId;
  readonly name: string;
}

/**
 * Entries in force that refer to this one, now (null) or as an instant knew them. What was thought of a flag holds
 * nothing up: it stays on file by itself.
 */
export function dependentsOf(
  ledger: ReadableLedger,
  id: string,
  limit: number,
  knownAt: string | null = null,
): readonly Named[] {
  return referringTo(ledger, id, { limit, knownAt, isCounted: () => true });
}

/** Entries in force that would hang in the air without this one; a pick may outlive its figure, and then says so. */
export function keepersOf(ledger: ReadableLedger, id: string, limit: number): readonly Named[] {
  return referringTo(ledger, id, { limit, knownAt: null, isCounted: (noun) => noun !== 'pick' });
}

interface Referring {
  readonly limit: number;
  readonly knownAt: string | null;
  readonly isCounted: (noun: NounId) => boolean;
}

function referringTo(
  ledger: ReadableLedger,
  id: string,
  { limit, knownAt, isCounted }: Referring,
): readonly Named[] {
  const target = nounOfId(id);
  if (target === null) return [];
  const found: Named[] = [];
  for (const { noun, table, column } of (referrers.get(target) ?? []).filter((one) => isCounted(one.noun))) {
    if (found.length >= limit) break;
    if (noun === 'disposition') continue;
    const sql = `SELECT id FROM ${table} WHERE ${column} = ? AND ${inForceAt(knownAt)} ORDER BY version LIMIT ?`;
    const bound = knownAt === null ? [] : [{ known: knownAt }];
    const rows = statement<{ id: string }>(ledger.db, sql).all(...bound, id, limit - found.length);
    found.push(...rows.map((row) => ({ id: row.id, noun, name: nameOf(ledger, row.id, knownAt) })));
  }
  return found;
}

export function partsOf(
  ledger: ReadableLedger,
  id: string,
): readonly { readonly id: string; readonly noun: NounId }[] {
  if (nounOfId(id) !== 'deal') return [];
  return PARTS_OF_DEAL.flatMap(({ noun, table, column }) =>
    statement<{ id: string }>(
      ledger.db,
      `SELECT id FROM ${table} WHERE ${column} = ? AND retracted_seq IS NULL ORDER BY version`,
    )
      .all(id)
      .map((row) => ({ id: row.id, noun })),
  );
}

/** The parts of a deal that were retracted by the same commit as it, each as it stood last. */
export function partsRetractedWith(
  ledger: ReadableLedger,
  id: string,
  seq: number,
): readonly { readonly noun: NounId; readonly row: VersionRow }[] {
  if (nounOfId(id) !== 'deal') return [];
  return PARTS_OF_DEAL.flatMap(({ noun, table, column }) =>
    statement<VersionRow>(
      ledger.db,
      `SELECT * FROM ${table} x WHERE ${column} = ? AND retracted_seq = ?
        AND NOT EXISTS (SELECT 1 FROM ${table} n WHERE n.id = x.id AND n.version > x.version) ORDER BY version`,
    )
      .all(id, seq)
      .map((row) => ({ noun, row })),
  );
}

/** How an entry is called in lists: written as SQL per noun, since a name may come from what it refers to. */
const NAMES: Readonly<Record<NounId, string>> = {
  entity: 'x.name',
  source: 'x.title',
  citation: "'Citation'",
  passage: 'substr(x.words, 1, 80)',
  deal: 'x.name',
  'deal-party': "entity(x.entity_id) || ' (' || x.role || ')'",
  figure:
    "entity(x.entity_id) || ', ' || x.metric || coalesce(', ' || x.wording, '') || coalesce(' in ' || source(x.source_id), '')",
  quote: "entity(x.speaker_id) || ': ' || substr(x.words, 1, 60)",
  reaction: "entity(x.entity_id) || ' ' || x.direction",
  'key-date': 'x.name',
  'schedule-row': "coalesce(x.start_on, 'undated')",
  price: "x.ticker || ' ' || x.on_day",
  'fx-rate': "x.base || '/' || x.quote_currency || ' ' || x.on_day",
  threshold: "x.signal || ', ' || x.scope",
  pick: "(SELECT e.name FROM entities e WHERE e.id = x.entity_id ORDER BY e.version DESC LIMIT 1) || ', ' || x.metric || ', pick of ' || x.reviewer",
  disposition: "x.signal || ' ' || x.state",
  scenario: 'x.name',
  'own-signal': 'x.name',
  original: 'x.name',
  rejection: "x.reason || ': ' || substr(x.words, 1, 60)",
};

/** SQL expression of the name of row `x` of a noun, from the newest versions of what it refers to; see `newestUntil`. */
export function nameExpression(noun: NounId, knownAt: string | null): string {
  const newest = (table: string, name: string, id: string): string =>
    `(SELECT n.${name} FROM ${table} n WHERE n.id = ${id}${newestUntil(knownAt, 'n')} ORDER BY n.version DESC LIMIT 1)`;
  return NAMES[noun]
    .replace(/\bentity\(([\w.]+)\)/g, (_, id: string) => newest('entities', 'name', id))
    .replace(/\bsource\(([\w.]+)\)/g, (_, id: string) => newest('sources', 'title', id));
}

/** Leaves out versions that an instant did not know yet; binds @known where one is given. */
function newestUntil(knownAt: string | null, alias: string): string {
  return knownAt === null ? '' : ` AND ${alias}.recorded_at <= @known`;
}

/** Name of the newest version, in force or not; of the newest that an instant knew, where one is given. */
export function nameOf(ledger: ReadableLedger, id: string, knownAt: string | null = null): string {
  const noun = nounOfId(id);
  if (noun === null) return id;
  const sql = `SELECT ${nameExpression(noun, knownAt)} AS name FROM ${tableOf(noun).table} x
    WHERE x.id = ?${newestUntil(knownAt, 'x')} ORDER BY x.version DESC LIMIT 1`;
  const bound = knownAt === null ? [] : [{ known: knownAt }];
  return statement<{ name: string | null }>(ledger.db, sql).get(...bound, id)?.name ?? id;
}
