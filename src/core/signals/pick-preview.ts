import type { LedgerView, PickFacts } from '../model/ledger-view.ts';
import { headlineOf } from '../quantities/interval.ts';
import type { SignalDefinition } from './definition.ts';
import type { Flag, Severity } from './flag.ts';
import { signalRegistry } from './registry.ts';
import { runSignals } from './run.ts';
import type { ThresholdSet } from './thresholds.ts';

/** What a pick would change in the flags, without changing it. */
export interface PickPreview {
  readonly moved: MovedByPick[];
  /** Flags whose value and severity stay. */
  readonly unchanged: number;
}

export interface MovedByPick {
  readonly subject: string;
  /** Name of the deal or of what it bears on, or "total". */
  readonly scope: string;
  readonly name: string;
  readonly unit: Flag['unit'];
  readonly valueBefore: number | null;
  readonly valueAfter: number | null;
  /** Null: the flag is not there on that side. */
  readonly before: Severity | null;
  readonly after: Severity | null;
}

interface PickPreviewRequest {
  readonly view: LedgerView;
  readonly subjectIds: readonly string[];
  readonly sets: readonly ThresholdSet[];
  /** Every signal of the ledger, own ones among them. */
  readonly signals?: readonly SignalDefinition[];
  /** In the place of the latest pick of its matter. */
  readonly proposed: PickFacts;
}

/** In the order of the flags as they are now, then those that only the pick brings. */
export function previewPick({
  view,
  subjectIds,
  sets,
  proposed,
  signals = signalRegistry,
}: PickPreviewRequest): PickPreview {
  const under = (picks: readonly PickFacts[]) =>
    byPlace(runSignals({ view: { ...view, picks }, subjectIds, sets, signals }));
  const before = under(view.picks);
  const after = under([...view.picks.filter(({ id }) => id !== proposed.id), proposed]);
  const places = [...new Set([...before.keys(), ...after.keys()])];
  const moved = places.flatMap((place) => movedFlag(before.get(place), after.get(place)));
  return { moved, unchanged: places.length - moved.length };
}

function byPlace(flags: readonly Flag[]): ReadonlyMap<string, Flag> {
  return new Map(
    flags.map((flag) => {
      const scope = flag.scope.kind === 'total' ? '' : flag.scope.id;
      return [[flag.subjectId, flag.signal, flag.measure ?? '', scope].join(' '), flag];
    }),
  );
}

function movedFlag(before: Flag | undefined, after: Flag | undefined): MovedByPick[] {
  const flag = after ?? before;
  if (flag === undefined || isSame(before, after)) return [];
  return [
    {
      subject: flag.subject,
      scope: flag.scope.kind === 'total' ? 'total' : flag.scope.name,
      name: flag.name,
      unit: flag.unit,
      valueBefore: headOf(before),
      valueAfter: headOf(after),
      before: before?.severity ?? null,
      after: after?.severity ?? null,
    },
  ];
}

function isSame(before: Flag | undefined, after: Flag | undefined): boolean {
  return before?.severity === after?.severity && headOf(before) === headOf(after);
}

function headOf(flag: Flag | undefined): number | null {
  return flag === undefined || flag.value === null ? null : headlineOf(flag.value);
}
