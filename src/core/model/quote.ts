import { QUALIFIERS } from '../quantities/qualifier.ts';
import { UNIT_IDS } from '../quantities/unit.ts';
import {
  amount,
  choice,
  day,
  flag,
  integer,
  longText,
  type Noun,
  type RowOf,
  reference,
  text,
} from './field.ts';

const quoteFields = {
  speakerId: reference('Speaker', 'entity').needed(),
  affiliationId: reference('Affiliation', 'entity'),
  role: text('Role'),
  words: longText('Words').needed(),
  isVerbatim: flag('Verbatim', 'No: a paraphrase by the source.').needed(),
  stance: integer(
    'Stance',
    '1 in favour, 0 neutral, -1 against, towards the entity or deal it is about.',
    -1,
    1,
  ),
  aboutId: reference('About', 'entity'),
  aboutDealId: reference('About deal', 'deal'),
  isAffiliated: flag('Affiliated', 'The speaker belongs to a party of the deal.'),
  saidOn: day('Said'),
  sourceId: reference('Source', 'source').needed(),
  passageId: reference('Passage', 'passage'),
  note: longText('Note'),
};

export type Quote = RowOf<typeof quoteFields>;

export const quoteNoun: Noun<typeof quoteFields> = {
  id: 'quote',
  label: 'Quote',
  plural: 'Quotes',
  table: 'quotes',
  prefix: 'quo',
  what: 'What somebody said, and towards whom it leans.',
  identity: ['speakerId', 'words', 'sourceId'],
  fields: quoteFields,
  check: () => [],
};

export const DIRECTIONS = ['up', 'down', 'flat'] as const;
export const MOVES = ['close', 'intraday', 'record-high', 'unstated'] as const;

const reactionFields = {
  entityId: reference('Instrument of', 'entity').needed(),
  dealId: reference('Event', 'deal', 'The deal whose announcement the move followed.'),
  direction: choice('Direction', DIRECTIONS).needed(),
  move: choice('Move', MOVES, 'Which move the source speaks of.').needed(),
  percent: amount('Change', 'percentUnit', 'Magnitude as printed; the direction stands apart.'),
  percentUnit: choice('Change unit', ['percent']),
  valueQualifier: choice('Value qualifier', QUALIFIERS),
  valueChange: amount('Market value change', 'valueUnit'),
  valueUnit: choice('Currency', UNIT_IDS),
  observedOn: day('Day'),
  sourceId: reference('Source', 'source').needed(),
  passageId: reference('Passage', 'passage'),
  note: longText('Note'),
};

export type Reaction = RowOf<typeof reactionFields>;

export const reactionNoun: Noun<typeof reactionFields> = {
  id: 'reaction',
  label: 'Market reaction',
  plural: 'Market reactions',
  table: 'reactions',
  prefix: 'rea',
  what: 'A move of a share that a source reports; raw, never an abnormal return.',
  identity: ['entityId', 'dealId', 'direction', 'move', 'percent', 'valueChange', 'observedOn', 'sourceId'],
  fields: reactionFields,
  check: (row) => {
    if (row.percent !== null && row.percentUnit === null) return ['A change needs its unit, per cent.'];
    if (row.valueChange !== null && row.valueUnit === null)
      return ['A change of market value needs its currency.'];
    return [];
  },
};

export const KEY_DATE_KINDS = [
  'exclusivity-start',
  'exclusivity-end',
  'first-refusal-end',
  'restructuring',
  'capacity-online',
  'option-opens',
  'ipo',
  'review',
  'maturity',
  'lock-up-end',
  'announcement',
  'other',
] as const;

const keyDateFields = {
  name: text('Event').needed(),
  kind: choice('Kind', KEY_DATE_KINDS).needed(),
  entityId: reference('About', 'entity'),
  dealId: reference('Deal', 'deal'),
  fromOn: day('Earliest', 'A partial date is a window: October 2025 is 2025-10-01 to 2025-11-01.'),
  untilOn: day('Before', 'First day after the window.'),
  wording: text('As written'),
  status: choice('Status', ['occurred', 'planned', 'rumoured', 'contradicted']).needed(),
  sourceId: reference('Source', 'source').needed(),
  passageId: reference('Passage', 'passage'),
  note: longText('Note'),
};

export type KeyDate = RowOf<typeof keyDateFields>;

export const keyDateNoun: Noun<typeof keyDateFields> = {
  id: 'key-date',
  label: 'Key date',
  plural: 'Key dates',
  table: 'key_dates',
  prefix: 'key',
  what: 'A day or window on which something ends, opens or is planned.',
  identity: ['name', 'fromOn', 'untilOn', 'sourceId', 'wording'],
  fields: keyDateFields,
  check: (row) =>
    row.fromOn !== null && row.untilOn !== null && row.fromOn >= row.untilOn
      ? ['The window must start before it ends.']
      : [],
};
