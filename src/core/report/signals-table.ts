import type { ReasonCode } from '../model/disposition.ts';
import type { Cell } from '../model/field.ts';
import type { Standing } from '../signals/disposition.ts';
import { type Alternative, type Flag, type FlagInput, SEVERITIES } from '../signals/flag.ts';
import { column } from './columns.ts';
import type { Column, ColumnType } from './table-spec.ts';

/**
 * Flags as tables for exports: one row per flag with its review, and one per input of each flag.
 * Law: a column and what fills it stand in one line, so they cannot drift apart.
 */
export interface ExportColumn<R> {
  readonly column: Column;
  readonly read: (row: R) => Cell;
}

/** Where the review of a flag stands; by, reviewer, until and the reasons are those of its last step. */
export interface FlagReview extends Standing {
  readonly since: string | null;
  readonly by: string | null;
  readonly reviewer: string | null;
  readonly until: string | null;
  readonly reasonCode: ReasonCode | null;
  readonly note: string | null;
  readonly mitigant: string | null;
  readonly isSelfReviewed: boolean;
}

export interface ReviewedFlag {
  readonly flag: Flag;
  readonly review: FlagReview;
}

interface InputOfFlag {
  readonly flag: Flag;
  readonly input: FlagInput;
}

const inUnit: ColumnType = { type: 'amount', unitKey: 'unit' };
const longText: ColumnType = { type: 'long-text' };
const yesNo: ColumnType = { type: 'flag' };
const integer: ColumnType = { type: 'integer' };
const severity: ColumnType = { type: 'choice', options: SEVERITIES };

function of<R>(
  key: string,
  label: string,
  read: (row: R) => Cell,
  options: { readonly of?: ColumnType; readonly width?: number; readonly help?: string } = {},
): ExportColumn<R> {
  return { column: column(key, label, options), read };
}

const flagColumns: readonly ExportColumn<Flag>[] = [
  of('subject', 'Subject', (flag) => flag.subject, { width: 150 }),
  of('signal', 'Signal', signalText, { width: 220 }),
  of('name', 'Name', (flag) => flag.name, { width: 220 }),
  of('scope', 'Scope', scopeText, { width: 240 }),
  of('severity', 'Severity', (flag) => flag.severity, { of: severity, width: 120 }),
  of('low', 'Low', (flag) => flag.value?.lo ?? null, { of: inUnit, width: 130 }),
  of('point', 'Point', (flag) => flag.value?.point ?? null, { of: inUnit, width: 130 }),
  of('high', 'High', (flag) => flag.value?.hi ?? null, {
    of: inUnit,
    width: 130,
    help: 'Empty where it is open above.',
  }),
  of('open_above', 'Open above', (flag) => openAbove(flag.value), { of: yesNo, width: 100 }),
  of('unit', 'Unit', (flag) => flag.unit, { width: 80 }),
  of('certainty', 'Certainty', (flag) => flag.certainty, { width: 100 }),
  of('watch', 'Watch', (flag) => flag.thresholds.watch, { of: inUnit, width: 110 }),
  of('warn', 'Warn', (flag) => flag.thresholds.warn, { of: inUnit, width: 110 }),
  of('critical', 'Critical', (flag) => flag.thresholds.critical, { of: inUnit, width: 110 }),
  of('threshold_origin', 'Thresholds from', (flag) => flag.thresholds.origin, { width: 120 }),
  of('threshold_reason', 'Reason for thresholds', (flag) => flag.thresholds.reason, {
    of: longText,
    width: 220,
  }),
  of('formula', 'Formula', (flag) => flag.formula, { of: longText, width: 260 }),
  of('workings', 'Workings', (flag) => flag.workings, { of: longText, width: 320 }),
  of('policy', 'Choice of figures', (flag) => flag.policy, { width: 160 }),
  of('alternatives', 'On other choices', (flag) => flag.alternatives.map(alternativeText), {
    of: { type: 'list' },
    width: 360,
    help: 'The same signal on other figures: another basis, another policy, all sources.',
  }),
  of('tags', 'Tags', (flag) => flag.tags, { of: { type: 'list' }, width: 160 }),
  of('missing', 'Missing', (flag) => flag.missing, { of: { type: 'list' }, width: 200 }),
  of('note', 'Note', (flag) => flag.note, { of: longText, width: 320 }),
];

const reviewColumns: readonly ExportColumn<FlagReview>[] = [
  of('review', 'Review', (review) => review.state, { width: 120 }),
  of('reopened', 'Open again because', ({ reopened }) => reopened?.why ?? null, {
    width: 150,
    help: 'Why the last decision no longer holds.',
  }),
  of('reviewed_at', 'Decided', (review) => review.since, { of: { type: 'instant' }, width: 170 }),
  of('reviewed_by', 'Decided by', (review) => review.by, { width: 140 }),
  of('reviewer', 'Reviewer', (review) => review.reviewer, { width: 140 }),
  of('review_until', 'Holds until', (review) => review.until, {
    of: { type: 'day' },
    width: 120,
    help: 'The first day on which the decision no longer holds.',
  }),
  of('self_reviewed', 'Self-reviewed', ({ since, isSelfReviewed }) => yesNoOf(since, isSelfReviewed), {
    of: yesNo,
    width: 110,
    help: 'Whether nobody but its author looked at the decision on a critical flag.',
  }),
  of('review_code', 'Reason code', (review) => review.reasonCode, { width: 140 }),
  of('review_reason', 'Reason of the decision', (review) => review.note, { of: longText, width: 320 }),
  of('mitigant', 'Mitigant', (review) => review.mitigant, { of: longText, width: 260 }),
];

export const signalColumns: readonly ExportColumn<ReviewedFlag>[] = [
  ...flagColumns.map((one) => readFrom(one, ({ flag }: ReviewedFlag) => flag)),
  ...reviewColumns.map((one) => readFrom(one, ({ review }: ReviewedFlag) => review)),
];

export const signalInputColumns: readonly ExportColumn<InputOfFlag>[] = [
  of('subject', 'Subject', ({ flag }) => flag.subject, { width: 150 }),
  of('signal', 'Signal', ({ flag }) => signalText(flag), { width: 220 }),
  of('scope', 'Scope', ({ flag }) => scopeText(flag), { width: 240 }),
  of('role', 'Role', ({ input }) => input.role, { width: 130 }),
  of('used', 'Used', ({ input }) => (input.isUsed ? 1 : 0), { of: yesNo, width: 80 }),
  of('name', 'Figure or deal', ({ input }) => input.name, { width: 280 }),
  of('low', 'Low', ({ input }) => input.value?.lo ?? null, { of: inUnit, width: 150 }),
  of('point', 'Point', ({ input }) => input.value?.point ?? null, { of: inUnit, width: 150 }),
  of('high', 'High', ({ input }) => input.value?.hi ?? null, {
    of: inUnit,
    width: 150,
    help: 'Empty where it is open above.',
  }),
  of('open_above', 'Open above', ({ input }) => openAbove(input.value), { of: yesNo, width: 100 }),
  of('unit', 'Unit', ({ input }) => input.unit, { width: 80 }),
  of('source', 'Source', ({ input }) => input.source, { width: 260 }),
  of('reliability', 'Grade', ({ input }) => input.reliability, {
    width: 80,
    help: 'Reliability of the source.',
  }),
  of('credibility', 'Credibility', ({ input }) => input.credibility, { of: integer, width: 100 }),
  of('basis', 'Basis', ({ input }) => input.basis, { width: 140 }),
  of('status', 'Status', ({ input }) => input.status, { width: 110 }),
  of('period', 'Period', ({ input }) => input.period, { width: 150 }),
  of('versions', 'Versions', ({ input }) => input.versions, { of: integer, width: 90 }),
  of('quote', 'Words of the source', ({ input }) => input.quote, { of: longText, width: 420 }),
  of('note', 'Note', ({ input }) => input.note, { of: longText, width: 260 }),
  of('entry', 'Entry', ({ input }) => input.id, { width: 200 }),
];

/** One row per flag, in the order given. */
export function* signalRows(flags: readonly ReviewedFlag[]): Generator<readonly Cell[]> {
  for (const reviewed of flags) yield signalColumns.map(({ read }) => read(reviewed));
}

/** One row per input of every flag, in the order of the flags. */
export function* signalInputRows(flags: readonly Flag[]): Generator<readonly Cell[]> {
  for (const flag of flags) {
    for (const input of flag.inputs) yield signalInputColumns.map(({ read }) => read({ flag, input }));
  }
}

function readFrom<R, Part>(
  { column: shown, read }: ExportColumn<Part>,
  part: (row: R) => Part,
): ExportColumn<R> {
  return { column: shown, read: (row) => read(part(row)) };
}

/** Empty where nothing was decided. */
function yesNoOf(since: string | null, isSo: boolean): Cell {
  if (since === null) return null;
  return isSo ? 1 : 0;
}

function signalText({ signal, measure }: Flag): string {
  return measure === null ? signal : `${signal}/${measure}`;
}

function scopeText({ scope }: Flag): string {
  if (scope.kind === 'total') return 'Total';
  return scope.kind === 'deal' ? `Deal: ${scope.name}` : `About: ${scope.name}`;
}

function openAbove(range: Flag['value']): Cell {
  if (range === null) return null;
  return range.hi === null ? 1 : 0;
}

function alternativeText({ label, value: range, severity }: Alternative): string {
  return `${label}: ${range === null ? 'no result' : rangeText(range)}, ${severity}`;
}

function rangeText({ lo, point, hi }: NonNullable<Alternative['value']>): string {
  if (lo === hi) return shortText(lo);
  const ends = hi === null ? `${shortText(lo)} or more` : `${shortText(lo)} to ${shortText(hi)}`;
  return point === null ? ends : `${ends}, point ${shortText(point)}`;
}

/** Six digits that count; the columns of the flag itself hold the full number. */
function shortText(ratio: number): string {
  return String(Number(ratio.toPrecision(6)));
}
