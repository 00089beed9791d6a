import { inputTerm, product, quotient, sum, type Term } from '../formula/term.ts';
import type { DealFacts } from '../model/ledger-view.ts';
import { amountTerm } from './commitment-term.ts';
import type { NamedCommitment } from './commitments.ts';
import { isFixed } from './fixed-share.ts';

/**
 * The fixed part of the amounts; of a deal whose terms no source states anything from none to all is fixed. Null where
 * the amounts do not matter, since the same holds for all of them.
 */
export function fixedShareTerm(named: readonly NamedCommitment[]): Term | null {
  const answers = new Set(named.map(({ deal }) => isFixed(deal)));
  if (named.length < 2 || (answers.size < 2 && !answers.has(null))) return null;
  const fixed = named.flatMap((one) => {
    const isSo = isFixed(one.deal);
    if (isSo === false) return [];
    return [isSo === true ? amountTerm(one) : product([amountTerm(one), unknownPart(one.deal)])];
  });
  return quotient(sum(fixed), sum(named.map(amountTerm)));
}

function unknownPart({ id, name }: DealFacts): Term {
  return inputTerm({
    id: `${id}:fixed`,
    role: 'fixed part',
    name,
    unit: 'part',
    amount: { lo: 0, point: null, hi: 1 },
    isPointStated: false,
  });
}
