import type { Study } from '../../metrics/study.ts';
import type { Pillar } from '../../model/pillar.ts';
import type { Interval } from '../../quantities/interval.ts';
import type { UnitId } from '../../quantities/unit.ts';
import {
  type Measure,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from '../definition.ts';
import { type FlagInput, ownSignalId, type Thresholds } from '../flag.ts';
import { tagsWhere } from '../tags.ts';
import { measureWords } from '../words.ts';
import { type Checked, checkExpression } from './check.ts';
import { type Evaluated, evaluateFormula, type Result } from './evaluate-formula.ts';
import { type Formula, walk } from './formula.ts';
import { type FoundAmount, groundOf, type NamedAmount } from './named-amount.ts';
import { rangeOf } from './range.ts';
import { words } from './vocabulary.ts';
import { formulaWords } from './workings.ts';

/** What an analyst records of a signal of their own. */
export interface OwnSignal extends Thresholds {
  /** Small letters, digits and hyphens; the signal is `own:<slug>`. */
  readonly slug: string;
  readonly name: string;
  readonly question: string;
  readonly expression: string;
  readonly unit: Measure['unit'];
  readonly isLowerWorse: boolean;
  readonly pillar: Pillar;
  readonly note: string | null;
}

/**
 * A signal like every other. Own signals of one pillar are one family, so that saying the same thing three ways counts
 * once in the grade. An expression that no longer holds is not computable and says where.
 */
export function ownSignalDefinition(own: OwnSignal): SignalDefinition {
  const { name, question, pillar, expression, note } = own;
  const check = checkExpression(expression);
  return {
    id: ownSignalId(own.slug),
    name,
    question,
    pillar,
    family: `own:${pillar}`,
    formula: expression,
    method: note ?? 'An own signal of this ledger.',
    falsePositives: [],
    measures: [measureOf(own)],
    evaluate:
      check.state === 'fine'
        ? (study) => [readingOf(check.checked, own.unit, study)]
        : () => [refusedReading(`its expression is refused at column ${check.problem.column}`)],
  };
}

function measureOf({ name, unit, isLowerWorse, watch, warn, critical, note }: OwnSignal): Measure {
  const why = note ?? 'Set by the analyst who wrote the signal.';
  return { id: null, name, unit, isLowerWorse, defaults: { watch, warn, critical }, why };
}

function refusedReading(reason: string): Reading {
  return { ...BLANK, outcome: { state: 'not-computable', reason } };
}

const BLANK: Omit<Reading, 'outcome'> = {
  measure: null,
  scope: WHOLE_SUBJECT,
  workings: '',
  inputs: () => [],
  others: [],
  tags: [],
  notes: [],
  nonBinding: null,
};

interface NamedOne {
  readonly key: string;
  readonly amount: NamedAmount;
}

/** What the expression gives for one company. */
export function readingOf(checked: Checked, unit: Measure['unit'], study: Study): Reading {
  const ground = groundOf(study);
  const named = checked.references.flatMap(({ key, word, argument }): NamedOne[] => {
    const amount = words.get(word)?.read(ground, argument);
    return amount === undefined ? [] : [{ key, amount }];
  });
  const inputs = () => inputsOf(named);
  const amounts = foundOf(named);
  if (amounts === null) return { ...BLANK, inputs, outcome: wantingOutcome(named) };
  const currencies = currenciesOf(checked.formula, amounts);
  if (currencies.length > 1)
    return { ...refusedReading(`it joins ${currencies.join(' and ')} and no rate is on file`), inputs };
  const evaluated = evaluateAt(checked, amounts, ({ amount }) => amount);
  return { ...fullReading({ checked, unit, amounts, evaluated }), inputs };
}

interface Full {
  readonly checked: Checked;
  readonly unit: Measure['unit'];
  readonly amounts: ReadonlyMap<string, FoundAmount>;
  readonly evaluated: Evaluated;
}

function fullReading({ checked, unit, amounts, evaluated }: Full): Reading {
  const all = [...amounts.values()];
  const outcome = outcomeOf(evaluated);
  const written = formulaWords(checked.formula, amounts);
  const result = outcome.state === 'ok' ? measureWords(outcome.measured, unit) : 'not computable';
  return {
    ...BLANK,
    outcome,
    workings: `${written} = ${result}`,
    tags: tagsWhere(Object.fromEntries(all.flatMap(({ tags }) => tags.map((tag) => [tag, true])))),
    notes: [...new Set(all.flatMap(({ notes }) => notes)), ...rangeNotes(evaluated, amounts)],
    nonBinding: nonBindingOf(checked, amounts),
  };
}

function evaluateAt(
  { formula, repetition }: Checked,
  amounts: ReadonlyMap<string, FoundAmount>,
  take: (one: FoundAmount) => Interval,
): Evaluated {
  const ranges = new Map([...amounts].map(([key, one]) => [key, rangeOf(take(one))]));
  return evaluateFormula(formula, ranges, repetition);
}

/** A result without a lower end has no headline, so it is none. */
function outcomeOf(evaluated: Evaluated): Outcome {
  if (evaluated.state !== 'ok') return evaluated;
  const { lo, point, hi } = evaluated.result.range;
  if (
    [lo, hi, point ?? 0].some(Number.isNaN) ||
    lo === Number.POSITIVE_INFINITY ||
    Math.abs(point ?? 0) === Number.POSITIVE_INFINITY
  )
    return { state: 'not-computable', reason: 'a number on the way is larger than can be computed with' };
  if (lo === Number.NEGATIVE_INFINITY)
    return {
      state: 'not-computable',
      reason:
        'an amount is open above, so the result has no lower end; max(0, …) gives it one where that fits',
    };
  return {
    state: 'ok',
    measured: { lo: unsigned(lo), point: point === null ? null : unsigned(point), hi: closed(hi) },
  };
}

function closed(hi: number): number | null {
  return hi === Number.POSITIVE_INFINITY ? null : unsigned(hi);
}

/** Minus zero is zero. */
function unsigned(end: number): number {
  return end === 0 ? 0 : end;
}

/** Null where an amount is not known; every amount by its key otherwise. */
function foundOf(named: readonly NamedOne[]): ReadonlyMap<string, FoundAmount> | null {
  const found = named.flatMap(({ key, amount }) =>
    amount.state === 'found' ? [[key, amount] as const] : [],
  );
  return found.length === named.length ? new Map(found) : null;
}

/** Missing before what has no meaning, since that is what the analyst can mend. */
function wantingOutcome(named: readonly NamedOne[]): Outcome {
  const missing = named.flatMap(({ amount }) => (amount.state === 'missing' ? amount.missing : []));
  if (missing.length > 0) return { state: 'insufficient-data', missing: [...new Set(missing)] };
  const other = named.find(({ amount }) => amount.state !== 'found')?.amount;
  if (other?.state === 'not-computable' || other?.state === 'not-applicable')
    return { state: other.state, reason: other.reason };
  return { state: 'not-computable', reason: 'an amount is not known' };
}

function inputsOf(named: readonly NamedOne[]): readonly FlagInput[] {
  const inputs = named.flatMap(({ amount }) => amount.inputs);
  return [...new Map(inputs.map((input) => [`${input.kind} ${input.id} ${input.role}`, input])).values()];
}

/** Currencies that meet in the formula, of the figures and of written amounts. */
function currenciesOf(formula: Formula, amounts: ReadonlyMap<string, FoundAmount>): readonly UnitId[] {
  const met = new Set([...amounts.values()].flatMap(({ currency }) => currency ?? []));
  walk(formula, (part) => {
    if (part.kind === 'constant' && part.dimension.currency !== null) met.add(part.dimension.currency);
  });
  return [...met].toSorted();
}

/** What is not binding cannot lift a severity past warn: the same formula on what is left without it. */
function nonBindingOf(checked: Checked, amounts: ReadonlyMap<string, FoundAmount>): Reading['nonBinding'] {
  const all = [...amounts.values()];
  if (all.every(({ amount, firm }) => firm === amount || isSame(firm, amount))) return null;
  if (all.some(({ firm }) => firm === null)) return { without: null };
  return { without: outcomeOf(evaluateAt(checked, amounts, ({ amount, firm }) => firm ?? amount)) };
}

function isSame(a: Interval | null, b: Interval): boolean {
  return a !== null && a.lo === b.lo && a.point === b.point && a.hi === b.hi;
}

function rangeNotes(evaluated: Evaluated, amounts: ReadonlyMap<string, FoundAmount>): readonly string[] {
  return [...(evaluated.state === 'ok' ? looseNote(evaluated.result) : []), ...sharedNote(amounts)];
}

function looseNote({ isLoose }: Result): readonly string[] {
  return isLoose
    ? [
        'An amount that stands twice is open above, or a divisor may be zero: the range is wider than it need be.',
      ]
    : [];
}

/** Two names that rest on one figure move together; each is taken by itself, which can only widen the range. */
function sharedNote(amounts: ReadonlyMap<string, FoundAmount>): readonly string[] {
  const users = new Map<string, Set<string>>();
  for (const [key, { inputs, amount }] of amounts) {
    if (amount.lo === amount.hi) continue;
    for (const { id, isUsed } of inputs) if (isUsed) users.set(id, new Set([...(users.get(id) ?? []), key]));
  }
  const pair = [...users.values()].find((keys) => keys.size > 1);
  if (pair === undefined) return [];
  return [
    `${[...pair].join(' and ')} rest on the same figure and are taken each by itself: the range may be wider than it need be.`,
  ];
}
