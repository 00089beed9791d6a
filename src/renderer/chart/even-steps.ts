import type { TimeSteps } from './time-steps.ts';

/**
 * Points of one day stand too close on an axis of days to be told apart: they are set one step each instead, and the
 * axis says that it is not to scale. Points further apart stay as they are.
 */
export function evenWithinDay(steps: TimeSteps): TimeSteps {
  const { points } = steps;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at >= DAY) return steps;
  const [from, until] = [asMinute.format(first.at), asMinute.format(last.at)];
  const isOneMinute = from === until;
  const when = isOneMinute ? from : `${from} to ${until}`;
  return {
    ...steps,
    points: points.map((point, place) => ({ ...point, at: place })),
    from: 0,
    until: points.length - 0.5,
    timeAxis: `${steps.timeAxis} ${when}; one step a change, not to scale`,
    ticks: {
      at: points.map((_, place) => place),
      text: (place) => tickText(points[place]?.at, place, isOneMinute),
    },
  };
}

const DAY = 86_400_000;
const asMinute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const asTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

function tickText(at: number | undefined, place: number, isOneMinute: boolean): string {
  return at === undefined || isOneMinute ? String(place + 1) : asTime.format(at);
}
