import type { EntryClass } from '#shared/contract/documents.ts';
import { classWords } from '../class-words.ts';
import type { Candidate, Hand, Numeral, Reading, Stretch } from '../reading.ts';
import type { Move } from './desk.ts';
import { handsAt, isSameHand, neighbour, nextNumeral, nextUnread } from './order.ts';

interface WalkParts {
  readonly reading: Reading;
  /** The candidates that the filters leave, in the order of the text. */
  readonly shown: readonly Candidate[];
  readonly hand: Hand | null;
  readonly stretch: Stretch | null;
  readonly move: (move: Move) => void;
}

export interface Walk {
  readonly step: (by: 1 | -1) => void;
  /** To what is left to read: a candidate, else a numeral that does not start at one of `but`, else nothing. */
  readonly goOn: (but?: readonly number[]) => void;
  /** To the next numeral that is unread, those that start at one of `but` left out. */
  readonly goToNumeral: (but?: readonly number[]) => void;
  /** To what lies at a place of the text; a second time to what else lies there. */
  readonly takeAt: (place: number) => void;
  /** Words chosen by the analyst, to become an entry. */
  readonly make: (as: EntryClass, words: Stretch) => void;
}

/** The ways through a document. */
export function walkOf({ reading, shown, hand, stretch, move }: WalkParts): Walk {
  const text = reading.text ?? '';
  const from = { hand, place: stretch?.start ?? 0 };
  const takeCandidate = (candidate: Candidate) =>
    move({
      do: 'take',
      hand: { kind: 'candidate', key: candidate.key },
      said: announced(candidate, shown),
    });
  const takeNumeral = ({ start, end }: Numeral) =>
    move({
      do: 'take',
      hand: { kind: 'numeral', start, end },
      said: `Unread numeral: ${text.slice(start, end)}.`,
    });

  const left = (but: readonly number[]) => reading.numerals.filter(({ start }) => !but.includes(start));

  return {
    step: (by) => {
      const next = neighbour(shown, from, by);
      if (next !== null) return takeCandidate(next);
      move({ do: 'say', said: by === 1 ? 'This is the last candidate.' : 'This is the first candidate.' });
    },
    goOn: (but = []) => {
      const next = nextUnread(shown, from);
      if (next !== null) return takeCandidate(next);
      const numeral = nextNumeral(left(but), from.place);
      if (numeral !== null) return takeNumeral(numeral);
      move({ do: 'take', hand: null });
    },
    goToNumeral: (but = []) => {
      const next = nextNumeral(left(but), hand === null ? -1 : from.place);
      if (next !== null) return takeNumeral(next);
      const said = 'Every numeral of the document is read.';
      move(hand?.kind === 'numeral' ? { do: 'take', hand: null, said } : { do: 'say', said });
    },
    takeAt: (place) => {
      const hands = handsAt({ ...reading, candidates: shown }, place);
      const current = hands.findIndex((one) => isSameHand(one, hand));
      const next = hands[(current + 1) % Math.max(hands.length, 1)];
      if (next !== undefined) move({ do: 'take', hand: next });
    },
    make: (as, { start, end }) => {
      const said = `${classWords(as).label} of the selected words.`;
      move({ do: 'take', hand: { kind: 'words', start, end, as }, said });
    },
  };
}

function announced(candidate: Candidate, all: readonly Candidate[]): string {
  const at = all.findIndex(({ key }) => key === candidate.key) + 1;
  return `${classWords(candidate.class).label}, ${at} of ${all.length}, ${candidate.state}: ${candidate.line}`;
}
