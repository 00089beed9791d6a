import { useEffect, useMemo, useState } from 'react';
import type { Reading, ReadingState } from '../reading.ts';

/** A candidate by its key, a numeral by the place where it starts. */
type Id = string | number;

/** What was decided here and is not yet in the last answer of the host. */
type Settled = ReadonlyMap<Id, { readonly state: ReadingState; readonly isWritten: boolean }>;

export interface Settling {
  readonly settle: (ids: readonly Id[], state: ReadingState) => void;
  /** The command is in the file: from the next answer on, that alone counts. */
  readonly written: (ids: readonly Id[]) => void;
  /** The command was refused. */
  readonly unsettle: (ids: readonly Id[]) => void;
  readonly clear: () => void;
}

/** The document as it will be told once the commands that run are in the file: the review never waits for the host. */
export function useSettled(told: Reading, answeredAt: number): { reading: Reading; settling: Settling } {
  const [settled, setSettled] = useState<Settled>(new Map());
  useEffect(() => {
    if (answeredAt === 0) return;
    setSettled((before) => {
      const kept = [...before].filter(([, { isWritten }]) => !isWritten);
      return kept.length === before.size ? before : new Map(kept);
    });
  }, [answeredAt]);
  const reading = useMemo(() => withSettled(told, settled), [told, settled]);
  const settling = useMemo(
    (): Settling => ({
      settle: (ids, state) => setSettled((before) => settledWith(before, ids, state)),
      written: (ids) => setSettled((before) => markedWritten(before, ids)),
      unsettle: (ids) => setSettled((before) => new Map([...before].filter(([id]) => !ids.includes(id)))),
      clear: () => setSettled(new Map()),
    }),
    [],
  );
  return { reading, settling };
}

function settledWith(before: Settled, ids: readonly Id[], state: ReadingState): Settled {
  return new Map([...before, ...ids.map((id) => [id, { state, isWritten: false }] as const)]);
}

function markedWritten(before: Settled, ids: readonly Id[]): Settled {
  return new Map(
    [...before].map(([id, one]) => [id, ids.includes(id) ? { ...one, isWritten: true } : one] as const),
  );
}

function withSettled(told: Reading, settled: Settled): Reading {
  if (settled.size === 0) return told;
  const put = <T extends { readonly state: ReadingState }>(one: T, id: Id): T => {
    const state = settled.get(id)?.state ?? one.state;
    return state === one.state ? one : { ...one, state };
  };
  return {
    ...told,
    candidates: told.candidates.map((candidate) => put(candidate, candidate.key)),
    numerals: told.numerals.map((numeral) => put(numeral, numeral.start)),
  };
}
