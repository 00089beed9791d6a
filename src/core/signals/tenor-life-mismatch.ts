import { type Given, givenOrAssumed, SERVER_LIFE } from '../metrics/assumptions.ts';
import type { Commitment } from '../metrics/commitments.ts';
import { exposureOf } from '../metrics/exposure.ts';
import { namedHardware } from '../metrics/hardware.ts';
import { yearsBetween } from '../metrics/revenue-path.ts';
import type { Study } from '../metrics/study.ts';
import { divide, exactly, type Interval } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import type { Reading, SignalDefinition } from './definition.ts';
import { choiceInputs, commitmentDealInput, uncountedInputs } from './evidence.ts';
import { insufficient, outcomeOf } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, countWords, measureWords } from './words.ts';

export const tenorLifeMismatch: SignalDefinition = {
  id: 'tenor-life-mismatch',
  name: 'Contract tenor to asset life',
  question: 'Still paying after the asset is obsolete?',
  pillar: 'funding',
  family: 'flexibility',
  formula: 'tenor of the deal in years / useful life of what it pays for in years',
  method:
    'Plain division for deals that name hardware; the useful life is a figure on file, otherwise the range that operators and critics give for servers.',
  falsePositives: [
    'A service contract may oblige the vendor to renew the hardware.',
    'Old hardware may serve lesser work.',
    'The price may fall with the age of the hardware.',
  ],
  measures: [
    {
      id: null,
      name: 'Contract tenor to asset life',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 1, warn: 1.25, critical: 1.5 },
      why: 'Above 1x the last payments are for hardware that is written off; the steps above are practice.',
    },
  ],
  evaluate,
};

interface Readable {
  readonly commitment: Commitment;
  readonly tenor: Interval;
  readonly hardware: string;
}

function evaluate(study: Study): readonly Reading[] {
  const { commitments } = exposureOf(study);
  const all = [...commitments.named, ...commitments.unknown.map(({ commitment }) => commitment)];
  const readable = all.flatMap(readableOf);
  const unread = all.length - readable.length;
  if (readable.length === 0)
    return [
      insufficient(null, ['tenor of a deal that names its hardware in its terms'], () =>
        uncountedInputs(commitments),
      ),
    ];
  return readable.map((one) => readingOf(study, one, unread));
}

function readableOf(commitment: Commitment): readonly Readable[] {
  const tenor = tenorOf(commitment);
  const hardware = namedHardware(commitment.deal);
  return tenor === null || hardware === null ? [] : [{ commitment, tenor, hardware }];
}

function tenorOf({
  deal: { tenorYearsLo: lo, tenorYearsHi: hi, startOn, endOn },
}: Commitment): Interval | null {
  if (lo !== null && hi !== null) return { lo, point: (lo + hi) / 2, hi };
  return startOn === null || endOn === null ? null : exactly(yearsBetween(startOn, endOn));
}

function readingOf(study: Study, { commitment, tenor, hardware }: Readable, unread: number): Reading {
  const { deal, counterparties, isBinding } = commitment;
  const entityIds = [...counterparties.map(({ id }) => id).toSorted(byText), study.subject.id];
  const life = givenOrAssumed(study, { metric: 'useful-life', entityIds }, SERVER_LIFE);
  const quotient = divide(tenor, life.amount);
  return {
    measure: null,
    scope: { kind: 'deal', id: deal.id, name: deal.name },
    outcome: outcomeOf(quotient),
    workings: quotient.state === 'ok' ? workingsOf(tenor, life, quotient.ratio) : '',
    inputs: () => [
      commitmentDealInput(deal, `Its terms name ${hardware}.`),
      ...(life.choice === null
        ? []
        : choiceInputs(life.choice, { role: 'useful life', name: 'Useful life of the hardware' })),
    ],
    others: [],
    tags: tagsWhere({ assumption: life.choice === null }),
    notes: [
      ...life.notes,
      ...(unread === 0
        ? []
        : [`${countWords(unread, 'more deal')} cannot be judged: no tenor or no hardware is stated.`]),
    ],
    nonBinding: isBinding ? null : { without: null },
  };
}

function workingsOf(tenor: Interval, life: Given, ratio: Interval): string {
  return `${amountWords(tenor, 'years')} / ${amountWords(life.amount, 'years')} = ${measureWords(ratio, 'x')}`;
}
