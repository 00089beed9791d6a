import type { Flag, Severity } from '#core/signals/flag.ts';
import type { CompanyGradeReport } from '#shared/contract/signals.ts';

/**
 * Flags by pillar and by what they say. Law: what could not be computed is a column of its own and never counts as
 * clear; what does not apply has none.
 */
export const PILLAR_COLUMNS = ['critical', 'warn', 'watch', 'unknown', 'clear'] as const;
export type PillarColumn = (typeof PILLAR_COLUMNS)[number];

export type PillarId = CompanyGradeReport['pillars'][number]['pillar'];

/** Null: any. */
export interface PillarFilter {
  readonly pillar: PillarId | null;
  readonly column: PillarColumn | null;
}

export interface PillarRow {
  readonly pillar: PillarId;
  readonly counts: Readonly<Record<PillarColumn, number>>;
}

const COLUMN_LABELS: Readonly<Record<PillarColumn, string>> = {
  critical: 'Critical',
  warn: 'Warn',
  watch: 'Watch',
  unknown: 'Unknown',
  clear: 'Clear',
};

export function columnLabel(column: PillarColumn): string {
  return COLUMN_LABELS[column];
}

/** Null for what does not apply. */
export function columnOf(severity: Severity): PillarColumn | null {
  if (severity === 'not-applicable') return null;
  return severity === 'insufficient-data' || severity === 'not-computable' ? 'unknown' : severity;
}

export function pillarRows(
  pillars: CompanyGradeReport['pillars'],
  flags: readonly Flag[],
): readonly PillarRow[] {
  return pillars.map(({ pillar, places }) => ({
    pillar,
    counts: countColumns(places.flatMap((place) => flags[place] ?? [])),
  }));
}

function countColumns(flags: readonly Flag[]): Record<PillarColumn, number> {
  const counts = { critical: 0, warn: 0, watch: 0, unknown: 0, clear: 0 };
  for (const { severity } of flags) {
    const column = columnOf(severity);
    if (column !== null) counts[column] += 1;
  }
  return counts;
}

export function totalsOf(rows: readonly PillarRow[]): Readonly<Record<PillarColumn, number>> {
  const totals = { critical: 0, warn: 0, watch: 0, unknown: 0, clear: 0 };
  for (const { counts } of rows) for (const column of PILLAR_COLUMNS) totals[column] += counts[column];
  return totals;
}

/** The flags that a filter leaves, in their order. Without any filter what does not apply is among them. */
export function filtered(
  flags: readonly Flag[],
  pillars: CompanyGradeReport['pillars'],
  { pillar, column }: PillarFilter,
): readonly Flag[] {
  const places = pillars.find((one) => one.pillar === pillar)?.places;
  return flags.filter(
    (flag, at) =>
      (pillar === null || places?.includes(at) === true) &&
      (column === null || columnOf(flag.severity) === column),
  );
}
