import type { Candidate, ReadAmount } from './candidate.ts';
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
  const captured = new Map<string, string[]>();
  for (const entry of entries) {
    let best: { readonly key: string; readonly score: number } | null = null;
    for (const claimable of candidates) {
      const score = likeness(claimable, entry, text);
      if (score > (best?.score ?? 0)) best = { key: claimable.candidate.key, score };
    }
    if (best !== null) captured.set(best.key, [...(captured.get(best.key) ?? []), entry.id]);
  }
  return captured;
}

/** 0: the entry cannot have been made of the candidate. */
function likeness({ candidate, entityIds }: Claimable, entry: SourceEntry, text: string): number {
  const { proposal } = candidate;
  if (!entry.classes.includes(proposal.class) || !isNear(candidate, entry, text)) return 0;
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

function isNear(candidate: Candidate, { place, words }: SourceEntry, text: string): boolean {
  if (place !== null) return overlaps(place, candidate);
  if (words === null) return false;
  const own = plain(text.slice(candidate.start, candidate.end));
  const held = plain(words);
  return held.includes(own) || own.includes(held);
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
