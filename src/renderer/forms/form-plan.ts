import type { NounId } from '#core/model/field.ts';
import { nounOf } from '#core/model/nouns.ts';
import type { FormNoun } from './open-form.ts';

/**
 * How the form of each noun is laid out. Fields come from the model; here stands only their order, what they start
 * with, and which of them the form writes itself (amounts, passages).
 */
interface FormPlan {
  readonly groups: readonly FormGroup[];
  /** True: one box takes the amount with its hedge, and qualifier, low, stated and high follow from it. */
  readonly hasStatedAmount: boolean;
  /** True: a box takes the words of the source, which become a passage of their own. */
  readonly hasWords: boolean;
  readonly initial: Readonly<Record<string, string>>;
}

export interface FormGroup {
  readonly title: string;
  readonly fields: readonly string[];
}

const WRITTEN_BY_FORM = new Set([
  'qualifier',
  'lo',
  'point',
  'hi',
  'passageId',
  'percentUnit',
  'sha256',
  'content',
  'retrievedAt',
]);

interface PlanParts {
  readonly first: readonly string[];
  readonly source?: readonly string[];
  readonly initial?: Readonly<Record<string, string>>;
  readonly hasStatedAmount?: boolean;
}

/** The rest of the noun's fields follow in a group of their own. */
function plan(
  noun: NounId,
  { first, source = [], initial = {}, hasStatedAmount = false }: PlanParts,
): FormPlan {
  const all = Object.keys(nounOf(noun).fields);
  const ownUnit = hasStatedAmount ? ['unit'] : [];
  const named = new Set([...first, ...source, ...ownUnit]);
  const rest = all.filter((name) => !named.has(name) && !WRITTEN_BY_FORM.has(name));
  const groups = [
    { title: '', fields: first },
    { title: 'Where it stands', fields: source },
    { title: 'More', fields: rest },
  ];
  return {
    groups: groups.filter(({ fields }) => fields.length > 0),
    hasStatedAmount,
    hasWords: all.includes('passageId'),
    initial,
  };
}

export const FORM_PLANS: Readonly<Record<FormNoun, FormPlan>> = {
  deal: plan('deal', {
    first: ['name', 'kind', 'status', 'announcedOn'],
    source: ['sourceId'],
    initial: { status: 'announced', unit: 'USD', qualifier: 'exact' },
  }),
  figure: plan('figure', {
    first: ['entityId', 'metric', 'dealId', 'basis', 'status', 'periodLabel'],
    source: ['sourceId', 'credibility', 'isPrimary', 'wording'],
    initial: { unit: 'USD', qualifier: 'exact', credibility: '6', basis: 'stock', status: 'reported' },
    hasStatedAmount: true,
  }),
  quote: plan('quote', {
    first: [
      'speakerId',
      'affiliationId',
      'role',
      'stance',
      'words',
      'isVerbatim',
      'saidOn',
      'aboutId',
      'aboutDealId',
    ],
    source: ['sourceId'],
    initial: { isVerbatim: '1' },
  }),
  reaction: plan('reaction', {
    first: [
      'entityId',
      'dealId',
      'direction',
      'move',
      'percent',
      'observedOn',
      'valueChange',
      'valueUnit',
      'valueQualifier',
    ],
    source: ['sourceId'],
    initial: { move: 'unstated', valueUnit: 'USD' },
  }),
  'key-date': plan('key-date', {
    first: ['name', 'kind', 'status', 'fromOn', 'untilOn', 'entityId', 'dealId'],
    source: ['sourceId', 'wording'],
    initial: { status: 'planned' },
  }),
  entity: plan('entity', {
    first: ['name', 'kind', 'underReview', 'sector', 'aliases', 'tickers'],
    initial: { kind: 'company' },
  }),
  source: plan('source', {
    first: ['title', 'publisher', 'author', 'kind', 'reliability', 'publishedOn', 'url'],
    initial: { kind: 'press', reliability: 'F' },
  }),
  passage: plan('passage', { first: ['sourceId', 'words'] }),
  citation: plan('citation', { first: ['sourceId', 'citesId'] }),
  'deal-party': plan('deal-party', { first: ['dealId', 'entityId', 'role'] }),
  'schedule-row': plan('schedule-row', {
    first: ['dealId', 'startOn', 'endOn', 'amount', 'unit'],
    source: ['sourceId'],
    initial: { unit: 'USD' },
  }),
  price: plan('price', {
    first: ['entityId', 'ticker', 'onDay', 'close', 'currency', 'isAdjusted'],
    source: ['sourceId'],
    initial: { currency: 'USD', isAdjusted: '0' },
  }),
  'fx-rate': plan('fx-rate', { first: ['base', 'quoteCurrency', 'rate', 'onDay'], source: ['sourceId'] }),
};
