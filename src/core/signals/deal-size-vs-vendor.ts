import type { KnownChoice } from '../figures/choice.ts';
import { quotient, type Term } from '../formula/term.ts';
import { choiceTerm, tenorTerm } from '../metrics/choice-term.ts';
import { amountTerm, grossTerm } from '../metrics/commitment-term.ts';
import type { NamedCommitment } from '../metrics/commitments.ts';
import { type Exposure, exposureOf } from '../metrics/exposure.ts';
import { generalTenor } from '../metrics/general-tenor.ts';
import { annualRevenue } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import { backlog, yearlyAmount } from '../metrics/vendor-size.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { divide, type Interval } from '../quantities/interval.ts';
import type { Measure, Reading, SignalDefinition } from './definition.ts';
import { choiceInputs, dealInputs } from './evidence.ts';
import { dealTags, insufficient, outcomeOf, scopeOf } from './outcome.ts';
import { tagsWhere } from './tags.ts';
import { measureWords, sharedScale } from './words.ts';

const DEFAULTS = { watch: 0.1, warn: 0.25, critical: 0.5 };
const WHY =
  'As for the largest customer: accounts disclose one from 10 %, bank rules limit one counterparty to 25 %, lenders call half high risk.';

const REVENUE: Measure = {
  id: null,
  name: 'Deal a year to vendor revenue',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

const BACKLOG: Measure = {
  id: 'backlog',
  name: 'Deal to vendor backlog',
  unit: 'share',
  isLowerWorse: false,
  defaults: DEFAULTS,
  why: WHY,
};

export const dealSizeVsVendor: SignalDefinition = {
  id: 'deal-size-vs-vendor',
  name: 'Deal size against the vendor',
  question: "Is the vendor's growth the promise of one customer?",
  pillar: 'circularity',
  family: 'deal-size',
  formula: 'deal a year / annual revenue of the vendor; deal / backlog of the vendor with the deal in it',
  method: 'ASC 280-10-50-42 on major customers; ASC 606-10-50-13 on remaining performance obligations.',
  falsePositives: [
    'A backlog leaves out use that the customer may cancel.',
    'Capacity may be built over years, so that early years carry less than the even part.',
  ],
  measures: [REVENUE, BACKLOG],
  evaluate,
};

function evaluate(study: Study): readonly Reading[] {
  const exposure = exposureOf(study);
  return [REVENUE, BACKLOG].flatMap((measure) => {
    const readings = exposure.commitments.named
      .filter(({ counterparties }) => counterparties.length === 1)
      .map((commitment) => dealReading(measure, commitment, study));
    return readings.some(({ outcome }) => outcome.state === 'ok')
      ? readings
      : [nothingKnown(measure, exposure, readings)];
  });
}

/** One line instead of one for each deal while no vendor's size is on file. */
function nothingKnown({ id }: Measure, { commitments }: Exposure, readings: readonly Reading[]): Reading {
  const missing = readings.flatMap(({ outcome }) =>
    outcome.state === 'insufficient-data' ? outcome.missing : [],
  );
  const all =
    missing.length > 0 ? [...new Set(missing)] : ['a deal with a disclosed amount and one named vendor'];
  return insufficient(id, all, () => dealInputs(commitments.named));
}

function dealReading(measure: Measure, commitment: NamedCommitment, study: Study): Reading {
  const [vendor] = commitment.counterparties;
  if (vendor === undefined) return insufficient(measure.id, ['vendor']);
  const sizes = measure === REVENUE ? againstRevenue : againstBacklog;
  const { part, whole, term, missing, isMismatch } = sizes(commitment, vendor, study);
  const scope = scopeOf(commitment);
  if (part === null || whole === null)
    return { ...insufficient(measure.id, missing, () => dealInputs([commitment])), scope };
  const share = divide(part, whole.amount);
  const wholePlace = {
    role: measure === REVENUE ? 'vendor revenue' : 'vendor backlog',
    name: `${vendor.name}: ${measure === REVENUE ? 'annual revenue' : 'backlog'}`,
  };
  const write = sharedScale([part, whole.amount], whole.unit);
  const words = share.state === 'ok' ? measureWords(share.ratio, 'share') : share.reason;
  return {
    ...insufficient(measure.id, [], () => [...dealInputs([commitment]), ...choiceInputs(whole, wholePlace)]),
    scope,
    outcome: outcomeOf(share),
    formula: () => (term === null ? null : quotient(term, choiceTerm(whole, wholePlace))),
    workings: `${write(part)} / ${write(whole.amount)} = ${words}`,
    tags: [
      ...dealTags([commitment]),
      ...tagsWhere({
        'basis-mismatch': isMismatch,
        'straight-line': measure === REVENUE,
        'assumed-tenor': measure === REVENUE && commitment.deal.tenorYearsLo === null,
      }),
    ],
    nonBinding: commitment.isBinding ? null : { without: null },
  };
}

interface Sizes {
  readonly part: Interval | null;
  /** The same as a term of a formula. */
  readonly term: Term | null;
  readonly whole: KnownChoice | null;
  readonly missing: readonly string[];
  readonly isMismatch: boolean;
}

function againstRevenue(commitment: NamedCommitment, vendor: EntityFacts, study: Study): Sizes {
  const tenor = generalTenor(study);
  const part = yearlyAmount(commitment, tenor?.amount ?? null);
  const revenue = annualRevenue({ ...study, subject: vendor }, commitment.currency);
  return {
    part,
    term: yearlyTerm(commitment, tenor, study),
    whole: revenue?.choice ?? null,
    missing: [
      ...(revenue !== null ? [] : [`annual revenue of ${vendor.name} in ${commitment.currency}`]),
      ...(part === null ? [`tenor of ${commitment.deal.name}`] : []),
    ],
    isMismatch: revenue !== null && revenue.kind !== 'annual-actual',
  };
}

function yearlyTerm(
  commitment: NamedCommitment,
  general: KnownChoice | null,
  { subject }: Study,
): Term | null {
  const place = { role: 'tenor', name: `${subject.name}: tenor of commitments` };
  const tenor = tenorTerm(commitment.deal) ?? (general === null ? null : choiceTerm(general, place));
  return tenor === null ? null : quotient(grossTerm(commitment), tenor);
}

function againstBacklog(commitment: NamedCommitment, vendor: EntityFacts, study: Study): Sizes {
  const whole = backlog({ ...study, subject: vendor }, commitment.currency);
  return {
    part: commitment.amount,
    term: amountTerm(commitment),
    whole,
    missing: whole === null ? [`backlog of ${vendor.name} in ${commitment.currency}`] : [],
    isMismatch: false,
  };
}
