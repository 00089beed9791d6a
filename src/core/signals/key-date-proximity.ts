import { daysApart } from '../metrics/day-window.ts';
import {
  type DatedClaim,
  datedDeals,
  type Proximity,
  proximities,
  type Upcoming,
  upcomingDates,
} from '../metrics/key-dates.ts';
import type { Study } from '../metrics/study.ts';
import { exactly, headlineOf } from '../quantities/interval.ts';
import { dayInWords } from './day-words.ts';
import type { Measure, Reading, SignalDefinition } from './definition.ts';
import { dealEntryInput, keyDateInput } from './event-evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { measureWords } from './words.ts';

/** No day is below zero, so that nearness alone is never critical. */
const DEFAULTS = { watch: 31, warn: 8, critical: 0 };

const DEAL: Measure = {
  id: null,
  name: 'Key-date proximity',
  unit: 'days',
  isLowerWorse: true,
  defaults: DEFAULTS,
  why: 'Within 30 days watch, within 7 warn, as event studies use short windows; nearness alone is never critical.',
};

const UPCOMING: Measure = {
  id: 'upcoming',
  name: 'Upcoming key date',
  unit: 'days',
  isLowerWorse: true,
  defaults: DEFAULTS,
  why: 'Planned key dates that may fall within 90 days are listed; within 30 days watch, within 7 warn.',
};

export const keyDateProximity: SignalDefinition = {
  id: 'key-date-proximity',
  name: 'Key-date proximity',
  question: 'Did a deal come just as a tie ended, and what ends soon?',
  pillar: 'governance-market',
  family: 'key-dates',
  formula: '|day of the deal - nearest key date|, days',
  method:
    'Short event windows, MacKinlay, Journal of Economic Literature 35(1), 1997; unusual timing in auditing.',
  falsePositives: ['A deal long in the making may have had to wait for the day, openly and by agreement.'],
  measures: [DEAL, UPCOMING],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const near = proximities(study);
  return [
    ...(near.length > 0 ? near.map(dealReading) : [nothingNear(study)]),
    ...upcomingDates(study).map(upcomingReading),
  ];
}

function nothingNear(study: Study): Reading {
  const deals = datedDeals(study);
  const missing = [
    ...(deals.length === 0 ? ['day on which a deal was announced or signed'] : []),
    'a dated key date: end of an exclusivity, a right of first refusal or a lock-up, or a maturity',
  ];
  const inputs = () =>
    deals.map((deal) =>
      dealEntryInput(deal, 'event', { isUsed: false, note: 'No key date to set it against.' }),
    );
  return insufficient(null, missing, inputs);
}

function dealReading(near: Proximity): Reading {
  const { deal, event, claims, days, isAfter } = near;
  const [first] = claims;
  return {
    ...insufficient(null, [], () => [
      dealEntryInput(deal, 'event', { isUsed: true, note: null }),
      ...inputsOf(event.claims, 'day of the event'),
      ...inputsOf(claims, 'key date'),
    ]),
    scope: { kind: 'deal', id: deal.id, name: deal.name },
    outcome: { state: 'ok', measured: days },
    workings: `${windowOf(event)} - ${windowOf(first)} = ${measureWords(exactly(headlineOf(days)), 'days')}`,
    others: claims.slice(1).map((claim) => otherReading(claim, near)),
    notes: [
      `The deal of ${spelledOut(event)} came ${isAfter ? 'after' : 'before'}: ${first.date.name} (${spelledOut(first)}).`,
    ],
  };
}

/** How near the key date is by another version of it. */
function otherReading(claim: DatedClaim, { event }: Proximity): Reading['others'][number] {
  return {
    label: `By ${claim.date.source.title}`,
    outcome: { state: 'ok', measured: daysApart(event.window, claim.window) },
    note: claim.date.wording,
  };
}

function upcomingReading({ id, claims, days }: Upcoming): Reading {
  const [first] = claims;
  const { date } = first;
  return {
    ...insufficient(UPCOMING.id, [], () => inputsOf(claims, 'key date')),
    scope: { kind: 'about', id, name: date.name },
    outcome: { state: 'ok', measured: days },
    workings: `${measureWords(days, 'days')} until ${windowOf(first)}`,
    notes: [date.status === 'rumoured' ? 'Rumoured.' : 'Planned.'],
  };
}

function inputsOf(claims: readonly DatedClaim[], role: string): readonly FlagInput[] {
  return claims.map(({ date }, at) =>
    keyDateInput(date, role, {
      isUsed: true,
      note: at === 0 ? null : 'Another version; it widens the range.',
    }),
  );
}

function spelledOut({ window: { first, last } }: Pick<DatedClaim, 'window'>): string {
  return first === last ? dayInWords(first) : `${dayInWords(first)} to ${dayInWords(last)}`;
}

function windowOf({ window: { first, last } }: Pick<DatedClaim, 'window'>): string {
  return first === last ? first : `${first} to ${last}`;
}
