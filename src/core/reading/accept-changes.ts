import type { AddChange, ChangeCell } from '../intake/change.ts';
import { plainName } from '../intake/names.ts';
import type { NounId } from '../model/field.ts';
import { nounOf } from '../model/nouns.ts';
import { headlineFields } from './deal-draft.ts';
import type { DraftEntity, DraftFields, EntryDraft } from './entry-draft.ts';
import { passageFields } from './passage-words.ts';

/** What an accepted draft becomes: entities, passage and entries, in the order in which references hold. */
export interface Accepted {
  readonly changes: readonly AddChange[];
  /** Positions of the entries among the changes: what was accepted, without passage and entities. */
  readonly entries: readonly number[];
}

interface AcceptSetting {
  readonly sourceId: string;
  readonly text: string;
  /** Initials by which the text calls a name; they are kept with a new entity, so that the next text finds it. */
  readonly shortNamesOf?: (name: string) => readonly string[];
}

const PASSAGE = '$passage';
const DEAL = '$deal';

/** The changes of one commit. A deal that is on file already gets the amount as another version of it, and nothing else. */
export function acceptChanges(draft: EntryDraft, { sourceId, text, shortNamesOf }: AcceptSetting): Accepted {
  const passage = add('passage', passageFields(sourceId, text, draft.passage), PASSAGE);
  const newcomers = newEntities(draft.entities, shortNamesOf ?? (() => []));
  const before: readonly AddChange[] = [passage, ...newcomers.map(({ change }) => change)];
  const keyOf = (one: DraftEntity): string | null =>
    one.entityId ?? newcomers.find(({ name }) => name === plainName(one.name))?.key ?? null;
  const evidence = { sourceId, passageId: PASSAGE };
  const entries =
    draft.as === 'deal' ? dealChanges(draft, keyOf, evidence) : [entryChange(draft, keyOf, evidence)];
  const changes = [...before, ...entries];
  const made = entries.flatMap(({ noun }, at) => (noun === 'deal-party' ? [] : [before.length + at]));
  return { changes, entries: made };
}

type KeyOf = (one: DraftEntity) => string | null;
type Evidence = Readonly<Record<'sourceId' | 'passageId', string>>;

interface Newcomer {
  readonly name: string;
  readonly key: string;
  readonly change: AddChange;
}

/** Each new name once, however often the draft mentions it. */
function newEntities(
  entities: readonly DraftEntity[],
  shortNamesOf: (name: string) => readonly string[],
): readonly Newcomer[] {
  const found = new Map<string, Newcomer>();
  for (const { entityId, name, kind } of entities) {
    const plain = plainName(name);
    if (entityId !== null || plain === '' || found.has(plain)) continue;
    const key = `$entity-${found.size + 1}`;
    const aliases = [...shortNamesOf(name.trim())];
    const fields = { name: name.trim(), kind, aliases: aliases.length === 0 ? null : aliases };
    found.set(plain, { name: plain, key, change: add('entity', fields, key) });
  }
  return [...found.values()];
}

function entryChange(
  { as, fields, entities, dealId }: EntryDraft,
  keyOf: KeyOf,
  evidence: Evidence,
): AddChange {
  const dealField = DEAL_FIELDS[as];
  const slots = Object.fromEntries(entities.map((one) => [one.slot, keyOf(one)]));
  const deal = dealField === undefined || dealId === null ? {} : { [dealField]: dealId };
  return add(as, { ...fields, ...slots, ...deal, ...evidence });
}

const DEAL_FIELDS: Readonly<Partial<Record<EntryDraft['as'], string>>> = {
  figure: 'dealId',
  quote: 'aboutDealId',
  reaction: 'dealId',
  'key-date': 'dealId',
};

function dealChanges(draft: EntryDraft, keyOf: KeyOf, evidence: Evidence): readonly AddChange[] {
  const { fields, entities, dealId } = draft;
  const parties = entities.filter(({ slot }) => slot === 'party');
  const amount = amountChange(draft, dealId ?? DEAL, keyOf, evidence);
  if (dealId !== null) return amount;
  return [
    add('deal', { ...fields, ...evidence }, DEAL),
    ...parties.map((party) =>
      add('deal-party', { dealId: DEAL, entityId: keyOf(party), role: party.role ?? 'partner' }),
    ),
    ...amount,
  ];
}

/** The headline is a figure about who pays; where nobody does, about the first party. */
function amountChange(
  { fields, amount, entities }: EntryDraft,
  dealId: string,
  keyOf: KeyOf,
  evidence: Evidence,
): readonly AddChange[] {
  if (amount === null) return [];
  const payer = entities.find(({ role }) => role === 'payer') ?? entities[0];
  const entityId = payer === undefined ? null : keyOf(payer);
  const given = Object.fromEntries(Object.entries(amount).filter(([, cell]) => cell !== null));
  return [
    add('figure', { ...headlineFields(String(fields['status'])), ...given, entityId, dealId, ...evidence }),
  ];
}

/** Fields that are open are left out: unknown, never empty. */
function add(noun: NounId, given: DraftFields, key?: string): AddChange {
  const fields: Record<string, ChangeCell> = {};
  for (const [name, cell] of Object.entries(given))
    if (cell !== null && cell !== '') fields[name] = typeof cell === 'object' ? [...cell] : cell;
  return key === undefined ? { op: 'add', noun, fields } : { op: 'add', noun, key, fields };
}

/** What is needed and open, in sentences; empty where the draft is complete enough to be an entry. */
export function missingIn(draft: EntryDraft): readonly string[] {
  const { changes } = acceptChanges(draft, { sourceId: 'src', text: '' });
  const open = changes.flatMap(({ noun, fields }) =>
    Object.entries(nounOf(noun).fields).flatMap(([name, { required, label }]) =>
      required && fields[name] === undefined && noun !== 'passage' ? [`${label} is missing.`] : [],
    ),
  );
  return [...new Set(open)];
}
