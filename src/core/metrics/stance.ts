import type { QuoteFacts } from '../model/ledger-view.ts';
import { byText } from '../text-order.ts';

/** The latest coded stance of one speaker: 1 in favour, 0 neutral, -1 against. */
export interface Vote {
  readonly quote: QuoteFacts;
  readonly stance: number;
  /** The speaker belongs to the subject or to a party of the deal. */
  readonly isAffiliated: boolean;
}

export interface Opinion {
  readonly count: number;
  readonly mean: number;
  /** Population variance of the stances, 0 to 1: 1 is an even split without neutrals. */
  readonly dispersion: number;
  readonly inFavour: number;
  readonly against: number;
  readonly neutral: number;
}

/** One vote for each speaker, in the order of speakers' names; quotes without a coded stance give none. */
export function votesOf(
  quotes: readonly QuoteFacts[],
  isAffiliated: (quote: QuoteFacts) => boolean,
): readonly Vote[] {
  const latest = new Map<string, Vote>();
  for (const quote of quotes.toSorted(latestFirst)) {
    if (quote.stance === null || latest.has(quote.speaker.id)) continue;
    latest.set(quote.speaker.id, { quote, stance: quote.stance, isAffiliated: isAffiliated(quote) });
  }
  return [...latest.values()].toSorted(
    (a, b) => byText(a.quote.speaker.name, b.quote.speaker.name) || byText(a.quote.id, b.quote.id),
  );
}

/** Null without votes. */
export function opinionOf(votes: readonly Pick<Vote, 'stance'>[]): Opinion | null {
  const count = votes.length;
  if (count === 0) return null;
  const of = (wanted: number) => votes.filter(({ stance }) => stance === wanted).length;
  const [inFavour, against, neutral] = [of(1), of(-1), of(0)];
  const mean = (inFavour - against) / count;
  return { count, mean, dispersion: (inFavour + against) / count - mean ** 2, inFavour, against, neutral };
}

/** By the day it was said, else the day it was published, unknown days last; then by the order of recording. */
function latestFirst(a: QuoteFacts, b: QuoteFacts): number {
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  return byText(dayB, dayA) || b.recordedSeq - a.recordedSeq || byText(a.id, b.id);
}

function dayOf({ saidOn, source }: QuoteFacts): string {
  return saidOn ?? source.publishedOn ?? '';
}
