import { type RelatedParty, relatedParties, type Tie } from '../flows/holders.ts';
import { quotient, sum, type Term } from '../formula/term.ts';
import { amountTerm } from '../metrics/commitment-term.ts';
import { type NamedCommitment, totalOf } from '../metrics/commitments.ts';
import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import { partOfSum } from '../metrics/part-of-sum.ts';
import type { Study } from '../metrics/study.ts';
import type { DealFacts } from '../model/ledger-view.ts';
import { divide, exactly, type Interval } from '../quantities/interval.ts';
import { type OtherReading, type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { dealEntryInput } from './event-evidence.ts';
import { choiceInputs, dealInputs, uncountedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { commitmentTags, insufficient, outcomeOf } from './outcome.ts';
import { digits, measureWords, sharedScale } from './words.ts';

export const relatedParty: SignalDefinition = {
  id: 'related-party',
  name: 'Related-party share of commitments',
  question: 'How much of what the company promises to pay goes to those who own a part of it?',
  pillar: 'circularity',
  family: 'circularity',
  formula: 'commitments to related parties / named commitments',
  method:
    'Regulation S-K item 404(a) above 5 %; ASC 850 on control and influence; 20 % presumes influence, ASC 323; PCAOB AS 2410.',
  falsePositives: ['Deals with owners may stand at ordinary market terms.'],
  measures: [
    {
      id: null,
      name: 'Related-party share of commitments',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0, warn: 0.1, critical: 0.25 },
      why: 'Any amount is worth a look; critical also asks for a stake of 20 % or more, or control, on file.',
    },
  ],
  evaluate,
};

/** Ties that make a commitment one to a related party at the low end, in the headline and at the high end. */
const PROVEN: readonly Tie[] = ['control', 'stake'];
const LIKELY: readonly Tie[] = ['control', 'stake', 'invested'];
const THINKABLE: readonly Tie[] = ['control', 'stake', 'invested', 'undisclosed'];

interface Case {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly related: readonly RelatedParty[];
}

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  const related = relatedParties(study);
  const { named } = exposure.commitments;
  const missing = [
    ...(named.length === 0 ? ['a deal with a disclosed amount'] : []),
    ...(related.length === 0 ? ['who holds shares of the company'] : []),
  ];
  const reviewed = { study, exposure, related };
  const measured = missing.length > 0 ? null : shareOf(named, reviewed);
  if (measured === null)
    return [
      insufficient(null, missing.length > 0 ? missing : ['an amount above zero'], () => inputsOf(reviewed)),
    ];
  return [readingOf(reviewed, measured)];
}

function shareOf(named: readonly NamedCommitment[], { related }: Case): Interval | null {
  const share = (ties: readonly Tie[]) => {
    const [to, rest] = divided(named, related, ties);
    return partOfSum(totalOf(to), totalOf(rest));
  };
  const [least, likely, most] = [share(PROVEN), share(LIKELY), share(THINKABLE)];
  if (least === null || likely === null || most === null) return null;
  return { lo: least.lo, point: likely.point, hi: most.hi };
}

/** Commitments to parties with one of the ties, and the rest. */
function divided(
  named: readonly NamedCommitment[],
  related: readonly RelatedParty[],
  ties: readonly Tie[],
): readonly [readonly NamedCommitment[], readonly NamedCommitment[]] {
  const ids = new Set(related.filter(({ tie }) => ties.includes(tie)).map(({ party }) => party.id));
  const isRelated = ({ counterparties }: NamedCommitment) => counterparties.some(({ id }) => ids.has(id));
  return [named.filter(isRelated), named.filter((one) => !isRelated(one))];
}

function readingOf(reviewed: Case, measured: Interval): Reading {
  const { exposure, related } = reviewed;
  const { named } = exposure.commitments;
  const binding = shareOf(
    named.filter(({ isBinding }) => isBinding),
    reviewed,
  );
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured },
    workings: workingsOf(reviewed, measured),
    formula: () => termOf(reviewed),
    inputs: () => inputsOf(reviewed),
    others: ofStatedTotal(reviewed),
    tags: commitmentTags(exposure.commitments),
    notes: related.map((one) => noteOf(one, named)),
    nonBinding: named.every(({ isBinding }) => isBinding)
      ? null
      : { without: binding === null ? null : { state: 'ok', measured: binding } },
    heldAtWarn: related.some((one) => one.tie === 'control' && isPaid(one, named))
      ? null
      : 'no stake of 20 % or more and no control is on file, so the parties are not shown to be related',
  };
}

/** Whether a party is related is a yes or a no, not a range: no formula while it is open for one that is paid. */
function termOf({ exposure, related }: Case): Term | null {
  const { named } = exposure.commitments;
  const [proven] = divided(named, related, PROVEN);
  const [thinkable] = divided(named, related, THINKABLE);
  if (proven.length === 0 || proven.length < thinkable.length) return null;
  return quotient(sum(proven.map(amountTerm)), sum(named.map(amountTerm)));
}

function workingsOf({ exposure, related }: Case, { point }: Interval): string {
  const { named } = exposure.commitments;
  const [to] = divided(named, related, LIKELY);
  const [part, whole] = [totalOf(to), totalOf(named)];
  if (exposure.currency === null || point === null) return '';
  const write = sharedScale([part, whole], exposure.currency);
  return `${write(part)} / ${write(whole)} = ${measureWords(exactly(point), 'share')}`;
}

function ofStatedTotal({ exposure, related }: Case): readonly OtherReading[] {
  const { stated, commitments } = exposure;
  if (stated === null) return [];
  const [to] = divided(commitments.named, related, LIKELY);
  return [
    {
      label: 'Of the stated total',
      outcome: outcomeOf(divide(totalOf(to), stated.choice.amount)),
      note: 'The stated total in place of the named deals.',
    },
  ];
}

const WORDS: Readonly<Record<Tie, string>> = {
  control: 'is tied by control or a stake of at least 20 %',
  stake: 'holds or is held with a stake above 5 %',
  invested: 'has money in or from the company; the stake is not stated, so relatedness is not shown',
  undisclosed:
    'has money in or from the company; neither stake nor amount is stated, so it counts at the high end only',
};

function noteOf(one: RelatedParty, named: readonly NamedCommitment[]): string {
  const { party, tie, stake } = one;
  const percent = stake?.amount.point ?? null;
  const size = percent === null ? '' : ` (${digits(percent)} %)`;
  return `${party.name} ${WORDS[tie]}${size}${isPaid(one, named) ? '' : '; no named commitment goes to it'}.`;
}

function isPaid({ party }: RelatedParty, named: readonly NamedCommitment[]): boolean {
  return named.some(({ counterparties }) => counterparties.some(({ id }) => id === party.id));
}

function inputsOf({ study, exposure, related }: Case): readonly FlagInput[] {
  const { commitments, stated } = exposure;
  const note = 'Shows the tie; its amount is in no sum here.';
  return [
    ...dealInputs(commitments.named),
    ...holdingsOf(related).map((deal) => dealEntryInput(deal, 'shareholding', { isUsed: true, note })),
    ...related.flatMap(({ stake, party }) =>
      stake === null ? [] : choiceInputs(stake, { role: 'stake', name: `${party.name}: stake` }),
    ),
    ...(stated === null
      ? []
      : choiceInputs(
          stated.choice,
          { role: 'total commitments', name: `${study.subject.name}: total commitments` },
          'Used beside the headline only.',
        )),
    ...uncountedInputs(commitments),
  ];
}

/** A deal with several holders stands once. */
function holdingsOf(related: readonly RelatedParty[]): readonly DealFacts[] {
  const deals = related.flatMap(({ holdings }) => holdings.map(({ deal }) => deal));
  return [...new Map(deals.map((deal) => [deal.id, deal])).values()];
}
