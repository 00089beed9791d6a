import { excludesDay } from '../metrics/disagreement.ts';
import type { KeyDateFacts, QuoteFacts, ReactionFacts } from '../model/ledger-view.ts';
import { amountText } from '../quantities/amount-text.ts';
import type { OnFile } from './on-file.ts';

/** Quotes of the same speaker with the same words; a longer quote holds a shorter one. */
export function quotesOnFile(words: string, held: readonly QuoteFacts[]): readonly OnFile[] {
  const own = plain(words);
  return held.flatMap((quote): OnFile[] => {
    const other = plain(quote.words);
    const isSame = own !== '' && other !== '' && (own.includes(other) || other.includes(own));
    if (!isSame) return [];
    const line = `${quote.speaker.name}: “${quote.words.slice(0, 80)}”, ${quote.source.title}`;
    return [{ id: quote.id, noun: 'quote', line, verdict: 'same', why: 'The same words.' }];
  });
}

function plain(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

export interface DraftedMove {
  readonly direction: string;
  readonly move: string;
  readonly percent: number | null;
  readonly observedOn: string | null;
  readonly dealId: string | null;
}

/** Moves of the same share. Only moves that are said to be the same one can contradict each other. */
export function reactionsOnFile(drafted: DraftedMove, held: readonly ReactionFacts[]): readonly OnFile[] {
  return held.map((reaction) => ({
    id: reaction.id,
    noun: 'reaction',
    line: reactionLine(reaction),
    ...moveVerdict(drafted, reaction),
  }));
}

function reactionLine({ direction, percent, move, observedOn, source }: ReactionFacts): string {
  return [
    direction,
    percent === null ? '' : amountText(percent, 'percent'),
    move === 'unstated' ? '' : move.replaceAll('-', ' '),
    observedOn ?? '',
    source.title,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function moveVerdict(drafted: DraftedMove, held: ReactionFacts): Pick<OnFile, 'verdict' | 'why'> {
  const isSameDirection = drafted.direction === held.direction;
  const isSamePercent = drafted.percent === held.percent;
  const isOtherDay =
    drafted.observedOn !== null && held.observedOn !== null && drafted.observedOn !== held.observedOn;
  if (isOtherDay) return { verdict: 'differs', why: 'A move on another day.' };
  if (isSameDirection && isSamePercent) return { verdict: 'same', why: 'The same move.' };
  if (isSameDirection && (drafted.percent === null || held.percent === null))
    return { verdict: 'agrees', why: 'The same direction; one of the two states no percentage.' };
  if (drafted.move !== held.move) return { verdict: 'differs', why: 'Another move of the same share.' };
  const isSaidToBeOne =
    (drafted.observedOn !== null && drafted.observedOn === held.observedOn) ||
    (drafted.dealId !== null && drafted.dealId === held.dealId);
  return isSaidToBeOne
    ? { verdict: 'contradicts', why: 'Both speak of the same move and state it differently.' }
    : { verdict: 'differs', why: 'Perhaps another move: no day is stated for both.' };
}

/** Dates of the same kind about the same entity or deal, or of the same name. */
export function keyDatesOnFile(drafted: KeyDateFacts, held: readonly KeyDateFacts[]): readonly OnFile[] {
  return held
    .filter((date) => isSameEvent(drafted, date))
    .map((date) => ({
      id: date.id,
      noun: 'key-date',
      line: [date.name, date.wording ?? windowOf(date), date.source.title].join(', '),
      ...dateVerdict(drafted, date),
    }));
}

function isSameEvent(drafted: KeyDateFacts, held: KeyDateFacts): boolean {
  if (drafted.id === held.id) return false;
  if (drafted.name.toLowerCase() === held.name.toLowerCase()) return true;
  return drafted.kind !== 'other' && drafted.kind === held.kind;
}

/** Kinds of which one company has many, each at a time of its own. */
const REPEATED: readonly string[] = ['capacity-online', 'option-opens', 'review', 'maturity', 'announcement'];

function isSaidToBeOne(a: KeyDateFacts, b: KeyDateFacts): boolean {
  if (a.name.toLowerCase() === b.name.toLowerCase() || !REPEATED.includes(a.kind)) return true;
  return a.dealId !== null && a.dealId === b.dealId;
}

function windowOf({ fromOn, untilOn }: KeyDateFacts): string {
  return `${fromOn ?? '…'} to ${untilOn ?? '…'}`;
}

function dateVerdict(drafted: KeyDateFacts, held: KeyDateFacts): Pick<OnFile, 'verdict' | 'why'> {
  const isSame = drafted.fromOn === held.fromOn && drafted.untilOn === held.untilOn;
  if (isSame) return { verdict: 'same', why: 'The same days.' };
  if (excludesDay(drafted, held) && !isSaidToBeOne(drafted, held))
    return { verdict: 'differs', why: 'Other days: perhaps another event of the same kind.' };
  if (excludesDay(drafted, held))
    return { verdict: 'contradicts', why: `No day fits both: ${windowOf(drafted)}, ${windowOf(held)}.` };
  return { verdict: 'agrees', why: 'The days overlap.' };
}
