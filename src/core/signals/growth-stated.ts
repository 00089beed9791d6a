import { amountOf } from '../figures/amount.ts';
import { constant, difference, power, quotient } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { compoundGrowth } from '../metrics/growth.ts';
import { comparableRevenues, isPresent } from '../metrics/revenue.ts';
import { type RevenuePath, type StatedYear, yearsBetween } from '../metrics/revenue-path.ts';
import type { Study } from '../metrics/study.ts';
import { divide, type Interval, scaleBy } from '../quantities/interval.ts';
import { type OtherReading, type Outcome, type Reading, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs, type Place } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient, revenueTags } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, digits, measureWords, plain, sharedScale } from './words.ts';

/** Growth from the present revenue to the last one that a source states for a later year. */
export function statedGrowth(study: Study, path: RevenuePath): Reading {
  const target = path.stated.at(-1);
  if (target === undefined)
    return insufficient('stated', ['revenue of a later year, with the days of that year'], () =>
      inputsOf(study, path),
    );
  const { choice, kind } = path.base;
  const years = yearsBetween(path.baseEnd, target.end);
  const outcome = outcomeBetween(choice.amount, target, years);
  return {
    measure: 'stated',
    scope: WHOLE_SUBJECT,
    outcome,
    workings: workingsOf(path, target, outcome),
    formula: () => {
      const place = placesOf(study);
      const from = choiceTerm(choice, place('annual revenue'));
      const to = choiceTerm(target.choice, place(`revenue of ${target.year}`));
      return difference(power(quotient(to, from), 1 / years), constant(1));
    },
    inputs: () => inputsOf(study, path),
    others: [...nearerYears(path), ...otherStarts(study, path, target)],
    tags: [...revenueTags(path.base), ...tagsWhere({ assumption: path.isBaseYearAssumed })],
    notes: [
      `From revenue of ${path.baseYear} to that stated for ${target.year}: ${digits(years)} years.`,
      ...(path.isBaseYearAssumed
        ? [`Assumed: the annual revenue states no period and is taken to be that of ${path.baseYear}.`]
        : []),
    ],
    nonBinding: kind === 'rumoured' ? { without: null } : null,
  };
}

export function growthWords(growth: Interval): string {
  return `${measureWords(scaleBy(growth, 100), 'percent')} a year`;
}

function outcomeBetween(from: Interval, { choice }: StatedYear, years: number): Outcome {
  const ratio = divide(choice.amount, from);
  if (ratio.state !== 'ok') return { state: 'not-computable', reason: 'present revenue is or may be zero' };
  return { state: 'ok', measured: compoundGrowth(ratio.ratio, years) };
}

function workingsOf({ base, baseEnd }: RevenuePath, { choice, end }: StatedYear, outcome: Outcome): string {
  if (outcome.state !== 'ok') return '';
  const write = sharedScale([base.choice.amount, choice.amount], choice.unit);
  const years = digits(yearsBetween(baseEnd, end));
  return `(${write(choice.amount)} / ${write(base.choice.amount)})^(1 / ${years}) - 1 = ${growthWords(outcome.measured)}`;
}

function nearerYears(path: RevenuePath): readonly OtherReading[] {
  return path.stated.slice(0, -1).map((target) => ({
    label: `To ${target.year}`,
    outcome: outcomeBetween(path.base.choice.amount, target, yearsBetween(path.baseEnd, target.end)),
    note: `To ${amountWords(target.choice.amount, target.choice.unit)}.`,
  }));
}

/** The same target from every other revenue of the present on file. */
function otherStarts(study: Study, path: RevenuePath, target: StatedYear): readonly OtherReading[] {
  const { unit, figures } = path.base.choice;
  const listed = new Set(
    [...figures, ...path.stated.flatMap(({ choice }) => choice.versions)].map(({ id }) => id),
  );
  return comparableRevenues(study, unit)
    .filter((figure) => !listed.has(figure.id) && isPresent(figure, study.index.view.asOf))
    .flatMap((figure) => {
      const amount = amountOf(figure);
      if (amount === null) return [];
      const outcome = outcomeBetween(amount, target, yearsBetween(path.baseEnd, target.end));
      return [
        {
          label: `From ${amountWords(amount, unit)}`,
          outcome,
          note: `${plain(figure.basis)}, ${figure.source.title}.`,
        },
      ];
    });
}

function placesOf({ subject }: Study): (role: string) => Place {
  return (role) => ({ role, name: `${subject.name}: ${role}` });
}

function inputsOf(study: Study, { base, stated }: RevenuePath): readonly FlagInput[] {
  const place = placesOf(study);
  return [
    ...choiceInputs(base.choice, place('annual revenue')),
    ...stated.flatMap(({ year, choice }) => choiceInputs(choice, place(`revenue of ${year}`))),
  ];
}
