import { basename } from 'node:path';
import { previewThresholds } from '#core/signals/preview.ts';
import { measuresOf } from '#core/signals/registry.ts';
import {
  type FileFault,
  type NumberedSet,
  readThresholdFile,
  writeThresholdFile,
} from '#core/signals/threshold-file.ts';
import { hasSamePlace } from '#core/signals/thresholds.ts';
import { commit } from '#main/ledger/commit.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { findEntityNamed, idsUnderReview, listSubjects } from '#main/ledger/subjects.ts';
import { listThresholds, recordThresholds } from '#main/ledger/thresholds.ts';
import type { thresholdsTopic } from '#shared/contract/signals.ts';
import { PlumblineError } from '#shared/errors.ts';
import type { Handlers } from './handlers.ts';
import { signalsOf } from './own-signals.ts';
import { gather } from './signals.ts';

type FileProcedures = Pick<typeof thresholdsTopic, 'exportFile' | 'readFile' | 'importFile'>;

/** Threshold sets to a file and back. Law: a file with any fault changes nothing; one import is one change. */
export const thresholdFileHandlers: Handlers<{ thresholds: FileProcedures }>['thresholds'] = {
  exportFile: ({ ledger }, { knownAt }) => {
    const sets = listThresholds(ledger, knownAt).map(({ signal, ...set }) => ({ ...set, key: signal }));
    return {
      fileName: `${basename(ledger.path, '.plumb')} thresholds.json`,
      text: writeThresholdFile(sets.toSorted(inFileOrder)),
      count: sets.length,
    };
  },
  readFile: ({ ledger, today }, { text }) => {
    const read = readPlaces(ledger, text);
    if (read.state === 'refused') return { faults: [...read.faults], sets: [], moved: [], unchanged: 0 };
    const proposed = read.sets;
    const subjectIds = subjectsOf(ledger);
    const seen =
      subjectIds.length === 0 || proposed.length === 0
        ? { moved: [], unchanged: 0 }
        : previewThresholds({
            ...gatherAll(ledger, subjectIds, today),
            proposed: proposed.map(({ line: _, ...set }) => set),
          });
    return { faults: [], sets: proposed.map((set) => changeOf(set, ledger)), ...seen };
  },
  importFile: ({ ledger }, { text, reason }) => {
    const read = readPlaces(ledger, text);
    if (read.state === 'refused') throw new PlumblineError('THRESHOLDS_FILE', read.faults.map(faultText));
    const done = commit(
      ledger,
      {
        command: 'thresholds.importFile',
        summary: `${read.sets.length} threshold set${read.sets.length === 1 ? '' : 's'} from a file`,
        reason,
        kind: 'do',
        targetSeq: null,
      },
      (stamp) => {
        const ids = read.sets.flatMap(
          ({ key, scope, entityId, sector, watch, warn, critical, reason: own }) =>
            recordThresholds(ledger, stamp, {
              signal: key,
              scope,
              entityId,
              sector,
              watch,
              warn,
              critical,
              reason: own,
            }) ?? [],
        );
        return ids.length === 0 ? null : ids.length;
      },
    );
    if (done === null) throw new PlumblineError('THRESHOLDS_FILE', ['Its sets are in force already.']);
    return { seq: done.seq, imported: done.answer, same: read.sets.length - done.answer };
  },
};

export function faultText({ line, message }: FileFault): string {
  return line === null ? message : `Line ${line}: ${message}`;
}

interface PlacedSet extends NumberedSet {
  readonly entityId: string | null;
}

type Places =
  | { readonly state: 'ok'; readonly sets: readonly PlacedSet[] }
  | { readonly state: 'refused'; readonly faults: readonly FileFault[] };

/** The file against this ledger: every entity that it names must be there. */
function readPlaces(ledger: ReadableLedger, text: string): Places {
  const read = readThresholdFile(text, measuresOf(signalsOf(ledger, null)));
  if (read.state === 'refused') return read;
  const placed = read.sets.map((set) => ({
    set,
    found: set.entity === null ? null : findEntityNamed(ledger, set.entity),
  }));
  const faults = placed.flatMap(({ set, found }) =>
    set.entity !== null && found === null
      ? [{ line: set.line, message: `There is no entity ${set.entity} in this ledger.` }]
      : [],
  );
  const twice = repeatedEntities(placed);
  if (faults.length + twice.length > 0) return { state: 'refused', faults: [...faults, ...twice] };
  return {
    state: 'ok',
    sets: placed.map(({ set, found }) => ({
      ...set,
      entity: found?.name ?? null,
      entityId: found?.id ?? null,
    })),
  };
}

interface Placed {
  readonly set: NumberedSet;
  readonly found: { readonly id: string; readonly name: string } | null;
}

/** One entity under its name and under an alias is one place all the same. */
function repeatedEntities(placed: readonly Placed[]): readonly FileFault[] {
  const first = new Map<string, number>();
  return placed.flatMap(({ set: { key, line }, found }) => {
    if (found === null) return [];
    const place = `${key} ${found.id}`;
    const before = first.get(place);
    first.set(place, before ?? line);
    if (before === undefined) return [];
    return [{ line, message: `The same place is set on line ${before} already: both name ${found.name}.` }];
  });
}

function subjectsOf(ledger: ReadableLedger): readonly string[] {
  const reviewed = idsUnderReview(ledger, null);
  if (reviewed.length > 0) return reviewed;
  return listSubjects(ledger, null)
    .slice(0, 1)
    .map(({ id }) => id);
}

function gatherAll(ledger: ReadableLedger, subjectIds: readonly string[], today: string) {
  const all = subjectIds.length === 1 ? (subjectIds[0] ?? null) : null;
  const { view, sets, signals } = gather(ledger, { subjectId: all, asOf: today, knownAt: null });
  return { view, sets, signals, subjectIds };
}

function changeOf(set: PlacedSet, ledger: ReadableLedger) {
  const { line, key, scope, entity, entityId, sector, watch, warn, critical, reason } = set;
  const live = listThresholds(ledger, null)
    .map(({ signal, entity_id, ...row }) => ({ ...row, key: signal, entityId: entity_id }))
    .find((row) => hasSamePlace(row, { key, scope, entityId, sector }));
  const before = live === undefined ? null : { watch: live.watch, warn: live.warn, critical: live.critical };
  const isSame =
    live !== undefined &&
    live.watch === watch &&
    live.warn === warn &&
    live.critical === critical &&
    live.reason === reason;
  const change = live === undefined ? ('new' as const) : isSame ? ('same' as const) : ('changed' as const);
  return { line, key, scope, entity, sector, before, after: { watch, warn, critical }, change };
}

function inFileOrder(
  a: {
    readonly key: string;
    readonly scope: string;
    readonly entity: string | null;
    readonly sector: string | null;
  },
  b: typeof a,
): number {
  const text = ({ key, scope, entity, sector }: typeof a) =>
    `${key} ${scope} ${entity ?? ''} ${sector ?? ''}`;
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0;
}
