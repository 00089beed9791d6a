import type { ProposedReaction, Rated } from '../report.ts';

type Reaction = Rated<ProposedReaction>;

const TELLING: readonly ProposedReaction['move'][] = ['unstated', 'intraday', 'close', 'record-high'];

/** One entry per entity and move: later mentions only add what the first left open. */
export function merged(reactions: readonly Reaction[]): readonly Reaction[] {
  const kept: Reaction[] = [];
  for (const reaction of reactions) {
    const at = kept.findIndex((other) => isSame(other, reaction));
    const other = kept[at];
    if (other === undefined) kept.push(reaction);
    else kept[at] = joined(other, reaction);
  }
  return kept
    .map((reaction) => ({ ...reaction, entity: fullest(reaction.entity, kept) }))
    .toSorted((a, b) => a.evidenceStart - b.evidenceStart);
}

function isSame(a: Reaction, b: Reaction): boolean {
  if (!isSameName(a.entity, b.entity) || a.direction !== b.direction) return false;
  const isOpen = a.percent === null || b.percent === null;
  const isOtherSum = a.valueChange !== null && b.valueChange !== null && a.valueChange !== b.valueChange;
  return (isOpen || a.percent === b.percent) && !isOtherSum;
}

function fullest(entity: string, reactions: readonly Reaction[]): string {
  const forms = reactions.map((reaction) => reaction.entity).filter((other) => isSameName(entity, other));
  return forms.toSorted((a, b) => b.length - a.length)[0] ?? entity;
}

/** `Gundaroo` is `Gundaroo Lithium`, and `Sentosa` `Bank Sentosa`, where both are said to have moved alike. */
function isSameName(a: string, b: string): boolean {
  const [short = [], long = []] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length);
  return short.every((word) => long.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(' ');
}

function joined(first: Reaction, second: Reaction): Reaction {
  const isBetter = first.percent === null && second.percent !== null;
  const evidence = isBetter ? second : first;
  const valued = first.valueChange === null ? second : first;
  return {
    ...first,
    entity: second.entity.length > first.entity.length ? second.entity : first.entity,
    percent: first.percent ?? second.percent,
    valueChange: valued.valueChange,
    currency: valued.currency,
    move: TELLING[Math.max(TELLING.indexOf(first.move), TELLING.indexOf(second.move))] ?? first.move,
    evidenceStart: evidence.evidenceStart,
    evidenceEnd: evidence.evidenceEnd,
    confidence: Math.max(first.confidence, second.confidence),
  };
}
