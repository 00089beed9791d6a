import { amountOf } from '../figures/amount.ts';
import { type Magnitude, magnitudes } from '../metrics/magnitude.ts';
import { neighbourhoodOf } from '../metrics/neighbourhood.ts';
import { type Recalculation, recalculations } from '../metrics/recalculation.ts';
import { type StatedDistance, statedDistances } from '../metrics/stated-distance.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import {
  type Measure,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { claimInput, keyDateInput } from './event-evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { magnitudeTables } from './tables/magnitude-table.ts';
import { amountWords, countWords, digits, plain } from './words.ts';

const AMOUNTS: Measure = {
  id: 'amounts',
  name: 'Re-performed arithmetic: amounts',
  unit: 'share',
  isLowerWorse: false,
  defaults: { watch: 0, warn: 0.05, critical: 0.5 },
  why: 'Outside its own rounding is watch, more than 5 % off is warn; half as much again or less would move almost any result.',
};

const DAYS: Measure = {
  id: 'days',
  name: 'Re-performed arithmetic: days',
  unit: 'days',
  isLowerWorse: false,
  defaults: { watch: 0, warn: 1, critical: 90 },
  why: 'A day may be a matter of counting both ends; a quarter moves an event into other accounts.',
};

export const claimArithmetic: SignalDefinition = {
  id: 'claim-arithmetic',
  name: 'Re-performance of stated arithmetic',
  question: 'Do the numbers that sources work out follow from those that they start from?',
  pillar: 'evidence',
  family: 'evidence',
  formula:
    '|stated - worked out again| / worked out again, 0 within rounding; for days, |stated - counted again|',
  method:
    'Recalculation, an audit procedure of PCAOB AS 1105, within one source: rates of deals, undated quarters, losses, rates a second, shares of a supplier, days between events. Beside them, for words as “by orders of magnitude”: how many powers of ten a source’s commitments stand above its revenue.',
  falsePositives: [
    'A source may round at each step.',
    'An undated quarter is held against a fourth of the undated year of the same source; business has seasons.',
  ],
  measures: [AMOUNTS, DAYS],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const around = neighbourhoodOf(study);
  const names = new Map(
    [...around.family, ...around.around, ...around.deals].map(({ id, name }) => [id, name] as const),
  );
  return [
    amountReading(recalculations(study, around), names, magnitudes(study)),
    dayReading(statedDistances(study, around)),
  ];
}

/** Of entities and deals, by id. */
type Names = ReadonlyMap<string, string>;

function amountReading(found: readonly Recalculation[], names: Names, sizes: readonly Magnitude[]): Reading {
  const sure = found.flatMap((one) => (one.deviation === null ? [] : [{ ...one, deviation: one.deviation }]));
  const [worst] = sure.toSorted((a, b) => b.deviation - a.deviation);
  if (worst === undefined)
    return insufficient(AMOUNTS.id, [
      'a derived number beside the numbers that its source works it out from',
    ]);
  const failing = sure.filter(({ deviation }) => deviation > 0).length;
  return {
    measure: AMOUNTS.id,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured: exactly(worst.deviation) },
    workings: worst.deviation === 0 ? sure.map(claimWorkings).join('; ') : claimWorkings(worst),
    inputs: () => inputsOf(sure, names),
    tables: () => magnitudeTables(sizes),
    others: sure.map((one) => ({
      label: nameOf(one.stated, names),
      outcome: outcomeOf(one),
      note: claimWorkings(one),
    })),
    tags: [],
    notes: [
      `${countWords(sure.length, 'derived number')} worked out again, ${failing === 0 ? 'all within their rounding' : `${failing} outside its rounding`}.`,
    ],
    nonBinding: null,
  };
}

function outcomeOf({ deviation }: Recalculation): Outcome {
  return deviation === null
    ? { state: 'not-computable', reason: 'worked out again it is zero' }
    : { state: 'ok', measured: exactly(deviation) };
}

function claimWorkings({ stated, again, from, formula, deviation }: Recalculation): string {
  const inputs = from.map((figure) => amountWords(amountOf(figure) ?? exactly(0), figure.unit)).join(', ');
  const anew = amountWords(exactly(again.point ?? again.lo), stated.unit);
  const claim = stated.wording ?? amountWords(amountOf(stated) ?? exactly(0), stated.unit);
  const verdict = deviation === 0 ? 'within rounding' : `off by ${digits((deviation ?? 0) * 100)} %`;
  return `${formula}, of ${inputs}: ${anew} against stated “${claim}”, ${verdict}`;
}

function inputsOf(found: readonly Recalculation[], names: Names): readonly FlagInput[] {
  const entries = found.flatMap(({ stated, from }) => [
    [stated, 'stated result'] as const,
    ...from.map((figure) => [figure, 'worked out from'] as const),
  ]);
  const once = new Map(entries.map(([figure, role]) => [`${figure.id} ${role}`, { figure, role }]));
  return [...once.values()].map(({ figure, role }) =>
    claimInput(figure, { role, name: nameOf(figure, names) }, 1, { isUsed: true, note: null }),
  );
}

function nameOf({ entityId, dealId, metric, periodLabel }: FigureFacts, names: Names): string {
  const owner = names.get(dealId ?? entityId) ?? '';
  return `${owner}: ${plain(metric)}${periodLabel === null ? '' : `, ${periodLabel}`}`;
}

function dayReading(found: readonly StatedDistance[]): Reading {
  const gap = ({ statedDays, daysAgain }: StatedDistance) => Math.abs(statedDays - daysAgain);
  const [worst] = found.toSorted((a, b) => gap(b) - gap(a));
  if (worst === undefined)
    return insufficient(DAYS.id, ['a distance in days beside the two days that its source gives']);
  return {
    measure: DAYS.id,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured: exactly(gap(worst)) },
    workings: dayWorkings(worst),
    inputs: () => dateInputs(found),
    others: found.slice(1).map((one) => ({
      label: one.other.wording ?? one.other.name,
      outcome: { state: 'ok', measured: exactly(gap(one)) },
      note: dayWorkings(one),
    })),
    tags: [],
    notes: [`“${worst.stated.wording}” and “${worst.other.wording}” are words of one source.`],
    nonBinding: null,
  };
}

function dayWorkings({ stated, event, other, statedDays, daysAgain }: StatedDistance): string {
  return `“${stated.wording}”: ${countWords(statedDays, 'day')}; ${other.fromOn} until ${event.fromOn}: ${countWords(daysAgain, 'day')}; |${statedDays} - ${daysAgain}| = ${Math.abs(statedDays - daysAgain)}`;
}

function dateInputs(found: readonly StatedDistance[]): readonly FlagInput[] {
  const entries = found.flatMap(({ stated, event, other }) => [
    { date: stated, role: 'stated distance' },
    { date: other, role: 'day of the same source' },
    { date: event, role: 'event' },
  ]);
  const once = new Map(entries.map((entry) => [entry.date.id, entry]));
  return [...once.values()].map(({ date, role }) =>
    keyDateInput(date, role, { isUsed: true, note: date.wording }),
  );
}
