import { TERMS, type Term } from '../../metrics/key-terms.ts';
import type { EvidenceTable } from '../flag.ts';
import { tableOf } from './table.ts';

interface Checklist {
  readonly deal: string;
  readonly missing: readonly Term[];
}

/** The key terms of each deal: known or not disclosed. */
export function checklistTable(deals: readonly Checklist[]): EvidenceTable {
  return tableOf(
    'Key terms',
    [['Deal', ''], ...TERMS.map((term) => [term, ''] as const)],
    deals.map(({ deal, missing }) => [
      deal,
      ...TERMS.map((term) => (missing.includes(term) ? 'not disclosed' : 'known')),
    ]),
  );
}
