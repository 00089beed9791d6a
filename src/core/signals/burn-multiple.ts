import type { KnownChoice } from '../figures/choice.ts';
import { constant, difference, product, quotient, type Term } from '../formula/term.ts';
import { type Burn, cashBurn } from '../metrics/burn.ts';
import { choiceTerm, monthlyBurnTerm } from '../metrics/choice-term.ts';
import { signedRatio } from '../metrics/net-loss.ts';
import { type NewRevenue, newRevenue } from '../metrics/new-revenue.ts';
import type { Study } from '../metrics/study.ts';
import { type Interval, scaleBy } from '../quantities/interval.ts';
import { type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient, outcomeOf } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { digits, measureWords, sharedScale } from './words.ts';

export const burnMultiple: SignalDefinition = {
  id: 'burn-multiple',
  name: 'Burn multiple',
  question: 'How much cash is burned for each unit of new yearly revenue?',
  pillar: 'funding',
  family: 'burn',
  formula: 'net cash burned / net new recurring revenue of the same time',
  method: 'The bands of David Sacks for software companies: below 1 outstanding, above 3 bad.',
  falsePositives: [
    'The bands were made for software sold by subscription.',
    'Spending on capacity comes before the revenue that it brings.',
    'A loss is not the cash that was burned.',
  ],
  measures: [
    {
      id: null,
      name: 'Burn multiple',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 1.5, warn: 2, critical: 3 },
      why: "One practitioner's bands: 1 to 1.5 is great, up to 2 good, up to 3 suspect, more is bad.",
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly burn: Burn;
  readonly added: NewRevenue;
  /** Burned over the same time as the revenue was added. */
  readonly burned: Interval;
}

function evaluate(study: Study): readonly Reading[] {
  const added = newRevenue(study);
  const burn = cashBurn(study, added?.unit ?? null);
  if (added === null || burn === null) {
    const missing = [
      ...(burn === null ? ['cash burned in a month, a quarter or a year'] : []),
      ...(added === null ? ['recurring revenue (run rate) at two dates'] : []),
    ];
    return [insufficient(null, missing)];
  }
  return [readingOf({ study, burn, added, burned: scaleBy(burn.monthly, 12 * added.years) })];
}

function readingOf(reviewed: Case): Reading {
  const { added, burn, burned } = reviewed;
  const ratio = signedRatio(burned, added.amount);
  const standsIn = burn.kind === 'loss' || added.kind === 'stand-in';
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(
      ratio.state === 'ok'
        ? ratio
        : { state: 'not-computable', reason: 'net new revenue is or may be zero or negative' },
    ),
    workings: workingsOf(reviewed, ratio.state === 'ok' ? ratio.ratio : null),
    formula: () => termOf(reviewed),
    inputs: () => inputsOf(reviewed),
    others: [],
    tags: tagsWhere({
      'basis-mismatch': standsIn,
      illustrative: standsIn,
      assumption: added.kind === 'stand-in',
      derived: true,
    }),
    notes: notesOf(reviewed, ratio.state === 'ok'),
    nonBinding: null,
  };
}

function termOf({ study, burn, added }: Case): Term {
  const { name } = study.subject;
  const revenue = (choice: KnownChoice, role: string) =>
    choiceTerm(choice, { role, name: `${name}: ${role}` });
  return quotient(
    product([monthlyBurnTerm(burn, name), constant(12 * added.years)]),
    difference(revenue(added.later, LATER), revenue(added.earlier, EARLIER)),
  );
}

const LATER = 'later revenue a year';
const EARLIER = 'earlier revenue a year';

function workingsOf({ burn, burned, added }: Case, ratio: Interval | null): string {
  const write = sharedScale([burn.monthly, burned, added.later.amount, added.earlier.amount], added.unit);
  const over = `${write(burn.monthly)} a month x ${digits(12 * added.years)} = ${write(burned)}`;
  const growth = `${write(added.later.amount)} - ${write(added.earlier.amount)}`;
  if (ratio === null) return `${over}; ${growth} is or may be zero or less`;
  return `${over}; ${growth} = ${write(added.amount)}; ${write(burned)} / ${write(added.amount)} = ${measureWords(ratio, 'x')}`;
}

function notesOf({ burn, added }: Case, isComputed: boolean): readonly string[] {
  return [
    ...(isComputed
      ? []
      : [
          'Cash is burned without new revenue to show for it, which is worse than any multiple: treat as critical.',
        ]),
    ...(burn.kind === 'loss' ? ['No cash burn is on file: the net loss stands in for it.'] : []),
    ...(added.kind === 'stand-in'
      ? [
          'Recurring revenue is not on file at two dates: a run rate less annual revenue stands in, assumed to lie one year apart.',
        ]
      : []),
    ...(burn.kind === 'loss' || added.kind === 'stand-in' ? ['It shows an order of size only.'] : []),
  ];
}

function inputsOf({ study, burn, added }: Case): readonly FlagInput[] {
  const { name } = study.subject;
  const input = (choice: KnownChoice, role: string) =>
    choiceInputs(choice, { role, name: `${name}: ${role}` });
  return [
    ...burn.choices.flatMap((choice) => input(choice, burn.kind === 'burn' ? 'cash burned' : 'net loss')),
    ...input(added.later, LATER),
    ...input(added.earlier, EARLIER),
  ];
}
