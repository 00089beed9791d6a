import type { Interval } from '#core/quantities/interval.ts';
import { scaleFor } from '#renderer/chart/axis-scale.ts';
import { type ChartTable, textCell } from '#renderer/chart/chart-table.ts';
import { dayScaleFor } from '#renderer/chart/day-scale.ts';
import type { RangeItem, RangePlot } from '#renderer/chart/range-plot.ts';
import { quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import type { Matter, Version } from './told.ts';
import { basisText, dayOfNumber, isInForce, statedText, verdictText } from './version-words.ts';

/** The versions of a matter as ranges on one axis, and as the table behind them. */
/** Room past the largest amount in which an open end can be seen to go on. */
const OPEN_ROOM = 1.12;

/** Those that share the unit of the matter: another currency has no place on its axis. */
export function plottedVersions({ versions, unit }: Matter): readonly Version[] {
  return versions.filter((version) => version.unit === unit && version.interval !== null);
}

export function versionPlot(matter: Matter): RangePlot {
  const items = plottedVersions(matter).map((version) => itemOf(version, matter));
  const ends = items.flatMap(({ interval, reach }) => [...endsOf(interval), ...endsOf(reach)]);
  const isOpen = items.some(({ interval }) => interval?.hi === null);
  const isDays = matter.kind === 'date';
  return {
    items,
    axis: isDays ? 'Day' : axisText(matter.unit),
    scale: isDays ? dayScaleFor(ends) : scaleFor(isOpen ? ends.map((end) => end * OPEN_ROOM) : ends),
    tick: isDays ? dayOfNumber : (amount) => quantityText(amount, matter.unit),
  };
}

function axisText(unit: string): string {
  const words = unit === 'percent' ? 'per cent' : unit === 'count' ? 'number' : unit;
  return `Stated amount, ${words}`;
}

function endsOf(interval: Interval | null): readonly number[] {
  return interval === null ? [] : [interval.lo, interval.hi ?? interval.point ?? interval.lo];
}

function itemOf(version: Version, matter: Matter): RangeItem {
  const { id, source, reliability, interval, widened, isOpenBelow, difference, quote } = version;
  const counts = isInForce(version, matter);
  const facts = basisText(version);
  return {
    id,
    label: source,
    detail: `Grade ${reliability}${facts === '' ? '' : ` · ${facts}`}`,
    interval,
    ...columnWords(version, counts),
    tone: counts ? 'accent' : version.excludes.length > 0 ? 'critical' : 'neutral',
    look: difference === null ? 'solid' : 'faded',
    isStrong: counts,
    isOpenBelow,
    reach: isWider(widened, interval) ? widened : null,
    tooltip: [
      `${statedText(version)}${version.wording === null ? '' : `, written “${version.wording}”`}`,
      `Grade ${reliability}${facts === '' ? '' : `, ${facts}`}`,
      `${verdictText(version, matter)}.`,
      ...(quote === null ? [] : [`“${quote}”`]),
    ],
  };
}

/** Two short lines, so that the plot keeps its width: the last day of a window stands under its first. */
function columnWords(version: Version, counts: boolean): Pick<RangeItem, 'words' | 'subWords'> {
  const { interval, unit, isOpenBelow, difference } = version;
  if (
    unit === 'day' &&
    interval !== null &&
    interval.hi !== null &&
    interval.hi > interval.lo &&
    !isOpenBelow
  )
    return { words: dayOfNumber(interval.lo), subWords: `to ${dayOfNumber(interval.hi)}` };
  return {
    words: statedText(version),
    subWords: counts ? 'counts now' : difference === null ? '' : 'not compared',
  };
}

function isWider(widened: Interval | null, interval: Interval | null): boolean {
  return widened !== null && interval !== null && (widened.lo < interval.lo || widened.hi !== interval.hi);
}

export function versionChartTable(matter: Matter): ChartTable {
  return {
    columns: [
      { label: 'Source', isNumber: false },
      { label: `Stated, ${matter.unit}`, isNumber: true },
      { label: `Low end, ${matter.unit}`, isNumber: true },
      { label: `High end, ${matter.unit}`, isNumber: true },
      { label: 'Grade', isNumber: false },
      { label: 'Basis', isNumber: false },
      { label: 'Verdict', isNumber: false },
      { label: 'Words', isNumber: false },
    ],
    rows: plottedVersions(matter).map((version) => {
      const { interval, source, reliability, wording } = version;
      return [
        textCell(source),
        endCell(interval?.point ?? null, matter),
        endCell(version.isOpenBelow ? null : (interval?.lo ?? null), matter),
        endCell(interval?.hi ?? null, matter),
        textCell(reliability),
        textCell(basisText(version)),
        textCell(verdictText(version, matter)),
        textCell(wording ?? ''),
      ];
    }),
  };
}

/** An open end is an empty cell: unknown, never zero. */
function endCell(end: number | null, { kind, unit }: Matter) {
  if (end === null) return { text: 'open', raw: null };
  return kind === 'date' ? textCell(dayOfNumber(end)) : { text: quantityText(end, unit), raw: end };
}
