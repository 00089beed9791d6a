import { amountOf } from '../figures/amount.ts';
import { quotient, type Term } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { amountTerm, totalTerm } from '../metrics/commitment-term.ts';
import { type NamedCommitment, totalOf } from '../metrics/commitments.ts';
import { type Exposure, exposureOf, totalCommitments } from '../metrics/exposure.ts';
import { reasonNotIn } from '../metrics/in-currency.ts';
import { comparableRevenues, isPresent, type Revenue, yearlyRevenues } from '../metrics/revenue.ts';
import { comparableTotals, foreignTotals } from '../metrics/stated-total.ts';
import type { Study } from '../metrics/study.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import { divide, type Interval, statedHullOf } from '../quantities/interval.ts';
import type { UnitId } from '../quantities/unit.ts';
import { type OtherReading, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import {
  asideInputs,
  choiceInputs,
  dealInputs,
  looseInput,
  type Place,
  uncountedInputs,
} from './evidence.ts';
import type { FlagInput } from './flag.ts';
import {
  dealTags,
  insufficient,
  outcomeOf,
  revenueTags,
  scopeOf,
  totalTags,
  unknownNote,
} from './outcome.ts';
import { amountWords, asSentence, countWords, measureWords, plain, sharedScale } from './words.ts';

export const commitmentToRevenue: SignalDefinition = {
  id: 'commitment-to-revenue',
  name: 'Purchase commitments to revenue',
  question: 'How many years of present revenue are already promised away?',
  pillar: 'funding',
  family: 'scale',
  formula: 'purchase commitments / annual revenue',
  method:
    'Plain division over a tenor of five to seven years; 6x echoes the leveraged-lending guidance of 2013, 78 FR 17766.',
  falsePositives: [
    'Utilities, airlines and pipelines run high by design.',
    'Payments may ramp up, be passed on to customers or be cancellable.',
    'A headline total may cover decades.',
  ],
  measures: [
    {
      id: null,
      name: 'Purchase commitments to revenue',
      unit: 'x',
      isLowerWorse: false,
      defaults: { watch: 1, warn: 3, critical: 6 },
      why: 'No standard sets this ratio. Spread over about six years, 1x takes a sixth of one year of revenue, 3x half and 6x all of it.',
    },
  ],
  evaluate,
};

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly revenue: Revenue;
  readonly total: Interval;
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const { revenue, commitments } = exposure;
  const total = totalCommitments(exposure);
  if (revenue === null || total === null) {
    const missing = [
      ...(revenue === null ? ['annual revenue'] : []),
      ...(total === null ? ['stated total of commitments, or a deal with a disclosed amount'] : []),
    ];
    return [insufficient(null, missing, () => inputsOnFile(study, exposure))];
  }
  const reviewed = { study, exposure, revenue, total };
  return [
    totalReading(reviewed),
    ...commitments.named.map((commitment) => dealReading(commitment, reviewed)),
  ];
}

function totalReading(reviewed: Case): Reading {
  const { exposure, revenue, study, total } = reviewed;
  const { stated, commitments } = exposure;
  const widest = allSources(reviewed);
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: outcomeOf(divide(total, revenue.choice.amount)),
    workings: workingsOf(total, revenue),
    formula: () => overRevenue(totalTerm(exposure, study.subject.name), reviewed),
    inputs: () => inputsOnFile(study, exposure),
    others: [...(stated === null ? [] : namedOnly(reviewed)), ...otherRevenues(total, reviewed), ...widest],
    tags: [...revenueTags(revenue), ...totalTags(exposure)],
    notes: [
      totalNote(exposure),
      ...widest.flatMap(spreadNote),
      ...(stated === null ? unknownNote(commitments) : []),
    ],
    nonBinding: nonBindingOf(reviewed),
  };
}

function dealReading(commitment: NamedCommitment, reviewed: Case): Reading {
  const { revenue, study } = reviewed;
  const isSoft = !commitment.isBinding || revenue.kind === 'rumoured';
  return {
    measure: null,
    scope: scopeOf(commitment),
    outcome: outcomeOf(divide(commitment.amount, revenue.choice.amount)),
    workings: workingsOf(commitment.amount, revenue),
    formula: () => overRevenue(amountTerm(commitment), reviewed),
    inputs: () => [...dealInputs([commitment]), ...revenueInputs(study, revenue)],
    others: otherRevenues(commitment.amount, reviewed),
    tags: [...revenueTags(revenue), ...dealTags([commitment])],
    notes: [],
    nonBinding: isSoft ? { without: null } : null,
  };
}

function overRevenue(part: Term | null, { revenue, study }: Case): Term | null {
  return part === null ? null : quotient(part, choiceTerm(revenue.choice, revenuePlace(study)));
}

function nonBindingOf({ exposure, revenue }: Case): Reading['nonBinding'] {
  const { stated, commitments } = exposure;
  if (revenue.kind === 'rumoured' || stated?.kind === 'rumoured') return { without: null };
  const binding = commitments.named.filter(({ isBinding }) => isBinding);
  if (stated !== null || binding.length === commitments.named.length) return null;
  if (binding.length === 0) return { without: null };
  return { without: outcomeOf(divide(totalOf(binding), revenue.choice.amount)) };
}

function workingsOf(total: Interval, { choice }: Revenue): string {
  const quotient = divide(total, choice.amount);
  const write = sharedScale([total, choice.amount], choice.unit);
  const result = quotient.state === 'ok' ? measureWords(quotient.ratio, 'x') : quotient.reason;
  return `${write(total)} / ${write(choice.amount)} = ${result}`;
}

function namedOnly({ exposure: { commitments }, revenue }: Case): readonly OtherReading[] {
  if (commitments.named.length === 0) return [];
  const sum = totalOf(commitments.named);
  const more =
    commitments.unknown.length > 0
      ? ` At least this: ${countWords(commitments.unknown.length, 'more deal')} without a usable amount.`
      : '';
  return [
    {
      label: 'Named deals only',
      outcome: outcomeOf(divide(sum, revenue.choice.amount)),
      note: `${countWords(commitments.named.length, 'deal')}, ${amountWords(sum, revenue.choice.unit)} in all.${more}`,
    },
  ];
}

function otherRevenues(total: Interval, { study, revenue }: Case): readonly OtherReading[] {
  const chosen = new Set(revenue.choice.figures.map(({ id }) => id));
  return comparableRevenues(study, revenue.choice.unit)
    .filter(({ id }) => !chosen.has(id))
    .flatMap((figure) => onRevenue(total, figure, revenue.choice.unit));
}

function onRevenue(total: Interval, figure: FigureFacts, unit: UnitId): readonly OtherReading[] {
  const amount = amountOf(figure);
  if (amount === null) return [];
  const period = figure.periodLabel === null ? '' : `, ${figure.periodLabel}`;
  return [
    {
      label: `On revenue of ${amountWords(amount, unit)} (${plain(figure.basis)}, ${plain(figure.status)}${period})`,
      outcome: outcomeOf(divide(total, amount)),
      note: `${figure.source.title}, reliability ${figure.source.reliability}.`,
    },
  ];
}

/** From the lowest to the highest that any source states, weak sources among them: how far apart the file is. */
function allSources({ study, revenue }: Case): readonly OtherReading[] {
  const { unit } = revenue.choice;
  const totals = comparableTotals(study, unit).flatMap((figure) => amountOf(figure) ?? []);
  const revenues = comparableRevenues(study, unit)
    .filter((figure) => isPresent(figure, study.index.view.asOf))
    .flatMap((figure) => amountOf(figure) ?? []);
  const total = statedHullOf(totals);
  const yearly = statedHullOf(revenues);
  if (total === null || yearly === null) return [];
  const write = sharedScale([total, yearly], unit);
  const open = totals.filter(({ hi }) => hi === null).length;
  const openNote =
    open === 0
      ? ''
      : ` Open above: ${countWords(open, 'source')} ${open === 1 ? 'says' : 'say'} “over” or “at least”.`;
  return [
    {
      label: 'All sources, as stated',
      outcome: outcomeOf(divide(total, yearly)),
      note: `Commitments ${write(total)}, revenue ${write(yearly)}.${openNote}`,
    },
  ];
}

/** Nothing to say where every source gives the same. */
function spreadNote({ outcome, note }: OtherReading): readonly string[] {
  if (outcome.state !== 'ok' || outcome.measured.lo === outcome.measured.hi) return [];
  return [`Over all sources, as stated: ${measureWords(outcome.measured, 'x')}. ${note ?? ''}`.trimEnd()];
}

function totalNote({ stated, commitments }: Exposure): string {
  if (stated === null)
    return `No total is stated in this currency: ${countWords(commitments.named.length, 'named deal')} summed.`;
  const versions = stated.choice.versions.length;
  return versions === 1
    ? 'The total is as stated by its one source.'
    : `The total is one of ${versions} versions on file.`;
}

function inputsOnFile(
  study: Study,
  { stated, revenue, commitments, currency }: Exposure,
): readonly FlagInput[] {
  const place = { role: 'total commitments', name: `${study.subject.name}: total commitments` };
  const foreign = currency === null ? [] : foreignTotals(study, currency);
  return [
    ...(stated === null ? dealInputs(commitments.named) : choiceInputs(stated.choice, place)),
    ...foreign.map(({ figure, reason }) => looseInput(figure, place, asSentence(reason))),
    ...(revenue === null ? [] : revenueInputs(study, revenue)),
    ...otherRevenueInputs(study, revenue),
    ...(stated === null
      ? []
      : asideInputs(commitments.named, 'Not in the headline: part of “Named deals only”.')),
    ...uncountedInputs(commitments),
  ];
}

function revenueInputs(study: Study, { choice }: Revenue): readonly FlagInput[] {
  return choiceInputs(choice, revenuePlace(study));
}

function revenuePlace({ subject }: Study): Place {
  return { role: 'annual revenue', name: `${subject.name}: annual revenue` };
}

/** Revenues on other bases, on which the alternatives rest, and those without an amount. */
function otherRevenueInputs(study: Study, revenue: Revenue | null): readonly FlagInput[] {
  const listed = new Set(revenue?.choice.versions.map(({ id }) => id));
  const place = revenuePlace(study);
  return yearlyRevenues(study)
    .filter(({ id }) => !listed.has(id))
    .map((figure) => looseInput(figure, place, whyNotHeadline(figure, revenue, study)));
}

function whyNotHeadline(figure: FigureFacts, revenue: Revenue | null, { index, subject }: Study): string {
  const currency = revenue?.choice.unit ?? subject.reportingCurrency;
  if (currency === null || amountOf(figure) === null) return 'No amount is disclosed: unknown, not zero.';
  const reason = reasonNotIn(figure, { index, currency, kind: 'flow' });
  if (reason !== null) return asSentence(reason);
  return figure.unit === currency
    ? 'On another basis: see the alternatives.'
    : 'In another currency: see the alternatives.';
}
