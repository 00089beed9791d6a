import type { DealKind, DealStatus } from '../model/deal.ts';
import type { DealFacts, EntityFacts } from '../model/ledger-view.ts';
import type { LedgerIndex } from './ledger-index.ts';

/** Deals that oblige their payer to buy, lease or build: METHODS §0.7. Funding received is never a commitment. */
const PURCHASE_KINDS: readonly DealKind[] = [
  'cloud-compute',
  'chip-supply',
  'supply',
  'services',
  'licensing',
  'lease',
  'offtake',
  'ppa',
  'capex',
];

const STATUS_REASONS: Readonly<Partial<Record<DealStatus, string>>> = {
  rumoured: 'Rumoured only: it weighs nothing until it is announced.',
  'in-talks': 'In talks only: it weighs nothing until it is announced.',
  terminated: 'Terminated.',
  completed: 'Completed: already performed.',
};

/** Why a deal of the subject is no commitment of it on the as-of day, as a sentence; null if it is one. */
export function reasonLeftOut(deal: DealFacts, subject: EntityFacts, index: LedgerIndex): string | null {
  const isOwn = (entity: EntityFacts) => index.chainOf(entity).some(({ id }) => id === subject.id);
  const payers = deal.parties.filter(({ role, entity }) => role === 'payer' && isOwn(entity));
  if (payers.length === 0) return 'A guarantee: it counts only once it is drawn.';
  if (!PURCHASE_KINDS.includes(deal.kind)) return `Not a purchase: ${deal.kind.replaceAll('-', ' ')}.`;
  return (
    STATUS_REASONS[deal.status] ??
    reasonOfDay(deal, index.view.asOf) ??
    reasonOfParts(deal, index) ??
    reasonOfPayees(deal, isOwn)
  );
}

type DatedDeal = Pick<DealFacts, 'announcedOn' | 'signedOn'> & {
  readonly source: Pick<DealFacts['source'], 'publishedOn'>;
};

/** Why a deal could not be known on the as-of day, as a sentence; null if it could. */
export function reasonOfDay({ announcedOn, signedOn, source }: DatedDeal, asOf: string): string | null {
  const known = [announcedOn, signedOn].filter((day) => day !== null);
  const first = known.length > 0 ? known.toSorted()[0] : source.publishedOn;
  return first !== null && first !== undefined && first > asOf ? `Not yet known on ${asOf}.` : null;
}

function reasonOfParts(deal: DealFacts, index: LedgerIndex): string | null {
  const parts = index.partsOf(deal.id);
  if (parts.length === 0) return null;
  return `Counted through its parts on file: ${parts
    .map(({ name }) => name)
    .toSorted()
    .join('; ')}.`;
}

/** Building for oneself is a commitment; buying from the own group is not. */
function reasonOfPayees(deal: DealFacts, isOwn: (entity: EntityFacts) => boolean): string | null {
  const payers = new Set(deal.parties.filter(({ role }) => role === 'payer').map(({ entity }) => entity.id));
  const payees = deal.parties.filter(({ role, entity }) => role === 'payee' && !payers.has(entity.id));
  const isInternal = payees.length > 0 && payees.every(({ entity }) => isOwn(entity));
  return isInternal ? 'Between companies of the same group.' : null;
}
