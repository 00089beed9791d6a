import type { ChoicePolicy } from '../figures/policy.ts';
import type { EntityFacts } from '../model/ledger-view.ts';
import type { LedgerIndex } from './ledger-index.ts';

/** One subject looked at under one policy of choice: what every metric is computed from. */
export interface Study {
  readonly index: LedgerIndex;
  readonly subject: EntityFacts;
  readonly policy: ChoicePolicy;
}
