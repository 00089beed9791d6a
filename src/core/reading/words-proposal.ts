import { assertNever } from '../assert-never.ts';
import { type Placed, within } from '../extract/placed.ts';
import type { Extraction } from '../extract/report.ts';
import type { Candidate, CandidateClass, Proposal, ReadAmount } from './candidate.ts';
import { amountOfMoney, amountOfPercent } from './read-amount.ts';
import { holds, overlaps } from './stretches.ts';

interface Reading {
  readonly extraction: Extraction;
  readonly candidates: readonly Candidate[];
}

/**
 * A reading of words that an analyst chose: a candidate of that class which they hold or lie in, else what is read within
 * them, else nothing but the words.
 */
export function proposalOfWords(text: string, reading: Reading, words: Placed, as: CandidateClass): Proposal {
  const ofClass = reading.candidates.filter(({ proposal }) => proposal.class === as);
  const known =
    ofClass.find((one) => holds(words, one)) ??
    ofClass.find((one) => one.marks.some((mark) => mark.what !== 'name' && overlaps(mark, words)));
  return known?.proposal ?? bareProposal(text, reading.extraction, words, as);
}

function bareProposal(text: string, extraction: Extraction, words: Placed, as: CandidateClass): Proposal {
  const { start, end } = words;
  const evidence = { evidenceStart: start, evidenceEnd: end };
  const amount = amountIn(text, extraction, words);
  switch (as) {
    case 'deal': {
      const ends = { low: amount.low, high: amount.high, qualifier: amount.qualifier };
      const open = { parties: [], kind: 'other', termYears: null, status: 'reported' } as const;
      return { class: 'deal', deal: { ...open, ...ends, currency: amount.unit, ...evidence }, amount };
    }
    case 'figure':
      return { class: 'figure', metric: null, amount };
    case 'quote':
      return {
        class: 'quote',
        quote: { text: text.slice(start, end), speaker: null, affiliation: null, role: null, start, end },
      };
    case 'reaction': {
      const percent = within(extraction.percents, words)[0]?.value ?? null;
      const sum = within(extraction.money, words)[0];
      return {
        class: 'reaction',
        reaction: {
          ...{ entity: '', direction: 'up', move: 'unstated', percent, ...evidence },
          valueChange: sum?.low ?? sum?.high ?? null,
          currency: sum?.currency ?? null,
        },
        value: sum === undefined ? null : amountOfMoney(sum),
      };
    }
    case 'key-date': {
      const date = extraction.dates.find((one) => overlaps(one, words));
      const bare = { text: text.slice(start, end), start, end, fromOn: null, untilOn: null };
      return { class: 'key-date', date: date ?? bare };
    }
    default:
      return assertNever(as);
  }
}

const UNREAD: ReadAmount = { low: null, high: null, qualifier: 'exact', unit: null, wording: null };

/** The first sum, percentage or number within the words. */
function amountIn(text: string, { money, percents }: Extraction, words: Placed): ReadAmount {
  const sum = money.find((one) => overlaps(one, words));
  if (sum !== undefined) return amountOfMoney(sum);
  const percent = percents.find((one) => overlaps(one, words));
  if (percent !== undefined) return amountOfPercent(percent, text);
  const count = /\d[\d,]*(?:\.\d+)?/u.exec(text.slice(words.start, words.end));
  if (count === null) return UNREAD;
  const full = Number(count[0].replaceAll(',', ''));
  return { low: full, high: full, qualifier: 'exact', unit: 'count', wording: count[0] };
}
