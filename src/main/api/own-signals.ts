import type { SignalDefinition } from '#core/signals/definition.ts';
import { type Check, checkExpression } from '#core/signals/own/check.ts';
import { type OwnSignal, ownSignalDefinition } from '#core/signals/own/own-signal.ts';
import { LIMITS } from '#core/signals/own/parse.ts';
import { vocabularyList } from '#core/signals/own/vocabulary-list.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { byText } from '#core/text-order.ts';
import { commit } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { listOwnSignals, ownSignalEntryId, recordOwnSignal } from '#main/ledger/own-signals.ts';
import { closeVersion, findLive } from '#main/ledger/versions.ts';
import type { ownSignalsTopic } from '#shared/contract/own-signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { previewOwnSignal } from './own-signal-preview.ts';

export const ownSignalsHandlers: Handlers<{ ownSignals: typeof ownSignalsTopic }>['ownSignals'] = {
  vocabulary: () => ({ words: [...vocabularyList], limits: { ...LIMITS } }),
  list: ({ ledger }, { knownAt }) =>
    listOwnSignals(ledger, knownAt).map((own) => ({ ...own, problem: problemOf(own.expression) })),
  check: (_, { expression }) => {
    const check = checkExpression(expression);
    if (check.state === 'refused') return { problem: check.problem, units: [], names: [] };
    const { units, references } = check.checked;
    return { problem: null, units: [...units], names: references.map(({ key }) => key) };
  },
  preview: previewOwnSignal,
  save: ({ ledger }, { version, reason, ...own }) => {
    refuseUnfit(own);
    refuseConflict(ledger, own, version);
    const done = commit(
      ledger,
      {
        command: 'ownSignals.save',
        summary: `Own signal ${own.name}: watch ${own.watch}, warn ${own.warn}, critical ${own.critical}`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) => recordOwnSignal(ledger, stamp, own),
    );
    if (done === null) throw new PlumblineError('OWN_SIGNAL_REFUSED', ['It is in force as it stands.']);
    return { seq: done.seq, id: done.answer };
  },
  retract: ({ ledger }, { id, version, reason }) => {
    const live = findLive(ledger, 'own-signal', id);
    if (live === null) throw new PlumblineError('ENTRY_MISSING', [id]);
    if (live.version !== version) throw new PlumblineError('EDIT_CONFLICT');
    const done = commit(
      ledger,
      {
        command: 'ownSignals.retract',
        summary: `Own signal ${live['name']} taken back`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) => {
        closeVersion(ledger, stamp, 'own-signal', version);
        return true;
      },
    );
    return { seq: done?.seq ?? 0 };
  },
};

/** The built-in signals and those of the ledger at an instant, in the order in which they are shown. */
export function signalsOf(ledger: ReadableLedger, knownAt: string | null): readonly SignalDefinition[] {
  const own = listOwnSignals(ledger, knownAt).toSorted((a, b) => byText(a.slug, b.slug));
  return own.length === 0 ? signalRegistry : [...signalRegistry, ...own.map(ownSignalDefinition)];
}

function problemOf(expression: string): Extract<Check, { state: 'refused' }>['problem'] | null {
  const check = checkExpression(expression);
  return check.state === 'refused' ? check.problem : null;
}

/** Throws OWN_SIGNAL_REFUSED and THRESHOLDS_REFUSED. */
function refuseUnfit({ expression, unit, isLowerWorse, watch, warn, critical }: OwnSignal): void {
  const check = checkExpression(expression);
  if (check.state === 'refused') {
    const { line, column, message } = check.problem;
    throw new PlumblineError('OWN_SIGNAL_REFUSED', [`Line ${line}, column ${column}: ${message}`]);
  }
  const { units } = check.checked;
  if (!units.includes(unit))
    throw new PlumblineError('OWN_SIGNAL_REFUSED', [
      `The result cannot be shown in ${unit}; choose ${units.join(' or ')}.`,
    ]);
  const isOrdered = isLowerWorse ? watch > warn && warn > critical : watch < warn && warn < critical;
  if (!isOrdered)
    throw new PlumblineError('THRESHOLDS_REFUSED', [
      `Given: watch ${watch}, warn ${warn}, critical ${critical}.`,
    ]);
}

/** Throws OWN_SIGNAL_REFUSED and EDIT_CONFLICT. */
function refuseConflict(ledger: ReadableLedger, own: OwnSignal, version: number | null): void {
  const live = findLive(ledger, 'own-signal', ownSignalEntryId(own));
  if (live !== null && version === null)
    throw new PlumblineError('OWN_SIGNAL_REFUSED', [
      `There is an own signal with the short name ${own.slug}: open it to change it, or choose another name.`,
    ]);
  if ((live?.version ?? null) !== version) throw new PlumblineError('EDIT_CONFLICT');
}
