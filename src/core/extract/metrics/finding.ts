import type { Rule } from '../confidence.ts';
import type { Placed } from '../placed.ts';
import type { ProposedMetricName } from '../report.ts';
import type { Quantity } from './quantities.ts';

/** A quantity of a sentence read as a metric. Places are within the sentence. */
export interface Finding {
  readonly quantity: Quantity;
  readonly metric: ProposedMetricName;
  readonly rule: Rule;
  /** The words that say what is measured; its owner is sought around them. */
  readonly said: Placed;
  /** Where the owner's name begins, where the rule itself tells; null leaves it to `owners.ts`. */
  readonly ownerAt: number | null;
  /** Whether the words describe the owner, as "the startup": then it is whom the text is about. */
  readonly isDescribed: boolean;
  /** A fall, as of growth. */
  readonly isNegative: boolean;
}

export type Words = Pick<Finding, 'metric' | 'rule' | 'said'>;

export function finding(quantity: Quantity, words: Words, more: Partial<Finding> = {}): Finding {
  return { quantity, ownerAt: null, isDescribed: false, isNegative: false, ...words, ...more };
}
