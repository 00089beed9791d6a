import { groupBy } from '../group-by.ts';
import type { DealFacts, KeyDateFacts } from '../model/ledger-view.ts';
import { type Day, dayBefore, daysBetween } from '../quantities/day.ts';
import { headlineOf, type Interval } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import { closedWindow, type DayWindow, daysApart, widthOf } from './day-window.ts';
import type { Study } from './study.ts';

/** Kinds of days on which a tie or a protection ends. */
const ENDING: readonly KeyDateFacts['kind'][] = [
  'exclusivity-end',
  'first-refusal-end',
  'lock-up-end',
  'maturity',
];
/** Days ahead within which planned key dates are listed. */
const AHEAD = 90;

/** One version of a key date with a window of its own. */
export interface DatedClaim {
  readonly date: KeyDateFacts;
  readonly window: DayWindow;
}

/** When a deal came: its own day, or the most reliable announcement of it. */
export interface DealEvent {
  readonly window: DayWindow;
  /** Announcements on file, the one used first; empty where the deal itself has its day. */
  readonly claims: readonly DatedClaim[];
}

export interface Proximity {
  readonly deal: DealFacts;
  readonly event: DealEvent;
  /** Versions of the nearest key date, the most reliable first. */
  readonly claims: readonly [DatedClaim, ...DatedClaim[]];
  /** Days apart: the first version as the point, the ends over all versions. */
  readonly days: Interval;
  readonly isAfter: boolean;
}

export interface Upcoming {
  /** Kind and name of the date, whichever version is the most reliable. */
  readonly id: string;
  readonly claims: readonly [DatedClaim, ...DatedClaim[]];
  /** Days from the as-of day. */
  readonly days: Interval;
}

/** Deals of the subject that can be dated, each with its nearest key date; in the order of deal name, then id. */
export function proximities(study: Study): readonly Proximity[] {
  const groups = keyDateGroups(study, ({ kind }) => ENDING.includes(kind));
  return dealsOf(study).flatMap((deal) => {
    const event = eventOf(deal, study);
    if (event === null) return [];
    const all = groups.map((claims) => proximityOf(deal, event, claims));
    const [nearest] = all.toSorted((a, b) => headlineOf(a.days) - headlineOf(b.days));
    return nearest === undefined ? [] : [nearest];
  });
}

/** Deals that some source dates, whether or not a key date is on file. */
export function datedDeals(study: Study): readonly DealFacts[] {
  return dealsOf(study).filter((deal) => eventOf(deal, study) !== null);
}

/** Planned key dates that may fall within the days ahead, in the order of their name. */
export function upcomingDates(study: Study): readonly Upcoming[] {
  const { asOf } = study.index.view;
  return keyDateGroups(study, ({ status }) => status === 'planned' || status === 'rumoured').flatMap(
    (claims) => {
      const days = ahead(claims[0].window, asOf);
      return days !== null && days.lo <= AHEAD
        ? [{ id: `${claims[0].date.kind} ${claims[0].date.name}`, claims, days }]
        : [];
    },
  );
}

function proximityOf(deal: DealFacts, event: DealEvent, claims: Proximity['claims']): Proximity {
  const spans = claims.map(({ window }) => daysApart(event.window, window));
  const [first] = claims;
  return {
    deal,
    event,
    claims,
    days: {
      lo: Math.min(...spans.map(({ lo }) => lo)),
      point: headlineOf(daysApart(event.window, first.window)),
      hi: Math.max(...spans.map(headOf)),
    },
    isAfter: event.window.first >= first.window.first,
  };
}

function headOf({ hi, lo }: Interval): number {
  return hi ?? lo;
}

/** Null where the whole window is past. */
function ahead({ first, last }: DayWindow, asOf: Day): Interval | null {
  if (last < asOf) return null;
  const lo = Math.max(0, daysBetween(asOf, first));
  const hi = daysBetween(asOf, last);
  return { lo, point: (lo + hi) / 2, hi };
}

function dealsOf({ index, subject }: Study): readonly DealFacts[] {
  const deals = [...index.dealsOf(subject.id), ...index.receiptsOf(subject.id)];
  return [...new Map(deals.map((deal) => [deal.id, deal])).values()].toSorted(
    (a, b) => byText(a.name, b.name) || byText(a.id, b.id),
  );
}

function eventOf(deal: DealFacts, { index }: Study): DealEvent | null {
  const { asOf } = index.view;
  const own = deal.announcedOn ?? deal.signedOn;
  if (own !== null) return own <= asOf ? { window: { first: own, last: own }, claims: [] } : null;
  const announcements = index.events
    .keyDatesAbout(deal.id)
    .filter(({ kind, status }) => kind === 'announcement' && status === 'occurred')
    .flatMap(claimOf)
    .filter(({ window }) => window.first <= asOf)
    .toSorted(mostReliableFirst);
  const [first] = announcements;
  return first === undefined ? null : { window: first.window, claims: announcements };
}

/** Versions of each key date about the subject or its deals that could be known; the most reliable first. */
function keyDateGroups(
  study: Study,
  isWanted: (date: KeyDateFacts) => boolean,
): readonly (readonly [DatedClaim, ...DatedClaim[]])[] {
  const { events, view } = study.index;
  const ids = [study.subject.id, ...dealsOf(study).map(({ id }) => id)];
  const dates = ids.flatMap((id) => events.keyDatesAbout(id));
  const known = [...new Map(dates.map((date) => [date.id, date])).values()]
    .filter(isWanted)
    .filter(({ source }) => source.publishedOn === null || source.publishedOn <= view.asOf)
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
  return [...groupBy(known, ({ kind, name }) => `${kind} ${name}`).values()].flatMap((group) => {
    const [first, ...rest] = group.flatMap(claimOf).toSorted(mostReliableFirst);
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}

/** "By the end of 2026" names its last day only; a date without an end is open and cannot be near anything. */
function claimOf(date: KeyDateFacts): readonly DatedClaim[] {
  const { fromOn, untilOn } = date;
  if (untilOn === null) return [];
  const last = dayBefore(untilOn);
  const window = closedWindow(fromOn, untilOn) ?? { first: last, last };
  return [{ date, window }];
}

/** What its own or another source contradicts comes last; then the more reliable, the narrower, the earlier entered. */
function mostReliableFirst(a: DatedClaim, b: DatedClaim): number {
  return (
    Number(a.date.status === 'contradicted') - Number(b.date.status === 'contradicted') ||
    byText(a.date.source.reliability, b.date.source.reliability) ||
    widthOf(a.window) - widthOf(b.window) ||
    byText(a.date.id, b.date.id)
  );
}
