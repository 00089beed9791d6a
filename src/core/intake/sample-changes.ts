import { qualifiedFromText, storedFromText, type WrittenAmount } from './amount-cells.ts';
import type { AddChange, ChangeCell } from './change.ts';
import type { PassageKeys } from './sample-passages.ts';
import type { SampleCase } from './sample-schema.ts';

/** Each row of the sample case as a change of the public command; references are `$keys`. */
type Entity = SampleCase['entities'][number];
type Document = SampleCase['sources']['documents'][number];
export type Deal = SampleCase['deals'][number];
type DealAmount = Deal['amounts'][number];
type Figure = SampleCase['figures'][number];

export const key = {
  entity: (name: string) => `$entity-${name}`,
  source: (name: string) => `$source-${name}`,
  deal: (name: string) => `$deal-${name}`,
};

export function entityChange(entity: Entity): AddChange {
  const { name, kind, aliases, tickers, sector, note, parent } = entity;
  return add(
    'entity',
    {
      name,
      kind,
      sector,
      note,
      aliases,
      tickers,
      underReview: entity.underReview === true ? 1 : undefined,
      parentId: optional(parent, key.entity),
      rollsUp: parent === undefined ? undefined : 1,
    },
    key.entity(entity.key),
  );
}

export function sourceChange({ key: name, title, publisher, kind, reliability, note }: Document): AddChange {
  return add('source', { title, publisher, kind, reliability, note }, key.source(name));
}

export function citationChange({ source, cites }: SampleCase['sources']['citations'][number]): AddChange {
  return add('citation', { sourceId: key.source(source), citesId: key.source(cites) });
}

export function dealChange(deal: Deal, passages: PassageKeys, isKnownPartNow: boolean): AddChange {
  const { name, kind, status, startOn, endOn, tenorYears, terms, note } = deal;
  return add(
    'deal',
    {
      name,
      kind,
      status,
      startOn,
      endOn,
      terms,
      note,
      tenorYearsLo: tenorYears?.[0],
      tenorYearsHi: tenorYears?.[1],
      partOfId: isKnownPartNow ? optional(deal.partOf, key.deal) : undefined,
      ...evidence(deal, passages),
    },
    key.deal(deal.key),
  );
}

export function partyChanges(deal: Deal): readonly AddChange[] {
  return deal.parties.map(({ entity, role }) =>
    add('deal-party', { dealId: key.deal(deal.key), entityId: key.entity(entity), role }),
  );
}

export function dealAmountChange(deal: Deal, amount: DealAmount, passages: PassageKeys): AddChange {
  const { metric, currency, basis, status } = amount;
  const about = { entityId: key.entity(deal.about), dealId: key.deal(deal.key), metric };
  return add('figure', {
    ...about,
    basis,
    status,
    ...stated(amount, currency),
    ...evidence(amount, passages),
  });
}

export function figureChange(figure: Figure, passages: PassageKeys): AddChange {
  const { metric, unit, basis, accounting, status } = figure;
  const about = { entityId: key.entity(figure.about), metric };
  return add('figure', {
    ...about,
    basis,
    accounting,
    status,
    ...stated(figure, unit),
    ...evidence(figure, passages),
  });
}

function stated(
  figure: Figure | DealAmount,
  unit: WrittenAmount['unit'],
): Record<string, ChangeCell | undefined> {
  const { qualifier, periodStart, periodEnd, periodLabel, definition, credibility, wording, note } = figure;
  const { lo, point, hi } = qualifiedFromText({
    qualifier,
    unit,
    amount: figure.amount ?? null,
    amountHigh: figure.amountHigh ?? null,
  });
  return {
    qualifier,
    unit,
    lo,
    point,
    hi,
    periodStart,
    periodEnd,
    periodLabel,
    definition,
    credibility,
    wording,
    note,
  };
}

export function quoteChange(quote: SampleCase['quotes'][number], passages: PassageKeys): AddChange {
  const { role, words, stance, note } = quote;
  return add('quote', {
    role,
    words,
    stance,
    note,
    speakerId: key.entity(quote.speaker),
    affiliationId: optional(quote.affiliation, key.entity),
    isVerbatim: Number(quote.isVerbatim),
    aboutId: key.entity(quote.about),
    aboutDealId: optional(quote.aboutDeal, key.deal),
    isAffiliated: Number(quote.isAffiliated),
    ...evidence({ source: quote.source, words: quote.passage ?? words }, passages),
  });
}

export function reactionChange(reaction: SampleCase['reactions'][number], passages: PassageKeys): AddChange {
  const { direction, move, percent, valueChange, currency, valueQualifier, note } = reaction;
  return add('reaction', {
    direction,
    move,
    valueQualifier,
    note,
    entityId: key.entity(reaction.instrument),
    dealId: key.deal(reaction.event),
    percent: optional(percent, (text) => storedFromText(text, 'percent')),
    percentUnit: percent === undefined ? undefined : 'percent',
    valueChange:
      currency === undefined ? undefined : optional(valueChange, (text) => storedFromText(text, currency)),
    valueUnit: currency,
    ...evidence(reaction, passages),
  });
}

export function keyDateChange(keyDate: SampleCase['keyDates'][number], passages: PassageKeys): AddChange {
  const { name, kind, wording, status, note } = keyDate;
  return add('key-date', {
    name,
    kind,
    wording,
    status,
    note,
    entityId: key.entity(keyDate.about),
    dealId: optional(keyDate.deal, key.deal),
    fromOn: keyDate.from,
    untilOn: keyDate.until,
    ...evidence(keyDate, passages),
  });
}

function evidence(
  stands: { readonly source: string; readonly words: string },
  passages: PassageKeys,
): Record<string, ChangeCell | undefined> {
  return { sourceId: key.source(stands.source), passageId: passages.keyOf(stands) };
}

function optional<From, To>(given: From | undefined, make: (from: From) => To): To | undefined {
  return given === undefined ? undefined : make(given);
}

/** Fields that the data leaves open are left out: unknown, never empty. */
function add(
  noun: AddChange['noun'],
  given: Readonly<Record<string, ChangeCell | undefined>>,
  ownKey?: string,
): AddChange {
  const fields: Record<string, ChangeCell> = {};
  for (const [name, cell] of Object.entries(given))
    if (cell !== undefined && cell !== null) fields[name] = cell;
  return ownKey === undefined ? { op: 'add', noun, fields } : { op: 'add', noun, key: ownKey, fields };
}
