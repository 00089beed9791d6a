import { command } from '#renderer/app/asking.ts';
import type { Draft, REJECTION_REASONS } from '#shared/contract/documents.ts';
import type { Stretch } from '../reading.ts';

export type Reason = (typeof REJECTION_REASONS)[number];

export interface Rejected {
  /** `key`: that reading of the words alone; null: the numeral itself. */
  readonly stretches: readonly (Stretch & { readonly key: string | null })[];
  readonly reason: Reason;
  readonly note: string | null;
}

interface ReasonWords {
  readonly id: Reason;
  readonly label: string;
  /** What is meant by it, behind the label where there is room. */
  readonly hint: string;
}

/** The reasons for turning words down, in the order of their keys 1 to 6. */
export const REASONS: readonly ReasonWords[] = [
  { id: 'not-about-the-case', label: 'Not about this case', hint: '' },
  { id: 'already-on-file', label: 'Already on file', hint: '' },
  { id: 'not-a-claim', label: 'Not a claim', hint: 'an example, a question, a joke' },
  { id: 'misread', label: 'Misread', hint: 'the words say something else' },
  { id: 'immaterial', label: 'Immaterial', hint: 'true, but of no weight here' },
  { id: 'date-or-count', label: 'A date or a count', hint: 'a year, an age, a list number' },
];

/** Makes the entries; returns what to tell the analyst. */
export async function acceptDraft(sourceId: string, key: string | null, draft: Draft): Promise<string> {
  const { line, isHeld } = await command('documents', 'accept', { sourceId, key, draft });
  return isHeld ? `On file already: ${line}` : `In the ledger: ${line}`;
}

export async function rejectStretches(
  sourceId: string,
  { stretches, reason, note }: Rejected,
): Promise<string> {
  const { ids } = await command('documents', 'reject', { sourceId, stretches: [...stretches], reason, note });
  return ids.length > 1 ? `${ids.length} numerals are dismissed.` : 'Turned down, with the reason.';
}

/** The words are to be read again. */
export async function takeBackRejection(
  line: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  await command('entries', 'write', {
    changes: [{ op: 'retract', id, version }],
    summary: `Read again: ${line}`.slice(0, 300),
  });
}
