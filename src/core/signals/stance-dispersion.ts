import { neighbourhoodOf, quotesAround } from '../metrics/neighbourhood.ts';
import { type Opinion, opinionOf, type Vote, votesOf } from '../metrics/stance.ts';
import type { Study } from '../metrics/study.ts';
import type { QuoteFacts } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { quoteInput } from './event-evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { countWords, digits } from './words.ts';

export const stanceDispersion: SignalDefinition = {
  id: 'stance-dispersion',
  name: 'Dispersion of quoted opinion',
  question: 'How far do independent speakers disagree?',
  pillar: 'governance-market',
  family: 'opinion',
  formula: 'mean of squared stances - square of their mean, one vote for each independent speaker',
  method:
    'Population variance of stances coded as 1, 0 and -1 by the analyst; the latest of each speaker counts.',
  falsePositives: [
    'Disagreement is information, not a fault.',
    'Sources choose whom they quote.',
    'A warning about a whole market is no opinion on one company.',
  ],
  measures: [
    {
      id: null,
      name: 'Dispersion of quoted opinion',
      unit: 'score',
      isLowerWorse: false,
      defaults: { watch: 0.5, warn: 0.75, critical: 1 },
      why: 'Without neutrals 0.75 is a split of three to one and 0.5 one of about 85 to 15. It cannot exceed 1, so it is never critical.',
    },
  ],
  evaluate,
};

const ENOUGH = 3;

function evaluate(study: Study): readonly Reading[] {
  const votes = votesOf(quotesAround(study, neighbourhoodOf(study)), affiliationIn(study));
  const independent = votes.filter(({ isAffiliated }) => !isAffiliated);
  const opinion = opinionOf(independent);
  if (opinion === null || opinion.count < ENOUGH) {
    const missing = `a coded stance of at least ${ENOUGH} independent speakers (${independent.length} on file)`;
    return [insufficient(null, [missing], () => inputsOf(votes))];
  }
  return [
    {
      measure: null,
      scope: WHOLE_SUBJECT,
      outcome: dispersionOf(opinion),
      workings: workingsOf(opinion),
      inputs: () => inputsOf(votes),
      others: othersOf(votes),
      tags: [],
      notes: [
        `${countWords(opinion.count, 'independent speaker')}: ${opinion.inFavour} in favour, ${opinion.against} against, ${opinion.neutral} neutral; mean ${digits(opinion.mean)}.`,
        'The stances are coded by the analyst.',
      ],
      nonBinding: null,
    },
  ];
}

/** Whether a speaker belongs to the subject, to its family or to a party of the deal spoken of. */
export function affiliationIn(study: Study): (quote: QuoteFacts) => boolean {
  const { family } = neighbourhoodOf(study);
  const own = new Set(family.map(({ id }) => id));
  return ({ isAffiliated, affiliationId, speakerId }) =>
    isAffiliated === 1 || own.has(affiliationId ?? '') || own.has(speakerId);
}

function dispersionOf({ dispersion }: Opinion): Outcome {
  return { state: 'ok', measured: exactly(dispersion) };
}

function workingsOf({ count, inFavour, against, mean, dispersion }: Opinion): string {
  return `(${inFavour} + ${against}) / ${count} - ((${inFavour} - ${against}) / ${count})² = ${digits((inFavour + against) / count)} - (${digits(mean)})² = ${digits(dispersion)}`;
}

function othersOf(votes: readonly Vote[]): readonly OtherReading[] {
  const groups = [
    { label: 'With affiliated speakers', opinion: opinionOf(votes) },
    {
      label: 'Affiliated speakers alone',
      opinion: opinionOf(votes.filter(({ isAffiliated }) => isAffiliated)),
    },
  ];
  return groups.flatMap(({ label, opinion }) =>
    opinion === null
      ? []
      : [
          {
            label,
            outcome: dispersionOf(opinion),
            note: `${countWords(opinion.count, 'speaker')}, mean ${digits(opinion.mean)}.`,
          },
        ],
  );
}

function inputsOf(votes: readonly Vote[]): readonly FlagInput[] {
  return votes.map(({ quote, stance, isAffiliated }) =>
    quoteInput(quote, isAffiliated ? 'affiliated speaker' : 'independent speaker', {
      isUsed: !isAffiliated,
      note: `Stance ${stance}${isAffiliated ? '; affiliated, so counted apart' : ''}.`,
    }),
  );
}
