import { quotient, sum, type Term } from '../formula/term.ts';
import { choiceTerm } from '../metrics/choice-term.ts';
import { totalTerm, undisclosedTerm } from '../metrics/commitment-term.ts';
import { dueTerm } from '../metrics/due-term.ts';
import type { DueDeal } from '../metrics/next-year-burden.ts';
import { yearAfter } from '../schedule/span.ts';
import type { Place } from './evidence.ts';
import type { BurdenCase } from './ntm-commitment-burden.ts';

/** The burden of the next 12 months as a formula: of the stated total, of all named deals, of one deal. */
export function statedBurden(reviewed: BurdenCase): Term | null {
  const total = totalTerm(reviewed.exposure, reviewed.study.subject.name);
  const tenor = tenorTermOf(reviewed);
  return total === null || tenor === null ? null : overRevenue(quotient(total, tenor), reviewed);
}

/** The deals that fall due, and those on file of which nobody says how much or when. */
export function namedBurden(reviewed: BurdenCase): Term | null {
  const { due, undated, exposure, revenue } = reviewed;
  const open = [...undated, ...exposure.commitments.unknown];
  const terms = due.map((deal) => dealTerm(deal, reviewed));
  const known = terms.filter((term) => term !== null);
  if (known.length < terms.length) return null;
  const unknown = open.map(({ commitment }) => undisclosedTerm(commitment.deal, revenue.choice.unit));
  return overRevenue(sum([...known, ...unknown]), reviewed);
}

export function dealBurden(deal: DueDeal, reviewed: BurdenCase): Term | null {
  const due = dealTerm(deal, reviewed);
  return due === null ? null : overRevenue(due, reviewed);
}

export function tenorPlace({ study }: BurdenCase): Place {
  return { role: 'tenor', name: `${study.subject.name}: tenor of commitments` };
}

export function revenuePlace({ isGuided, study }: BurdenCase): Place {
  const role = isGuided ? 'next-12-month revenue' : 'annual revenue';
  return { role, name: `${study.subject.name}: ${role}` };
}

function overRevenue(due: Term, reviewed: BurdenCase): Term {
  return quotient(due, choiceTerm(reviewed.revenue.choice, revenuePlace(reviewed)));
}

function dealTerm({ commitment }: DueDeal, reviewed: BurdenCase): Term | null {
  const { tenor, study } = reviewed;
  const term = tenorTermOf(reviewed);
  const general = tenor === null || term === null ? null : { amount: tenor.amount, term };
  return dueTerm(commitment, yearAfter(study.index.view.asOf), general);
}

function tenorTermOf(reviewed: BurdenCase): Term | null {
  return reviewed.tenor === null ? null : choiceTerm(reviewed.tenor, tenorPlace(reviewed));
}
