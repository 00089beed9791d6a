import type { AddChange } from './change.ts';
import type { SampleCase } from './sample-schema.ts';

interface Place {
  readonly source: string;
  readonly words: string;
}

/** The passages of a case: the same words of the same source are one passage, however much rests on them. */
export interface PassageKeys {
  readonly places: readonly (Place & { readonly key: string })[];
  /** Throws RangeError for words that are no passage of the case. */
  readonly keyOf: (place: Place) => string;
}

export function passageKeys(sample: SampleCase): PassageKeys {
  const byPlace = new Map<string, Place & { readonly key: string }>();
  const counts = new Map<string, number>();
  for (const { source, words } of placesOf(sample)) {
    if (byPlace.has(nameOf({ source, words }))) continue;
    const count = (counts.get(source) ?? 0) + 1;
    counts.set(source, count);
    byPlace.set(nameOf({ source, words }), { source, words, key: `$passage-${source}-${count}` });
  }
  return { places: [...byPlace.values()], keyOf: (place) => keyIn(byPlace, place) };
}

/** The passages of one document. */
export function passageChanges(
  { places }: PassageKeys,
  document: string,
  sourceKey: (source: string) => string,
): readonly AddChange[] {
  return places
    .filter(({ source }) => source === document)
    .map(({ source, words, key }) => ({
      op: 'add',
      noun: 'passage',
      key,
      fields: { sourceId: sourceKey(source), words },
    }));
}

function placesOf({ deals, figures, quotes, reactions, keyDates }: SampleCase): readonly Place[] {
  return [
    ...deals.flatMap((deal) => [deal, ...deal.amounts]),
    ...figures.flatMap((figure) => [
      figure,
      ...figure.alsoWords.map((words) => ({ source: figure.source, words })),
    ]),
    ...quotes.map(({ source, words, passage }) => ({ source, words: passage ?? words })),
    ...reactions,
    ...keyDates,
  ];
}

function nameOf({ source, words }: Place): string {
  return `${source} ${words}`;
}

function keyIn(byPlace: ReadonlyMap<string, { readonly key: string }>, place: Place): string {
  const known = byPlace.get(nameOf(place));
  if (known === undefined) throw new RangeError(`These words are no passage of the case: ${place.words}`);
  return known.key;
}
