import { UNIT_IDS } from '../quantities/unit.ts';
import {
  amount,
  choice,
  day,
  decimal,
  flag,
  longText,
  type Noun,
  type RowOf,
  reference,
  text,
} from './field.ts';

export const DEAL_KINDS = [
  'cloud-compute',
  'chip-supply',
  'supply',
  'services',
  'licensing',
  'lease',
  'offtake',
  'ppa',
  'capex',
  'equity-investment',
  'debt-financing',
  'vendor-credit',
  'guarantee',
  'joint-venture',
  'acquisition',
  'other',
] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

export const DEAL_STATUSES = [
  'rumoured',
  'in-talks',
  'letter-of-intent',
  'announced',
  'signed',
  'active',
  'completed',
  'terminated',
] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** A payer gives cash, a payee gets it; the kind of the deal says whether that is a purchase or funding. */
export const PARTY_ROLES = ['payer', 'payee', 'partner', 'guarantor', 'beneficiary'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** How the amount of a deal falls due over its days (METHODS §1.2). */
export const SCHEDULE_METHODS = ['straight-line', 'equal-months', 'ramp'] as const;
export type ScheduleMethod = (typeof SCHEDULE_METHODS)[number];

const dealFields = {
  name: text('Deal').needed(),
  kind: choice('Kind', DEAL_KINDS).needed(),
  status: choice('Status', DEAL_STATUSES).needed(),
  announcedOn: day('Announced'),
  signedOn: day('Signed'),
  startOn: day('Starts'),
  endOn: day('Ends'),
  tenorYearsLo: decimal('Tenor from, years'),
  tenorYearsHi: decimal('Tenor to, years'),
  scheduleMethod: choice(
    'Falls due',
    SCHEDULE_METHODS,
    'Straight line by days, in equal months, or as a ramp that grows year by year. Empty: a straight line is assumed. Scheduled payments on file come before it.',
  ),
  isExclusive: flag('Exclusive'),
  isTakeOrPay: flag('Take-or-pay'),
  isCancellable: flag('Cancellable'),
  terms: longText('Terms', 'Options, ramps and conditions in a sentence.'),
  partOfId: reference(
    'Part of',
    'deal',
    'The programme that already contains this deal, so it is not counted twice.',
  ),
  sourceId: reference('Source', 'source').needed(),
  passageId: reference('Passage', 'passage'),
  note: longText('Note'),
};

export type Deal = RowOf<typeof dealFields>;

export const dealNoun: Noun<typeof dealFields> = {
  id: 'deal',
  label: 'Deal',
  plural: 'Deals',
  table: 'deals',
  prefix: 'dea',
  what: 'An agreement or intention between parties; its amounts are figures.',
  identity: ['name', 'kind', 'sourceId'],
  fields: dealFields,
  check: (row) => {
    const broken: string[] = [];
    if (row.startOn !== null && row.endOn !== null && row.startOn >= row.endOn)
      broken.push('The deal must start before it ends.');
    if ((row.tenorYearsLo === null) !== (row.tenorYearsHi === null))
      broken.push('Give both ends of the tenor; for one tenor, the same twice.');
    if (
      row.tenorYearsLo !== null &&
      row.tenorYearsHi !== null &&
      !(row.tenorYearsLo > 0 && row.tenorYearsLo <= row.tenorYearsHi)
    )
      broken.push('The tenor must be above zero, low end first.');
    return broken;
  },
};

const partyFields = {
  dealId: reference('Deal', 'deal').needed(),
  entityId: reference('Party', 'entity').needed(),
  role: choice('Role', PARTY_ROLES).needed(),
};

export const dealPartyNoun: Noun<typeof partyFields> = {
  id: 'deal-party',
  label: 'Party',
  plural: 'Parties',
  table: 'deal_parties',
  prefix: 'pty',
  what: 'Who takes part in a deal, and in which role.',
  identity: ['dealId', 'entityId', 'role'],
  fields: partyFields,
  check: () => [],
};

const scheduleFields = {
  dealId: reference('Deal', 'deal').needed(),
  startOn: day('From'),
  endOn: day('Until', 'First day after the row.'),
  unit: choice('Unit', UNIT_IDS).needed(),
  amount: amount('Amount', 'unit').needed(),
  sourceId: reference('Source', 'source'),
  passageId: reference('Passage', 'passage'),
  note: longText('Note'),
};

export type ScheduleRow = RowOf<typeof scheduleFields>;

export const scheduleRowNoun: Noun<typeof scheduleFields> = {
  id: 'schedule-row',
  label: 'Scheduled payment',
  plural: 'Scheduled payments',
  table: 'schedule_rows',
  prefix: 'sch',
  what: 'One dated part of what a deal obliges a party to pay.',
  identity: ['dealId', 'startOn', 'endOn', 'amount', 'unit'],
  fields: scheduleFields,
  check: (row) =>
    row.startOn !== null && row.endOn !== null && row.startOn >= row.endOn
      ? ['The row must start before it ends.']
      : [],
};
