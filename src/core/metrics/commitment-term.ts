import { atLeastZero, constant, difference, inputTerm, product, sum, type Term } from '../formula/term.ts';
import type { DealFacts } from '../model/ledger-view.ts';
import type { UnitId } from '../quantities/unit.ts';
import { choiceTerm } from './choice-term.ts';
import type { NamedCommitment } from './commitments.ts';
import type { Exposure } from './exposure.ts';

/**
 * Commitments as terms of a formula, each equal to the amount that `commitments.ts` gives.
 * Law: what no source states enters as an input of its own, open above, never as nothing.
 */
const COMMITMENT = 'commitment';

/** What the deal comes to over its whole life. */
export function grossTerm(commitment: NamedCommitment): Term {
  const { deal, choice, gross, currency, isJoint } = commitment;
  const whole =
    choice === null
      ? inputTerm({
          id: `${deal.id}:schedule`,
          role: COMMITMENT,
          name: deal.name,
          unit: currency,
          amount: { ...gross, lo: gross.point ?? gross.lo },
          isPointStated: true,
        })
      : choiceTerm(choice, { role: COMMITMENT, name: deal.name });
  return isJoint ? product([whole, ownPartTerm(deal)]) : whole;
}

/** What is still to be paid of it. */
export function amountTerm(commitment: NamedCommitment): Term {
  const gross = grossTerm(commitment);
  return commitment.paid === 0 ? gross : atLeastZero(difference(gross, constant(commitment.paid)));
}

/** An amount on file that nobody discloses, or of which nobody says when it falls due: anything from nothing up. */
export function undisclosedTerm({ id, name }: DealFacts, unit: UnitId): Term {
  return inputTerm({
    id: `${id}:undisclosed`,
    role: 'undisclosed amount',
    name,
    unit,
    amount: { lo: 0, point: 0, hi: null },
    isPointStated: false,
  });
}

/** The same total as `totalCommitments`; null where nothing is stated or named. */
export function totalTerm({ stated, commitments, currency }: Exposure, subject: string): Term | null {
  if (stated !== null)
    return choiceTerm(stated.choice, { role: 'total commitments', name: `${subject}: total commitments` });
  if (commitments.named.length === 0 || currency === null) return null;
  return sum([
    ...commitments.named.map(amountTerm),
    ...commitments.unknown.map(({ commitment }) => undisclosedTerm(commitment.deal, currency)),
  ]);
}

/** Several pay and nobody says how much falls on each. */
function ownPartTerm({ id, name }: DealFacts): Term {
  return inputTerm({
    id: `${id}:part`,
    role: 'part of the company',
    name,
    unit: 'part',
    amount: { lo: 0, point: 1, hi: 1 },
    isPointStated: false,
  });
}
