import { headlineOf, type Interval } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';
import { type NamedCommitment, totalOf } from './commitments.ts';

/** What the subject owes to one ultimate parent, or to several where a deal does not say how its amount splits. */
export interface Supplier {
  /** Entity ids of the parents; more than one only where the split is not stated. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly amount: Interval;
  readonly deals: readonly NamedCommitment[];
}

export interface Suppliers {
  /** Largest first, then by name, then by ids. */
  readonly suppliers: readonly Supplier[];
  /** Deals that name nobody who is paid, such as building for oneself. */
  readonly nameless: readonly NamedCommitment[];
}

/** Groups named commitments by who is paid, connected counterparties as one (METHODS §0.8). */
export function suppliersOf(named: readonly NamedCommitment[]): Suppliers {
  const groups = new Map<string, NamedCommitment[]>();
  for (const commitment of named.filter(({ counterparties }) => counterparties.length > 0)) {
    const key = keyOf(commitment);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [commitment]);
    else group.push(commitment);
  }
  return {
    suppliers: [...groups.values()].flatMap(supplierOf).toSorted(largestFirst),
    nameless: named.filter(({ counterparties }) => counterparties.length === 0),
  };
}

function supplierOf(deals: readonly NamedCommitment[]): readonly Supplier[] {
  const [first] = deals;
  if (first === undefined) return [];
  const parties = first.counterparties.toSorted((a, b) => byText(a.id, b.id));
  const name = parties.map((party) => party.name).join(' + ');
  return [{ ids: parties.map(({ id }) => id), name, amount: totalOf(deals), deals }];
}

function keyOf({ counterparties }: NamedCommitment): string {
  return counterparties
    .map(({ id }) => id)
    .toSorted(byText)
    .join(' ');
}

function largestFirst(a: Supplier, b: Supplier): number {
  return (
    headlineOf(b.amount) - headlineOf(a.amount) ||
    byText(a.name, b.name) ||
    byText(a.ids.join(), b.ids.join())
  );
}
