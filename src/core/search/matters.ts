import type { Metric } from '../model/figure.ts';

/** What a question may ask an amount of: the words for it, and the metrics that count. */
export interface Matter {
  /** In the plural, as it stands in a sentence. */
  readonly name: string;
  readonly words: RegExp;
  readonly metrics: readonly Metric[];
}

const DEAL_AMOUNTS: readonly Metric[] = ['deal-headline', 'deal-binding', 'deal-funded', 'deal-paid'];

function matter(name: string, words: string, metrics: readonly Metric[]): Matter {
  return {
    name,
    words: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'iu'),
    metrics,
  };
}

/** Longer names come first, since "cash burn" holds "cash". */
export const MATTERS: readonly Matter[] = [
  matter('the tenor of commitments', 'commitment tenors?|tenors?', ['commitment-tenor']),
  matter('commitments', 'commitments?|committed|obligations?', ['total-commitments', ...DEAL_AMOUNTS]),
  matter('operating expense', 'operating (?:expenses?|costs?)|opex', ['operating-expense']),
  matter('revenue', 'revenues?|sales|turnover', ['revenue']),
  matter('net loss', '(?:net )?loss(?:es)?', ['net-loss']),
  matter('valuation', 'valuations?|valued|worth', ['valuation']),
  matter('market share', 'market shares?', ['market-share']),
  matter('growth', 'growth|grew|growing', ['growth']),
  matter('users', 'users?|subscribers?|customers?', ['users']),
  matter('pay per head', 'pay per head|salar(?:y|ies)', ['pay-per-head']),
  matter('headcount', 'headcount|employees|staff', ['headcount']),
  matter('requests', 'requests', ['requests']),
  matter('capacity', 'capacity|capacities|power', ['capacity']),
  matter('training cost', 'training costs?', ['training-cost']),
  matter('build cost', 'build costs?|capex', ['build-cost']),
  matter('cash burn', 'cash burn|burn(?: rate)?', ['cash-burn']),
  matter('cash', 'cash', ['cash']),
  matter('useful life', 'useful li(?:fe|ves)', ['useful-life']),
  matter('the share of compute', 'compute shares?', ['compute-share']),
  matter('backlog', 'backlogs?|rpo', ['backlog']),
  matter('the rate of deals', 'deal rates?', ['deal-rate']),
  matter('stakes', 'stakes?', ['deal-stake']),
  matter('deals', 'deals?|contracts?|agreements?|investments?', DEAL_AMOUNTS),
];

const NO_MONEY: readonly Metric[] = [
  'commitment-tenor',
  'market-share',
  'growth',
  'users',
  'headcount',
  'requests',
  'capacity',
  'useful-life',
  'compute-share',
  'deal-stake',
];

/** Whether its amounts are sums of money. */
export function isOfMoney({ metrics }: Matter): boolean {
  return !metrics.some((metric) => NO_MONEY.includes(metric));
}

/** The first matter that a text names, with its place. */
export function matterIn(
  text: string,
): { readonly matter: Matter; readonly start: number; readonly end: number } | null {
  for (const one of MATTERS) {
    const found = one.words.exec(text);
    if (found !== null) return { matter: one, start: found.index, end: found.index + found[0].length };
  }
  return null;
}
