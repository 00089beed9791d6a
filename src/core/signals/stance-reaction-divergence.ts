import { neighbourhoodOf, quotesAround } from '../metrics/neighbourhood.ts';
import { type EventStudy, type ShareEvent, shareEvents } from '../metrics/share-reactions.ts';
import { type Opinion, opinionOf, type Vote, votesOf } from '../metrics/stance.ts';
import type { Study } from '../metrics/study.ts';
import { exactly } from '../quantities/interval.ts';
import type { Reading, SignalDefinition } from './definition.ts';
import { dealEntryInput, quoteInput } from './event-evidence.ts';
import { insufficient } from './outcome.ts';
import { affiliationIn } from './stance-dispersion.ts';
import { countWords, digits } from './words.ts';

export const stanceReactionDivergence: SignalDefinition = {
  id: 'stance-reaction-divergence',
  name: 'Opinion against price',
  question: 'Do independent speakers and the market disagree on a deal?',
  pillar: 'governance-market',
  family: 'opinion',
  formula:
    '|cumulative abnormal return| where the mean independent stance is at least 0.25 from neutral, the return has p < 0.05 and their signs differ; else 0',
  method: 'The event study of this ledger beside the stances that the analyst coded.',
  falsePositives: ['Speakers and investors may look at different horizons.'],
  measures: [
    {
      id: null,
      name: 'Opinion against price',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0, warn: 0.05, critical: 1 },
      why: 'Any significant move against the opinion is watch, one of more than 5 % warn; it is information and so never critical.',
    },
  ],
  evaluate,
};

const LEANING = 0.25;
const SIGNIFICANT = 0.05;

function evaluate(study: Study): readonly Reading[] {
  const quotes = quotesAround(study, neighbourhoodOf(study));
  const votesOn = (dealId: string) =>
    votesOf(
      quotes.filter(({ aboutDealId }) => aboutDealId === dealId),
      affiliationIn(study),
    ).filter(({ isAffiliated }) => !isAffiliated);
  const readings = shareEvents(study).flatMap((event) => {
    const votes = votesOn(event.deal.id);
    const opinion = opinionOf(votes);
    return event.study.state !== 'ok' || opinion === null
      ? []
      : [readingOf({ event, study: event.study, votes, opinion })];
  });
  const missing =
    'the abnormal return of a listed party to a deal on which independent speakers took a stance';
  return readings.length === 0 ? [insufficient(null, [missing])] : readings;
}

interface Both {
  readonly event: ShareEvent;
  readonly study: EventStudy;
  readonly votes: readonly Vote[];
  readonly opinion: Opinion;
}

function readingOf({ event: { deal, instrument }, study: { found, day }, votes, opinion }: Both): Reading {
  const { cumulative, p } = found;
  const differs =
    Math.abs(opinion.mean) >= LEANING && p < SIGNIFICANT && Math.sign(opinion.mean) !== Math.sign(cumulative);
  return {
    measure: null,
    scope: { kind: 'about', id: `${deal.id} ${instrument.id}`, name: `${instrument.name}: ${deal.name}` },
    outcome: { state: 'ok', measured: exactly(differs ? Math.abs(cumulative) : 0) },
    workings: `mean stance ${digits(opinion.mean)} of ${countWords(opinion.count, 'speaker')}; abnormal return ${digits(cumulative * 100)} %, p = ${Number(p.toPrecision(4))}; they ${differs ? 'differ' : 'do not differ'} by these rules`,
    inputs: () => [
      dealEntryInput(deal, 'event', { isUsed: true, note: `Announced on ${day}.` }),
      ...votes.map(({ quote, stance }) =>
        quoteInput(quote, 'independent speaker', { isUsed: true, note: `Stance ${stance}.` }),
      ),
    ],
    others: [],
    tags: [],
    notes: [
      differs
        ? 'Opinion and price point in different directions.'
        : 'Opinion and price do not clearly differ.',
    ],
    nonBinding: null,
  };
}
