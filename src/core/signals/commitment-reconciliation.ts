import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import { type Residual, residualOf } from '../metrics/residual.ts';
import type { StatedTotal } from '../metrics/stated-total.ts';
import type { Study } from '../metrics/study.ts';
import { exactly, headlineOf } from '../quantities/interval.ts';
import { type Outcome, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { commitmentTags, insufficient } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { amountWords, countWords, digits, measureWords, sharedScale } from './words.ts';

export const commitmentReconciliation: SignalDefinition = {
  id: 'commitment-reconciliation',
  name: 'Aggregate against itemised commitments',
  question: 'How much of the stated total can nobody name?',
  pillar: 'evidence',
  family: 'evidence',
  formula: '|stated total - sum of named deals| / stated total',
  method: 'Materiality of 5 % as a first step, SEC Staff Accounting Bulletin 99.',
  falsePositives: [
    'Deals may be known by name without an amount.',
    'The total may count what the list does not, such as options or equity.',
  ],
  measures: [
    {
      id: null,
      name: 'Aggregate against itemised commitments',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.1, warn: 0.25, critical: 0.5 },
      why: 'Auditors start at a materiality of 5 %, doubled for figures from the press. More named than stated is critical at once.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly stated: StatedTotal;
  readonly residual: Residual;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const { stated, commitments, currency } = exposure;
  const missing = [
    ...(stated === null ? [`stated total of commitments${currency === null ? '' : ` in ${currency}`}`] : []),
    ...(commitments.named.length === 0 ? ['a deal with a disclosed amount'] : []),
  ];
  if (stated === null || missing.length > 0)
    return [insufficient(null, missing, () => inputsOf(study, exposure))];
  return [
    readingOf({
      study,
      exposure,
      stated,
      residual: residualOf(stated.choice.amount, commitments.named, stated.choice.unit),
    }),
  ];
}

function readingOf(reviewed: Case): Reading {
  const { exposure, stated, study } = reviewed;
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOfResidual(reviewed.residual),
    workings: workingsOf(reviewed),
    inputs: () => inputsOf(study, exposure),
    others: [],
    tags: [
      ...commitmentTags(exposure.commitments),
      ...tagsWhere({ 'basis-mismatch': stated.kind === 'projected' }),
    ],
    notes: notesOf(reviewed),
    nonBinding: stated.kind === 'rumoured' ? { without: null } : null,
  };
}

function outcomeOfResidual({ share, negative }: Residual): Outcome {
  if (share === null) return { state: 'not-computable', reason: 'stated total is or may be zero' };
  return { state: 'ok', measured: share, criticalAtOnce: negative };
}

function workingsOf({ stated, residual }: Case): string {
  const { amount, unit } = stated.choice;
  const left = exactly(residual.amount);
  const write = sharedScale([amount, residual.items, left], unit);
  const shares = residual.share === null ? 'not computable' : measureWords(residual.share, 'share');
  return `${write(amount)} - ${write(residual.items)} = ${write(left)}; |${write(left)}| / ${write(amount)} = ${shares}`;
}

function notesOf({ exposure, stated, residual }: Case): readonly string[] {
  const { named, unknown } = exposure.commitments;
  const share = residual.share === null ? '' : ` (${digits(headlineOf(residual.share) * 100)} %)`;
  const left = amountWords(exactly(Math.abs(residual.amount)), stated.choice.unit);
  const finding =
    residual.amount < 0
      ? `The named deals come to ${left} more than the stated total${share}: one of the two is wrong.`
      : `${left} of the stated total is not itemised${share}.`;
  return [
    finding,
    `${countWords(named.length, 'named deal')}.`,
    ...(unknown.length === 0
      ? []
      : [`${countWords(unknown.length, 'more deal')} without a usable amount may explain part of it.`]),
  ];
}

function inputsOf({ subject }: Study, { commitments, stated }: Exposure): readonly FlagInput[] {
  const place = { role: 'stated total', name: `${subject.name}: total commitments` };
  return [
    ...(stated === null ? [] : choiceInputs(stated.choice, place)),
    ...dealInputs(commitments.named),
    ...uncountedInputs(commitments),
  ];
}
