import type { Money } from '../money.ts';
import type { Name } from '../names.ts';
import type { ProposedDeal, ProposedDealKind, ProposedDealStatus, ProposedRole } from '../report.ts';
import type { Claim } from './claims.ts';
import { isSame } from './marks.ts';

/** A deal as one mention tells it. */
export interface Draft {
  readonly parties: readonly { readonly name: Name; readonly role: ProposedRole }[];
  readonly kind: ProposedDealKind;
  readonly sum: Money | null;
  readonly termYears: number | null;
  readonly status: ProposedDealStatus;
  readonly start: number;
  readonly end: number;
  readonly rule: 'verb' | 'noun' | 'list';
  /** Headlines shorten names. */
  readonly isHeadline: boolean;
}

type Roles = readonly [payer: ProposedRole, payee: ProposedRole];

export function partiesOf({ payers, payees, targets, partners, kind }: Claim): Draft['parties'] {
  const [payer, payee] = rolesOf(kind);
  const all = [
    ...payers.map((name) => ({ name, role: payer })),
    ...targets.map((name) => ({
      name,
      role: kind === 'equity-investment' && payees.length === 0 ? payee : ('target' as const),
    })),
    ...payees.map((name) => ({ name, role: payee })),
    ...partners.map((name) => ({ name, role: 'partner' as const })),
  ];
  const possible = all.filter(({ name }) => isParty(name, kind));
  return possible.filter(({ name }, at) => possible.findIndex((other) => isSame(other.name, name)) === at);
}

/** Parliaments, courts and political parties make other deals. */
const PUBLIC_BODY = /\b(?:Party|Parliament|Court|Senate|Congress|Commission|Index|Exchange)$/u;

/** Places never are; people only buy companies and invest in them. */
function isParty({ kind, name }: Name, deal: ProposedDealKind): boolean {
  if (kind === 'place' || PUBLIC_BODY.test(name)) return false;
  return kind !== 'person' || deal === 'acquisition' || deal === 'equity-investment';
}

function rolesOf(kind: ProposedDealKind): Roles {
  if (kind === 'debt-financing') return ['lender', 'borrower'];
  if (kind === 'equity-investment') return ['investor', 'payee'];
  return kind === 'joint-venture' ? ['partner', 'partner'] : ['payer', 'payee'];
}

type Family = 'ownership' | 'debt' | 'capex' | 'trade' | 'any';

function familyOf(kind: ProposedDealKind): Family {
  switch (kind) {
    case 'acquisition':
    case 'equity-investment':
    case 'joint-venture':
      return 'ownership';
    case 'debt-financing':
      return 'debt';
    case 'capex':
      return 'capex';
    case 'other':
      return 'any';
    case 'cloud-compute':
    case 'chip-supply':
    case 'licensing':
    case 'offtake':
    case 'ppa':
    case 'lease':
    case 'supply':
    case 'services':
      return 'trade';
  }
}

/** One entry for all mentions of a deal, in the order of the first, with the most that any of them says. */
export function joined(drafts: readonly Draft[]): readonly Draft[] {
  const deals: Draft[] = [];
  const byParty = new Map<string, number[]>();
  for (const draft of drafts) {
    const keys = draft.parties.map(({ name }) => keyOf(name));
    const near = new Set(keys.flatMap((key) => byParty.get(key) ?? []));
    const at = [...near].toSorted((a, b) => a - b).find((each) => isMentionOf(deals[each], draft));
    const deal = at === undefined ? undefined : deals[at];
    const place = at ?? deals.length;
    deals[place] = deal === undefined ? draft : both(deal, draft);
    for (const key of keys) if (!near.has(place)) byParty.set(key, [...(byParty.get(key) ?? []), place]);
  }
  return deals.length < drafts.length ? joined(deals) : deals;
}

/** Names that can mean the same party begin with the same word. */
function keyOf({ name }: Name): string {
  return name.split(' ')[0] ?? name;
}

function isMentionOf(deal: Draft | undefined, draft: Draft): boolean {
  return deal !== undefined && isMention(deal, draft);
}

/** A name also stands for a longer one that begins with it. */
function isSameParty(a: Name, b: Name): boolean {
  return isSame(a, b) || a.name.startsWith(`${b.name} `) || b.name.startsWith(`${a.name} `);
}

function isMention(deal: Draft, draft: Draft): boolean {
  const common = draft.parties.filter(({ name }) =>
    deal.parties.some((other) => isSameParty(other.name, name)),
  ).length;
  const fewer = Math.min(deal.parties.length, draft.parties.length);
  const [a, b] = [familyOf(deal.kind), familyOf(draft.kind)];
  const isKin = a === b || a === 'any' || b === 'any';
  if (common === 0) return false;
  if (deal.sum !== null && draft.sum !== null) {
    if (common >= 2 && deal.kind === draft.kind && isRestated(deal.sum, draft.sum)) return true;
    return isSameSum(deal.sum, draft.sum) && (common >= Math.min(2, fewer) || deal.start !== draft.start);
  }
  return isKin && common >= Math.min(2, isHalfTold(deal, draft) ? fewer : 2);
}

/** An offer whose bidder stands in another sentence. */
function isHalfTold(a: Draft, b: Draft): boolean {
  return (
    a.kind === 'acquisition' && b.kind === 'acquisition' && (a.parties.length === 1 || b.parties.length === 1)
  );
}

function isSameSum(a: Money, b: Money): boolean {
  return (
    a.currency === b.currency &&
    (a.low ?? a.high) === (b.low ?? b.high) &&
    (a.high ?? a.low) === (b.high ?? b.low)
  );
}

/** The same deal in another currency, or rounded another way. */
const ROUNDING = 0.03;

function isRestated(a: Money, b: Money): boolean {
  if (a.currency !== b.currency) return true;
  const [first, second] = [a.low ?? a.high ?? 0, b.low ?? b.high ?? 0];
  return Math.abs(first - second) <= ROUNDING * Math.max(first, second);
}

const VAGUE_KINDS: readonly ProposedDealKind[] = ['other', 'services', 'supply'];
const STATUS_RANK: Readonly<Record<ProposedDealStatus, number>> = {
  announced: 0,
  reported: 1,
  signed: 1,
  proposed: 1,
  rumoured: 2,
  talks: 2,
  option: 2,
  'letter-of-intent': 2,
  approved: 2,
  completed: 2,
  terminated: 3,
};

function both(deal: Draft, draft: Draft): Draft {
  const [fuller, other] = isFuller(draft, deal) ? [draft, deal] : [deal, draft];
  const isSurer = rankOf(draft.kind) > rankOf(deal.kind);
  return {
    parties: fuller.parties.length >= 2 ? fuller.parties : other.parties,
    kind: isSurer ? draft.kind : deal.kind,
    sum: deal.sum ?? draft.sum,
    termYears: deal.termYears ?? draft.termYears,
    status: STATUS_RANK[draft.status] > STATUS_RANK[deal.status] ? draft.status : deal.status,
    start: deal.start,
    end: deal.end,
    rule: deal.rule,
    isHeadline: fuller.isHeadline,
  };
}

function isFuller(a: Draft, b: Draft): boolean {
  if (a.parties.length !== b.parties.length) return a.parties.length > b.parties.length;
  if (saysWhoPays(a) !== saysWhoPays(b)) return saysWhoPays(a);
  return b.isHeadline && !a.isHeadline;
}

function saysWhoPays({ parties }: Draft): boolean {
  return parties.some(({ role }) => role !== 'partner');
}

function rankOf(kind: ProposedDealKind): number {
  if (kind === 'other') return 0;
  return VAGUE_KINDS.includes(kind) ? 1 : 2;
}

export function dealOf(draft: Draft): ProposedDeal {
  const { parties, kind, sum, termYears, status, start, end } = draft;
  return {
    parties: parties.map(({ name, role }) => ({ name: name.name, role })),
    kind,
    low: sum?.low ?? null,
    high: sum?.high ?? null,
    currency: sum?.currency ?? null,
    qualifier: sum?.qualifier ?? 'undisclosed',
    termYears,
    status,
    evidenceStart: start,
    evidenceEnd: end,
  };
}
