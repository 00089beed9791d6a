import type { Placed } from '../extract/placed.ts';
import type { KEY_DATE_KINDS } from '../model/quote.ts';
import type { Proposal } from './candidate.ts';
import { type DraftSetting, type EntryDraft, entity } from './entry-draft.ts';
import { onlyCompany } from './named-kind.ts';
import { sentenceAround } from './sentence-around.ts';
import { shortLine } from './short-text.ts';

type Kind = (typeof KEY_DATE_KINDS)[number];

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['ipo', /\b(?:IPO|initial public offering|list(?:ing)? on|go(?:es|ing)? public|stock market listing)\b/iu],
  ['first-refusal-end', /\bright of first refusal\b/iu],
  ['exclusivity-end', /\bexclusiv\w+\b.*\b(?:end|ends|ended|expire|expires|expired|laps\w+)\b/iu],
  ['exclusivity-start', /\bexclusiv/iu],
  ['lock-up-end', /\block-?up\b/iu],
  ['maturity', /\b(?:matur(?:es|ity|ing)|falls? due|repaid by|repayable)\b/iu],
  ['option-opens', /\boption\b/iu],
  [
    'capacity-online',
    /\b(?:capacity|online|operational|come on stream|commission\w*|deployed|begin production|start production)\b/iu,
  ],
  ['restructuring', /\b(?:restructur\w+|recapitali[sz]\w+|reorgani[sz]\w+)\b/iu],
  ['review', /\b(?:review|decision|ruling|vote|hearing)\b/iu],
  ['announcement', /\b(?:announce[sd]?|announcement|unveil\w*|disclos\w+)\b/iu],
];

const LONGEST_NAME = 160;

/** A dated event: what happens is named by its sentence until the analyst gives it a shorter name. */
export function keyDateDraft(
  { date }: Extract<Proposal, { class: 'key-date' }>,
  passage: Placed,
  { reading, day }: DraftSetting,
): Pick<EntryDraft, 'as' | 'fields' | 'entities'> {
  const around = sentenceAround(reading, passage);
  const words = reading.text.slice(around.start, around.end);
  const isToCome = (date.untilOn ?? date.fromOn ?? '') > day;
  return {
    as: 'key-date',
    fields: {
      name: shortLine(words, LONGEST_NAME),
      kind: KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other',
      fromOn: date.fromOn,
      untilOn: date.untilOn,
      wording: date.text,
      status: isToCome ? 'planned' : 'occurred',
      note: null,
    },
    entities: [entity('entityId', onlyCompany(reading, around), 'company')],
  };
}
