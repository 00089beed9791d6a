import type { ProposedDeal, ProposedDealStatus, ProposedRole } from '../extract/report.ts';
import type { DealKind, DealStatus, PartyRole } from '../model/deal.ts';
import type { FigureStatus } from '../model/figure.ts';
import type { Proposal } from './candidate.ts';
import type { DraftEntity, EntryDraft } from './entry-draft.ts';
import { type StoredAmount, storedAmount } from './read-amount.ts';

/** "Cannot be judged": nobody has compared the claim with another yet. */
export const UNJUDGED = 6;

/** What is merely proposed, or is one side's option, obliges nobody yet. */
const STATUSES: Readonly<Record<ProposedDealStatus, DealStatus>> = {
  rumoured: 'rumoured',
  reported: 'announced',
  talks: 'in-talks',
  'letter-of-intent': 'letter-of-intent',
  proposed: 'in-talks',
  option: 'in-talks',
  announced: 'announced',
  signed: 'signed',
  approved: 'signed',
  completed: 'completed',
  terminated: 'terminated',
};

type Parties = ProposedDeal['parties'];

/** A deal with its parties and its headline amount, in the terms of the ledger. */
export function dealDraft({
  deal,
  amount,
}: Extract<Proposal, { class: 'deal' }>): Omit<EntryDraft, 'dealId' | 'passage'> {
  const { kind, termYears, status } = deal;
  const parties = partiesOf(deal.parties);
  const stored = storedAmount(amount);
  return {
    as: 'deal',
    fields: {
      name: dealName(kind, parties),
      kind,
      status: STATUSES[status],
      announcedOn: null,
      signedOn: null,
      startOn: null,
      endOn: null,
      tenorYearsLo: termYears,
      tenorYearsHi: termYears,
      isExclusive: null,
      isTakeOrPay: null,
      isCancellable: null,
      terms: status === 'option' ? 'An option.' : null,
      note: null,
    },
    amount: headlineOf(stored, STATUSES[status], amount.wording),
    entities: parties,
  };
}

/** An amount in a unit that the ledger does not have is left to the analyst, with the words as printed. */
function headlineOf(
  { qualifier, unit, lo, point, hi }: StoredAmount,
  status: DealStatus,
  wording: string | null,
): EntryDraft['amount'] {
  if (unit === null && wording === null) return null;
  return { ...headlineFields(status), qualifier, unit, lo, point, hi, wording };
}

/** What a headline amount is besides its sum. */
export function headlineFields(status: string): Readonly<Record<string, string | number>> {
  const certainty: Readonly<Record<string, FigureStatus>> = {
    rumoured: 'rumoured',
    'in-talks': 'in-talks',
  };
  return {
    metric: 'deal-headline',
    basis: 'stock',
    status: certainty[status] ?? 'reported',
    credibility: UNJUDGED,
  };
}

const ROLES: Readonly<Record<ProposedRole, PartyRole>> = {
  payer: 'payer',
  payee: 'payee',
  partner: 'partner',
  target: 'payee',
  lender: 'payer',
  borrower: 'payee',
  investor: 'payer',
};

/** What is bought gets the money only where no seller is named. */
function partiesOf(parties: Parties): readonly DraftEntity[] {
  const hasPayee = parties.some(({ role }) => role === 'payee' || role === 'borrower');
  return parties.map(({ name, role }) => ({
    slot: 'party',
    role: role === 'target' && hasPayee ? 'beneficiary' : ROLES[role],
    name,
    entityId: null,
    kind: 'company',
  }));
}

const PHRASES: Readonly<Partial<Record<DealKind, string>>> = {
  'cloud-compute': 'buys cloud compute from',
  'chip-supply': 'buys chips from',
  supply: 'buys from',
  services: 'buys services from',
  licensing: 'licenses from',
  lease: 'leases from',
  offtake: 'takes output from',
  ppa: 'buys power from',
  'equity-investment': 'invests in',
  'debt-financing': 'lends to',
  'vendor-credit': 'gives credit to',
  guarantee: 'guarantees',
  acquisition: 'buys',
};

/** `OpenAI buys cloud compute from AWS`, `Two Co and Three Co: joint venture`. */
export function dealName(
  kind: string,
  parties: readonly Pick<DraftEntity, 'name' | 'role' | 'slot'>[],
): string {
  const named = (role: PartyRole) =>
    parties.filter((party) => party.role === role && party.name !== '').map(({ name }) => name);
  const [payers, payees] = [named('payer'), named('payee')];
  const bought = kind === 'acquisition' ? named('beneficiary') : [];
  const phrase = PHRASES[kind as DealKind];
  const objects = bought.length > 0 ? bought : payees;
  if (phrase !== undefined && payers.length > 0 && objects.length > 0)
    return `${listed(payers)} ${phrase} ${listed(objects)}`;
  const all = parties.flatMap(({ name }) => (name === '' ? [] : [name]));
  const what = kind === 'other' ? 'deal' : kind.replaceAll('-', ' ');
  return all.length === 0 ? `Unnamed ${what}` : `${listed(all)}: ${what}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
