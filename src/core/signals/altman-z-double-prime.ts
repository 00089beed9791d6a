import type { Reading, SignalDefinition } from './definition.ts';
import { notApplicable } from './outcome.ts';

export const altmanZDoublePrime: SignalDefinition = {
  id: 'altman-z-double-prime',
  name: "Altman Z''",
  question: 'Does the balance sheet look like those of firms that failed?',
  pillar: 'governance-market',
  family: 'distress',
  formula:
    '6.56 working capital / assets + 3.26 retained earnings / assets + 6.72 EBIT / assets + 1.05 book equity / liabilities',
  method: "Altman's Z'' for firms that are private or do not manufacture, 1995.",
  falsePositives: ['Young firms carry deficits by design.'],
  measures: [
    {
      id: null,
      name: "Altman Z''",
      unit: 'score',
      isLowerWorse: true,
      defaults: { watch: 2.6, warn: 1.1, critical: 1.1 },
      why: 'Below 2.6 the model cannot tell, below 1.1 it sees distress; there is no step between them.',
    },
  ],
  evaluate,
};

function evaluate(): readonly Reading[] {
  return [notApplicable(null, 'it needs a full balance sheet, and the ledger holds none of this company')];
}
