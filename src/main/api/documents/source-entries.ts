import type { Placed } from '#core/extract/placed.ts';
import type { HeldAmount, SourceEntry } from '#core/reading/source-entries.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { type Loaded, loader } from '#main/ledger/load-rows.ts';
import type { HeldPassage } from './document.ts';

/** Everything in force that a source states, by what tells it from others of its class. */
export function entriesOfSource(
  ledger: ReadableLedger,
  sourceId: string,
  knownAt: string | null,
  passages: readonly HeldPassage[],
): readonly SourceEntry[] {
  const load = loader(ledger, knownAt);
  const bySource = { source: sourceId };
  const where = 'source_id = @source';
  const places = new Map(passages.map((passage) => [passage.id, passage]));
  const evidence = (passageId: string | null) => evidenceOf(places.get(passageId ?? ''));
  const figures = load('figure', where, bySource);
  const deals = load('deal', where, bySource);
  const dealIds = JSON.stringify([
    ...new Set([...deals.map(({ id }) => id), ...figures.flatMap(({ dealId }) => dealId ?? [])]),
  ]);
  const parties = Map.groupBy(
    load('deal-party', 'deal_id IN (SELECT value FROM json_each(@deals))', { deals: dealIds }),
    ({ dealId }) => dealId,
  );
  const partyIds = (dealId: string) => (parties.get(dealId) ?? []).map(({ entityId }) => entityId);
  const amounts = Map.groupBy(figures, ({ dealId }) => dealId ?? '');
  return [
    ...deals.map((deal) => ({
      ...BARE,
      id: deal.id,
      classes: ['deal'] as const,
      ...evidence(deal.passageId),
      amounts: (amounts.get(deal.id) ?? []).map(amountOf),
      entityIds: partyIds(deal.id),
    })),
    ...figures.map((figure) => ({
      ...BARE,
      id: figure.id,
      classes: figure.dealId === null ? (['figure'] as const) : (['deal', 'figure'] as const),
      ...evidence(figure.passageId),
      amounts: [amountOf(figure)],
      entityIds: [figure.entityId, ...(figure.dealId === null ? [] : partyIds(figure.dealId))],
      wording: figure.wording,
    })),
    ...load('quote', where, bySource).map((quote) => ({
      ...BARE,
      id: quote.id,
      classes: ['quote'] as const,
      ...evidence(quote.passageId),
      entityIds: [quote.speakerId],
    })),
    ...load('reaction', where, bySource).map(({ id, passageId, entityId, direction, percent }) => ({
      ...BARE,
      id,
      classes: ['reaction'] as const,
      ...evidence(passageId),
      entityIds: [entityId],
      direction,
      percent,
    })),
    ...load('key-date', where, bySource).map(({ id, passageId, wording }) => ({
      ...BARE,
      id,
      classes: ['key-date'] as const,
      ...evidence(passageId),
      wording,
    })),
  ];
}

const BARE = { amounts: [], entityIds: [], wording: null, direction: null, percent: null } as const;

function evidenceOf(passage: HeldPassage | undefined): {
  readonly place: Placed | null;
  readonly words: string | null;
} {
  if (passage === undefined) return { place: null, words: null };
  const { words, state, start_offset: start, end_offset: end } = passage;
  if (state === 'orphaned') return { place: null, words: null };
  const isHeld = state === 'held' && start !== null && end !== null;
  return { words, place: isHeld ? { start, end } : null };
}

function amountOf({ unit, lo, hi, wording }: Loaded<'figure'>): HeldAmount {
  return { unit, lo, hi, wording };
}
