import {
  type Commitments,
  type NamedCommitment,
  totalOf,
  type UnknownCommitment,
} from '../metrics/commitments.ts';
import { atLeast } from '../metrics/exposure.ts';
import { type Supplier, suppliersOf } from '../metrics/suppliers.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import { headlineOf, type Interval } from '../quantities/interval.ts';
import { byText } from '../text-order.ts';

/** What the subject owes to one counterparty, connected ones as one. */
export interface CounterpartyBar {
  readonly entityId: string;
  readonly name: string;
  /** Open above where a deal with the same counterparty has no usable amount; null where none has. */
  readonly amount: Interval | null;
  /** Share of the named commitments, 0 to 1; null where the amount is unknown. */
  readonly share: number | null;
  readonly dealIds: string[];
  readonly source: string;
}

/** Named counterparties, largest first, then deals that name nobody, then those whose amounts are unknown, by name. */
export function commitmentsByCounterparty(
  { named, unknown }: Commitments,
  subject: EntityFacts,
): CounterpartyBar[] {
  const { suppliers, nameless } = suppliersOf(named);
  const sum = headlineOf(totalOf(named));
  const unknownBy = unknownByCounterparty(unknown);
  const bars = suppliers.map((supplier) =>
    supplierBar(supplier, unknownBy.get(supplier.ids.join(' ')) ?? [], sum),
  );
  const shown = new Set(suppliers.filter(({ ids }) => ids.length === 1).flatMap(({ ids }) => ids));
  const others = [...unknownBy].filter(([id]) => !shown.has(id)).map(([id, deals]) => unknownBar(id, deals));
  return [...bars, ...namelessBar(nameless, subject, sum), ...others.toSorted(byName)];
}

function supplierBar(
  { ids, name, amount, deals }: Supplier,
  more: readonly UnknownCommitment[],
  sum: number,
): CounterpartyBar {
  return {
    entityId: ids[0] ?? '',
    name,
    amount: more.length > 0 ? atLeast(amount) : amount,
    share: shareOf(amount, sum),
    dealIds: [...deals.map(({ deal }) => deal.id), ...more.map(({ commitment }) => commitment.deal.id)],
    source: sourcesOf([...deals, ...more.map(({ commitment }) => commitment)]),
  };
}

function namelessBar(
  deals: readonly NamedCommitment[],
  subject: EntityFacts,
  sum: number,
): CounterpartyBar[] {
  if (deals.length === 0) return [];
  const amount = totalOf(deals);
  return [
    {
      entityId: subject.id,
      name: 'Nobody named',
      amount,
      share: shareOf(amount, sum),
      dealIds: deals.map(({ deal }) => deal.id),
      source: sourcesOf(deals),
    },
  ];
}

function unknownBar(id: string, deals: readonly UnknownCommitment[]): CounterpartyBar {
  const commitments = deals.map(({ commitment }) => commitment);
  const party = commitments
    .flatMap(({ counterparties }) => counterparties)
    .find((entity) => entity.id === id);
  return {
    entityId: id,
    name: party?.name ?? '',
    amount: null,
    share: null,
    dealIds: commitments.map(({ deal }) => deal.id),
    source: sourcesOf(commitments),
  };
}

function unknownByCounterparty(
  unknown: readonly UnknownCommitment[],
): ReadonlyMap<string, readonly UnknownCommitment[]> {
  const ids = [
    ...new Set(unknown.flatMap(({ commitment }) => commitment.counterparties.map(({ id }) => id))),
  ];
  return new Map(
    ids.map((id) => [
      id,
      unknown.filter(({ commitment }) => commitment.counterparties.some((one) => one.id === id)),
    ]),
  );
}

function shareOf(amount: Interval, sum: number): number | null {
  return sum > 0 ? headlineOf(amount) / sum : null;
}

function sourcesOf(commitments: readonly { readonly deal: NamedCommitment['deal'] }[]): string {
  return [...new Set(commitments.map(({ deal }) => deal.source.title))].join('; ');
}

function byName(a: CounterpartyBar, b: CounterpartyBar): number {
  return byText(a.name, b.name) || byText(a.entityId, b.entityId);
}
