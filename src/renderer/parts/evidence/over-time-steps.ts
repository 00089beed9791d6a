import type { Flag, Thresholds } from '#core/signals/flag.ts';
import { dayText, instantText } from '#renderer/app/numbers.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import { evenWithinDay } from '#renderer/chart/even-steps.ts';
import { toneOf } from '#renderer/chart/palette.ts';
import type { TimePoint } from '#renderer/chart/step-path.ts';
import type { TimeSteps } from '#renderer/chart/time-steps.ts';
import { headlineText, quantityText, rangeText } from './quantity-text.ts';
import { severityLabel } from './severity-words.ts';
import { thresholdLines } from './threshold-lines.ts';

/** A signal over time as what the chart draws and the table says. */
export interface OverTime {
  readonly axis: 'as-of' | 'known-at';
  readonly points: readonly OverTimePoint[];
}

export interface OverTimePoint {
  readonly at: string;
  readonly value: Flag['value'];
  /** Null: there was no such flag then. */
  readonly severity: Flag['severity'] | null;
  readonly missing: readonly string[];
  readonly causes: readonly string[];
  readonly changes: readonly string[];
}

export interface MeasureOverTime {
  readonly name: string;
  readonly unit: Flag['unit'];
  readonly thresholds: Thresholds;
}

const DAY = 86_400_000;

export function overTimeSteps({ axis, points }: OverTime, measure: MeasureOverTime): TimeSteps {
  const drawn = points.map((point) => pointOf(point, axis, measure));
  const first = drawn[0]?.at ?? 0;
  const last = drawn.at(-1)?.at ?? 0;
  const unit = UNITS[measure.unit];
  const steps: TimeSteps = {
    points: drawn,
    from: startOf(drawn),
    until: last + Math.max(DAY, (last - first) * 0.03),
    lines: thresholdLines(measure.thresholds, measure.unit),
    axis: unit === '' ? measure.name : `${measure.name}, ${unit}`,
    tick: (amount) => quantityText(amount, measure.unit),
    timeAxis: axis === 'as-of' ? 'As of' : 'Known at',
  };
  return axis === 'as-of' ? steps : evenWithinDay(steps);
}

/** Years before anything could be computed would press the line against the edge: a quarter of its span is shown. */
function startOf(points: readonly TimePoint[]): number {
  const first = points[0]?.at ?? 0;
  const last = points.at(-1)?.at ?? first;
  const known = points.find(({ interval }) => interval !== null)?.at ?? first;
  return Math.max(first, known - Math.max(DAY, (last - known) / 4));
}

const UNITS: Readonly<Record<Flag['unit'], string>> = {
  x: 'times',
  share: '%',
  index: 'index points',
  percent: '%',
  months: 'months',
  days: 'days',
  points: 'percentage points',
  score: 'score',
};

function pointOf(point: OverTimePoint, axis: OverTime['axis'], { unit }: MeasureOverTime): TimePoint {
  const range = rangeText(point.value, unit);
  return {
    at: Date.parse(point.at),
    label: whenText(point.at, axis),
    interval: point.value,
    tone: point.severity === null ? 'neutral' : toneOf(point.severity),
    tooltip: [
      verdictOf(point, unit),
      ...(range === null ? [] : [`Range: ${range}`]),
      ...point.changes.slice(0, 3),
    ],
  };
}

export function whenText(at: string, axis: OverTime['axis']): string {
  return axis === 'as-of' ? dayText(at) : instantText(at);
}

/** `107.7x, critical`; without a value the reason in its place, never a number. */
export function verdictOf({ value, severity, missing }: OverTimePoint, unit: string): string {
  if (severity === null) return 'Not on file then';
  const label = severityLabel(severity);
  if (value !== null) return `${headlineText(value, unit)}, ${label.toLowerCase()}`;
  return missing.length === 0 ? label : `${label}: ${missing.join('; ')}`;
}

export function overTimeTable({ axis, points }: OverTime, { unit }: MeasureOverTime): ChartTable {
  const end = (amount: number | null) => ({
    text: amount === null ? '' : quantityText(amount, unit),
    raw: amount,
  });
  return {
    columns: [
      { label: axis === 'as-of' ? 'As of' : 'Known at', isNumber: false },
      { label: 'Value', isNumber: true },
      { label: 'Low end', isNumber: true },
      { label: 'High end', isNumber: true },
      { label: 'Severity', isNumber: false },
      { label: 'What changed', isNumber: false },
    ],
    rows: points.map(({ at, value, severity, changes, causes }) => [
      { text: whenText(at, axis), raw: at },
      end(value?.point ?? null),
      end(value?.lo ?? null),
      value !== null && value.hi === null ? { text: 'open', raw: null } : end(value?.hi ?? null),
      textCell(severity === null ? 'Not on file then' : severityLabel(severity)),
      textCell([...(changes.length === 0 ? causes : changes)].join(' ')),
    ]),
  };
}

/** The line in a sentence: from where to where, and how many days could not be computed. */
export function overTimeNote({ axis, points }: OverTime, { unit }: MeasureOverTime): string {
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'It could not be computed at any time on file.';
  const gaps = points.length - known.length;
  const hatched = gaps === 0 ? '' : ' Hatched: it could not be computed then.';
  const [since, now] = [whenText(first.at, axis), whenText(last.at, axis)];
  if (first.at === last.at) return `${verdictOf(first, unit)} since ${since}.${hatched}`;
  if (since === now)
    return `From ${verdictOf(first, unit)} to ${verdictOf(last, unit)}, by changes made at ${since}.${hatched}`;
  return `From ${verdictOf(first, unit)} (${since}) to ${verdictOf(last, unit)} (${now}).${hatched}`;
}
