import { describe, expect, it } from 'vitest';
import { exactly } from '#core/quantities/interval.ts';
import { SEVERITIES } from '#core/signals/flag.ts';
import { flagText } from '#renderer/parts/evidence/flag-text.ts';
import {
  certaintyText,
  flagId,
  inReadingOrder,
  isFound,
  scopeText,
  thresholdsText,
  verdictText,
} from '#renderer/parts/evidence/flag-words.ts';
import { SHOWN_SEVERITIES, severityLabel, severityMeaning } from '#renderer/parts/evidence/severity-words.ts';
import { tagText } from '#renderer/parts/evidence/tag-words.ts';
import { dealScope, flagWith, inputWith } from './signals-flag.fixture.ts';

const en = { locale: 'en-GB' };

describe('what a flag says', () => {
  it('names both ends where the severity is only possible', () => {
    const flag = flagWith({
      value: { lo: 0.9, point: 4, hi: 6.2 },
      certainty: 'possible',
      severity: 'warn',
      bandLo: 'clear',
      bandHi: 'critical',
    });
    expect(certaintyText(flag, en)).toBe(
      'Possible: clear at the low end, 0.9x; critical at the high end, 6.2x.',
    );
    const open = flagWith({ ...flag, value: { lo: 0.9, point: 4, hi: null } });
    expect(certaintyText(open, en)).toBe(
      'Possible: clear at the low end, 0.9x; critical at the open high end.',
    );
  });

  it('is certain over a range, or without one', () => {
    expect(certaintyText(flagWith(), en)).toBe('Certain: critical over the whole range.');
    expect(certaintyText(flagWith({ value: { lo: 6.5, point: 6.5, hi: 6.5 } }), en)).toBe(
      'Certain: the inputs leave no range.',
    );
  });

  it('has no number and no certainty without a verdict', () => {
    const flag = flagWith({
      severity: 'insufficient-data',
      state: 'insufficient-data',
      value: null,
      certainty: null,
    });
    expect(verdictText(flag, en)).toBe('Not enough data');
    expect(certaintyText(flag, en)).toBeNull();
  });

  it('says on which side of the thresholds trouble lies', () => {
    expect(thresholdsText({ watch: 0.1, warn: 0.25, critical: 0.5 }, 'share', en)).toBe(
      'watch above 10%, warn above 25%, critical above 50%',
    );
    expect(thresholdsText({ watch: 18, warn: 12, critical: 6 }, 'index', en)).toBe(
      'watch below 18, warn below 12, critical below 6',
    );
  });

  it('tells deals apart from the whole', () => {
    const deal = flagWith({ scope: dealScope('dea_1', 'OpenAI buys from AWS') });
    expect([scopeText(flagWith()), scopeText(deal)]).toEqual(['OpenAI, in total', 'OpenAI buys from AWS']);
    expect(flagId(deal)).not.toBe(flagId(flagWith()));
  });

  it('orders by gravity, and never counts an unknown as clear', () => {
    const flags = [
      flagWith({ severity: 'clear' }),
      flagWith({ severity: 'insufficient-data' }),
      flagWith({ severity: 'critical', scope: dealScope('dea_1', 'A deal') }),
      flagWith({ severity: 'critical' }),
      flagWith({
        severity: 'critical',
        scope: dealScope('dea_2', 'A larger deal'),
        value: { lo: 200, point: 200, hi: 200 },
      }),
    ];
    expect(
      inReadingOrder(flags).map(
        ({ severity, scope }) => `${severity} ${scope.kind === 'deal' ? scope.name : 'total'}`,
      ),
    ).toEqual([
      'critical total',
      'critical A larger deal',
      'critical A deal',
      'insufficient-data total',
      'clear total',
    ]);
    expect(new Set(SHOWN_SEVERITIES)).toEqual(new Set(SEVERITIES));
    for (const severity of ['insufficient-data', 'not-computable', 'not-applicable'] as const) {
      expect(severityLabel(severity)).not.toMatch(/clear/i);
      expect(severityMeaning(severity)).toContain('not an all-clear');
    }
  });

  it('is found by its name, deal, source and note', () => {
    const flag = flagWith({ inputs: [inputWith({ source: 'The Register' })], note: 'Stated by one source.' });
    expect(
      ['COMMITMENTS', 'register', 'one source', '', 'critical'].map((search) => isFound(flag, search)),
    ).toEqual([true, true, true, true, true]);
    expect(isFound(flag, 'Oracle')).toBe(false);
  });

  it('explains the tags it knows and reads out those it does not', () => {
    expect(tagText('gross')).toContain('headline');
    expect(tagText('late-knowledge')).toBe('Late knowledge.');
  });
});

it('gives the whole card as text', () => {
  const flag = flagWith({
    inputs: [
      inputWith(),
      inputWith({
        kind: 'deal',
        role: 'left out',
        name: 'Amazon may invest',
        value: null,
        unit: '',
        credibility: null,
        basis: null,
        status: 'in-talks',
        period: null,
        quote: null,
        isUsed: false,
        note: 'Funding is no commitment.',
      }),
    ],
    alternatives: [
      {
        label: 'All sources, as stated',
        value: { lo: 47.5, point: null, hi: 280 },
        severity: 'critical',
        note: null,
      },
      { label: 'On cash', value: null, severity: 'insufficient-data', note: 'Cash is not disclosed.' },
    ],
    tables: [
      {
        title: 'Shares',
        columns: [
          { label: 'Supplier', unit: '' },
          { label: 'Commitments', unit: 'USD' },
          { label: 'Of the named', unit: 'percent' },
        ],
        rows: [
          ['Oracle', exactly(300e9), exactly(49.148)],
          ['Not named', exactly(789.6e9), null],
        ],
      },
    ],
    tags: ['gross'],
    note: 'One of 4 versions.',
  });
  const context = {
    question: 'How many years?',
    why: 'No standard.',
    thresholdsBy: null,
    review: ['Mitigated. ana decided this on 3 Nov 2025.', 'Why: The contract caps what is owed.'],
    moment: 'As of 3 Nov 2025, with all that is known now; methods version 1.0; default thresholds.',
  };
  expect(flagText(flag, context, en)).toBe(
    `Purchase commitments to revenue: OpenAI, in total
How many years?
Critical: 107.7x (107.5x to 108x)
Certain: critical over the whole range.

How it is worked out
purchase commitments / annual revenue
1,400 bn USD / 13 bn USD = 107.7x
Choice of figures: Most reliable source. The figure of the most reliable source; among equals the more credible, then the primary, the later, the narrower.

Shares
- Oracle: Commitments USD 300bn; Of the named 49.1%
- Not named: Commitments USD 789.6bn; Of the named unknown

Thresholds
watch above 1x, warn above 3x, critical above 6x. Default of the method.
Why: No standard.

Inputs
- annual revenue: OpenAI: annual revenue: USD 13bn
  An article; Grade C: established press; Credibility 2: probably true; fiscal year; reported; today; fig_0000000000000001
  "annual revenue of $13 billion"

Left out
- left out: Amazon may invest: not counted
  An article; Grade C: established press; Credibility not judged; in talks; fig_0000000000000001
  Funding is no commitment.

On other figures
- All sources, as stated: 47.5x to 280x, critical
- On cash: Not enough data (Cash is not disclosed.)

Bear in mind
- Commitments are taken at their headline, not at what remains to be paid: no payment schedule is on file.

Note
One of 4 versions.

Review
Mitigated. ana decided this on 3 Nov 2025.
Why: The contract caps what is owed.

Worked out
As of 3 Nov 2025, with all that is known now; methods version 1.0; default thresholds.
`,
  );
});
