import { groupBy } from '../group-by.ts';
import type { Candidate, CandidateClass, ReadAmount } from './candidate.ts';
import { storedAmount } from './read-amount.ts';
import type { SourceEntry } from './source-entries.ts';
import { overlaps } from './stretches.ts';

/** What tells how near an entry comes to a candidate; `entityIds` are of whom the candidate names and the ledger knows. */
export interface Claimable {
  readonly candidate: Candidate;
  readonly entityIds: () => readonly string[];
}

/**
 * Which entries of the document were made of which candidate, by key. Law: an entry stands for one candidate at most, the
 * one that it resembles most; without any likeness in amount, words or party it stands for none, however near it lies.
 */
export function capturesOf(
  candidates: readonly Claimable[],
  entries: readonly SourceEntry[],
  text: string,
): ReadonlyMap<string, readonly string[]> {
  const near = nearness(candidates, text);
  const captured = new Map<string, string[]>();
  for (const entry of entries) {
    let best: { readonly key: string; readonly score: number } | null = null;
    for (const claimable of entry.classes.flatMap((one) => near(one, entry))) {
      const score = likeness(claimable, entry);
      if (score > (best?.score ?? 0)) best = { key: claimable.candidate.key, score };
    }
    if (best !== null) captured.set(best.key, [...(captured.get(best.key) ?? []), entry.id]);
  }
  return captured;
}

/** Candidates of a class that share words with an entry. */
type Nearness = (of: CandidateClass, entry: SourceEntry) => readonly Claimable[];

function nearness(candidates: readonly Claimable[], text: string): Nearness {
  const byClass = groupBy(candidates, ({ candidate }) => candidate.proposal.class);
  const plainWords = new Map<string, string>();
  const wordsOf = ({ key, start, end }: Candidate): string => {
    const known = plainWords.get(key) ?? plain(text.slice(start, end));
    plainWords.set(key, known);
    return known;
  };
  return (of, { place, words }) => {
    const some = byClass.get(of) ?? [];
    if (place !== null) return some.filter(({ candidate }) => overlaps(place, candidate));
    if (words === null) return [];
    const held = plain(words);
    return some.filter(({ candidate }) => {
      const own = wordsOf(candidate);
      return held.includes(own) || own.includes(held);
    });
  };
}

/** 0: the entry cannot have been made of the candidate. */
function likeness({ candidate, entityIds }: Claimable, entry: SourceEntry): number {
  const { proposal } = candidate;
  const parties = entityIds().filter((id) => entry.entityIds.includes(id)).length;
  const places = isExactPlace(candidate, entry) ? 0.5 : 0;
  switch (proposal.class) {
    case 'quote':
      return 1 + places;
    case 'key-date':
      return entry.wording === proposal.date.text ? 2 + places : 0;
    case 'reaction': {
      const percent = storedPercent(proposal.reaction.percent);
      const isSameMove = entry.direction === proposal.reaction.direction && entry.percent === percent;
      return (isSameMove ? 2 : 0) + (parties > 0 ? 1 + places : 0);
    }
    case 'figure':
      return amountLikeness(proposal.amount, entry) * 2 + (entry.classes.includes('deal') ? 0 : places);
    case 'deal': {
      const amounts = amountLikeness(proposal.amount, entry);
      const isUndisclosed = proposal.amount.qualifier === 'undisclosed';
      if (amounts === 0 && !(isUndisclosed && parties > 0)) return 0;
      return amounts * 2 + parties / 10 + places;
    }
  }
}

function isExactPlace({ start, end }: Candidate, { place }: SourceEntry): boolean {
  return place !== null && place.start === start && place.end === end;
}

function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** 2: the same amount; 1: the same words with another amount, as an analyst corrects a misreading; 0: neither. */
function amountLikeness(amount: ReadAmount, { amounts }: SourceEntry): number {
  const { unit, lo, hi } = storedAmount(amount);
  const isSame = amounts.some((held) => held.unit === unit && held.lo === lo && held.hi === hi);
  if (isSame && unit !== null) return 2;
  return amounts.some(({ wording }) => wording !== null && wording === amount.wording) ? 1 : 0;
}

function storedPercent(percent: number | null): number | null {
  if (percent === null) return null;
  const amount = { low: percent, high: percent, qualifier: 'exact', unit: 'percent', wording: null } as const;
  return storedAmount(amount).point;
}
