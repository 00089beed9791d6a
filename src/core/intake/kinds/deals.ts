import type { ChangeCell } from '../change.ts';
import { column, needed, ownColumns } from '../columns.ts';
import type { ImportBatch } from '../import-batch.ts';
import { plainName } from '../names.ts';
import type { RowReader } from '../row-reader.ts';
import { MONEY_UNITS, statedInRow } from '../stated-amount.ts';
import { type PartyInRow, partiesIn } from './deal-parties.ts';
import { UNJUDGED } from './figures.ts';
import { type ImportKind, WORDS } from './kind.ts';
import { parentsFirst } from './parents-first.ts';

const OWN = [
  'name',
  'kind',
  'status',
  'announcedOn',
  'signedOn',
  'startOn',
  'endOn',
  'tenorYearsLo',
  'tenorYearsHi',
  'scheduleMethod',
  'isExclusive',
  'isTakeOrPay',
  'isCancellable',
  'terms',
  'note',
];

interface DealRow {
  readonly row: RowReader;
  readonly name: string;
  readonly parent: string | null;
  readonly fields: Readonly<Record<string, ChangeCell>>;
}

/**
 * One row per version of a deal: rows that name a deal which the file or the ledger already has add their parties and
 * their amount to it. Parties that nobody knows are added as companies.
 */
export const dealsKind: ImportKind = {
  columns: [
    ...ownColumns('deal', OWN),
    column('payer', 'Buyer', 'Investor', 'Payers'),
    column('payee', 'Seller', 'Supplier', 'Issuer', 'Payees'),
    column('others', 'Other parties'),
    column('amount', 'Headline', 'Stated'),
    column('low', 'Amount low end', 'Amount low', 'amount_low'),
    column('high', 'Amount high end', 'Amount high', 'amount_high'),
    column('currency', 'Unit'),
    column('qualifier'),
    column('credibility'),
    column('wording', 'As written'),
    column('tenor', 'Tenor years'),
    column('partOf', 'Part of'),
    needed('source'),
    column(...WORDS),
  ],
  read: readDeals,
};

function readDeals(rows: Iterable<RowReader>, batch: ImportBatch): void {
  const read = [...rows].flatMap((row) => dealRow(row));
  const { first, later } = byFirstMention(read);
  const { inOrder, rings } = parentsFirst(first);
  for (const { row } of rings)
    row.refuse(
      'partOf',
      'The deals that contain this one lead back to it.',
      'Correct the part of one of them.',
    );
  for (const deal of [...inOrder, ...later]) addDeal(deal, batch);
}

function dealRow(row: RowReader): readonly DealRow[] {
  row.needed('source');
  const fields = { ...row.fields('deal', OWN), ...tenorOf(row) };
  const name = row.text('name');
  const parent = row.text('partOf');
  if (row.isRefused || name === null) return [];
  return [{ row, fields, name: plainName(name), parent: parent === null ? null : plainName(parent) }];
}

/** One column "tenor" stands for both ends. */
function tenorOf(row: RowReader): Readonly<Record<string, ChangeCell>> {
  const years = row.given('deal', 'tenorYearsLo', 'tenor');
  return years === null ? {} : { tenorYearsLo: years, tenorYearsHi: years };
}

/** The first row of a deal says what it is; later ones may add to it, but not make it another kind or status. */
function byFirstMention(read: readonly DealRow[]): {
  readonly first: readonly DealRow[];
  readonly later: readonly DealRow[];
} {
  const firstOf = new Map<string, DealRow>();
  const later: DealRow[] = [];
  for (const deal of read) {
    const earlier = firstOf.get(deal.name);
    if (earlier === undefined) firstOf.set(deal.name, deal);
    else if (agrees(deal, earlier)) later.push(deal);
  }
  return { first: [...firstOf.values()], later };
}

function agrees({ row, fields }: DealRow, earlier: DealRow): boolean {
  for (const name of ['kind', 'status']) {
    if (fields[name] === earlier.fields[name]) continue;
    row.refuse(
      name,
      `Row ${earlier.row.number} gives this deal another ${name}.`,
      'Make the rows agree, or give the deal another name.',
    );
  }
  return !row.isRefused;
}

function addDeal({ row, fields }: DealRow, batch: ImportBatch): void {
  const sourceId = batch.known(row, 'source', 'source');
  const partOfId = batch.known(row, 'partOf', 'deal');
  const parties = partiesIn(row, batch);
  if (row.isRefused || sourceId === null) return;
  const passageId = batch.passageOf(row, sourceId);
  const name = String(fields.name);
  const dealId = batch.isKnown('deal', name)
    ? batch.known(row, 'name', 'deal')
    : batch.addNamed(row, 'deal', name, { ...fields, partOfId, sourceId, passageId });
  if (dealId === null) return;
  for (const { entityId, role } of parties) batch.add(row, 'deal-party', { dealId, entityId, role });
  addHeadline(row, batch, { dealId, sourceId, passageId, parties, status: String(fields.status) });
}

interface Headline {
  readonly dealId: string;
  readonly sourceId: string;
  readonly passageId: string | null;
  readonly parties: readonly PartyInRow[];
  readonly status: string;
}

function addHeadline(row: RowReader, batch: ImportBatch, { parties, status, ...places }: Headline): void {
  const stated = statedInRow(row, 'currency', MONEY_UNITS);
  if (stated === null) return;
  const about = parties.find(({ role }) => role === 'payer') ?? parties[0];
  if (about === undefined) {
    row.refuse('payer', 'The amount belongs to nobody.', 'Name the payer, or leave the amount empty.');
    return;
  }
  batch.add(row, 'figure', {
    ...places,
    ...stated,
    entityId: about.entityId,
    metric: 'deal-headline',
    basis: 'stock',
    status: status === 'in-talks' || status === 'rumoured' ? status : 'reported',
    credibility: row.given('figure', 'credibility') ?? UNJUDGED,
    wording: row.given('figure', 'wording'),
  });
}
