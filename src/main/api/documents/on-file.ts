import { isKnowable } from '#core/figures/basis.ts';
import { plainName } from '#core/intake/names.ts';
import type { NounId } from '#core/model/field.ts';
import type { FigureFacts, KeyDateFacts, SourceFacts } from '#core/model/ledger-view.ts';
import { nounOf } from '#core/model/nouns.ts';
import type { DraftFields, EntryDraft } from '#core/reading/entry-draft.ts';
import { keyDatesOnFile, quotesOnFile, reactionsOnFile } from '#core/reading/events-on-file.ts';
import { dealsOnFile, figuresOnFile, inOrder, type OnFile, totalsOnFile } from '#core/reading/on-file.ts';
import type { DocumentRow } from '#main/ledger/documents.ts';
import type { Facts } from '#main/ledger/facts.ts';
import type { ReadableLedger } from '#main/ledger/ledger.ts';
import { loader } from '#main/ledger/load-rows.ts';
import { nameOf } from '#main/ledger/references.ts';
import { factsAt } from '../evaluations.ts';
import type { Moment } from './document.ts';

export interface OnFileRequest extends Moment {
  readonly draft: EntryDraft;
  readonly source: DocumentRow;
}

const MOST = 50;

/** What the ledger says at the moment on the matter of a draft. */
export function listOnFile(ledger: ReadableLedger, request: OnFileRequest): readonly OnFile[] {
  return inOrder(foundFor(ledger, request)).slice(0, MOST);
}

function foundFor(ledger: ReadableLedger, request: OnFileRequest): readonly OnFile[] {
  const { draft, asOf, knownAt } = request;
  const facts = factsAt(ledger, knownAt);
  const ids = [...new Set(draft.entities.flatMap(({ entityId }) => entityId ?? []))];
  facts.fetch(new Set(ids));
  switch (draft.as) {
    case 'deal':
      return dealsFor(facts, ids, request);
    case 'figure': {
      if (draft.fields['metric'] === null) return sameSums(ledger, request);
      const drafted = figureOf(draft.fields, entityIn(draft, 'entityId'), draft.dealId, request);
      if (drafted === null) return [];
      return figuresOnFile(drafted, figuresAbout(facts, drafted, asOf), asOf);
    }
    case 'quote':
      return quotesFor(ledger, request);
    case 'reaction':
      return reactionsFor(facts, request);
    case 'key-date':
      return keyDatesFor(facts, ids, request);
  }
}

/** The entity and whatever it counts as. */
function familyIn(facts: Facts): (entityId: string) => readonly string[] {
  return (entityId) => {
    const family = new Set([entityId]);
    for (const id of family) {
      const parentId = facts.entityOf(id)?.parentId ?? null;
      if (parentId !== null) family.add(parentId);
    }
    return [...family];
  };
}

/** Of the parties, their parents and their parts: a brand signs for its owner, and the owner for its brand. */
function dealsFor(facts: Facts, ids: readonly string[], request: OnFileRequest): readonly OnFile[] {
  const { draft } = request;
  const familyOf = familyIn(facts);
  const near = new Set(
    ids.flatMap((id) => [...familyOf(id), ...facts.childrenOf(id).map((child) => child.id)]),
  );
  facts.fetch(near);
  const dealIds = new Set([...near].flatMap((id) => facts.dealIdsOf(id)));
  const deals = [...dealIds].toSorted().flatMap((id) => facts.dealOf(id)?.deal ?? []);
  const amount = draft.amount;
  const payer = draft.entities.find(({ role }) => role === 'payer') ?? draft.entities[0];
  const headline = { metric: 'deal-headline', basis: 'stock', status: 'reported', credibility: 6, ...amount };
  const drafted = amount === null ? null : figureOf(headline, payer?.entityId ?? '', '', request);
  const totals =
    drafted === null || drafted.lo === null || draft.entities.length > 1
      ? []
      : totalsOnFile(drafted, facts.ofEntity(drafted.entityId).figures);
  const found = dealsOnFile(
    {
      kind: String(draft.fields['kind']),
      parties: partiesOf(draft).map((id) => (id === null ? [] : familyOf(id))),
      amount: drafted,
    },
    deals,
    familyOf,
  );
  return [...found, ...totals];
}

/** Each party once; null for one that is not on file. */
function partiesOf({ entities }: EntryDraft): readonly (string | null)[] {
  const known = new Set(entities.flatMap(({ entityId }) => entityId ?? []));
  const fresh = new Set(
    entities.flatMap(({ entityId, name }) => (entityId === null ? [plainName(name)] : [])),
  );
  return [...known, ...[...fresh].map(() => null)];
}

function figuresAbout(facts: Facts, drafted: FigureFacts, asOf: string): readonly FigureFacts[] {
  const { dealId, entityId } = drafted;
  if (dealId !== null) facts.fetchDeal(dealId);
  const held =
    dealId === null ? facts.ofEntity(entityId).figures : (facts.dealOf(dealId)?.deal.amounts ?? []);
  return held.filter((figure) => isKnowable(figure, asOf));
}

function quotesFor(ledger: ReadableLedger, { draft, knownAt }: OnFileRequest): readonly OnFile[] {
  const speakerId = entityIn(draft, 'speakerId');
  const words = draft.fields['words'];
  if (speakerId === null || typeof words !== 'string') return [];
  const facts = factsAt(ledger, knownAt);
  const speaker = facts.entityOf(speakerId);
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const rows = loader(ledger, knownAt)('quote', 'speaker_id = @speaker', { speaker: speakerId });
  return quotesOnFile(
    words,
    rows.flatMap((row) => {
      const source = sources.get(row.sourceId);
      return speaker === undefined || source === undefined ? [] : [{ ...row, speaker, source }];
    }),
  );
}

function reactionsFor(facts: Facts, { draft }: OnFileRequest): readonly OnFile[] {
  const entityId = entityIn(draft, 'entityId');
  const { fields, dealId } = draft;
  if (entityId === null) return [];
  return reactionsOnFile(
    {
      direction: String(fields['direction']),
      move: String(fields['move'] ?? 'unstated'),
      percent: numberOf(fields['percent']),
      observedOn: textOf(fields['observedOn']),
      dealId,
    },
    facts.ofEntity(entityId).reactions,
  );
}

function keyDatesFor(facts: Facts, ids: readonly string[], request: OnFileRequest): readonly OnFile[] {
  const { draft } = request;
  if (draft.dealId !== null) facts.fetchDeal(draft.dealId);
  const held = [
    ...ids.flatMap((id) => facts.ofEntity(id).keyDates),
    ...(draft.dealId === null ? [] : (facts.dealOf(draft.dealId)?.keyDates ?? [])),
  ];
  const about = { entityId: ids[0] ?? null, dealId: draft.dealId };
  const drafted = rowOf('key-date', draft.fields, about, request) as unknown as KeyDateFacts | null;
  if (drafted === null) return [];
  return keyDatesOnFile(drafted, [...new Map(held.map((date) => [date.id, date])).values()]);
}

/** Of a sum whose meaning nobody has said yet: what this document states with the same amount. */
function sameSums(ledger: ReadableLedger, { draft, source, knownAt }: OnFileRequest): readonly OnFile[] {
  const { unit, lo, hi } = draft.fields;
  const rows = loader(ledger, knownAt)('figure', 'source_id = @source', { source: source.id });
  return rows
    .filter((row) => row.lo !== null && row.unit === unit && row.lo === lo && row.hi === hi)
    .map(({ id }) => ({
      id,
      noun: 'figure' as const,
      line: nameOf(ledger, id, knownAt),
      verdict: 'same' as const,
      why: 'This document states the same amount there.',
    }));
}

function entityIn({ entities }: EntryDraft, slot: string): string | null {
  return entities.find((one) => one.slot === slot)?.entityId ?? null;
}

/** Null while nothing says what it measures or of whom. */
function figureOf(
  fields: DraftFields,
  entityId: string | null,
  dealId: string | null,
  request: OnFileRequest,
): FigureFacts | null {
  if (entityId === null || fields['metric'] === null || fields['unit'] === null) return null;
  const given = { ...fields, basis: fields['basis'] ?? 'stock', status: fields['status'] ?? 'reported' };
  return rowOf('figure', given, { entityId, dealId }, request) as unknown as FigureFacts;
}

/** A draft as the facts of the ledger are: every field of the noun, recorded after all that is on file. */
function rowOf(
  noun: NounId,
  fields: DraftFields,
  references: DraftFields,
  { source }: OnFileRequest,
): Readonly<Record<string, unknown>> {
  const open = Object.fromEntries(Object.keys(nounOf(noun).fields).map((name) => [name, null]));
  const facts: SourceFacts = {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    reliability: source.reliability as SourceFacts['reliability'],
    publishedOn: source.published_on,
    recordedOn: null,
  };
  return {
    ...{ ...open, ...fields, ...references },
    ...{ id: '', recordedSeq: Number.MAX_SAFE_INTEGER, source: facts, sourceId: source.id, quote: null },
  };
}

function numberOf(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}
