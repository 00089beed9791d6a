import { nounOfId } from '#core/model/nouns.ts';
import { commit } from '#main/ledger/commit.ts';
import { readChoices, readEntry } from '#main/ledger/entry.ts';
import type { WritableLedger } from '#main/ledger/ledger.ts';
import { readFacets, readPage } from '#main/ledger/page.ts';
import { applyChanges, type Change, type Outcome } from '#main/ledger/write-entries.ts';
import type { entriesTopic } from '#shared/contract/entries.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';

export const entriesHandlers = {
  page: ({ ledger }, request) => readPage(ledger, request),
  get: ({ ledger }, { id, knownAt }) => readEntry(ledger, id, knownAt),
  choices: ({ ledger }, request) => readChoices(ledger, request),
  facets: ({ ledger }, request) => readFacets(ledger, request),
  write: ({ ledger }, order) => {
    if (order.changes.some(isOfReview))
      throw new PlumblineError('ENTRY_REFUSED', ['A flag is reviewed where it stands, step by step.']);
    if (order.changes.some(isOriginal))
      throw new PlumblineError('ENTRY_REFUSED', ['An original comes with its document and is never edited.']);
    return writeBatch(ledger, { ...order, command: 'entries.write' });
  },
} satisfies Handlers<{ entries: typeof entriesTopic }>['entries'];

/** The steps of a review are recorded by `dispositions.decide` alone, which keeps their rules, and never changed. */
function isOfReview(change: Change): boolean {
  return (change.op === 'add' ? change.noun : nounOfId(change.id)) === 'disposition';
}

/** Its bytes stand beside it; `intake.take` alone writes both. */
function isOriginal(change: Change): boolean {
  return (change.op === 'add' ? change.noun : nounOfId(change.id)) === 'original';
}

export interface BatchOrder {
  readonly command: string;
  readonly changes: readonly Change[];
  readonly summary: string;
  readonly reason: string | null;
  /** See the contract: what was retracted stays so when the same file is imported again. */
  readonly keepRetracted: boolean;
  /** Called before something new is kept; what it throws takes all of it back. */
  readonly beforeKeeping?: () => void;
}

type Written = Omit<Outcome, 'isChanged' | 'ids'> & {
  readonly seq: number | null;
  readonly ids: (string | null)[];
};

/** All changes in one commit, or none. `seq` is null where everything was held already. */
export function writeBatch(
  ledger: WritableLedger,
  { command, changes, summary, reason, keepRetracted, beforeKeeping }: BatchOrder,
): Written {
  let outcome: Outcome | null = null;
  const done = commit(ledger, { command, summary, reason, kind: 'do', targetSeq: null }, (stamp) => {
    outcome = applyChanges(ledger, stamp, changes, keepRetracted);
    if (outcome.isChanged) beforeKeeping?.();
    return outcome.isChanged ? outcome : null;
  });
  const { isChanged: _, ids, ...counts } = outcome ?? NOTHING;
  return { seq: done?.seq ?? null, ids: [...ids], ...counts };
}

const NOTHING: Outcome = {
  ids: [],
  isChanged: false,
  added: 0,
  corrected: 0,
  retracted: 0,
  restored: 0,
  alreadyHeld: 0,
};
