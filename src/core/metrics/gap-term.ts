import {
  atLeastZero,
  constant,
  difference,
  power,
  product,
  quotient,
  smallest,
  sum,
  type Term,
} from '../formula/term.ts';
import type { Interval } from '../quantities/interval.ts';
import { planOf } from '../schedule/deal-plan.ts';
import { calendarYear } from '../schedule/span.ts';
import { choiceTerm, tenorTerm } from './choice-term.ts';
import { grossTerm } from './commitment-term.ts';
import type { NamedCommitment } from './commitments.ts';
import { restOf } from './due-term.ts';
import type { Funding } from './funding.ts';
import { fundedTerm } from './funding-term.ts';
import type { RevenuePath } from './revenue-path.ts';
import { type DuesBasis, strandsOf } from './yearly-dues.ts';

/** What the year-by-year table of `gap-outlook.ts` rests on, for one subject. */
export interface GapFormula {
  readonly path: RevenuePath;
  readonly basis: DuesBasis;
  readonly firstYear: number;
  /** Signed money with days. */
  readonly dated: readonly Funding[];
  /** The stated total; read where the basis is that. */
  readonly total: Term | null;
  readonly tenor: Term | null;
  readonly subject: string;
}

/**
 * Sum of the gaps over the sum of the dues, all revenue going to commitments. Null where the days of a deal change with
 * its tenor, or a tenor has no end.
 */
export function gapTerm(question: GapFormula): Term | null {
  const strands = strandTerms(question);
  if (strands === null) return null;
  const length = Math.max(0, ...strands.map((parts) => parts.length));
  const years = Array.from({ length }, (_, at) => ({
    due: sum(strands.flatMap((parts) => parts[at] ?? [])),
    money: moneyIn(question, question.firstYear + at),
  }));
  if (years.length === 0) return null;
  const gaps = years.map(({ due, money }) => atLeastZero(difference(due, money)));
  return quotient(sum(gaps), sum(years.map(({ due }) => due)));
}

/** Each amount by year, the first year first. */
function strandTerms({ basis, firstYear, total, tenor }: GapFormula): readonly (readonly Term[])[] | null {
  if (basis.kind === 'stated') {
    const parts = total === null || tenor === null ? null : evenTerms(total, tenor, basis.tenor.hi);
    return parts === null ? null : [parts];
  }
  const fixed = strandsOf(basis, firstYear, 'stated');
  const strands = basis.named.map((commitment, at) =>
    strandTerm(commitment, { parts: fixed[at]?.parts ?? [], tenor, general: basis.generalTenor }),
  );
  const known = strands.filter((strand) => strand !== null);
  return known.length === strands.length ? known : null;
}

interface Spread {
  /** Parts of the years with every tenor as stated. */
  readonly parts: readonly number[];
  readonly tenor: Term | null;
  readonly general: Interval | null;
}

function strandTerm(commitment: NamedCommitment, { parts, tenor, general }: Spread): readonly Term[] | null {
  const plan = planOf(commitment, general);
  const shares = () => parts.map((part) => product([grossTerm(commitment), constant(part)]));
  switch (plan.kind) {
    case 'rows':
      return restOf(plan) === 0 ? parts.map(constant) : null;
    case 'days':
      return shares();
    case 'tenor': {
      const { lo, hi } = plan.tenor;
      if (lo === hi) return shares();
      if (plan.start !== null || plan.end !== null || plan.method === 'ramp') return null;
      const term = plan.isTenorAssumed ? tenor : tenorTerm(commitment.deal);
      return term === null ? null : evenTerms(grossTerm(commitment), term, hi);
    }
    case 'over':
    case 'untimed':
      return null;
  }
}

/** An amount spread evenly over a tenor that is drawn: the part of a year is what the tenor reaches into it. */
function evenTerms(amount: Term, tenor: Term, longest: number | null): readonly Term[] | null {
  if (longest === null) return null;
  return Array.from({ length: Math.max(1, Math.ceil(longest)) }, (_, at) => {
    const reached = at === 0 ? tenor : atLeastZero(difference(tenor, constant(at)));
    return product([amount, quotient(smallest([constant(1), reached]), tenor)]);
  });
}

function moneyIn({ path, dated, subject }: GapFormula, year: number): Term {
  const { unit } = path.base.choice;
  const funded = dated.flatMap((one) => fundedTerm(one, calendarYear(year), unit) ?? []);
  return sum([revenueTerm(path, year, subject), ...funded]);
}

/** Revenue of a year as `revenueIn` gives it: constant growth between stated years, flat after the last. */
function revenueTerm(path: RevenuePath, year: number, subject: string): Term {
  const place = (role: string) => ({ role, name: `${subject}: ${role}` });
  const base = { year: path.baseYear, term: choiceTerm(path.base.choice, place('annual revenue')) };
  const known = [
    base,
    ...path.stated.map((one) => ({
      year: one.year,
      term: choiceTerm(one.choice, place(`revenue of ${one.year}`)),
    })),
  ];
  const next = known.find((one) => one.year >= year);
  const last = known.findLast((one) => one.year < year);
  if (next === undefined || last === undefined || next.year === year) return (next ?? last ?? base).term;
  const weight = (year - last.year) / (next.year - last.year);
  return product([power(last.term, 1 - weight), power(next.term, weight)]);
}
