import { assertNever } from '../assert-never.ts';
import type { Placed } from '../extract/placed.ts';
import type { Proposal } from './candidate.ts';
import { dealDraft } from './deal-draft.ts';
import { type DraftSetting, type EntryDraft, entity } from './entry-draft.ts';
import { figureDraft } from './figure-draft.ts';
import { keyDateDraft } from './key-date-draft.ts';
import { kindOfName } from './named-kind.ts';
import { storedAmount } from './read-amount.ts';
import { sentenceAround } from './sentence-around.ts';

/**
 * The entry that a proposal would become, entities not matched yet. A figure or a date rests on its sentence, which
 * says what it is of.
 */
export function draftOf(proposal: Proposal, passage: Placed, setting: DraftSetting): EntryDraft {
  switch (proposal.class) {
    case 'deal':
      return { ...dealDraft(proposal), dealId: null, passage };
    case 'figure':
      return {
        ...figureDraft(proposal, passage, setting),
        ...{ amount: null, dealId: null, passage: sentenceAround(setting.reading, passage) },
      };
    case 'quote':
      return { ...quoteDraft(proposal, setting), amount: null, dealId: null, passage };
    case 'reaction':
      return { ...reactionDraft(proposal), amount: null, dealId: null, passage };
    case 'key-date':
      return {
        ...keyDateDraft(proposal, passage, setting),
        ...{ amount: null, dealId: null, passage: sentenceAround(setting.reading, passage) },
      };
    default:
      return assertNever(proposal);
  }
}

type Drafted = Pick<EntryDraft, 'as' | 'fields' | 'entities'>;

function quoteDraft({ quote }: Extract<Proposal, { class: 'quote' }>, { reading }: DraftSetting): Drafted {
  const { speaker, affiliation, role, text } = quote;
  const affiliated = affiliation === null || affiliation === speaker ? [] : [affiliation];
  return {
    as: 'quote',
    fields: { words: text, role, isVerbatim: 1, stance: null, isAffiliated: null, saidOn: null, note: null },
    entities: [
      entity('speakerId', speaker ?? '', kindOfName(speaker ?? '', reading, 'person')),
      ...affiliated.map((name) => entity('affiliationId', name, kindOfName(name, reading, 'company'))),
    ],
  };
}

function reactionDraft({ reaction, value }: Extract<Proposal, { class: 'reaction' }>): Drafted {
  const percent =
    reaction.percent === null
      ? null
      : storedAmount({
          low: reaction.percent,
          high: reaction.percent,
          qualifier: 'exact',
          unit: 'percent',
          wording: null,
        }).point;
  const change = value === null ? null : storedAmount(value);
  return {
    as: 'reaction',
    fields: {
      direction: reaction.direction,
      move: reaction.move,
      percent,
      percentUnit: percent === null ? null : 'percent',
      valueQualifier: change === null ? null : change.qualifier,
      valueChange: change?.point ?? null,
      valueUnit: change?.unit ?? null,
      observedOn: null,
      note: null,
    },
    entities: [entity('entityId', reaction.entity, 'company')],
  };
}
