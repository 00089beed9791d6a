import { expect, it } from 'vitest';
import { type FlagFilter, groupsOf, isShown } from '#renderer/screens/signals/flag-groups.ts';
import { measureBars, measureTable } from '#renderer/screens/signals/measure-bars.ts';
import { reviewWith } from './review.fixture.ts';
import { dealScope, flagWith } from './signals-flag.fixture.ts';

const aws = flagWith({
  severity: 'watch',
  scope: dealScope('dea_1', 'AWS'),
  value: { lo: 2.9, point: 2.9, hi: 2.9 },
});
const oracle = flagWith({
  severity: 'critical',
  scope: dealScope('dea_2', 'Oracle'),
  value: { lo: 23, point: 23, hi: 23 },
});
const total = flagWith({ severity: 'warn', value: { lo: 4, point: 5, hi: null } });
const hhi = flagWith({
  signal: 'supplier-concentration',
  measure: 'hhi',
  name: 'Supplier concentration: HHI',
  severity: 'critical',
});
const top = flagWith({
  signal: 'supplier-concentration',
  measure: 'top-1',
  name: 'Supplier concentration: largest',
  severity: 'warn',
});
const unknown = flagWith({
  signal: 'runway',
  name: 'Runway',
  severity: 'insufficient-data',
  state: 'insufficient-data',
  value: null,
  certainty: null,
});

it('groups by signal, gravest first, totals before deals', () => {
  expect(
    groupsOf([aws, oracle, total, hhi, top, unknown]).map(({ title, flags }) => [
      title,
      flags.map(({ scope, name }) => (scope.kind === 'deal' ? scope.name : name)),
    ]),
  ).toEqual([
    ['Supplier concentration', ['Supplier concentration: HHI', 'Supplier concentration: largest']],
    ['Purchase commitments to revenue', ['Purchase commitments to revenue', 'Oracle', 'AWS']],
    ['Runway', ['Runway']],
  ]);
});

it('filters by severity, signal, review and words at once', () => {
  const reviews = new Map([
    [aws, reviewWith({ state: 'mitigated' })],
    [hhi, reviewWith({ reopened: { why: 'expired', from: 'acknowledged' } })],
    [oracle, reviewWith()],
  ]);
  const none = { severities: [], signal: null, review: null, search: '' };
  const shown = (filter: Partial<FlagFilter>) =>
    [aws, oracle, total, hhi].filter((flag) =>
      isShown(flag, reviews.get(flag) ?? null, { ...none, ...filter }),
    ).length;
  expect(shown({})).toBe(4);
  expect(shown({ severities: ['critical'] })).toBe(2);
  expect(shown({ severities: ['critical'], signal: 'commitment-to-revenue' })).toBe(1);
  expect(shown({ severities: ['critical', 'watch'], search: 'aws' })).toBe(1);
  expect(shown({ review: 'mitigated' })).toBe(1);
  expect(shown({ review: 'open' })).toBe(1);
  expect(shown({ review: 'reopened', severities: ['critical'] })).toBe(1);
});

it('bands bars by the thresholds being typed, strictly, and leaves the unknown without a bar', () => {
  const measure = {
    key: 'commitment-to-revenue',
    signal: 'commitment-to-revenue',
    measure: null,
    name: 'Commitments to revenue',
    question: '',
    formula: '',
    unit: 'x' as const,
    isLowerWorse: false,
    defaults: { watch: 1, warn: 3, critical: 6 },
    why: '',
  };
  const bars = measureBars([oracle, aws, unknown], measure, { watch: 2.9, warn: 22, critical: 23 });
  expect(bars.items.map(({ tone, words, interval }) => [tone, words, interval === null])).toEqual([
    ['warn', '23x', false],
    ['clear', '2.9x', false],
    ['neutral', 'Not enough data', true],
  ]);
  expect(
    measureTable([total, unknown], { watch: 1, warn: 3, critical: 6 }).rows.map((row) =>
      row.map(({ text, raw }) => [text, raw]),
    ),
  ).toEqual([
    [
      ['OpenAI, in total', 'OpenAI, in total'],
      ['5x', 5],
      ['4x', 4],
      ['open', null],
      ['Warn', 'Warn'],
    ],
    [
      ['OpenAI, in total', 'OpenAI, in total'],
      ['Not enough data', null],
      ['unknown', null],
      ['unknown', null],
      ['Not enough data', 'Not enough data'],
    ],
  ]);
});
