import { UNIT_IDS } from '../quantities/unit.ts';
import {
  choice,
  day,
  flag,
  integer,
  list,
  longText,
  type Noun,
  type RowOf,
  reference,
  text,
} from './field.ts';

export const ENTITY_KINDS = ['company', 'person', 'institution', 'venture'] as const;

const fields = {
  name: text('Name').needed(),
  kind: choice('Kind', ENTITY_KINDS).needed(),
  underReview: flag('Under review', 'Signals are computed for every entity under review.'),
  parentId: reference('Parent', 'entity', 'The ultimate parent signals roll up to, as AWS to Amazon.'),
  parentFrom: day('Parent since'),
  parentUntil: day('Parent until'),
  rollsUp: flag('Rolls up', 'Count this entity as its parent in concentration and circular flows.'),
  aliases: list('Also known as'),
  tickers: list('Tickers'),
  sector: text('Sector'),
  reportingCurrency: choice(
    'Reports in',
    UNIT_IDS,
    'Currency of its ratios: amounts in others are converted at the rates on file. Empty: the currency of its revenue.',
  ),
  fiscalYearEndMonth: integer('Fiscal year ends in month', '1 to 12; empty: the calendar year.', 1, 12),
  note: longText('Note'),
};

export type Entity = RowOf<typeof fields>;

export const entityNoun: Noun<typeof fields> = {
  id: 'entity',
  label: 'Entity',
  plural: 'Entities',
  table: 'entities',
  prefix: 'ent',
  what: 'A company, person, institution or venture that deals, figures and quotes speak of.',
  identity: ['name', 'kind'],
  fields,
  check: (row) =>
    row.parentFrom !== null && row.parentUntil !== null && row.parentFrom >= row.parentUntil
      ? ['The parent must start before it ends.']
      : [],
};
