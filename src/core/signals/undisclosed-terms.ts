import type { Commitment } from '../metrics/commitments.ts';
import { exposureOf } from '../metrics/exposure.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { missingTerms, TERMS, type Term } from '../metrics/key-terms.ts';
import type { Study } from '../metrics/study.ts';
import { exactly } from '../quantities/interval.ts';
import { type Reading, type SignalDefinition, WHOLE_SUBJECT } from './definition.ts';
import { dealEntryInput } from './event-evidence.ts';
import { choiceInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { insufficient } from './outcome.ts';
import { checklistTable } from './tables/checklist-table.ts';
import { countWords, digits } from './words.ts';

export const undisclosedTerms: SignalDefinition = {
  id: 'undisclosed-terms',
  name: 'Undisclosed key terms',
  question: 'How much of what a contract must settle does nobody say?',
  pillar: 'evidence',
  family: 'terms',
  formula: 'key terms that are not on file / (7 x commitments)',
  method:
    'The significant terms of a purchase obligation in the former SEC table, with cancellability of ASC 440. A range counts as disclosed.',
  falsePositives: [
    'A filing that is not on file may disclose the terms.',
    'A tenor that a source gives for commitments in general counts for each of them.',
  ],
  measures: [
    {
      id: null,
      name: 'Undisclosed key terms',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.1, warn: 0.25, critical: 0.5 },
      why: 'Practice: with half of the terms unknown, neither the date nor the size of a payment can be checked.',
    },
  ],
  evaluate,
};

interface Checked {
  readonly commitment: Commitment;
  readonly missing: readonly Term[];
}

function evaluate(study: Study): readonly Reading[] {
  const { named, unknown } = exposureOf(study).commitments;
  const hasGeneralTenor = generalTenor(study) !== null;
  const checked = [...named, ...unknown.map(({ commitment }) => commitment)].map((commitment) => ({
    commitment,
    missing: missingTerms(commitment, {
      hasGeneralTenor,
      isForeign: unknown.some((one) => one.commitment === commitment && one.why === 'no-rate'),
      keyDates: study.index.events.keyDatesAbout(commitment.deal.id),
    }),
  }));
  return [
    checked.length === 0
      ? insufficient(null, ['a deal that obliges the subject to pay'])
      : readingOf(checked, study),
  ];
}

function readingOf(checked: readonly Checked[], study: Study): Reading {
  const missing = checked.reduce((sum, one) => sum + one.missing.length, 0);
  const all = TERMS.length * checked.length;
  const share = missing / all;
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured: exactly(share) },
    workings: `(${checked.map((one) => one.missing.length).join(' + ')}) / (${TERMS.length} x ${checked.length}) = ${missing} / ${all} = ${digits(share)}`,
    inputs: () => [
      ...checked.map(({ commitment: { deal }, missing: terms }) =>
        dealEntryInput(deal, 'commitment', { isUsed: true, note: checklistWords(terms) }),
      ),
      ...tenorInputs(checked, study),
    ],
    tables: () => [
      checklistTable(
        checked.map(({ commitment: { deal }, missing: terms }) => ({ deal: deal.name, missing: terms })),
      ),
    ],
    others: [],
    tags: [],
    notes: [
      `${countWords(checked.length, 'deal')}, ${TERMS.length} terms each: ${TERMS.join(', ')}.`,
      ...TERMS.map((term) => ({ term, count: checked.filter((one) => one.missing.includes(term)).length }))
        .filter(({ count }) => count > 0)
        .map(({ term, count }) => `Not disclosed for ${count} of ${checked.length}: ${term}.`),
    ],
    nonBinding: null,
  };
}

/** The general tenor is evidence where it stands in for the tenor of a deal. */
function tenorInputs(checked: readonly Checked[], study: Study): readonly FlagInput[] {
  const tenor = generalTenor(study);
  const isNeeded = checked.some(({ commitment: { deal } }) => deal.tenorYearsLo === null);
  if (tenor === null || !isNeeded) return [];
  return choiceInputs(tenor, {
    role: 'tenor',
    name: `${study.subject.name}: tenor of commitments in general`,
  });
}

function checklistWords(missing: readonly Term[]): string {
  return missing.length === 0 ? 'Every term is disclosed.' : `Not disclosed: ${missing.join(', ')}.`;
}
