import type { FigureFacts, PickFacts } from '#core/model/ledger-view.ts';
import type { NounRow } from '#core/model/nouns.ts';
import { inForceAt } from './in-force.ts';
import type { ReadableLedger } from './ledger.ts';
import { statement } from './statements.ts';
import { tableOf, toFields } from './tables/columns.ts';
import type { VersionRow } from './versions.ts';

/** A figure as it was recorded, without its source and words. */
export type PlainFigure = NounRow<'figure'> & { readonly id: string; readonly recordedSeq: number };

export interface PickRequest {
  /** SQL condition on the columns entity_id and deal_id, with what it binds. */
  readonly where: string;
  readonly bound: Readonly<Record<string, string>>;
  readonly knownAt: string | null;
  readonly support: (figure: PlainFigure) => FigureFacts;
}

/** Picks in force at `knownAt`, by id, each with its figure as it stood when it was picked. */
export function loadPicks(
  ledger: ReadableLedger,
  { where, bound, knownAt, support }: PickRequest,
): PickFacts[] {
  const shape = tableOf('pick');
  const sql = `SELECT * FROM picks WHERE (${where}) AND ${inForceAt(knownAt)} ORDER BY id`;
  const rows = statement<VersionRow>(ledger.db, sql).all(
    knownAt === null ? bound : { ...bound, known: knownAt },
  );
  return rows.map((row) => {
    const fields = toFields(shape, row) as NounRow<'pick'>;
    const figure = figureThen(ledger, fields.figureId, row.recorded_seq);
    return {
      ...fields,
      id: row.id,
      version: row.version,
      recordedAt: row.recorded_at,
      recordedSeq: row.recorded_seq,
      figure: figure === null ? null : support(figure),
    };
  });
}

/** The version that was in force when the commit `seq` was made. */
function figureThen(ledger: ReadableLedger, id: string, seq: number): PlainFigure | null {
  const sql = `SELECT * FROM figures WHERE id = @id AND recorded_seq <= @seq
    AND (retracted_seq IS NULL OR retracted_seq > @seq) ORDER BY version DESC LIMIT 1`;
  const row = statement<VersionRow>(ledger.db, sql).get({ id, seq });
  if (row === undefined) return null;
  const fields = toFields(tableOf('figure'), row) as NounRow<'figure'>;
  return { ...fields, id: row.id, recordedSeq: row.recorded_seq };
}
