import type { KnownChoice } from '../figures/choice.ts';
import { atLeastZero, constant, difference, quotient, sum, type Term } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { amountTerm, totalTerm } from '../metrics/commitment-term.ts';
import type { NamedCommitment } from '../metrics/commitments.ts';
import { type Exposure, exposureOf, totalCommitments } from '../metrics/exposure.ts';
import { cashOnHand, type FundingOnFile, fundingOnFile } from '../metrics/funding.ts';
import { fundingTerm, softTerm } from '../metrics/funding-term.ts';
import type { Study } from '../metrics/study.ts';
import { type Identified, identifiedMoney, unfundedShare } from '../metrics/unfunded.ts';
import { exactly, type Interval, sumOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { type Outcome, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs, dealInputs, type Place, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { fundingInputs, uncountedFundingInputs } from './funding-evidence.ts';
import { dealTags, insufficient, scopeOf, totalTags } from './outcome.ts';
import { sourcesAndUses } from './tables/sources-and-uses.ts';
import { type Tag, tagsWhere } from './tags.ts';
import { amountWords, measureWords, sharedScale } from './words.ts';

export const unfundedCommitments: SignalDefinition = {
  id: 'unfunded-commitments',
  name: 'Unfunded commitments',
  question: 'What part of the promises has no identified money?',
  pillar: 'funding',
  family: 'scale',
  formula: '(commitments - cash - undrawn credit - signed equity and debt) / commitments, at least 0',
  method:
    'A table of sources and uses; money in talks counts at its stated amount in the favourable end only. Half unfunded echoes the repayment test of 78 FR 17766.',
  falsePositives: [
    'Free cash flow to come may pay for a part.',
    'A vendor may give credit when the time comes.',
    'Undisclosed cash counts as if there were none.',
  ],
  measures: [
    {
      id: null,
      name: 'Unfunded commitments',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.25, warn: 0.5, critical: 0.75 },
      why: 'Lenders want to see half of what is owed paid from own means; a quarter more or less is practice.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly currency: UnitId;
  readonly cash: KnownChoice | null;
  readonly funding: FundingOnFile;
  readonly money: Identified;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const { commitments, currency } = exposure;
  const total = totalCommitments(exposure);
  if (total === null || currency === null)
    return [
      insufficient(null, ['stated total of commitments, or a deal with a disclosed amount'], () =>
        uncountedInputs(commitments),
      ),
    ];
  const cash = cashOnHand(study, currency);
  const funding = fundingOnFile(study, currency);
  const reviewed = { study, exposure, currency, cash, funding, money: identifiedMoney(cash, funding) };
  return [totalReading(reviewed, total), ...commitments.named.map((one) => dealReading(one, reviewed))];
}

function totalReading(reviewed: Case, total: Interval): Reading {
  const { exposure, study } = reviewed;
  const { stated, commitments } = exposure;
  const place = { role: 'total commitments', name: `${study.subject.name}: total commitments` };
  return {
    ...shared(reviewed, total),
    formula: () => shareTerm(totalTerm(exposure, study.subject.name), reviewed),
    scope: WHOLE_SUBJECT,
    inputs: () => [
      ...(stated === null ? dealInputs(commitments.named) : choiceInputs(stated.choice, place)),
      ...moneyInputs(reviewed),
      ...uncountedInputs(commitments),
    ],
    tags: [...moneyTags(reviewed), ...totalTags(exposure)],
    nonBinding: nonBindingOf(reviewed),
  };
}

function dealReading(commitment: NamedCommitment, reviewed: Case): Reading {
  const reading = shared(reviewed, commitment.amount);
  return {
    ...reading,
    formula: () => shareTerm(amountTerm(commitment), reviewed),
    scope: scopeOf(commitment),
    inputs: () => [...dealInputs([commitment]), ...moneyInputs(reviewed)],
    tags: [...moneyTags(reviewed), ...dealTags([commitment])],
    notes: [
      ...reading.notes,
      'All money of the company is set against this one deal; whether it pays for all deals, the total says.',
    ],
    nonBinding: commitment.isBinding ? null : { without: null },
  };
}

function shared(
  reviewed: Case,
  commitments: Interval,
): Omit<Reading, 'scope' | 'inputs' | 'tags' | 'nonBinding' | 'formula'> {
  const { money } = reviewed;
  return {
    measure: null,
    outcome: outcomeOfShare(commitments, money),
    workings: workingsOf(commitments, reviewed),
    tables: () => [sourcesAndUses(commitments, unfundedShare(commitments, money), reviewed)],
    others: [],
    notes: notesOf(reviewed),
  };
}

function outcomeOfShare(commitments: Interval, money: Identified): Outcome {
  const share = unfundedShare(commitments, money);
  if (share === null) return { state: 'not-computable', reason: 'the commitments are zero' };
  return { state: 'ok', measured: share };
}

/** 1 - money / commitments: each stands once, so that the bounds are exact. */
function shareTerm(commitments: Term | null, { study, cash, funding }: Case): Term | null {
  if (commitments === null) return null;
  const money = [
    ...(cash === null ? [] : [choiceTerm(cash, cashPlace(study))]),
    ...funding.signed.map(fundingTerm),
    ...funding.soft.map(softTerm),
  ];
  if (money.length === 0) return null;
  return atLeastZero(difference(constant(1), quotient(sum(money), commitments)));
}

function cashPlace({ subject }: Study): Place {
  return { role: 'cash', name: `${subject.name}: cash` };
}

function nonBindingOf({ exposure, money }: Case): Reading['nonBinding'] {
  const { stated, commitments } = exposure;
  if (stated !== null) return stated.kind === 'rumoured' ? { without: null } : null;
  const binding = commitments.named.filter(({ isBinding }) => isBinding);
  if (binding.length === commitments.named.length) return null;
  if (binding.length === 0) return { without: null };
  return { without: outcomeOfShare(sumOf(binding.map(({ amount }) => amount)), money) };
}

/** Money that nobody disclosed is named so in the place where its amount would stand. */
function workingsOf(commitments: Interval, { money, currency, cash, funding }: Case): string {
  const { firm, soft } = money;
  const share = unfundedShare(commitments, { firm, soft: 0 });
  if (share === null) return '';
  const write = sharedScale([commitments, firm], currency);
  const held = cash === null && funding.signed.length === 0 ? 'none disclosed' : write(firm);
  const headline = `(${write(commitments)} - ${held}) / ${write(commitments)} = ${measureWords(share, 'share')}`;
  if (soft === 0) return headline;
  const landing = unfundedShare(commitments, { firm, soft });
  const landed = landing === null ? '' : measureWords(exactly(landing.lo), 'share');
  return `${headline}; with ${amountWords(exactly(soft), currency)} in talks ${landed}`;
}

function moneyTags({ cash }: Case): readonly Tag[] {
  return tagsWhere({ 'at-most': cash === null });
}

function notesOf({ cash, funding, money, currency }: Case): readonly string[] {
  const soft = amountWords(exactly(money.soft), currency);
  return [
    ...(cash === null
      ? [`Cash in ${currency} is not disclosed and counts as if there were none, so this is at most.`]
      : []),
    'Projected free cash flow is not on file and counts as if there were none.',
    ...(funding.signed.length === 0 ? ['No signed money still to come is on file.'] : []),
    ...(money.soft === 0
      ? []
      : [`${soft} is not signed: it counts in the favourable end only, at the amount stated.`]),
  ];
}

function moneyInputs({ study, cash, funding }: Case): readonly FlagInput[] {
  return [
    ...(cash === null ? [] : choiceInputs(cash, cashPlace(study))),
    ...fundingInputs(funding.signed, 'signed money'),
    ...fundingInputs(funding.soft, 'money not signed', 'In the favourable end only.'),
    ...uncountedFundingInputs(funding),
  ];
}
