import { previewThresholds } from '#core/signals/preview.ts';
import { findMeasure, measuresOf } from '#core/signals/registry.ts';
import { commit } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { isInForce, nameOf } from '#main/ledger/references.ts';
import { idsUnderReview, listSubjects } from '#main/ledger/subjects.ts';
import {
  listThresholdHistory,
  listThresholds,
  recordThresholds,
  type ThresholdSetRow,
  type ThresholdTrace,
} from '#main/ledger/thresholds.ts';
import { closeVersion, findLive } from '#main/ledger/versions.ts';
import type { InputOf } from '#shared/contract/procedure.ts';
import type { thresholdsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { signalsOf } from './own-signals.ts';
import { gather } from './signals.ts';
import { thresholdFileHandlers } from './threshold-files.ts';

type Proposed = InputOf<typeof thresholdsTopic.preview>;

export const thresholdsHandlers: Handlers<{ thresholds: typeof thresholdsTopic }>['thresholds'] = {
  ...thresholdFileHandlers,
  list: ({ ledger }, { knownAt }) => ({
    measures: measuresOf(signalsOf(ledger, knownAt)).map(
      ({ key, signal, id, name, unit, isLowerWorse, defaults, why }) => ({
        key,
        signal: signal.id,
        measure: id,
        name,
        question: signal.question,
        formula: signal.formula,
        unit,
        isLowerWorse,
        defaults,
        why,
      }),
    ),
    sets: listThresholds(ledger, knownAt).map(setItem),
    history: listThresholdHistory(ledger, knownAt).map(historyItem),
  }),
  preview: ({ ledger, today }, proposed) => {
    refuseDisorder(ledger, proposed);
    const moment = { asOf: proposed.asOf ?? today, knownAt: proposed.knownAt };
    const { view, subjectIds, sets, signals } = gatherAffected(ledger, proposed, moment);
    return previewThresholds({ view, subjectIds, sets, proposed: [proposed], signals });
  },
  set: ({ ledger }, { key, reason, ...proposed }) => {
    refuseDisorder(ledger, { key, ...proposed });
    if (proposed.entityId !== null && !isInForce(ledger, 'entity', proposed.entityId))
      throw new PlumblineError('SUBJECT_UNKNOWN');
    const { watch, warn, critical, scope, entityId, sector } = proposed;
    const place = entityId === null ? (sector ?? 'the ledger') : nameOf(ledger, entityId);
    const done = commit(
      ledger,
      {
        command: 'thresholds.set',
        summary: `Thresholds of ${titleOf(ledger, key)} for ${place}: watch ${watch}, warn ${warn}, critical ${critical}`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) =>
        recordThresholds(ledger, stamp, {
          signal: key,
          scope,
          entityId,
          sector,
          watch,
          warn,
          critical,
          reason,
        }),
    );
    if (done === null)
      throw new PlumblineError('THRESHOLDS_REFUSED', ['These thresholds are in force already.']);
    return { seq: done.seq, id: done.answer };
  },
  clear: ({ ledger }, { id, version, reason }) => {
    const live = findLive(ledger, 'threshold', id);
    if (live === null) throw new PlumblineError('ENTRY_MISSING', [id]);
    if (live.version !== version) throw new PlumblineError('EDIT_CONFLICT');
    const done = commit(
      ledger,
      {
        command: 'thresholds.clear',
        summary: `Thresholds of ${titleOf(ledger, String(live['signal']))} back to the wider set or the default`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) => {
        closeVersion(ledger, stamp, 'threshold', version);
        return true;
      },
    );
    return { seq: done?.seq ?? 0 };
  },
};

/** Whose flags a preview tells: of the entity that the set names, else of those under review, else of the first payer. */
function gatherAffected(
  ledger: ReadableLedger,
  { scope, entityId }: Proposed,
  moment: { readonly asOf: string; readonly knownAt: string | null },
) {
  if (scope === 'entity') return gather(ledger, { subjectId: entityId, ...moment });
  if (idsUnderReview(ledger, moment.knownAt).length > 0)
    return gather(ledger, { subjectId: null, ...moment });
  const first = listSubjects(ledger, moment.knownAt)[0];
  return gather(ledger, { subjectId: first?.id ?? null, ...moment });
}

/** The measure as screens name it; its key where the signal behind it is gone. */
function titleOf(ledger: ReadableLedger, key: string): string {
  return findMeasure(key, measuresOf(signalsOf(ledger, null)))?.name ?? key;
}

/** Throws SIGNAL_UNKNOWN and THRESHOLDS_REFUSED. */
function refuseDisorder(ledger: ReadableLedger, proposed: Omit<Proposed, 'asOf' | 'knownAt'>): void {
  const { key, scope, entityId, sector, watch, warn, critical } = proposed;
  const measure = findMeasure(key, measuresOf(signalsOf(ledger, null)));
  if (measure === null) throw new PlumblineError('SIGNAL_UNKNOWN', [key]);
  const isOrdered = measure.isLowerWorse ? watch > warn && warn > critical : watch < warn && warn < critical;
  if (!isOrdered)
    throw new PlumblineError('THRESHOLDS_REFUSED', [
      `Given: watch ${watch}, warn ${warn}, critical ${critical}.`,
    ]);
  if ((scope === 'entity') !== (entityId !== null) || (scope === 'sector') !== (sector !== null))
    throw new PlumblineError('THRESHOLDS_REFUSED', [
      'Name the entity or sector that the thresholds are for, and only that.',
    ]);
}

function setItem({ entity_id, recorded_at, signal, ...set }: ThresholdSetRow) {
  return { ...set, key: signal, entityId: entity_id, recordedAt: recorded_at };
}

function historyItem({ signal, entity_id: _, ...line }: ThresholdTrace) {
  return { ...line, key: signal };
}
