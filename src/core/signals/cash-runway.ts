import type { KnownChoice } from '../figures/choice.ts';
import { quotient, sum } from '../formula/term.ts';
import { type Burn, cashBurn } from '../metrics/burn.ts';
import { choiceTerm, monthlyBurnTerm } from '../metrics/choice-term.ts';
import {
  cashOnHand,
  type Funding,
  type FundingOnFile,
  fundingOnFile,
  undrawnLines,
} from '../metrics/funding.ts';
import { fundingTerm } from '../metrics/funding-term.ts';
import type { Study } from '../metrics/study.ts';
import { divide, exactly, headlineOf, type Interval, sumOf } from '../quantities/interval.ts';
import { type OtherReading, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs, type Place } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { fundingAside, fundingInputs, uncountedFundingInputs } from './funding-evidence.ts';
import { insufficient, notApplicable, outcomeOf } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, measureWords, sharedScale } from './words.ts';

export const cashRunway: SignalDefinition = {
  id: 'cash-runway',
  name: 'Cash runway',
  question: 'How many months does the money last?',
  pillar: 'funding',
  family: 'burn',
  formula: '(unrestricted cash + undrawn committed credit) / net cash burned a month',
  method: 'Mean burn of the last three months; ASC 205-40 looks one year ahead from the issue of accounts.',
  falsePositives: [
    'Burn may follow the season.',
    'Committed money that comes in parts lengthens the runway.',
    'A loss is not the cash that was burned.',
  ],
  measures: [
    {
      id: null,
      name: 'Cash runway',
      unit: 'months',
      isLowerWorse: true,
      defaults: { watch: 18, warn: 12, critical: 6 },
      why: 'Accounts look twelve months ahead, and raising money takes about six more.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly cash: KnownChoice | null;
  readonly burn: Burn | null;
  readonly funding: FundingOnFile | null;
}

function evaluate(study: Study): readonly Reading[] {
  const leading = cashOnHand(study, null);
  const burn = cashBurn(study, leading?.unit ?? null);
  const unit = leading?.unit ?? burn?.unit ?? null;
  const funding = unit === null ? null : fundingOnFile(study, unit);
  const reviewed = { study, cash: leading, burn, funding };
  if (burn !== null && headlineOf(burn.monthly) <= 0)
    return [notApplicable(null, 'the company burns no cash')];
  if (leading !== null && burn !== null) return [readingOf({ ...reviewed, cash: leading, burn })];
  const missing = [
    ...(leading === null ? ['unrestricted cash'] : []),
    ...(burn === null ? ['cash burned in a month, a quarter or a year'] : []),
  ];
  return [{ ...insufficient(null, missing, () => inputsOf(reviewed)), others: ifSigned(reviewed) }];
}

function readingOf(reviewed: Case & { readonly cash: KnownChoice; readonly burn: Burn }): Reading {
  const { cash, burn } = reviewed;
  const lines = linesOf(reviewed);
  const money = sumOf([cash.amount, ...lines.map(({ amount }) => amount)]);
  const months = divide(money, burn.monthly);
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(months),
    workings: months.state === 'ok' ? workingsOf(money, burn, months.ratio) : '',
    formula: () =>
      quotient(
        sum([choiceTerm(cash, cashPlace(reviewed)), ...lines.map(fundingTerm)]),
        monthlyBurnTerm(burn, reviewed.study.subject.name),
      ),
    inputs: () => inputsOf(reviewed),
    others: ifSigned(reviewed),
    tags: tagsWhere({
      'basis-mismatch': burn.kind === 'loss',
      illustrative: burn.kind === 'loss',
      derived: true,
    }),
    notes: [
      SPAN_NOTES[burn.span],
      ...(burn.kind === 'loss' ? ['No cash burn is on file: the net loss stands in for it.'] : []),
      ...(lines.length === 0 ? ['No undrawn committed credit is on file.'] : []),
    ],
    nonBinding: null,
  };
}

const SPAN_NOTES: Readonly<Record<Burn['span'], string>> = {
  quarter: 'The burn of a month is a third of that of the last quarter.',
  months: 'The burn of a month is the mean of the last months on file, three at most.',
  year: 'The burn of a month is a twelfth of that of a year.',
};

function linesOf({ funding }: Case): readonly Funding[] {
  return funding === null ? [] : undrawnLines(funding);
}

function workingsOf(money: Interval, { monthly, unit }: Burn, months: Interval): string {
  const write = sharedScale([money, monthly], unit);
  return `${write(money)} / ${write(monthly)} a month = ${measureWords(months, 'months')}`;
}

/** How long money that is only talked about would last: a sense of size where cash is not disclosed. */
function ifSigned({ burn, funding }: Case): readonly OtherReading[] {
  const soft = funding === null ? [] : funding.soft;
  if (burn === null || soft.length === 0) return [];
  const sum = exactly(soft.reduce((total, { amount }) => total + headlineOf(amount), 0));
  const basis = burn.kind === 'loss' ? ' and if the net loss were cash' : '';
  return [
    {
      label: `${amountWords(sum, burn.unit)} not yet signed, taken alone`,
      outcome: outcomeOf(divide(sum, burn.monthly)),
      note: `Only if that money came${basis}: the cash on hand is not in it.`,
    },
  ];
}

function cashPlace({ study }: Pick<Case, 'study'>): Place {
  return { role: 'cash', name: `${study.subject.name}: cash` };
}

function inputsOf({ study, cash, burn, funding }: Case): readonly FlagInput[] {
  const { name } = study.subject;
  const role = burn?.kind === 'loss' ? 'net loss' : 'cash burned';
  return [
    ...(cash === null ? [] : choiceInputs(cash, cashPlace({ study }))),
    ...(funding === null ? [] : fundingInputs(undrawnLines(funding), 'undrawn credit')),
    ...(burn?.choices ?? []).flatMap((choice) => choiceInputs(choice, { role, name: `${name}: ${role}` })),
    ...(funding === null ? [] : fundingAside(funding.soft, 'Not signed: no part of the runway.')),
    ...(funding === null ? [] : uncountedFundingInputs(funding)),
  ];
}
