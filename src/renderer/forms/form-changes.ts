import type { DealStatus } from '#core/model/deal.ts';
import type { Cell, NounId } from '#core/model/field.ts';
import type { FigureStatus } from '#core/model/figure.ts';
import { nounOf } from '#core/model/nouns.ts';
import type { EntryChange } from '#shared/contract/entries.ts';
import { FORM_PLANS } from './form-plan.ts';
import {
  type FieldCells,
  isNewName,
  NEW,
  type Refusals,
  readTexts,
  type Texts,
  textsOf,
} from './form-texts.ts';
import type { FormNoun } from './open-form.ts';
import { readStated, statedTexts } from './stated-texts.ts';

/**
 * A filled form as one batch of changes. Law: what belongs together (a deal, its parties, its words, its amount)
 * is written in one commit or not at all, so undo takes all of it back.
 */
export type Batch = { readonly changes: readonly EntryChange[] } | { readonly refused: Refusals };

interface Held {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Cell>>;
  /** The words of the passage that the entry rests on, or empty. */
  readonly words: string;
}

export function additionOf(noun: FormNoun, texts: Texts): Batch {
  const read = readForm(noun, texts);
  const gaps = noun === 'deal' ? missingParties(texts) : {};
  if ('refused' in read) return { refused: { ...gaps, ...read.refused } };
  if (Object.keys(gaps).length > 0) return { refused: gaps };
  const fresh = newEntries(noun, texts);
  const fields = { ...fresh.resolve(read.ok), ...passageReference(texts, NO_WORDS) };
  const main: EntryChange = { op: 'add', noun, key: '$main', fields };
  const before = [...fresh.changes, ...passageChange(fresh.resolve(read.ok).sourceId, texts, NO_WORDS)];
  if (noun !== 'deal') return { changes: [...before, main] };
  const parts = dealParts(fields, texts, fresh.resolve);
  return 'refused' in parts ? parts : { changes: [...before, main, ...parts.changes] };
}

/** Only what differs from the entry as it is held; a passage is never rewritten, other entries may rest on it. */
export function correctionOf(noun: FormNoun, held: Held, texts: Texts): Batch {
  const read = readForm(noun, texts);
  if ('refused' in read) return read;
  const fresh = newEntries(noun, texts);
  const resolved = fresh.resolve(read.ok);
  const heldWords = { words: held.words, sourceId: String(held.fields.sourceId ?? '') };
  const wanted = { ...resolved, ...passageReference(texts, heldWords) };
  const opened = { ...textsOf(noun, held.fields), ...statedTexts(held.fields), passage: held.words };
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, cell]) => isTouched(noun, name, opened, texts) && !isSame(cell, held.fields[name] ?? null),
    ),
  );
  if (Object.keys(fields).length === 0) return { changes: [] };
  const words = passageChange(resolved.sourceId, texts, heldWords);
  return {
    changes: [...fresh.changes, ...words, { op: 'correct', id: held.id, version: held.version, fields }],
  };
}

const STATED = ['amount', 'high', 'qualifier', 'unit'];
const REACTION_VALUE = ['valueChange', 'valueUnit', 'valueQualifier'];

/** An amount that nobody typed over stays as it is stored, also where its interval is not the one its hedge would give. */
function isTouched(noun: FormNoun, name: string, opened: Texts, texts: Texts): boolean {
  return boxesOf(noun, name).some((box) => (opened[box] ?? '') !== (texts[box] ?? ''));
}

/** The boxes of the form that a field follows from. */
function boxesOf(noun: FormNoun, name: string): readonly string[] {
  if (
    FORM_PLANS[noun].hasStatedAmount &&
    (name === 'lo' || name === 'point' || name === 'hi' || STATED.includes(name))
  )
    return STATED;
  if (name === 'passageId') return ['passage', 'sourceId'];
  if (name === 'percentUnit') return ['percent'];
  if (noun === 'reaction' && REACTION_VALUE.includes(name)) return REACTION_VALUE;
  const of = nounOf(noun).fields[name]?.of;
  return of?.type === 'amount' ? [name, of.unitField] : [name];
}

function isSame(cell: unknown, held: unknown): boolean {
  return JSON.stringify(cell) === JSON.stringify(held);
}

function readForm(
  noun: FormNoun,
  texts: Texts,
): { readonly ok: FieldCells } | { readonly refused: Refusals } {
  const plan = FORM_PLANS[noun];
  const read = readTexts(
    noun,
    plan.groups.flatMap(({ fields }) => fields),
    texts,
  );
  const stated = plan.hasStatedAmount ? readStated(texts) : null;
  const refused = {
    ...('refused' in read ? read.refused : {}),
    ...(stated !== null && 'refused' in stated ? { amount: stated.refused } : {}),
  };
  if (Object.keys(refused).length > 0 || 'refused' in read) return { refused };
  const amount = stated !== null && 'ok' in stated ? { ...stated.ok } : {};
  return { ok: { ...read.ok, ...amount, ...impliedUnits(noun, read.ok) } };
}

/** A unit without an amount says nothing, and the unit of a percentage is no choice. */
function impliedUnits(noun: FormNoun, fields: FieldCells): FieldCells {
  if (noun !== 'reaction') return {};
  return {
    percentUnit: fields.percent === null ? null : 'percent',
    ...(fields.valueChange === null ? { valueUnit: null, valueQualifier: null } : {}),
  };
}

/** Entities and sources that are only named so far, each added once, and the fields that then refer to them. */
function newEntries(noun: NounId, texts: Texts) {
  const named = new Map<string, { readonly key: string; readonly change: EntryChange }>();
  const references = [...Object.entries(nounOf(noun).fields), ...Object.entries(nounOf('deal-party').fields)];
  for (const [field, text] of Object.entries(texts)) {
    if (!isNewName(text)) continue;
    const of = references.find(([name]) => name === field)?.[1].of;
    const target = of?.type === 'reference' && of.noun === 'source' ? 'source' : 'entity';
    const key = `$new-${named.size + 1}`;
    const name = text.slice(NEW.length).trim();
    if (!named.has(`${target} ${name}`))
      named.set(`${target} ${name}`, { key, change: plainEntry(target, key, name, field) });
  }
  const keyOf = (text: string) =>
    named.get(`entity ${text.slice(NEW.length).trim()}`)?.key ??
    named.get(`source ${text.slice(NEW.length).trim()}`)?.key ??
    text;
  const resolve = (fields: FieldCells): FieldCells =>
    Object.fromEntries(
      Object.entries(fields).map(([name, cell]) => [
        name,
        typeof cell === 'string' && isNewName(cell) ? keyOf(cell) : cell,
      ]),
    );
  return { changes: [...named.values()].map(({ change }) => change), resolve };
}

/** What a new source is worth is not known yet, so its reliability is F until the analyst says otherwise. */
function plainEntry(noun: 'entity' | 'source', key: string, name: string, field: string): EntryChange {
  const kind = field === 'speakerId' ? 'person' : 'company';
  return noun === 'source'
    ? { op: 'add', noun, key, fields: { title: name, kind: 'other', reliability: 'F' } }
    : { op: 'add', noun, key, fields: { name, kind } };
}

interface HeldWords {
  readonly words: string;
  readonly sourceId: string;
}

const NO_WORDS: HeldWords = { words: '', sourceId: '' };

/** The words moved to another source are another passage, even if they read the same. */
function isNewPassage({ passage = '', sourceId = '' }: Texts, held: HeldWords): boolean {
  const words = passage.trim();
  return words !== '' && (words !== held.words.trim() || sourceId !== held.sourceId);
}

function passageReference(texts: Texts, held: HeldWords): FieldCells {
  if (isNewPassage(texts, held)) return { passageId: '$passage' };
  const isTakenOut = (texts.passage ?? '').trim() === '' && held.words !== '';
  return isTakenOut ? { passageId: null } : {};
}

function passageChange(sourceId: Cell | undefined, texts: Texts, held: HeldWords): readonly EntryChange[] {
  if (!isNewPassage(texts, held) || typeof sourceId !== 'string') return [];
  const fields = { sourceId, words: (texts.passage ?? '').trim() };
  return [{ op: 'add', noun: 'passage', key: '$passage', fields }];
}

const FIGURE_STATUS: Readonly<Record<DealStatus, FigureStatus>> = {
  rumoured: 'rumoured',
  'in-talks': 'in-talks',
  'letter-of-intent': 'reported',
  announced: 'reported',
  signed: 'reported',
  active: 'reported',
  completed: 'reported',
  terminated: 'reported',
};

function missingParties({ payerId = '', payeeId = '' }: Texts): Refusals {
  return {
    ...(payerId === '' ? { payerId: 'Say who pays.' } : {}),
    ...(payeeId === '' ? { payeeId: 'Say who is paid.' } : {}),
  };
}

/** The parties of a new deal and, where one is stated, its amount. */
function dealParts(deal: FieldCells, texts: Texts, resolve: (fields: FieldCells) => FieldCells): Batch {
  const { payerId = null, payeeId = null } = resolve({
    payerId: texts.payerId || null,
    payeeId: texts.payeeId || null,
  });
  if (payerId === null || payeeId === null) return { refused: missingParties(texts) };
  const party = (entityId: typeof payerId, role: string): EntryChange => ({
    op: 'add',
    noun: 'deal-party',
    fields: { dealId: '$main', entityId, role },
  });
  const parties = [party(payerId, 'payer'), party(payeeId, 'payee')];
  if ((texts.amount ?? '').trim() === '' && texts.qualifier !== 'undisclosed') return { changes: parties };
  const stated = readStated(texts);
  if ('refused' in stated) return { refused: { amount: stated.refused } };
  const fields = {
    ...stated.ok,
    entityId: payerId,
    metric: 'deal-headline',
    dealId: '$main',
    basis: 'stock',
    status: FIGURE_STATUS[deal.status as DealStatus],
    credibility: 6,
    sourceId: deal.sourceId ?? null,
    ...(deal.passageId === undefined ? {} : { passageId: deal.passageId }),
  };
  return { changes: [...parties, { op: 'add', noun: 'figure', fields }] };
}
