import { firstFrom, holding, type Placed, within } from '../extract/placed.ts';
import type { Reading } from '../extract/reading.ts';
import type {
  Extraction,
  ProposedDate,
  ProposedDeal,
  ProposedMetric,
  ProposedReaction,
  Rated,
} from '../extract/report.ts';
import { daysBetween } from '../quantities/day.ts';
import type { Candidate, Mark, Proposal, ReadAmount } from './candidate.ts';
import { amountOfMoney, amountOfPercent } from './read-amount.ts';
import { sentenceAround } from './sentence-around.ts';
import { holds, isSamePlace, stretchesOf } from './stretches.ts';

type Money = Extraction['money'][number];
type Percent = Extraction['percents'][number];

/** A date that stands alone says little of what happens on it. */
const DATE_CONFIDENCE = 0.3;

/**
 * What may be made of a document, in the order of its text. A sum or percentage that no deal, move or metric claims is a
 * figure whose meaning only the reader can say.
 */
export function candidatesOf(text: string, extraction: Extraction, reading: Reading): readonly Candidate[] {
  const { deals, quotes, reactions, metrics, dates } = extraction;
  const sumsByAmount = byAmount(extraction.money);
  const stated = metrics.map((metric) => ofMetric(metric, extraction));
  const rich = [
    ...deals.map((deal) => ofDeal(deal, sumsByAmount, reading)).filter((deal) => !isTotal(deal, stated)),
    ...stated,
    ...reactions.map((reaction) => ofReaction(reaction, extraction, reading)),
  ];
  const isClaimed = claimedBy(rich, text);
  const figures = [
    ...extraction.money.filter((sum) => !isClaimed(sum)).map(ofMoney),
    ...extraction.percents
      .filter((percent) => !isClaimed(percent))
      .map((percent) => ofPercent(percent, text)),
  ];
  const spoken = quotes.map(
    (quote): Unkeyed => ({
      start: quote.start,
      end: quote.end,
      confidence: quote.confidence,
      marks: [],
      proposal: { class: 'quote', quote },
    }),
  );
  const dated = dates.filter((date) => isEvent(date, extraction, reading)).map(ofDate);
  return keyed([...rich, ...figures, ...spoken, ...dated]);
}

/**
 * Whether what one company alone spends is read as the total of its commitments, too: as a deal beside its own parts it
 * would count twice.
 */
function isTotal({ proposal, marks }: Unkeyed, stated: readonly Unkeyed[]): boolean {
  if (proposal.class !== 'deal' || proposal.deal.parties.length > 1) return false;
  return stated.some(
    (one) =>
      one.proposal.class === 'figure' &&
      one.proposal.metric?.metric === 'commitments' &&
      one.marks.some((mark) => marks.some((sum) => sum.what === 'money' && isSamePlace(sum, mark))),
  );
}

/** Words right before a year or a quarter by which it is when something happens, rather than the period of a figure. */
const WHEN =
  /\b(?:by|until|till|from|starting|beginning|since|before|after|due|end of)(?: (?:the|in|at|late|early|mid))*[ -]*$/iu;
/** The same anywhere before it in the sentence. */
const AHEAD =
  /\b(?:will|expect(?:s|ed)?|plans?|planned|scheduled|targets?|targeted|aims?|hopes?|expires?|deadline|to (?:be|begin|start|open|complete|come|close|go))\b/iu;
/** Days from which a window is a period. */
const PERIOD_DAYS = 80;

function isEvent(date: ProposedDate, { metrics, excluded }: Extraction, reading: Reading): boolean {
  const { fromOn, untilOn, start } = date;
  if ((fromOn === null && untilOn === null) || holding(excluded, start) !== null) return false;
  const isPeriod = metrics.some(
    (metric) => holds(evidenceOf(metric), date) && (metric.period ?? '').includes(date.text),
  );
  if (isPeriod) return false;
  if (fromOn !== null && untilOn !== null && daysBetween(fromOn, untilOn) < PERIOD_DAYS) return true;
  const before = reading.text.slice(sentenceAround(reading, date).start, start);
  return WHEN.test(before) || WHEN.test(`${before}${date.text.split(/\d/u)[0] ?? ''}`) || AHEAD.test(before);
}

function ofDate(date: ProposedDate): Unkeyed {
  const { start, end } = date;
  return { start, end, confidence: DATE_CONFIDENCE, marks: [], proposal: { class: 'key-date', date } };
}

type Unkeyed = Omit<Candidate, 'key'>;

/** By class and place; several of one class at one place are told apart by their order. */
function keyed(candidates: readonly Unkeyed[]): readonly Candidate[] {
  const counts = new Map<string, number>();
  return candidates
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((candidate) => {
      const place = `${candidate.proposal.class}:${candidate.start}-${candidate.end}`;
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return { ...candidate, key: count === 1 ? place : `${place}:${count}` };
    });
}

type SumsByAmount = ReadonlyMap<string, readonly Money[]>;

function amountKey({ currency, low, high }: Pick<ProposedDeal, 'currency' | 'low' | 'high'>): string {
  return `${currency} ${low} ${high}`;
}

function byAmount(money: readonly Money[]): SumsByAmount {
  const sums = new Map<string, Money[]>();
  for (const sum of money) {
    const same = sums.get(amountKey(sum));
    if (same === undefined) sums.set(amountKey(sum), [sum]);
    else same.push(sum);
  }
  return sums;
}

function ofDeal(deal: Rated<ProposedDeal>, sums: SumsByAmount, reading: Reading): Unkeyed {
  const { sum, place } = evidenceWithSum(deal, sums.get(amountKey(deal)) ?? [], reading);
  const amount: ReadAmount = {
    low: deal.low,
    high: deal.high,
    qualifier: deal.qualifier,
    unit: deal.currency,
    wording: sum?.text ?? null,
  };
  const names = deal.parties.map(({ name }) => name);
  return {
    ...place,
    confidence: deal.confidence,
    marks: [...sumMarks(sum), ...nameMarks(names, reading, place)],
    proposal: { class: 'deal', deal, amount },
  };
}

/** Farther apart than this, the words that name the parties and the sum are not shown as one passage. */
const MOST_APART = 600;

/** An amount rests on words that state it: where the evidence does not, it is joined with the nearest sentence that does. */
function evidenceWithSum(
  deal: ProposedDeal,
  stating: readonly Money[],
  reading: Reading,
): { readonly sum: Money | null; readonly place: Placed } {
  const evidence = evidenceOf(deal);
  const sum = nearest(stating, evidence);
  if (sum === null || holds(evidence, sum)) return { sum, place: evidence };
  const stated = sentenceAround(reading, sum);
  const both = joined(evidence, stated);
  return { sum, place: both.end - both.start <= MOST_APART ? both : stated };
}

/** The earlier of two as near. */
function nearest(sums: readonly Money[], place: Placed): Money | null {
  const at = firstFrom(sums, place.start);
  const [before, after] = [sums[at - 1], sums[at]];
  if (before === undefined || after === undefined) return before ?? after ?? null;
  return distance(after, place) < distance(before, place) ? after : before;
}

function distance(a: Placed, b: Placed): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function ofMetric(metric: Rated<ProposedMetric>, { money, percents }: Extraction): Unkeyed {
  const place = evidenceOf(metric);
  const sum = within(money, place).find((one) => isAmount(one, metric, metric.unit)) ?? null;
  const percent =
    metric.unit === 'percent'
      ? (within(percents, place).find(({ value }) => value === Math.abs(metric.low ?? metric.high ?? -1)) ??
        null)
      : null;
  const { low, high, qualifier, unit } = metric;
  const wording = sum?.text ?? percent?.text ?? null;
  return {
    ...place,
    confidence: metric.confidence,
    marks: [...sumMarks(sum), ...percentMarks(percent)],
    proposal: { class: 'figure', metric, amount: { low, high, qualifier, unit, wording } },
  };
}

function ofReaction(
  reaction: Rated<ProposedReaction>,
  { money, percents }: Extraction,
  reading: Reading,
): Unkeyed {
  const sum = addedValue(reaction, within(money, sentenceAround(reading, evidenceOf(reaction))));
  const place = joined(evidenceOf(reaction), sum);
  const percent = within(percents, place).find(({ value }) => value === reaction.percent) ?? null;
  const value: ReadAmount | null = sum === null ? bareValue(reaction) : amountOfMoney(sum);
  return {
    ...place,
    confidence: reaction.confidence,
    marks: [...percentMarks(percent), ...sumMarks(sum), ...nameMarks([reaction.entity], reading, place)],
    proposal: { class: 'reaction', reaction, value },
  };
}

/** The sum by which the value of a company changed; it often follows the move in a clause of its own. */
function addedValue({ valueChange, currency }: ProposedReaction, money: Extraction['money']): Money | null {
  if (valueChange === null) return null;
  return money.find((sum) => (sum.low ?? sum.high) === valueChange && sum.currency === currency) ?? null;
}

function joined(place: Placed, also: Placed | null): Placed {
  if (also === null) return place;
  return { start: Math.min(place.start, also.start), end: Math.max(place.end, also.end) };
}

function bareValue({ valueChange, currency }: ProposedReaction): ReadAmount | null {
  if (valueChange === null) return null;
  return { low: valueChange, high: valueChange, qualifier: 'exact', unit: currency, wording: null };
}

function ofMoney(sum: Money): Unkeyed {
  const { start, end, confidence } = sum;
  const proposal: Proposal = { class: 'figure', metric: null, amount: amountOfMoney(sum) };
  return { start, end, confidence, marks: sumMarks(sum), proposal };
}

function ofPercent(percent: Percent, text: string): Unkeyed {
  const { start, end, confidence } = percent;
  const proposal: Proposal = { class: 'figure', metric: null, amount: amountOfPercent(percent, text) };
  return { start, end, confidence, marks: percentMarks(percent), proposal };
}

function evidenceOf({
  evidenceStart,
  evidenceEnd,
}: {
  readonly evidenceStart: number;
  readonly evidenceEnd: number;
}): Placed {
  return { start: evidenceStart, end: evidenceEnd };
}

function isAmount(
  sum: Money,
  { low, high }: Pick<ReadAmount, 'low' | 'high'>,
  currency: string | null,
): boolean {
  return sum.currency === currency && sum.low === low && sum.high === high;
}

function sumMarks(sum: Placed | null): readonly Mark[] {
  return sum === null ? [] : [{ start: sum.start, end: sum.end, what: 'money' }];
}

function percentMarks(percent: Placed | null): readonly Mark[] {
  return percent === null ? [] : [{ start: percent.start, end: percent.end, what: 'percent' }];
}

/** The first place within the words where each is named, under whatever form of its name. */
function nameMarks(names: readonly string[], reading: Reading, place: Placed): readonly Mark[] {
  const printed = within(reading.names, place).filter(({ by }) => by === 'name');
  return names.flatMap((name) => {
    const found = printed.find((one) => one.name === name || one.text === name || one.aliases.includes(name));
    return found === undefined ? [] : [{ start: found.start, end: found.end, what: 'name' as const }];
  });
}

/** `$38bn (£29bn)`: the second form of a claimed sum is claimed with it. */
const SECOND_FORM = /^ ?[(（[]$/u;

/** Whether a figure is the mark of a candidate, or its second form. */
function claimedBy(rich: readonly Unkeyed[], text: string): (figure: Placed) => boolean {
  const marks = rich.flatMap((one) => one.marks).filter(({ what }) => what !== 'name');
  const claimed = stretchesOf(marks);
  const ends = new Set(marks.map(({ end }) => end));
  return (figure) =>
    claimed.touch(figure) ||
    [1, 2].some(
      (gap) => ends.has(figure.start - gap) && SECOND_FORM.test(text.slice(figure.start - gap, figure.start)),
    );
}
