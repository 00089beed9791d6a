import { nounOf } from '#core/model/nouns.ts';
import { completeDraft } from '#core/reading/complete-draft.ts';
import { type Refusals, readTexts, type Texts, textsOf } from '#renderer/forms/form-texts.ts';
import { readStated, statedTexts } from '#renderer/forms/stated-texts.ts';
import type { Draft, EntryClass } from '#shared/contract/documents.ts';
import type { Stretch } from '../reading.ts';

export type Named = Draft['entities'][number];

/** What the analyst changed of a draft: boxes typed over, who is meant, and which words it rests on. */
export interface Edits {
  readonly texts: Texts;
  readonly entities: readonly Named[] | null;
  /** Undefined: as proposed; null: no deal, or a new one. */
  readonly dealId?: string | null;
  readonly passage: Stretch | null;
}

export const NO_EDITS: Edits = { texts: {}, entities: null, passage: null };

export type Corrected = { readonly ok: Draft } | { readonly refused: Refusals };

const STATED = ['amount', 'high', 'qualifier', 'unit'];
/** Set by the host, which knows the source, the passage and the entities. */
const BY_HOST = new Set(['sourceId', 'passageId', 'dealId', 'aboutDealId']);

/** The texts with which the boxes of a draft open, with what has one plain answer filled in. */
export function draftTexts(draft: Draft, typed: Texts = {}): Texts {
  const { as, amount } = draft;
  const { fields } = completeDraft({ ...draft, fields: { ...draft.fields, ...choicesIn(as, typed) } });
  const start: Texts = as === 'deal' || as === 'figure' ? { unit: 'USD', qualifier: 'exact' } : {};
  return { ...start, ...textsOf(as, fields), ...statedTexts(as === 'deal' ? (amount ?? {}) : fields) };
}

/** What is chosen from a list decides what follows from it, such as the basis of a metric. */
function choicesIn(as: EntryClass, typed: Texts): Texts {
  const isChoice = (name: string) => nounOf(as).fields[name]?.of.type === 'choice';
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => isChoice(name) && text !== ''));
}

/**
 * A draft as the analyst corrected it. Law: what nobody typed over stays exactly as it was proposed, also an interval that
 * its hedge alone would not give; every box that does not fit comes back with its sentence.
 */
export function correctedDraft(draft: Draft, edits: Edits): Corrected {
  const { as } = draft;
  const touched = Object.keys(edits.texts);
  const texts = { ...draftTexts(draft, edits.texts), ...edits.texts };
  const read = readTexts(as, fieldsOf(as, touched), texts);
  const stated = readAmountOf(draft, touched, texts);
  const given = {
    ...draft.fields,
    ...('ok' in read ? read.ok : {}),
    ...(as === 'figure' ? (stated.ok ?? {}) : {}),
  };
  const corrected: Draft = completed({
    ...draft,
    fields: as === 'reaction' ? { ...given, ...reactionUnits(given) } : given,
    amount: as === 'deal' && stated.ok !== undefined ? withAmount(draft, stated.ok) : draft.amount,
    entities: (edits.entities ?? draft.entities).filter(isNamed),
    dealId: edits.dealId === undefined ? draft.dealId : edits.dealId,
    passage: edits.passage ?? draft.passage,
  });
  const refused = {
    ...missing(corrected),
    ...('refused' in read ? read.refused : {}),
    ...(stated.refused === undefined ? {} : { amount: stated.refused }),
  };
  return Object.keys(refused).length > 0 ? { refused } : { ok: corrected };
}

/** As the host would complete it, in the types of the contract. */
function completed(draft: Draft): Draft {
  const { fields } = completeDraft(draft);
  return {
    ...draft,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, cell]) => [
        name,
        typeof cell === 'object' && cell !== null ? [...cell] : cell,
      ]),
    ),
  };
}

/** The fields that follow from the boxes typed over: an amount is read anew with its unit. */
function fieldsOf(as: EntryClass, touched: readonly string[]): readonly string[] {
  const own = Object.entries(nounOf(as).fields).flatMap(([name, { of }]) => {
    const isStated = as === 'figure' && (STATED.includes(name) || ['lo', 'point', 'hi'].includes(name));
    if (isStated) return [];
    const boxes = of.type === 'amount' ? [name, of.unitField] : [name];
    return boxes.some((box) => touched.includes(box)) ? [name] : [];
  });
  return own;
}

type Fields = Draft['fields'];

interface StatedAmount {
  readonly ok?: Fields | null;
  readonly refused?: string;
}

function readAmountOf({ as }: Draft, touched: readonly string[], texts: Texts): StatedAmount {
  if ((as !== 'deal' && as !== 'figure') || !STATED.some((box) => touched.includes(box))) return {};
  const isEmpty = (texts.amount ?? '').trim() === '' && texts.qualifier !== 'undisclosed';
  if (as === 'deal' && isEmpty) return { ok: null };
  const stated = readStated(texts);
  return 'ok' in stated ? { ok: { ...stated.ok } } : { refused: stated.refused };
}

function withAmount({ amount }: Draft, stated: Fields | null): Draft['amount'] {
  return stated === null ? null : { ...(amount ?? {}), ...stated };
}

/** A unit without an amount says nothing, and the unit of a percentage is no choice. */
function reactionUnits({ percent = null, valueChange = null }: Fields): Fields {
  return {
    percentUnit: percent === null ? null : 'percent',
    ...(valueChange === null ? { valueUnit: null, valueQualifier: null } : {}),
  };
}

/** A deal that is on file needs nothing but its amount. */
function missing({ as, fields, entities, dealId }: Draft): Refusals {
  if (as === 'deal' && dealId !== null) return {};
  const gaps = Object.entries(nounOf(as).fields).flatMap(([name, { of, required, label }]) => {
    if (!required || BY_HOST.has(name)) return [];
    const isEntity = of.type === 'reference';
    const isThere = isEntity ? entities.some(({ slot }) => slot === name) : hasCell(fields[name]);
    return isThere
      ? []
      : [[name, isEntity ? `Say who: ${label.toLowerCase()}.` : `${label} cannot be empty.`]];
  });
  const hasParty = as !== 'deal' || entities.some(({ slot }) => slot === 'party');
  return { ...Object.fromEntries(gaps), ...(hasParty ? {} : { party: 'A deal needs its parties.' }) };
}

function hasCell(cell: Fields[string] | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}

function isNamed({ name, entityId }: Named): boolean {
  return entityId !== null || name.trim() !== '';
}

/** Reference fields of a class that name an entity, each with a box of its own; a deal has parties instead. */
export function entitySlots(
  as: EntryClass,
): readonly { readonly slot: string; readonly label: string; readonly required: boolean }[] {
  return Object.entries(nounOf(as).fields).flatMap(([slot, { of, label, required }]) =>
    of.type === 'reference' && of.noun === 'entity' ? [{ slot, label, required }] : [],
  );
}
