import type { Term } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { totalTerm } from '../metrics/commitment-term.ts';
import { isDated } from '../metrics/funding.ts';
import { type GapCase, gapCaseOf, outlookOf } from '../metrics/gap-case.ts';
import type { Outlook } from '../metrics/gap-outlook.ts';
import { gapTerm } from '../metrics/gap-term.ts';
import type { Study } from '../metrics/study.ts';
import type { DuesBasis } from '../metrics/yearly-dues.ts';
import { exactly, type Interval } from '../quantities/interval.ts';
import {
  type OtherReading,
  type Outcome,
  type Reading,
  type SignalDefinition,
  WHOLE_SUBJECT,
} from './definition.ts';
import { asideInputs, choiceInputs, dealInputs, uncountedInputs, untimedInputs } from './evidence.ts';
import type { FlagInput } from './flag.ts';
import { fundingAside, fundingInputs, uncountedFundingInputs } from './funding-evidence.ts';
import { gapNotes, gapWorkings } from './funding-gap-words.ts';
import { commitmentTags, insufficient, revenueTags } from './outcome.ts';
import { isStraight, planTags } from './schedule-words.ts';
import { gapTable } from './tables/gap-table.ts';
import { tagsWhere } from './tags.ts';

export const fundingGapSignal: SignalDefinition = {
  id: 'funding-gap',
  name: 'Commitments against projected revenue',
  question: 'In which year does the money run short, and by how much?',
  pillar: 'funding',
  family: 'scale',
  formula:
    'sum of the gaps / sum of the commitments, the gap of a year being commitments - revenue - signed money, at least 0',
  method:
    'Year by year on the most favourable terms, all revenue going to commitments, so that the gap is a floor; the contractual obligations table of SEC rules until 2021, rebuilt.',
  falsePositives: [
    'Growth between two stated years is not guidance.',
    'Payments may hang on milestones or be passed on to others.',
    'Revenue held flat after the last stated year may still grow.',
  ],
  measures: [
    {
      id: null,
      name: 'Commitments against projected revenue',
      unit: 'share',
      isLowerWorse: false,
      defaults: { watch: 0.1, warn: 0.25, critical: 0.5 },
      why: 'Supervisors of leveraged loans look for the ability to repay half of the debt in five to seven years, 78 FR 17766; the lower steps are practice.',
    },
  ],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const { found: reviewed, missing, exposure } = gapCaseOf(study);
  if (reviewed === null) return [insufficient(null, missing, () => uncountedInputs(exposure.commitments))];
  const outlook = outlookOf(reviewed, reviewed.basis, 1);
  if (outlook === null)
    return [
      insufficient(null, [`commitments that fall due from ${reviewed.firstYear} on`], () =>
        inputsOf(reviewed),
      ),
    ];
  return [readingOf(reviewed, outlook)];
}

function readingOf(reviewed: GapCase, outlook: Outlook): Reading {
  const { exposure, path, basis } = reviewed;
  const usesStated = basis.kind === 'stated';
  return {
    measure: null,
    scope: WHOLE_SUBJECT,
    outcome: { state: 'ok', measured: outlook.share },
    workings: gapWorkings(outlook, path.base.choice.unit),
    formula: () => gapFormula(reviewed),
    inputs: () => inputsOf(reviewed),
    tables: () => gapTable(outlook.headline, path.base.choice.unit),
    others: othersOf(reviewed),
    tags: [
      ...revenueTags(path.base),
      ...(usesStated ? [] : commitmentTags(exposure.commitments)),
      ...tagsWhere({
        assumption: true,
        ...planTags(reviewed.plans),
        'straight-line': usesStated || reviewed.plans.some(isStraight),
        gross: usesStated,
        'basis-mismatch': usesStated && exposure.stated?.kind === 'projected',
      }),
    ],
    notes: gapNotes(reviewed, outlook),
    nonBinding: nonBindingOf(reviewed),
  };
}

function gapFormula({ study, exposure, path, basis, tenor, firstYear, funding }: GapCase): Term | null {
  const { name } = study.subject;
  const { unit } = path.base.choice;
  const place = { role: 'tenor', name: `${name}: tenor of commitments` };
  return gapTerm({
    path,
    basis,
    firstYear,
    dated: funding.signed.filter((one) => isDated(one, unit)),
    total: totalTerm(exposure, name),
    tenor: tenor === null ? null : choiceTerm(tenor, place),
    subject: name,
  });
}

function nonBindingOf(reviewed: GapCase): Reading['nonBinding'] {
  const { basis, path, exposure } = reviewed;
  if (path.base.kind === 'rumoured') return { without: null };
  if (basis.kind === 'stated') return exposure.stated?.kind === 'rumoured' ? { without: null } : null;
  const binding = basis.named.filter(({ isBinding }) => isBinding);
  if (binding.length === basis.named.length) return null;
  const outlook = binding.length === 0 ? null : outlookOf(reviewed, { ...basis, named: binding }, 1);
  return { without: outlook === null ? null : measuredBy(outlook) };
}

function measuredBy({ share }: Outlook): Outcome {
  return { state: 'ok', measured: share };
}

function othersOf(reviewed: GapCase): readonly OtherReading[] {
  const { basis } = reviewed;
  const other = (label: string, note: string, changed: DuesBasis, shareOfRevenue: number) => {
    const outlook = outlookOf(reviewed, changed, shareOfRevenue);
    return outlook === null ? [] : [{ label, note, outcome: measuredBy(outlook) }];
  };
  const tenors = basis.kind === 'stated' ? endsOf(basis.tenor) : [];
  return [
    ...tenors.flatMap((years) =>
      other(`Over ${years} years`, 'The tenor at one end of what is stated.', withTenor(basis, years), 1),
    ),
    ...other(
      'Half of revenue available',
      'The other half pays for staff, power and tax: an assumption.',
      basis,
      0.5,
    ),
  ];
}

function endsOf({ lo, hi }: Interval): readonly number[] {
  return hi === null || lo === hi ? [] : [lo, hi];
}

function withTenor(basis: DuesBasis, years: number): DuesBasis {
  return basis.kind === 'stated' ? { ...basis, tenor: exactly(years) } : basis;
}

function inputsOf({ study, exposure, path, tenor, basis, funding, undated }: GapCase): readonly FlagInput[] {
  const { name } = study.subject;
  const { unit } = path.base.choice;
  const revenue = (role: string) => ({ role, name: `${name}: ${role}` });
  return [
    ...(basis.kind === 'stated' && exposure.stated !== null
      ? choiceInputs(exposure.stated.choice, revenue('total commitments'))
      : dealInputs(basis.kind === 'named' ? basis.named : [])),
    ...(tenor === null ? [] : choiceInputs(tenor, { role: 'tenor', name: `${name}: tenor of commitments` })),
    ...choiceInputs(path.base.choice, revenue('annual revenue')),
    ...path.stated.flatMap(({ year, choice }) => choiceInputs(choice, revenue(`revenue of ${year}`))),
    ...fundingInputs(
      funding.signed.filter((one) => isDated(one, unit)),
      'signed money',
    ),
    ...fundingAside(
      funding.signed.filter((one) => !isDated(one, unit)),
      'Signed, but no day says when it comes.',
    ),
    ...fundingAside(funding.soft, 'Not signed: it weighs nothing until it is.'),
    ...uncountedFundingInputs(funding),
    ...(basis.kind === 'stated'
      ? asideInputs(exposure.commitments.named, 'Not in the headline, which spreads the stated total.')
      : untimedInputs(undated)),
    ...uncountedInputs(exposure.commitments),
  ];
}
