import { describe, expect, it } from 'vitest';
import { circularFinancing } from '#core/signals/circular-financing.ts';
import { conflictOfInterest } from '#core/signals/conflict-of-interest.ts';
import { dealSizeVsVendor } from '#core/signals/deal-size-vs-vendor.ts';
import { keyDateProximity } from '#core/signals/key-date-proximity.ts';
import { marketShareErosion } from '#core/signals/market-share-erosion.ts';
import { nonBindingReliance } from '#core/signals/non-binding-reliance.ts';
import { relatedParty } from '#core/signals/related-party.ts';
import { runSignals } from '#core/signals/run.ts';
import { singleSourceDependency } from '#core/signals/single-source-dependency.ts';
import { vendorFinancingShare } from '#core/signals/vendor-financing-share.ts';
import { isClose, vectorOf } from '../../core/vectors.ts';
import { sampleView } from './sample-view.ts';

interface Expected {
  readonly signal: string;
  readonly subject: string;
  readonly value: number | null;
  readonly severity: string;
}

/** Where TV37 speaks of one of several flags of a signal, by the subject it names. */
const SCOPES: Readonly<Record<string, string>> = {
  'Microsoft-OpenAI': 'Microsoft – OpenAI',
  'Amazon-OpenAI': 'Amazon – OpenAI',
  'Oracle-OpenAI': 'Oracle – OpenAI',
  'Amazon-Anthropic': 'Amazon – Anthropic',
  'Microsoft to OpenAI': 'Microsoft – OpenAI',
  'Amazon to OpenAI': 'Amazon – OpenAI',
  'Microsoft share of named commitments': 'total',
  'Nvidia tier 2': 'Nvidia behind cloud compute',
  'OpenAI known vendor funding': 'total',
  'AWS 34 to 29': 'AWS',
  'Amazon: 8 in Anthropic vs 10 in talks with OpenAI': 'Amazon',
  'AWS deal after exclusivity end': 'OpenAI buys cloud compute from AWS',
};

const signals = [
  circularFinancing,
  vendorFinancingShare,
  dealSizeVsVendor,
  relatedParty,
  singleSourceDependency,
  marketShareErosion,
  nonBindingReliance,
  conflictOfInterest,
  keyDateProximity,
];

describe.each(['2025-11-30', '2026-11-23'])('the sample case in a real ledger, as of %s', (asOf) => {
  const { view, openai } = sampleView(asOf);
  const flags = runSignals({ view, subjectIds: [openai], sets: [], signals });
  const scopeOf = (flag: (typeof flags)[number]) => (flag.scope.kind === 'total' ? 'total' : flag.scope.name);
  const find = (signal: string, scope: string) =>
    flags.find((flag) => flag.signal === signal && scopeOf(flag) === scope);
  const ids = signals.map(({ id }) => id);
  const expected = (vectorOf('TV37').expected as readonly Expected[]).filter(({ signal }) =>
    ids.includes(signal),
  );

  it.each(expected)('TV37: $signal, $subject', ({ signal, subject, value, severity }) => {
    const flag = find(signal, SCOPES[subject] ?? 'nothing');
    expect(flag?.severity).toBe(severity);
    if (value === null) expect(flag?.value).toBeNull();
    else expect(isClose(flag?.value?.point, value)).toBe(true);
  });

  it('covers twelve of the results', () => expect(expected).toHaveLength(12));

  it('has these loops and no other: none through Nvidia, none through CoreWeave', () => {
    const loops = flags.filter(({ signal }) => signal === 'circular-financing');
    expect(loops.map(scopeOf)).toEqual([
      'Amazon – Anthropic',
      'Amazon – OpenAI',
      'Microsoft – OpenAI',
      'Oracle – OpenAI',
    ]);
  });

  it('says how sure it is, as METHODS does', () => {
    expect(find('circular-financing', 'Microsoft – OpenAI')?.certainty).toBe('certain');
    expect(find('circular-financing', 'Amazon – OpenAI')?.tags).toContain('capped');
    expect(find('vendor-financing-share', 'Microsoft – OpenAI')?.certainty).toBe('certain');
    expect(find('single-source-dependency', 'Nvidia behind cloud compute')?.certainty).toBe('certain');
    expect(find('single-source-dependency', 'Cloud compute')?.severity).toBe(
      vectorOf('TV10').expected.bandTier1,
    );
    expect(find('key-date-proximity', 'OpenAI buys cloud compute from AWS')).toMatchObject({
      certainty: 'possible',
      value: { lo: 3, hi: 283 },
    });
    expect(find('deal-size-vs-vendor', 'total')?.severity).toBe('insufficient-data');
  });

  it('every loop carries the words of both ways', () => {
    for (const flag of flags.filter(({ signal }) => signal === 'circular-financing'))
      for (const role of ['funding', 'payment'])
        expect(
          flag.inputs
            .filter((input) => input.role === role && input.isUsed)
            .every(({ quote }) => quote !== null),
        ).toBe(true);
  });
});
