import type { NounId } from '#core/model/field.ts';
import type { NounRow } from '#core/model/nouns.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf } from './tables/columns.ts';

/** Rows of a noun with their fields under the names of the model. */
export type Loaded<N extends NounId> = NounRow<N> & { readonly id: string; readonly recordedSeq: number };

export type Bound = Readonly<Record<string, string>>;

/** Rows in force that meet an SQL condition, by id. */
export type Load = <N extends NounId>(noun: N, where: string, bound: Bound) => Loaded<N>[];

/** Lists of ids bound as JSON text. */
export const ENTITIES = 'SELECT value FROM json_each(@entities)';
export const DEALS = 'SELECT value FROM json_each(@deals)';

/** Reads the rows in force at `knownAt`, null for now. */
export function loader(ledger: ReadableLedger, knownAt: string | null): Load {
  const inForce = inForceAt(knownAt);
  return <N extends NounId>(noun: N, where: string, bound: Bound): Loaded<N>[] => {
    const { table } = tableOf(noun);
    const sql = `SELECT ${columnsOf(noun)} FROM ${table} WHERE (${where}) AND ${inForce} ORDER BY id`;
    const query = statement<Record<string, unknown>>(ledger.db, sql);
    const rows = query.all(knownAt === null ? bound : { ...bound, known: knownAt });
    const lists = listsOf(noun);
    if (lists.length > 0) for (const row of rows) readLists(row, lists);
    return rows as unknown as Loaded<N>[];
  };
}

/** Named by SQL, so that a row needs no copying; the texts of documents stay in the file. */
function columnsOf(noun: NounId): string {
  const { columns, fieldNames } = tableOf(noun);
  const named = columns.map((column, at) => `${column} AS "${fieldNames[at] ?? ''}"`);
  return ['id', 'recorded_seq AS "recordedSeq"', ...named.filter((_, at) => columns[at] !== 'content')].join(
    ', ',
  );
}

function listsOf(noun: NounId): readonly string[] {
  const { types, fieldNames } = tableOf(noun);
  return fieldNames.filter((_, at) => types[at]?.type === 'list');
}

function readLists(row: Record<string, unknown>, lists: readonly string[]): void {
  for (const name of lists) {
    const cell = row[name];
    if (typeof cell === 'string') row[name] = JSON.parse(cell);
  }
}
