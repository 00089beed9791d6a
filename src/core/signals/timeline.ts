import type { DealFacts, FigureFacts, LedgerView } from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';
import { byText } from '../text-order.ts';
import type { Flag, FlagInput, Severity } from './flag.ts';

/**
 * A measure over time. Law: it is computed anew at every day on which something on file begins, ends or is published,
 * so that between two neighbouring days nothing changes but the ages of figures; what could not be computed is a gap.
 */
export interface Turn {
  readonly day: Day;
  /** What happens on the day, as sentences without a full stop. */
  readonly causes: readonly string[];
}

/** Points at most: more would be finer than a chart shows and slower than an analyst waits. */
export const MOST_POINTS = 60;

/** Days up to `until` on which the measures of a view may change, earliest first, `until` itself last. */
export function turnsOf(view: LedgerView, until: Day): readonly Turn[] {
  const causes = new Map<Day, Set<string>>();
  const add = (day: Day | null, cause: string) => {
    if (day === null || day > until) return;
    const known = causes.get(day) ?? new Set<string>();
    causes.set(day, known.add(cause));
  };
  for (const { title, publishedOn } of view.sources) add(publishedOn, `${title} is published`);
  for (const figure of view.figures) addPeriod(figure, add);
  for (const deal of view.deals) addDeal(deal, add);
  for (const { name, fromOn, untilOn } of view.keyDates) {
    add(fromOn, name);
    add(untilOn, `${name}: over`);
  }
  for (const { speaker, saidOn } of view.quotes) add(saidOn, `${speaker.name} speaks`);
  for (const { reviewer, expiresOn } of view.picks) add(expiresOn, `A pick of ${reviewer} expires`);
  for (const { direction, observedOn } of view.reactions) add(observedOn, `A share moves ${direction}`);
  for (const year of yearsWithin([...causes.keys()], until)) add(`${year}-01-01`, `${year} begins`);
  add(until, 'The day that is looked at');
  return [...causes]
    .map(([day, reasons]) => ({ day, causes: [...reasons].toSorted(byText) }))
    .toSorted((a, b) => byText(a.day, b.day));
}

type Add = (day: Day | null, cause: string) => void;

function addPeriod({ metric, periodStart, periodEnd }: FigureFacts, add: Add): void {
  const name = metric.replaceAll('-', ' ');
  add(periodStart, `A period of ${name} begins`);
  add(periodEnd, `A period of ${name} is over`);
}

function addDeal(deal: DealFacts, add: Add): void {
  add(deal.announcedOn, `${deal.name}: announced`);
  add(deal.signedOn, `${deal.name}: signed`);
  add(deal.startOn, `${deal.name}: starts`);
  add(deal.endOn, `${deal.name}: ends`);
  for (const figure of deal.amounts) addPeriod(figure, add);
  for (const { startOn, endOn } of deal.schedule) {
    add(startOn, `${deal.name}: a payment of its schedule begins`);
    add(endOn, `${deal.name}: a payment of its schedule is over`);
  }
}

/** Years that begin between the days: a year of revenue and a window of twelve months turn with them. */
function yearsWithin(days: readonly Day[], until: Day): readonly number[] {
  const first = days.toSorted(byText)[0];
  if (first === undefined) return [];
  const from = Number(first.slice(0, 4)) + 1;
  const count = Math.max(0, Number(until.slice(0, 4)) - from + 1);
  return Array.from(
    { length: Math.min(count, MOST_POINTS) },
    (_, at) => Number(until.slice(0, 4)) - at,
  ).filter((year) => year >= from);
}

/** At most so many, the first and the last among them, the rest evenly chosen. */
export function thinned<T>(items: readonly T[], most: number = MOST_POINTS): readonly T[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => items[Math.round(at * step)]).flatMap((item) =>
    item === undefined ? [] : [item],
  );
}

/** What a flag said at one instant; `severity` null: there was no such flag then. */
export interface Standing {
  readonly value: Flag['value'];
  readonly severity: Severity | null;
  readonly workings: string;
  readonly missing: readonly string[];
  readonly inputs: readonly FlagInput[];
}

const ABSENT: Standing = { value: null, severity: null, workings: '', missing: [], inputs: [] };

export interface Wanted {
  readonly signal: string;
  readonly measure: string | null;
  /** Id of the deal or other thing that the flag is about; null for the whole of the subject. */
  readonly scopeId: string | null;
}

export function standingIn(flags: readonly Flag[], { signal, measure, scopeId }: Wanted): Standing {
  const flag = flags.find(
    (one) =>
      one.signal === signal &&
      one.measure === measure &&
      (one.scope.kind === 'total' ? null : one.scope.id) === scopeId,
  );
  if (flag === undefined) return ABSENT;
  const { value, severity, workings, missing, inputs } = flag;
  return { value, severity, workings, missing, inputs: inputs.filter(({ isUsed }) => isUsed) };
}

/** What tells a standing from the one before it, as sentences; empty where nothing of it changed. */
export function changesBetween(before: Standing | null, now: Standing): readonly string[] {
  if (before === null) return [];
  const then = new Map(before.inputs.map((input) => [input.id, input]));
  const present = new Set(now.inputs.map(({ id }) => id));
  return [
    ...now.inputs
      .filter(({ id }) => !then.has(id))
      .map(({ name, source }) => `Now counts: ${name} (${source}).`),
    ...before.inputs.filter(({ id }) => !present.has(id)).map(({ name }) => `No longer counts: ${name}.`),
    ...now.inputs
      .filter((input) => hasOtherAmount(then.get(input.id), input))
      .map(({ name }) => `Its amount changed: ${name}.`),
    ...(now.workings !== before.workings && now.workings !== '' ? [`Worked out: ${now.workings}.`] : []),
  ];
}

function hasOtherAmount(before: FlagInput | undefined, now: FlagInput): boolean {
  return before !== undefined && JSON.stringify(before.value) !== JSON.stringify(now.value);
}

/** Whether a standing says the same as the one before it, so that no point of its own is drawn. */
export function isSameStanding(a: Standing, b: Standing): boolean {
  return (
    a.severity === b.severity &&
    JSON.stringify(a.value) === JSON.stringify(b.value) &&
    a.workings === b.workings
  );
}
