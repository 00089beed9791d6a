import type { Cell } from '#core/model/field.ts';
import { column } from '#core/report/columns.ts';
import type { FlagReview } from '#core/report/signals-table.ts';
import type { Column, ColumnType } from '#core/report/table-spec.ts';
import { tables } from '#core/report/tables.ts';
import type { Flag } from '#core/signals/flag.ts';
import type {
  ExportDocument,
  ExportedRun,
  ExportMeta,
  ExportReader,
  ExportSheet,
} from '#main/exports/document.ts';
import type { ExportPace, FormatWriter } from '#main/exports/format.ts';

/** Small documents for the tests of formats. */
export const meta: ExportMeta = {
  ledger: 'case',
  headHash: 'ab12'.repeat(16),
  seq: 7,
  asOf: '2025-11-03',
  knownAt: null,
};

export const pace: ExportPace = { progress: () => undefined, signal: new AbortController().signal };

export function of(key: string, label: string, type: ColumnType = { type: 'text' }): Column {
  return column(key, label, { of: type });
}

export function sheetOf(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  name = 'Deals',
): ExportSheet {
  return { id: 'deals', name, what: 'Rows of a test.', columns, rowCount: rows.length, rows: () => rows };
}

export function documentOf(...sheets: readonly ExportSheet[]): ExportDocument {
  return { meta, sheets };
}

export async function bytesOf(writer: FormatWriter, document: ExportDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writer.bytes(document, pace)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export const emptyReader: ExportReader = {
  columns: (table) => tables[table].columns,
  count: () => 0,
  rows: () => [],
};

export const unreviewed: FlagReview = {
  state: 'open',
  reopened: null,
  since: null,
  by: null,
  reviewer: null,
  until: null,
  reasonCode: null,
  note: null,
  mitigant: null,
  isSelfReviewed: false,
};

export const noRun: ExportedRun = { flags: [], grades: [] };

export function runOf(...flags: readonly Flag[]): ExportedRun {
  return {
    flags: flags.map((one) => ({ flag: one, review: unreviewed })),
    grades: [
      {
        subject: 'OpenAI',
        grade: 'D',
        withoutDispositions: 'E',
        why: 'One family is critical.',
        computable: 1,
        applicable: 2,
        deciding: ['critical commitment-to-revenue'],
      },
    ],
  };
}

export const money: ColumnType = { type: 'amount', unitKey: 'currency' };

export const deals: ExportSheet = sheetOf(
  [
    of('deal', 'Deal'),
    of('amount', 'Amount', money),
    of('currency', 'Currency'),
    of('announced_on', 'Announced', { type: 'day' }),
    of('percent', 'Change', { type: 'percent' }),
    of('is_take_or_pay', 'Take-or-pay', { type: 'flag' }),
    of('recorded_at', 'Recorded', { type: 'instant' }),
    of('aliases', 'Also known as', { type: 'list' }),
    of('versions', 'Versions', { type: 'integer' }),
  ],
  [
    ['AWS compute', 38e9, 'USD', '2025-11-03', 5, 1, '2025-11-04T12:00:00.000Z', ['a', 'b'], 4],
    ['=1+1', -5.25, 'GBP', '1899-12-31', -0.4, 0, null, null, 1],
    ['+44 & <b> "q" \'x\'', null, null, null, null, null, null, null, 0],
    ['-5.2', 0, 'EUR', '2024-02-29', 0, null, null, [], null],
  ],
);

export const flag: Flag = {
  signal: 'commitment-to-revenue',
  measure: null,
  name: 'Commitments to revenue',
  subjectId: 'ent_0000000000000001',
  subject: 'OpenAI',
  scope: { kind: 'total' },
  severity: 'critical',
  state: 'ok',
  value: { lo: 70, point: 107.69, hi: null },
  unit: 'x',
  certainty: 'certain',
  bandLo: 'critical',
  bandHi: 'critical',
  thresholds: {
    watch: 5,
    warn: 10,
    critical: 20,
    origin: 'default',
    setId: null,
    version: null,
    reason: null,
  },
  formula: 'commitments / revenue',
  workings: 'USD 1.4tn / USD 13bn = 107.69',
  policy: 'most reliable',
  inputs: [
    {
      kind: 'figure',
      id: 'fig_0000000000000001',
      role: 'commitments',
      name: 'Total commitments',
      value: { lo: 1.4e12, point: 1.4e12, hi: 1.4e12 },
      unit: 'USD',
      sourceId: 'src_0000000000000001',
      source: 'Article 000',
      reliability: 'C',
      credibility: 3,
      basis: 'stock',
      status: 'reported',
      period: null,
      passageId: null,
      quote: 'has committed $1.4tn',
      versions: 4,
      isUsed: true,
      note: null,
    },
  ],
  tables: [],
  alternatives: [],
  tags: ['vendor-financed'],
  missing: [],
  note: '=not a formula',
};
