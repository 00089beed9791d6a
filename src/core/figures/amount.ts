import type { FigureFacts } from '../model/ledger-view.ts';
import type { Interval } from '../quantities/interval.ts';
import { toFull } from '../quantities/unit.ts';

/** The amount of a figure in full units of its unit, or null where it is undisclosed: unknown, never zero. */
export function amountOf({ lo, point, hi, unit }: FigureFacts): Interval | null {
  if (lo === null) return null;
  return {
    lo: toFull(lo, unit),
    point: point === null ? null : toFull(point, unit),
    hi: hi === null ? null : toFull(hi, unit),
  };
}
