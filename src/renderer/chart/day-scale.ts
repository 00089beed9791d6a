import type { AxisScale } from './axis-scale.ts';

/** An axis of days, in days since 1970-01-01, ticked at days, first days of months or of years. Pure, without a locale. */
const DAY_MS = 86_400_000;
/** Share of the span that stays free on either side, so that marks at the ends are whole. */
const MARGIN = 0.06;
const LEAST_SPAN = 14;
const MOST_TICKS = 6;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

export function dayScaleFor(days: readonly number[]): AxisScale {
  const first = Math.min(...days);
  const last = Math.max(...days);
  if (!Number.isFinite(first) || !Number.isFinite(last))
    return { kind: 'linear', min: 0, max: 1, ticks: [0, 1] };
  const spare = Math.max(LEAST_SPAN, last - first) * MARGIN + Math.max(0, LEAST_SPAN - (last - first)) / 2;
  const min = Math.floor(first - spare);
  const max = Math.ceil(last + spare);
  return { kind: 'linear', min, max, ticks: ticksBetween(min, max) };
}

/** The finest ticks of which no more than a few fall between. */
function ticksBetween(min: number, max: number): readonly number[] {
  const byDay = DAY_STEPS.find((step) => (max - min) / step <= MOST_TICKS);
  if (byDay !== undefined)
    return Array.from({ length: Math.floor((max - min) / byDay) + 1 }, (_, at) => min + at * byDay);
  const months = MONTH_STEPS.map((step) => monthsBetween(min, max, step));
  return months.find((ticks) => ticks.length <= MOST_TICKS) ?? [min, max];
}

function monthsBetween(min: number, max: number, step: number): readonly number[] {
  const start = new Date(min * DAY_MS);
  const from = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: number[] = [];
  for (let month = from; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
    if (day > max) return ticks;
    if (day >= min) ticks.push(day);
  }
}
