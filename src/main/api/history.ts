import type { ChangeLine } from '#main/ledger/commit.ts';
import {
  described,
  findRedoable,
  findUndoable,
  listChanges,
  redo,
  traceChange,
  undo,
} from '#main/ledger/history.ts';
import { listLate } from '#main/ledger/late.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import type { historyTopic } from '#shared/contract/ledger.ts';
import type { Handlers } from './handlers.ts';

export const historyHandlers: Handlers<{ history: typeof historyTopic }>['history'] = {
  list: ({ ledger }, { offset, limit }) => {
    const { total, lines } = listChanges(ledger, { offset, limit, knownAt: null });
    return {
      total,
      items: lines.map(itemOf),
      undo: stepOf(ledger, findUndoable(ledger.db)),
      redo: stepOf(ledger, findRedoable(ledger.db)),
    };
  },
  late: ({ ledger, today }, { asOf, knownAt }) => listLate(ledger, { asOf: asOf ?? today, knownAt }),
  change: ({ ledger }, { seq }) => traceChange(ledger, seq),
  undo: ({ ledger }) => undo(ledger),
  redo: ({ ledger }) => redo(ledger),
};

function itemOf(line: ChangeLine) {
  const { seq, at, author, command, summary, reason, kind, hash } = line;
  return {
    seq,
    at,
    author,
    command,
    summary,
    reason,
    kind,
    targetSeq: line.target_seq,
    rowCount: line.row_count,
    hash,
  };
}

function stepOf(ledger: ReadableLedger, line: ChangeLine | null) {
  return line === null ? null : { seq: line.seq, summary: described(ledger.db, line) };
}
