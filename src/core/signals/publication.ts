import type { LedgerView } from '../model/ledger-view.ts';
import type { FlagInput } from './flag.ts';

/** Of the sources without a day of publication, those that were recorded after the as-of day (METHODS §2.3). */
const kept = new WeakMap<LedgerView, ReadonlySet<string>>();

/**
 * The tag of a flag that rests on a source which nothing on file shows to have been published by the as-of day: it is
 * taken as known, and the reader is told.
 */
export function publicationTags(
  view: LedgerView,
  inputs: () => Iterable<Pick<FlagInput, 'sourceId' | 'isUsed'>>,
): readonly string[] {
  const undated = undatedSources(view);
  if (undated.size === 0) return [];
  for (const { sourceId, isUsed } of inputs())
    if (isUsed && undated.has(sourceId)) return ['publication-unknown'];
  return [];
}

function undatedSources(view: LedgerView): ReadonlySet<string> {
  const known = kept.get(view);
  if (known !== undefined) return known;
  const found = view.sources.filter(
    ({ publishedOn, recordedOn }) => publishedOn === null && recordedOn !== null && recordedOn > view.asOf,
  );
  const ids = new Set(found.map(({ id }) => id));
  kept.set(view, ids);
  return ids;
}
