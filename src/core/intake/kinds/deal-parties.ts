import { PARTY_ROLES, type PartyRole } from '../../model/deal.ts';
import type { ImportBatch } from '../import-batch.ts';
import type { RowReader } from '../row-reader.ts';

export interface PartyInRow {
  readonly entityId: string;
  readonly role: PartyRole;
}

const WITH_ROLE = /^(.+?)\s*\(([a-z]+)\)$/i;

/** Parties of a row: columns payer and payee hold names, "other parties" names with the role in brackets. */
export function partiesIn(row: RowReader, batch: ImportBatch): readonly PartyInRow[] {
  return [
    ...namesIn(row, 'payer', batch).flatMap((name) => partyOf(row, 'payer', batch, { name, role: 'payer' })),
    ...namesIn(row, 'payee', batch).flatMap((name) => partyOf(row, 'payee', batch, { name, role: 'payee' })),
    ...othersIn(row).flatMap((other) => partyOf(row, 'others', batch, other)),
  ];
}

/**
 * Several names stand apart by semicolons. A comma separates them only where every part is the name of somebody
 * known, since names of companies have commas of their own.
 */
function namesIn(row: RowReader, column: string, batch: ImportBatch): readonly string[] {
  const text = row.text(column);
  if (text === null) return [];
  if (batch.isKnown('entity', text)) return [text];
  if (text.includes(';')) return parts(text, ';');
  const byComma = parts(text, ', ');
  return byComma.every((name) => batch.isKnown('entity', name)) ? byComma : [text];
}

function othersIn(row: RowReader): readonly { readonly name: string; readonly role: PartyRole }[] {
  const text = row.text('others');
  if (text === null) return [];
  return text.split(/(?<=\))\s*[,;]\s*/).flatMap((part) => {
    const [, name, word] = WITH_ROLE.exec(part.trim()) ?? [];
    const role = PARTY_ROLES.find((known) => known === word?.toLowerCase());
    if (name !== undefined && role !== undefined) return [{ name, role }];
    row.refuse(
      'others',
      'A party here has no role.',
      `Write each as "Name (role)"; roles are ${PARTY_ROLES.join(', ')}.`,
    );
    return [];
  });
}

function partyOf(
  row: RowReader,
  column: string,
  batch: ImportBatch,
  { name, role }: { readonly name: string; readonly role: PartyRole },
): readonly PartyInRow[] {
  const entityId = batch.entityNamed(row, column, name, 'company');
  return entityId === null ? [] : [{ entityId, role }];
}

function parts(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
