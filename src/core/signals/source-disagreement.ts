import type { Claim } from '../figures/agreement.ts';
import { statedOf } from '../figures/agreement.ts';
import { DIFFERENCE_WORDS } from '../figures/matters.ts';
import {
  type Disputed,
  type DisputedDate,
  disputedDates,
  disputedFigures,
  hasOwnContradiction,
} from '../metrics/disagreement.ts';
import { neighbourhoodOf } from '../metrics/neighbourhood.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { weekdayNotes, windowInWords } from './day-words.ts';
import type { Measure, Outcome, Reading, Scope, SignalDefinition } from './definition.ts';
import { claimInput, keyDateInput } from './event-evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { claimsTable } from './tables/claims-table.ts';
import { amountWords, countWords, digits, plain, sharedScale } from './words.ts';

const AMOUNTS: Measure = {
  id: 'amounts',
  name: 'Source disagreement: amounts',
  unit: 'share',
  isLowerWorse: false,
  defaults: { watch: 0.05, warn: 0.1, critical: 0.25 },
  why: 'Auditors start at a materiality of 5 %, only as a first step; the higher steps are practice.',
};

const DATES: Measure = {
  id: 'dates',
  name: 'Source disagreement: dates',
  unit: 'days',
  isLowerWorse: false,
  defaults: { watch: 1, warn: 7, critical: 90 },
  why: 'A day may be a matter of time zones, a week one of wording; a quarter moves an event into other accounts.',
};

export const sourceDisagreement: SignalDefinition = {
  id: 'source-disagreement',
  name: 'Source disagreement',
  question: 'Where do the sources exclude each other?',
  pillar: 'evidence',
  family: 'evidence',
  formula:
    'largest distance between two claims that exclude each other / median of the claims; for dates, the days between them',
  method:
    'Claims are widened by their hedge, bare ones by half a unit of their last written digit; SEC Staff Accounting Bulletin 99 on 5 %.',
  falsePositives: [
    'A source may count something else without saying so.',
    'Several sources that repeat one origin do not confirm it.',
    'A claim without a period is taken to speak of the latest year that others name.',
  ],
  measures: [AMOUNTS, DATES],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const around = neighbourhoodOf(study);
  const figures = disputedFigures(study, around);
  const dates = disputedDates(study, around);
  return [
    ...(figures.length === 0
      ? [insufficient(AMOUNTS.id, ['a figure that is stated more than once'])]
      : figures.map((disputed) => amountReading(disputed, study))),
    ...(dates.length === 0
      ? [insufficient(DATES.id, ['a key date that is stated more than once'])]
      : dates.map(dateReading)),
  ];
}

function amountReading(disputed: Disputed, { index: { view } }: Study): Reading {
  return {
    measure: AMOUNTS.id,
    scope: scopeOfFigure(disputed),
    outcome: outcomeOfSpread(disputed.agreement.spread),
    workings: workingsOf(disputed),
    inputs: () => inputsOf(disputed),
    tables: () => [claimsTable(disputed.claims, unitOf(disputed.claims), view)],
    others: [],
    tags: [],
    notes: notesOf(disputed),
    nonBinding: null,
  };
}

function outcomeOfSpread(spread: number | null): Outcome {
  if (spread === null)
    return { state: 'not-computable', reason: 'the claims exclude each other around a median of zero' };
  return { state: 'ok', measured: exactly(spread) };
}

/** The headline of a deal is the deal; whatever else is stated of it, or of an entity, goes by its matter. */
function scopeOfFigure({ about, key, claims }: Disputed): Scope {
  const [first] = claims;
  if (about.kind === 'deal' && first?.metric === 'deal-headline')
    return { kind: 'deal', id: about.deal.id, name: about.deal.name };
  const owner = about.kind === 'deal' ? about.deal : about.entity;
  return {
    kind: 'about',
    id: `${owner.id} ${first?.metric ?? ''} ${key}`,
    name: matterName({ about, claims }),
  };
}

export function matterName({ about, claims }: Pick<Disputed, 'about' | 'claims'>): string {
  const [first] = claims;
  const owner = about.kind === 'deal' ? about.deal.name : about.entity.name;
  const period = first?.basis === 'stock' ? '' : `, ${plain(first?.basis ?? '')}`;
  return `${owner}: ${plain(first?.metric ?? '')}${period}`;
}

function workingsOf({ claims, agreement }: Disputed): string {
  const unit = unitOf(claims);
  const { contradictions, median, spread } = agreement;
  const widest = widestOf(contradictions);
  if (widest === null || spread === null)
    return `none of the ${claims.length} claims exclude each other, so the distance is 0`;
  const [a, b] = widest;
  const ends = [exactly(statedOf(a)), exactly(statedOf(b)), exactly(median)];
  const write = sharedScale(ends, unit);
  const [first, second, middle] = ends.map(write);
  return `|${first} - ${second}| / ${middle} = ${digits(spread)}`;
}

/** The pair of claims that lie farthest apart; null without a contradiction. */
export function widestOf(
  contradictions: Disputed['agreement']['contradictions'],
): readonly [Claim, Claim] | null {
  const distance = ([a, b]: readonly [Claim, Claim]) => Math.abs(statedOf(a) - statedOf(b));
  const [first, ...rest] = contradictions;
  if (first === undefined) return null;
  return rest.reduce((widest, pair) => (distance(pair) > distance(widest) ? pair : widest), first);
}

function notesOf(disputed: Disputed): readonly string[] {
  const { claims, agreement, apart } = disputed;
  const unit = unitOf(claims);
  const { contradictions, hull } = agreement;
  const verdict =
    contradictions.length === 0
      ? `The ${claims.length} claims agree within what their words allow.`
      : `${countWords(contradictions.length, 'pair')} of the ${claims.length} claims ${contradictions.length === 1 ? 'excludes' : 'exclude'} each other. A filing or the contract would settle it.`;
  return [
    verdict,
    `Together they span ${amountWords(hull, unit)}, each as wide as its words allow.`,
    ...bareNote(agreement),
    ...selfContradiction(disputed),
    ...definitionNotes(claims),
    ...(apart.length === 0
      ? []
      : [`Told apart, and so no contradiction: ${apart.map(apartWords).join('; ')}.`]),
  ];
}

/** Nothing to say where hedges and rounding close no part of the distance. */
function bareNote(agreement: Disputed['agreement']): readonly string[] {
  const words = bareWords(agreement);
  return words === null ? [] : [`Before hedges and rounding are allowed for, ${words}.`];
}

/** `points lie up to 29.63 % of the median apart`; null where that is what the verdict itself says. */
export function bareWords({ bareSpread, spread }: Disputed['agreement']): string | null {
  if (bareSpread === null || bareSpread === spread) return null;
  return `points lie up to ${digits(bareSpread * 100)} % of the median apart`;
}

function selfContradiction({ claims, agreement }: Disputed): readonly string[] {
  const sources = new Map(claims.map(({ id, source }) => [id, source.id]));
  const isSelf = agreement.contradictions.some(([a, b]) => sources.get(a.id) === sources.get(b.id));
  return isSelf ? ['One of the sources contradicts itself.'] : [];
}

function definitionNotes(claims: readonly FigureFacts[]): readonly string[] {
  const defined = new Set(claims.flatMap(({ definition }) => definition ?? []));
  if (defined.size === 0 || (defined.size === 1 && claims.every(({ definition }) => definition !== null)))
    return [];
  return [`What is counted is not worded alike: ${[...defined].map((text) => `“${text}”`).join(', ')}.`];
}

function apartWords({ figure, difference }: Disputed['apart'][number]): string {
  return `${figure.wording === null ? figure.source.title : `“${figure.wording}”`} (${DIFFERENCE_WORDS[difference]})`;
}

function unitOf([first]: readonly FigureFacts[]): UnitId {
  return first?.unit ?? 'count';
}

function inputsOf(disputed: Disputed): readonly FlagInput[] {
  const place = { role: 'claim', name: matterName(disputed) };
  const { claims, apart } = disputed;
  return [
    ...claims.map((claim) =>
      claimInput(claim, place, claims.length, { isUsed: true, note: claim.definition }),
    ),
    ...apart.map(({ figure, difference }) =>
      claimInput(figure, place, 1, { isUsed: false, note: `Not compared: ${DIFFERENCE_WORDS[difference]}.` }),
    ),
  ];
}

function dateReading({ id, name, dates, spread }: DisputedDate): Reading {
  const { nearest, farthest, pair } = spread;
  return {
    measure: DATES.id,
    scope: { kind: 'about', id, name },
    outcome: { state: 'ok', measured: { lo: nearest, point: nearest, hi: farthest } },
    workings: dateWorkings(spread),
    inputs: () =>
      dates.map((date) => ({
        ...keyDateInput(date, 'stated date', { isUsed: true, note: date.wording }),
        versions: dates.length,
      })),
    others: [],
    tags: [],
    notes: [
      pair === null
        ? `The ${dates.length} statements of the date can all be true.`
        : `Of ${dates.length} statements of the date at least two exclude each other.`,
      ...(hasOwnContradiction(dates) ? ['One of the sources contradicts itself.'] : []),
      ...weekdayNotes(dates),
    ],
    nonBinding: null,
  };
}

function dateWorkings({ pair, nearest }: DisputedDate['spread']): string {
  if (pair === null) return 'all stated dates overlap, so the distance is 0 days';
  const [early, late] = pair.map(({ fromOn, untilOn }) => windowInWords(fromOn, untilOn));
  return `${early} until ${late}: ${countWords(nearest, 'day')}`;
}
