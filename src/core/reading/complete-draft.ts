import type { Metric } from '../model/figure.ts';
import { dealName, UNJUDGED } from './deal-draft.ts';
import { type EntityNames, isDirect } from './entity-matches.ts';
import type { DraftFields, EntryDraft } from './entry-draft.ts';

/** Earned, spent or grown over a period: which period must be said. */
const FLOWS: readonly Metric[] = ['revenue', 'net-loss', 'operating-expense', 'growth', 'cash-burn'];

/** Fills in what an analyst leaves open and what has one plain answer; whatever else is missing stays missing. */
export function completeDraft(draft: EntryDraft): EntryDraft {
  return { ...draft, fields: { ...draft.fields, ...missingFields(draft) } };
}

function missingFields({ as, fields, entities }: EntryDraft): DraftFields {
  switch (as) {
    case 'deal':
      return isOpen(fields['name']) ? { name: dealName(String(fields['kind'] ?? 'other'), entities) } : {};
    case 'figure': {
      const isFlow = FLOWS.includes(fields['metric'] as Metric);
      return {
        credibility: fields['credibility'] ?? UNJUDGED,
        status: fields['status'] ?? 'reported',
        basis: fields['basis'] ?? (isFlow ? null : 'stock'),
      };
    }
    case 'quote':
      return { isVerbatim: fields['isVerbatim'] ?? 1 };
    case 'reaction':
      return {
        percentUnit: isOpen(fields['percent']) ? null : 'percent',
        move: fields['move'] ?? 'unstated',
      };
    case 'key-date':
      return {};
  }
}

function isOpen(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

/** Why a draft may not be accepted as it stands, in sentences: a new entity must not be one that is on file. */
export function problemsOf({ as, entities }: EntryDraft, { matchesOf }: EntityNames): readonly string[] {
  const isNameless =
    as === 'deal' &&
    !entities.some(
      ({ slot, name, entityId }) => slot === 'party' && (entityId !== null || name.trim() !== ''),
    );
  const taken = entities.flatMap(({ name, entityId }) => {
    if (entityId !== null || name.trim() === '') return [];
    const called = matchesOf(name).filter(isDirect);
    return called.length === 0
      ? []
      : [`${name.trim()} is on file: choose it, or give the new one a name that tells them apart.`];
  });
  return [...(isNameless ? ['A deal needs at least one party.'] : []), ...taken];
}
