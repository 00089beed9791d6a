import { amountOf } from '../figures/amount.ts';
import type { Choice } from '../figures/choice.ts';
import type { Commitments, LeftOut, NamedCommitment, UnknownCommitment } from '../metrics/commitments.ts';
import type { Untimed } from '../metrics/next-year-burden.ts';
import type { DealFacts, FigureFacts } from '../model/ledger-view.ts';
import type { FlagInput } from './flag.ts';
import { conversionInput, paymentRateInput } from './rate-evidence.ts';

/** Inputs of a flag (METHODS §0.11): each figure with its words and source, used or not, and why not. */
export interface Place {
  /** Which part of the formula the input fills. */
  readonly role: string;
  readonly name: string;
}

/** The chosen versions of a figure first, then every other version on file. */
export function choiceInputs(choice: Choice, place: Place, note: string | null = null): readonly FlagInput[] {
  const chosen = new Set(choice.figures.map(({ id }) => id));
  const others = choice.versions.filter(({ id }) => !chosen.has(id));
  const versions = choice.versions.length;
  return [
    ...choice.figures.flatMap((figure) => [
      figureInput(figure, place, { versions, isUsed: true, note }),
      ...(figure.conversion === undefined ? [] : [conversionInput(figure.conversion, place.name)]),
    ]),
    ...others.map((figure) =>
      figureInput(figure, place, { versions, isUsed: false, note: whyNotChosen(figure, choice) }),
    ),
  ];
}

/** The headline amounts that entered a sum, deal by deal. */
export function dealInputs(named: readonly NamedCommitment[]): readonly FlagInput[] {
  return named.flatMap((one) => [
    ...(one.choice === null
      ? [scheduledInput(one, { isUsed: true, note: 'The sum of its payment schedule.' })]
      : choiceInputs(one.choice, { role: 'commitment', name: one.deal.name }, noteOf(one))),
    ...one.scheduleRates.map((rate) => paymentRateInput(rate, one.deal.name)),
  ]);
}

/** The same amounts where the headline does not rest on them. */
export function asideInputs(named: readonly NamedCommitment[], note: string): readonly FlagInput[] {
  return named.flatMap((one) => {
    if (one.choice === null) return [scheduledInput(one, { isUsed: false, note })];
    const use = { versions: one.choice.versions.length, isUsed: false, note };
    return one.choice.figures.map((figure) =>
      figureInput(figure, { role: 'commitment', name: one.deal.name }, use),
    );
  });
}

/** Deals that are in no window, each with its reason. */
export function untimedInputs(untimed: readonly Untimed[]): readonly FlagInput[] {
  return untimed.flatMap(({ commitment, reason }) => asideInputs([commitment], reason));
}

/** Deals whose amounts are unknown and deals that do not count, each with its reason. */
export function uncountedInputs({ unknown, leftOut }: Commitments): readonly FlagInput[] {
  return [...unknown.map(unknownInput), ...leftOut.map(leftOutInput)];
}

/** A figure on its own, beside a choice that could not use it. */
export function looseInput(figure: FigureFacts, place: Place, note: string): FlagInput {
  return figureInput(figure, place, { versions: 1, isUsed: false, note });
}

function unknownInput({ commitment, reason }: UnknownCommitment): FlagInput {
  return uncountedDeal(commitment.deal, 'commitment', reason);
}

function leftOutInput({ deal, reason }: LeftOut): FlagInput {
  return uncountedDeal(deal, 'left out', reason);
}

/** A deal whose terms, not its amount, entered the computation. */
export function commitmentDealInput(deal: DealFacts, note: string): FlagInput {
  return dealInput(deal, 'terms', { isUsed: true, note });
}

/** A deal that enters no sum, with the reason. */
export function uncountedDeal(deal: DealFacts, role: string, note: string): FlagInput {
  return dealInput(deal, role, { isUsed: false, note });
}

function scheduledInput({ deal, gross, currency }: NamedCommitment, use: Omit<Use, 'versions'>): FlagInput {
  return { ...dealInput(deal, 'commitment', use), value: gross, unit: currency };
}

function dealInput(deal: DealFacts, role: string, use: Omit<Use, 'versions'>): FlagInput {
  return {
    kind: 'deal',
    id: deal.id,
    role,
    name: deal.name,
    value: null,
    unit: '',
    sourceId: deal.source.id,
    source: deal.source.title,
    reliability: deal.source.reliability,
    credibility: null,
    basis: null,
    status: deal.status,
    period: null,
    passageId: deal.passageId,
    quote: deal.quote,
    versions: 1,
    ...use,
  };
}

function noteOf({ isBinding, isJoint }: NamedCommitment): string | null {
  const notes = [
    ...(isBinding ? [] : ['A letter of intent.']),
    ...(isJoint ? ['Others pay too; the subject pays at most this.'] : []),
  ];
  return notes.length === 0 ? null : notes.join(' ');
}

function whyNotChosen(figure: FigureFacts, { policy, others }: Choice): string {
  if (amountOf(figure) === null) return 'This version discloses no amount.';
  const wanting = others.filter(
    ({ selection }) => selection?.figures.some(({ id }) => id === figure.id) === true,
  );
  const instead = wanting.map(({ policy: { label } }) => `“${label}”`).join(' and ');
  return `Another version on file, not taken by “${policy.label}”${instead === '' ? '' : `; ${instead} would take it`}.`;
}

interface Use {
  readonly versions: number;
  readonly isUsed: boolean;
  readonly note: string | null;
}

/** The claim as its source states it, whatever it was converted into. */
function figureInput(figure: FigureFacts, place: Place, use: Use): FlagInput {
  const original = figure.conversion?.original ?? figure;
  return {
    kind: 'figure',
    id: figure.id,
    ...place,
    value: amountOf(original),
    unit: original.unit,
    sourceId: figure.source.id,
    source: figure.source.title,
    reliability: figure.source.reliability,
    credibility: figure.credibility,
    basis: figure.basis,
    status: figure.status,
    period: periodOf(figure),
    passageId: figure.passageId,
    quote: figure.quote,
    ...use,
  };
}

function periodOf({ periodLabel, periodStart, periodEnd }: FigureFacts): string | null {
  if (periodLabel !== null) return periodLabel;
  if (periodStart === null && periodEnd === null) return null;
  return `${periodStart === null ? '' : `from ${periodStart} `}${periodEnd === null ? '' : `until ${periodEnd}`}`.trim();
}
