import { dealNoun, dealPartyNoun, scheduleRowNoun } from './deal.ts';
import { dispositionNoun } from './disposition.ts';
import { entityNoun } from './entity.ts';
import type { Fields, Noun, NounId, RowOf } from './field.ts';
import { figureNoun } from './figure.ts';
import { pickNoun, scenarioNoun, thresholdNoun } from './judgement.ts';
import { ownSignalNoun } from './own-signal.ts';
import { keyDateNoun, quoteNoun, reactionNoun } from './quote.ts';
import { originalNoun, rejectionNoun } from './reading.ts';
import { fxRateNoun, priceNoun } from './series.ts';
import { citationNoun, passageNoun, sourceNoun } from './source.ts';

/** Registry of nouns, in the order in which entries must exist for references to hold. */
export const nouns = {
  entity: entityNoun,
  source: sourceNoun,
  citation: citationNoun,
  passage: passageNoun,
  deal: dealNoun,
  'deal-party': dealPartyNoun,
  figure: figureNoun,
  quote: quoteNoun,
  reaction: reactionNoun,
  'key-date': keyDateNoun,
  'schedule-row': scheduleRowNoun,
  price: priceNoun,
  'fx-rate': fxRateNoun,
  threshold: thresholdNoun,
  pick: pickNoun,
  disposition: dispositionNoun,
  scenario: scenarioNoun,
  'own-signal': ownSignalNoun,
  original: originalNoun,
  rejection: rejectionNoun,
} as const satisfies Readonly<Record<NounId, { readonly id: NounId; readonly fields: Fields }>>;

export type NounRow<N extends NounId> = (typeof nouns)[N] extends Noun<infer F> ? RowOf<F> : never;

/** The noun behind an id, seen without its own row type; for code that treats all nouns alike. */
export function nounOf(id: NounId): Noun<Fields> {
  return nouns[id] as unknown as Noun<Fields>;
}

const byPrefix: ReadonlyMap<string, NounId> = new Map(
  Object.values(nouns).map(({ prefix, id }) => [prefix, id]),
);

/** Which noun an entry id belongs to, by its prefix; null for anything else. */
export function nounOfId(entryId: string): NounId | null {
  return byPrefix.get(entryId.split('_')[0] ?? '') ?? null;
}
