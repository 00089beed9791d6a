/** Where an axis of time is ticked, and how each tick reads. Pure but for the reader's locale. */
export interface TimeTicks {
  readonly at: readonly number[];
  readonly text: (at: number) => string;
}

const DAY = 86_400_000;
const MONTH = 30.4 * DAY;
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 3, 6, 12, 24, 60, 120];
const WANTED = 6;

const asDay = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const asMonth = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const asYear = new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' });

/** At most about six ticks on first days of months, or on days where the span is short. */
export function timeTicks(from: number, until: number): TimeTicks {
  const days = DAYS.find((step) => (until - from) / (step * DAY) <= WANTED);
  if (days !== undefined) return { at: dayTicks(from, until, days), text: (at) => asDay.format(at) };
  const months = MONTHS.find((step) => (until - from) / (step * MONTH) <= WANTED) ?? 240;
  const format = months % 12 === 0 ? asYear : asMonth;
  return { at: monthTicks(from, until, months), text: (at) => format.format(at) };
}

function dayTicks(from: number, until: number, step: number): readonly number[] {
  const first = Math.ceil(from / DAY) * DAY;
  const count = Math.max(0, Math.floor((until - first) / (step * DAY)) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step * DAY);
}

function monthTicks(from: number, until: number, step: number): readonly number[] {
  const start = new Date(from);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: number[] = [];
  for (let month = first; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > until) return ticks;
    if (at >= from) ticks.push(at);
  }
}
