import type { Reading, SignalDefinition } from './definition.ts';
import { notApplicable } from './outcome.ts';

export const beneishMScore: SignalDefinition = {
  id: 'beneish-m-score',
  name: 'Beneish M-score',
  question: 'Do two years of statements look like those of firms that flattered their earnings?',
  pillar: 'governance-market',
  family: 'accounting',
  formula:
    '-4.84 + 0.920 DSRI + 0.528 GMI + 0.404 AQI + 0.892 SGI + 0.115 DEPI - 0.172 SGAI + 4.679 TATA - 0.327 LVGI',
  method: 'Beneish, The Detection of Earnings Manipulation, 1999. A screen of statements, never a finding.',
  falsePositives: ['Fast growers and acquirers score high.', 'It does not fit banks and insurers.'],
  measures: [
    {
      id: null,
      name: 'Beneish M-score',
      unit: 'score',
      isLowerWorse: false,
      defaults: { watch: -2.22, warn: -1.78, critical: -1.49 },
      why: '-1.78 and -1.49 are the cut-offs where a miss costs 20 and 40 times a false alarm; -2.22 is the tighter line in use.',
    },
  ],
  evaluate,
};

function evaluate(): readonly Reading[] {
  return [
    notApplicable(
      null,
      'it needs the full statements of two years, and the ledger holds none of this company',
    ),
  ];
}
