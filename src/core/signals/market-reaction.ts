import { criticalT } from '../market/distributions.ts';
import { empiricalP, rankZ } from '../market/rank-test.ts';
import { crossSectionalT } from '../market/several-events.ts';
import { impliedValueBefore } from '../metrics/implied-value.ts';
import { type EventStudy, type ShareEvent, shareEvents } from '../metrics/share-reactions.ts';
import type { Study } from '../metrics/study.ts';
import type { ReactionFacts } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import { toFull } from '../quantities/unit.ts';
import type { Reading, SignalDefinition } from './definition.ts';
import { dealEntryInput, keyDateInput, reactionInput } from './event-evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { amountWords, countWords, digits } from './words.ts';

export const marketReaction: SignalDefinition = {
  id: 'market-reaction',
  name: 'Event study',
  question: 'Did a share fall by more than its market explains when the deal became known?',
  pillar: 'governance-market',
  family: 'market',
  formula:
    'p-value of the cumulative abnormal return: t = CAR / its standard error, CAR = sum of (return - alpha - beta x market return) over sessions -1 to +1',
  method:
    'Market model by least squares over sessions -130 to -11, MacKinlay, Journal of Economic Literature 35(1), 1997; returns over missing prices after Maynes and Rumsey, 1993.',
  falsePositives: [
    'News may have leaked before the event, or other news may fall into its window.',
    'A share that weighs much in its index explains itself away.',
    'Of many events tested some are significant by chance.',
  ],
  measures: [
    {
      id: null,
      name: 'Abnormal fall: p-value',
      unit: 'share',
      isLowerWorse: true,
      defaults: { watch: 0.1, warn: 0.05, critical: 0.01 },
      why: 'The usual levels of a test. Only a fall counts: a rise stands at 1, a fall of 2 % or less at 0.05 at best, one of 5 % or less at 0.01.',
    },
  ],
  evaluate,
};

const LEVELS = [0.1, 0.05, 0.01] as const;
const SMALL = { fall: 0.02, floor: 0.05 } as const;
const MIDDLING = { fall: 0.05, floor: 0.01 } as const;

function evaluate(study: Study): readonly Reading[] {
  const events = shareEvents(study);
  const studied = events.flatMap((event) =>
    event.study.state === 'ok' ? [{ ...event, study: event.study }] : [],
  );
  const left = events.filter(({ study: { state } }) => state !== 'ok');
  return [
    ...studied.map((event) => readingOf(event, severalNote(studied))),
    ...(studied.length > 0 && left.length === 0 ? [] : [unstudied(left)]),
  ];
}

type Studied = ShareEvent & { readonly study: EventStudy };

/** Everything that sources report of shares, which is no abnormal return. */
function unstudied(events: readonly ShareEvent[]): Reading {
  const missing = new Set(events.flatMap(({ study }) => (study.state === 'ok' ? [] : study.missing)));
  const wanted =
    missing.size === 0 ? ['daily closing prices of a listed party and of its market index'] : [...missing];
  return {
    ...insufficient(null, wanted, () => events.flatMap(reportedInputs)),
    notes: [...events.flatMap(movesOf), ...events.flatMap(conflictOf)],
  };
}

function readingOf(event: Studied, several: readonly string[]): Reading {
  const { deal, instrument, study } = event;
  const { found, confounding } = study;
  return {
    measure: null,
    scope: { kind: 'about', id: `${deal.id} ${instrument.id}`, name: `${instrument.name}: ${deal.name}` },
    outcome: { state: 'ok', measured: exactly(adverseP(found.cumulative, found.p)) },
    workings: workingsOf(study),
    inputs: () => [
      dealEntryInput(deal, 'event', {
        isUsed: true,
        note: `Session 0 is the first on or after ${study.day}.`,
      }),
      ...reportedInputs(event),
      ...confounding.map((date) =>
        keyDateInput(date, 'other event in the window', {
          isUsed: false,
          note: 'May explain part of the move.',
        }),
      ),
    ],
    others: [],
    tags: [],
    notes: [...notesOf(event), ...movesOf(event), ...conflictOf(event), ...several],
    nonBinding: null,
  };
}

/** The p-value that counts: a rise is never adverse, and a small fall is not severe however sure. */
export function adverseP(cumulative: number, p: number): number {
  if (cumulative >= 0) return 1;
  if (-cumulative <= SMALL.fall) return Math.max(p, SMALL.floor);
  return -cumulative <= MIDDLING.fall ? Math.max(p, MIDDLING.floor) : p;
}

function workingsOf({ model, found }: EventStudy): string {
  const parts = found.parts.map(({ abnormal }) => digits(abnormal)).join(' + ');
  return [
    `beta = Sxy / Sxx = ${exact(model.sxy)} / ${exact(model.sxx)} = ${digits(model.beta)}`,
    `alpha = ${exact(model.meanStock)} - beta x ${exact(model.meanMarket)} = ${exact(model.alpha)}`,
    `sigma = root of ${exact(model.sse)} / ${found.degreesOfFreedom} = ${exact(Math.sqrt(model.variance))} over ${model.length} returns`,
    `CAR = ${parts} = ${digits(found.cumulative)}`,
    `t = ${digits(found.cumulative)} / ${exact(found.standardError)} = ${digits(found.t)}, ${found.degreesOfFreedom} degrees of freedom, p = ${exact(found.p)}`,
    criticalWords(found.degreesOfFreedom),
  ].join('; ');
}

/** How far from zero t must lie at each of the usual levels. */
function criticalWords(degreesOfFreedom: number): string {
  const steps = LEVELS.map((level) => `${digits(criticalT(level, degreesOfFreedom))} at ${level * 100} %`);
  return `t is significant beyond ${steps.join(', ')}`;
}

function exact(amount: number): string {
  return String(Number(amount.toPrecision(4)));
}

function notesOf({ study }: Studied): readonly string[] {
  const { found, model, series, ownDay, dropped, isThin, isRarelyTraded, confounding } = study;
  const abnormal = found.parts.map((part) => part.abnormal);
  const all = [...model.residuals, ...abnormal];
  const { rank, z } = rankZ(all, Math.max(0, all.indexOf(ownDay)));
  return [
    found.cumulative >= 0
      ? `A rise of ${percent(found.cumulative)} beyond what the market explains is favourable and stands at 1; its own p-value is in the workings.`
      : `A fall of ${percent(-found.cumulative)} beyond what the market explains.`,
    `${series.ticker} against ${series.index}, ${series.isAdjusted ? 'adjusted' : 'unadjusted'} closes.`,
    `Held over the window: ${percent(found.buyAndHold)}. Day of the event: rank ${digits(rank)} of ${all.length}, z ${digits(z)}, which cannot reject for a single firm; empirical p-value ${digits(empiricalP(model.residuals, ownDay))}.`,
    ...(dropped === 0
      ? []
      : [`${countWords(dropped, 'session')} of the window without a price, spanned by the next return.`]),
    ...(isThin ? [`Thin: only ${model.length} returns to estimate from.`] : []),
    ...(isRarelyTraded ? ['Thinly traded: more than 30 % of the returns are zero.'] : []),
    ...(confounding.length === 0
      ? []
      : [`Other events in the window: ${confounding.map(({ name }) => name).join('; ')}.`]),
  ];
}

function severalNote(events: readonly Studied[]): readonly string[] {
  if (events.length < 2) return [];
  const { statistic, p } = crossSectionalT(events.map(({ study }) => study.found.cumulative));
  if (!Number.isFinite(statistic)) return [];
  return [`Over ${events.length} events together: t ${digits(statistic)}, p-value ${digits(p)}.`];
}

function reportedInputs({ reported, instrument }: ShareEvent): readonly FlagInput[] {
  return reported.map((reaction) =>
    reactionInput(reaction, instrument.name, {
      isUsed: false,
      note: `Reported: ${moveWords(reaction)}. Raw, not abnormal.`,
    }),
  );
}

function movesOf({ reported, instrument }: ShareEvent): readonly string[] {
  return reported.length === 0
    ? []
    : [
        `Reported of ${instrument.name}: ${reported.map(moveWords).join('; ')}. A reported move is not an abnormal return.`,
        ...impliedNote(reported),
      ];
}

/** Two sizes of one move are arithmetic about the market value before it. */
function impliedNote(reported: readonly ReactionFacts[]): readonly string[] {
  const implied = impliedValueBefore(reported);
  if (implied === null) return [];
  const value = amountWords(exactly(implied.before), implied.unit);
  return [
    `${moveWords(implied.percent)} and ${moveWords(implied.change)} together imply a market value of ${value} before the move: check it against prices.`,
  ];
}

function conflictOf({ reported, instrument }: ShareEvent): readonly string[] {
  const directions = [...new Set(reported.map(({ direction }) => direction))];
  return directions.length < 2
    ? []
    : [`The sources disagree on ${instrument.name}: ${directions.join(' and ')}.`];
}

function moveWords({
  direction,
  move,
  percent: change,
  valueChange,
  valueUnit,
  valueQualifier,
}: ReactionFacts): string {
  const size = change === null ? '' : ` ${digits(toFull(change, 'percent'))} %`;
  const kind = move === 'unstated' ? '' : `, ${move.replaceAll('-', ' ')}`;
  const hedge = valueQualifier === 'over' || valueQualifier === 'at-least' ? ' or more' : '';
  const worth =
    valueChange === null || valueUnit === null
      ? ''
      : `, ${amountWords(exactly(toFull(valueChange, valueUnit)), valueUnit)}${hedge} of market value`;
  return `${direction}${size}${kind}${worth}`;
}

function percent(share: number): string {
  return `${digits(share * 100)} %`;
}
