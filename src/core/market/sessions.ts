import type { Day } from '../quantities/day.ts';
import type { PairedReturn } from './market-model.ts';

export interface Close {
  readonly day: Day;
  readonly close: number;
}

/** A return with the sessions it lies between, counted from the first of the market. */
export interface SessionReturn extends PairedReturn {
  /** Session of the earlier price. */
  readonly from: number;
  /** Session of the later price. */
  readonly at: number;
}

/** Sessions before and after the event, both ends included; 0 is the day of the event. */
export interface Windows {
  readonly estimation: readonly [number, number];
  readonly event: readonly [number, number];
}

export const DEFAULT_WINDOWS: Windows = { estimation: [-130, -11], event: [-1, 1] };

/** Sessions after the event day within which a price must follow. */
const LATEST_PRICE = 3;

/**
 * Simple returns of a share on the calendar of its market. Law: a missing price gives no return and is never filled
 * forward; the next price spans the gap, for the share and the market alike.
 */
export function pairedReturns(market: readonly Close[], stock: readonly Close[]): readonly SessionReturn[] {
  const closes = new Map(stock.map(({ day, close }) => [day, close]));
  const returns: SessionReturn[] = [];
  let last: { readonly at: number; readonly market: number; readonly stock: number } | null = null;
  for (const [at, { day, close }] of market.entries()) {
    const price = closes.get(day);
    if (price === undefined) continue;
    if (last !== null)
      returns.push({
        from: last.at,
        at,
        sessions: at - last.at,
        market: close / last.market - 1,
        stock: price / last.stock - 1,
      });
    last = { at, market: close, stock: price };
  }
  return returns;
}

export interface Windowed {
  readonly estimation: readonly SessionReturn[];
  readonly event: readonly SessionReturn[];
}

/** The returns of both windows around session `day0`; null where no price follows the event within three sessions. */
export function windowed(
  returns: readonly SessionReturn[],
  day0: number,
  { estimation, event }: Windows = DEFAULT_WINDOWS,
): Windowed | null {
  const first = returns.find(({ at }) => at >= day0);
  if (first === undefined || first.at > day0 + LATEST_PRICE) return null;
  const [estimateFrom, estimateUntil] = estimation;
  const [eventFrom, eventUntil] = event;
  return {
    estimation: returns.filter(
      ({ at, sessions }) => sessions === 1 && at >= day0 + estimateFrom && at <= day0 + estimateUntil,
    ),
    event: returns.filter(
      ({ from, at }) =>
        at >= day0 + eventFrom && from < day0 + eventUntil && at <= day0 + Math.max(eventUntil, LATEST_PRICE),
    ),
  };
}

/** The first session on or after a day: news after the close counts for the next session. */
export function sessionOn(market: readonly Close[], day: Day): number | null {
  const at = market.findIndex((session) => session.day >= day);
  return at === -1 ? null : at;
}
