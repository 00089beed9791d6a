import type { Placed } from '../extract/placed.ts';
import type { Reading } from '../extract/reading.ts';
import type { Cell } from '../model/field.ts';
import type { CandidateClass } from './candidate.ts';

/** Somebody whom the words name; `entityId` is null where nobody on file is that, or several may be. */
export interface DraftEntity {
  /** Reference field that it fills, or `party` of a deal. */
  readonly slot: string;
  readonly role: string | null;
  readonly name: string;
  readonly entityId: string | null;
  readonly kind: 'company' | 'person' | 'institution' | 'venture';
}

export type DraftFields = Readonly<Record<string, Cell>>;

/** An entry before it is one; see `draftSchema` of the contract. */
export interface EntryDraft {
  readonly as: CandidateClass;
  readonly fields: DraftFields;
  /** Fields of the headline figure of a deal; null elsewhere, and where the words give no amount. */
  readonly amount: DraftFields | null;
  readonly entities: readonly DraftEntity[];
  readonly dealId: string | null;
  readonly passage: Placed;
}

/** What the words around a proposal say beyond it. */
export interface DraftSetting {
  readonly reading: Reading;
  /** Day of publication, else the day that is asked of: what lies after it is still to come. */
  readonly day: string;
}

export function entity(slot: string, name: string, kind: DraftEntity['kind']): DraftEntity {
  return { slot, role: null, name, entityId: null, kind };
}
