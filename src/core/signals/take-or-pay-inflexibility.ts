import type { KnownChoice } from '../figures/choice.ts';
import { IMPUTED_DEBT } from '../metrics/assumptions.ts';
import type { NamedCommitment } from '../metrics/commitments.ts';
import { exposureOf } from '../metrics/exposure.ts';
import { fixedShare, isFixed, presentValue } from '../metrics/fixed-share.ts';
import { fixedShareTerm } from '../metrics/fixed-share-term.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import type { Study } from '../metrics/study.ts';
import { exactly, headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { commitmentTags, dealTags, insufficient, scopeOf } from './outcome.ts';
import { debtTable } from './tables/debt-table.ts';
import { amountWords, countWords, digits, measureWords, sharedScale } from './words.ts';

export const takeOrPayInflexibility: SignalDefinition = {
  id: 'take-or-pay-inflexibility',
  name: 'Fixed (take-or-pay) share',
  question: 'Can they walk away?',
  pillar: 'funding',
  family: 'flexibility',
  formula: 'amounts that cannot be cancelled or are take-or-pay / all named commitments',
  method:
    'ASC 440: a take-or-pay contract is unconditional if it cannot be cancelled; rating agencies count a part of its present value as debt.',
  falsePositives: [
    'Capacity may be resold or sublet.',
    'Credits that roll over soften a minimum.',
    'A penalty may be cheaper than the contract.',
  ],
  measures: [
    {
      id: null,
      name: 'Fixed (take-or-pay) share',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.5, warn: 0.75, critical: 0.9 },
      why: 'Practice: where half is fixed a cut must come from the rest, at nine tenths nearly nothing can be cut.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly tenor: KnownChoice | null;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const { named } = exposure.commitments;
  if (named.length === 0)
    return [
      insufficient(null, ['deal with a disclosed amount'], () => uncountedInputs(exposure.commitments)),
    ];
  const reviewed = { study, tenor: generalTenor(study) };
  const binding = named.filter(({ isBinding }) => isBinding);
  const total: Reading = {
    ...readingOf(named),
    inputs: () => [...dealInputs(named), ...uncountedInputs(exposure.commitments)],
    tags: commitmentTags(exposure.commitments),
    nonBinding:
      binding.length === named.length ? null : { without: binding.length === 0 ? null : outcomeOf(binding) },
  };
  return [total, ...named.map((one) => dealReading(one, reviewed))];
}

function dealReading(commitment: NamedCommitment, reviewed: Case): Reading {
  const debt = debtOf(commitment, reviewed);
  const reading = readingOf([commitment]);
  return {
    ...reading,
    scope: scopeOf(commitment),
    inputs: () => [...dealInputs([commitment]), ...(debt === null ? [] : tenorInputs(commitment, reviewed))],
    tags: dealTags([commitment]),
    tables: () =>
      debt === null ? [] : [debtTable(debt.present, IMPUTED_DEBT.riskFactors, commitment.currency)],
    notes: [...reading.notes, ...(debt === null ? [] : [debtNote(debt, commitment)])],
    nonBinding: commitment.isBinding ? null : { without: null },
  };
}

function readingOf(named: readonly NamedCommitment[]): Omit<Reading, 'inputs' | 'tags' | 'nonBinding'> {
  const silent = named.filter(({ deal }) => isFixed(deal) === null);
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(named),
    workings: workingsOf(named),
    formula: () => fixedShareTerm(named),
    others: boundsOf(named),
    notes:
      silent.length === 0
        ? []
        : [
            `No source says whether ${countWords(silent.length, 'deal')} can be cancelled or ${silent.length === 1 ? 'is' : 'are'} take-or-pay: anything from none to all of it may be fixed.`,
          ],
  };
}

/** A range that says nothing is shown beside the result, so that nobody takes an end of it for one. */
function boundsOf(named: readonly NamedCommitment[]): readonly OtherReading[] {
  const outcome = outcomeOf(named);
  if (outcome.state !== 'insufficient-data') return [];
  const note = 'Where no terms are disclosed, anything from none to all may be fixed.';
  return [{ label: 'Whatever the terms are', outcome, note }];
}

function outcomeOf(named: readonly NamedCommitment[]): Outcome {
  const share = fixedShare(named);
  if (share === null) return { state: 'not-computable', reason: 'the commitments are zero' };
  const known = named.filter(({ deal }) => isFixed(deal) !== null);
  if (known.length > 0) return { state: 'ok', measured: share };
  const missing = ['whether the deals can be cancelled or are take-or-pay'];
  return { state: 'insufficient-data', missing, bounds: { lo: 0, point: null, hi: 1 } };
}

function workingsOf(named: readonly NamedCommitment[]): string {
  const share = fixedShare(named);
  const [first] = named;
  if (share === null || first === undefined) return '';
  const of = (fixed: boolean | null) =>
    sumOf(named.filter(({ deal }) => isFixed(deal) === fixed).map(({ amount }) => amount));
  const all = sumOf(named.map(({ amount }) => amount));
  const write = sharedScale([all], first.currency);
  const silent = of(null);
  const unknown = headlineOf(silent) === 0 ? '' : `, ${write(silent)} unknown`;
  return `${write(of(true))} fixed${unknown} of ${write(all)} = ${measureWords(share, 'share')}`;
}

interface Debt {
  readonly years: number;
  /** Full units. */
  readonly present: number;
}

/** What the deal would be worth today if it were fixed: equal payments at year ends over its tenor. */
function debtOf(commitment: NamedCommitment, { tenor }: Case): Debt | null {
  const tenorYears = yearsOf(commitment) ?? tenor?.amount ?? null;
  if (tenorYears === null || isFixed(commitment.deal) === false) return null;
  const years = tenorYears.point ?? tenorYears.lo;
  if (!(years > 0)) return null;
  return { years, present: presentValue(headlineOf(commitment.amount) / years, years, IMPUTED_DEBT.rate) };
}

function debtNote({ years, present }: Debt, { currency }: NamedCommitment): string {
  const { rate, riskFactors } = IMPUTED_DEBT;
  const write = (amount: number) => amountWords(exactly(amount), currency);
  const debt = riskFactors.map((factor) => write(present * factor)).join(', ');
  return `Assumed: paid evenly at year ends over ${digits(years)} years and discounted at ${digits(rate * 100)} %, it is worth ${write(present)} today; as debt at risk factors of ${riskFactors.join(', ')} that is ${debt}.`;
}

function yearsOf({ deal: { tenorYearsLo: lo, tenorYearsHi: hi } }: NamedCommitment): Interval | null {
  return lo === null || hi === null ? null : { lo, point: (lo + hi) / 2, hi };
}

function tenorInputs(commitment: NamedCommitment, { study, tenor }: Case): readonly FlagInput[] {
  if (yearsOf(commitment) !== null || tenor === null) return [];
  return choiceInputs(tenor, { role: 'tenor', name: `${study.subject.name}: tenor of commitments` });
}
