import type { AddChange, ChangeBatch, CompleteChange } from './change.ts';
import {
  citationChange,
  type Deal,
  dealAmountChange,
  dealChange,
  entityChange,
  figureChange,
  key,
  keyDateChange,
  partyChanges,
  quoteChange,
  reactionChange,
  sourceChange,
} from './sample-changes.ts';
import { type PassageKeys, passageChanges, passageKeys } from './sample-passages.ts';
import type { SampleCase } from './sample-schema.ts';

type Entity = SampleCase['entities'][number];
type Document = SampleCase['sources']['documents'][number];
type Figure = SampleCase['figures'][number];

/**
 * The sample case as batches for the public command, to be written in this order: the entities, then document after
 * document with all that it states, so that the ledger can be read as it was before any of them was recorded.
 * Law: the same data gives the same changes; every reference is the `$key` of the same or an earlier batch.
 * Throws RangeError for an unreadable amount.
 */
export function sampleBatchesFrom(sample: SampleCase): readonly ChangeBatch[] {
  const context = { sample, passages: passageKeys(sample), turns: turnsOf(sample) };
  const { documents } = sample.sources;
  const early = documents.filter((document) => earlierOf(sample, document).length > 0);
  return [
    { summary: 'Sample case: entities', changes: parentsFirst(sample.entities).map(entityChange) },
    {
      summary: 'Sample case: figures of earlier years',
      changes: early.flatMap((document) => earlierChanges(context, document)),
    },
    ...documents.map((document, turn) => ({
      summary: `Sample case: document ${document.key}, ${document.title}`,
      changes: documentChanges(context, { document, turn, isGrounded: early.includes(document) }),
    })),
  ];
}

interface Context {
  readonly sample: SampleCase;
  readonly passages: PassageKeys;
  readonly turns: Turns;
}

function earlierOf({ figures }: SampleCase, { key: document }: Document): readonly Figure[] {
  return figures.filter(({ source, isEarlier }) => source === document && isEarlier);
}

/** Recorded before all that speaks of the present, so that a level of the past never stands in for it. */
function earlierChanges(context: Context, document: Document): readonly AddChange[] {
  return [
    ...groundChanges(context, document.key),
    ...earlierOf(context.sample, document).map((figure) => figureChange(figure, context.passages)),
  ];
}

interface Turn {
  readonly document: Document;
  readonly turn: number;
  /** The document and its passages are on file already. */
  readonly isGrounded: boolean;
}

function documentChanges(
  context: Context,
  { document, turn, isGrounded }: Turn,
): readonly (AddChange | CompleteChange)[] {
  const figures = context.sample.figures.filter(
    ({ source, isEarlier }) => source === document.key && !isEarlier,
  );
  return [
    ...(isGrounded ? [] : groundChanges(context, document.key)),
    ...dealChanges(context, turn),
    ...figures.map((figure) => figureChange(figure, context.passages)),
    ...eventChanges(context, turn),
  ];
}

/** A document, the reports it names as its origin, and its passages. */
function groundChanges({ sample, passages }: Context, document: string): readonly AddChange[] {
  const { documents, cited, citations } = sample.sources;
  const chain = originsOf(citations, document);
  return [
    ...[...documents, ...cited].filter((one) => chain.has(one.key)).map(sourceChange),
    ...citations.filter(({ source }) => chain.has(source)).map(citationChange),
    ...passageChanges(passages, document, key.source),
  ];
}

function originsOf(citations: SampleCase['sources']['citations'], document: string): ReadonlySet<string> {
  const chain = new Set([document]);
  for (const link of chain) for (const { source, cites } of citations) if (source === link) chain.add(cites);
  return chain;
}

/** Which document's turn it is when something is recorded: its own, unless a deal that it names is recorded later. */
interface Turns {
  readonly ofSource: (source: string) => number;
  readonly ofDeal: (deal: string) => number;
}

function turnsOf({ sources, deals }: SampleCase): Turns {
  const ofSource = (source: string): number => sources.documents.findIndex((one) => one.key === source);
  const sourceOf = new Map(deals.map((deal) => [deal.key, deal.source]));
  return { ofSource, ofDeal: (deal) => ofSource(sourceOf.get(deal) ?? '') };
}

/** Programmes stand before the deals that are part of them, and every deal before its parts. */
function dealChanges(
  { sample: { deals }, passages, turns }: Context,
  turn: number,
): readonly (AddChange | CompleteChange)[] {
  const now = deals.filter((deal) => turns.ofDeal(deal.key) === turn);
  const programmes = new Set(deals.flatMap(({ partOf }) => partOf ?? []));
  const inOrder = [
    ...now.filter((deal) => programmes.has(deal.key)),
    ...now.filter((deal) => !programmes.has(deal.key)),
  ];
  return [
    ...inOrder.map((deal) => dealChange(deal, passages, isKnownPart(deal, turns))),
    ...inOrder.flatMap(partyChanges),
    ...deals
      .filter((deal) => !isKnownPart(deal, turns) && turns.ofDeal(deal.partOf ?? '') === turn)
      .map(partOfChange),
    ...deals.flatMap((deal) =>
      deal.amounts
        .filter(({ source }) => Math.max(turns.ofSource(source), turns.ofDeal(deal.key)) === turn)
        .map((amount) => dealAmountChange(deal, amount, passages)),
    ),
  ];
}

/** Whether the programme that a deal is part of is on file by the time the deal is. */
function isKnownPart({ key: deal, partOf }: Deal, turns: Turns): boolean {
  return partOf === undefined || turns.ofDeal(partOf) <= turns.ofDeal(deal);
}

function partOfChange({ key: deal, partOf = '' }: Deal): CompleteChange {
  return { op: 'complete', noun: 'deal', key: key.deal(deal), fields: { partOfId: key.deal(partOf) } };
}

function eventChanges({ sample, passages, turns }: Context, turn: number): readonly AddChange[] {
  const isNow = (source: string, deal: string | undefined): boolean =>
    Math.max(turns.ofSource(source), deal === undefined ? 0 : turns.ofDeal(deal)) === turn;
  return [
    ...sample.quotes
      .filter(({ source, aboutDeal }) => isNow(source, aboutDeal))
      .map((quote) => quoteChange(quote, passages)),
    ...sample.reactions
      .filter(({ source, event }) => isNow(source, event))
      .map((reaction) => reactionChange(reaction, passages)),
    ...sample.keyDates
      .filter(({ source, deal }) => isNow(source, deal))
      .map((keyDate) => keyDateChange(keyDate, passages)),
  ];
}

function parentsFirst(entities: readonly Entity[]): readonly Entity[] {
  return [
    ...entities.filter(({ parent }) => parent === undefined),
    ...entities.filter(({ parent }) => parent !== undefined),
  ];
}
