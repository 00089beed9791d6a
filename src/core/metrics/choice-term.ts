import type { KnownChoice } from '../figures/choice.ts';
import { constant, inputTerm, product, sum, type Term } from '../formula/term.ts';
import type { DealFacts } from '../model/ledger-view.ts';
import type { Burn } from './burn.ts';

/** What an input of a formula is called; the role is that of the evidence. */
export interface TermPlace {
  readonly role: string;
  readonly name: string;
}

/** A chosen figure as an input of a formula: one variable wherever the same versions are chosen. */
export function choiceTerm({ figures, amount, unit }: KnownChoice, { role, name }: TermPlace): Term {
  const [only, ...more] = figures;
  const isRange = more.length === 0 && only?.qualifier === 'range';
  return inputTerm({
    id: figures.map(({ id }) => id).join('+'),
    role,
    name,
    unit,
    amount,
    isPointStated: amount.point !== null && !isRange,
  });
}

/** The tenor that a deal states, in years; null where it states none. */
export function tenorTerm({ id, name, tenorYearsLo: lo, tenorYearsHi: hi }: DealFacts): Term | null {
  if (lo === null || hi === null) return null;
  const amount = { lo, point: (lo + hi) / 2, hi };
  return inputTerm({
    id: `${id}:tenor`,
    role: 'tenor',
    name,
    unit: 'years',
    amount,
    isPointStated: lo === hi,
  });
}

/** Burn of one month: a part of a longer period, or the mean of single months. */
export function monthlyBurnTerm({ kind, span, choices }: Burn, subject: string): Term {
  const role = kind === 'burn' ? 'cash burned' : 'net loss';
  const months = { quarter: 3, year: 12, months: choices.length }[span];
  const terms = choices.map((choice) => choiceTerm(choice, { role, name: `${subject}: ${role}` }));
  return product([sum(terms), constant(1 / months)]);
}
