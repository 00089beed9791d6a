import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, ThresholdList, ThresholdSet } from '#renderer/parts/evidence/card-context.ts';
import { nextOf } from '#renderer/screens/signals/listbox-keys.ts';
import {
  draftOf,
  draftProblem,
  keptOf,
  thresholdsOf,
  typedOf,
} from '#renderer/screens/signals/threshold-draft.ts';
import { heldBy, inheritedBy, scopeRequest, setOf } from '#renderer/screens/signals/threshold-scope.ts';

describe('thresholds while they are typed', () => {
  it('are per cent for shares, and come back exactly', () => {
    expect([typedOf(0.07, 'share'), keptOf(7, 'share'), typedOf(0.07, 'x')]).toEqual([7, 0.07, 0.07]);
    const hundredths = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, (amount) => {
        expect(typedOf(keptOf(amount / 100, 'share'), 'share')).toBe(amount / 100);
      }),
    );
  });

  it('must rise, or fall where lower is worse, and be strict', () => {
    expect(draftProblem({ watch: 1, warn: 3, critical: 6 }, false)).toBeNull();
    expect(draftProblem({ watch: 18, warn: 12, critical: 6 }, true)).toBeNull();
    expect(draftProblem({ watch: 1, warn: 3, critical: 3 }, false)).toBe(
      'Watch must be below warn, and warn below critical.',
    );
    expect(draftProblem({ watch: 1, warn: 3, critical: 6 }, true)).toContain('Lower is worse');
    expect(draftProblem({ watch: 0, warn: null, critical: 6 }, false)).toContain('Enter a number');
  });

  it('stand for nothing while they are broken', () => {
    expect(thresholdsOf({ watch: 10, warn: 25, critical: 50 }, 'share', false)).toEqual({
      watch: 0.1,
      warn: 0.25,
      critical: 0.5,
    });
    expect(thresholdsOf({ watch: 10, warn: 5, critical: 50 }, 'share', false)).toBeNull();
    expect(thresholdsOf({ watch: 10, warn: null, critical: 50 }, 'share', false)).toBeNull();
    expect(draftOf({ watch: 0.1, warn: 0.25, critical: 0.5 }, 'share')).toEqual({
      watch: 10,
      warn: 25,
      critical: 50,
    });
  });
});

const measure: Measure = {
  key: 'commitment-to-revenue',
  signal: 'commitment-to-revenue',
  measure: null,
  name: 'Commitments to revenue',
  question: '',
  formula: '',
  unit: 'x',
  isLowerWorse: false,
  defaults: { watch: 1, warn: 3, critical: 6 },
  why: '',
};

function setWith(parts: Partial<ThresholdSet>): ThresholdSet {
  return {
    id: 'thr_1',
    version: 1,
    key: measure.key,
    scope: 'ledger',
    entityId: null,
    entity: null,
    sector: null,
    watch: 2,
    warn: 4,
    critical: 8,
    reason: 'So',
    author: 'A',
    recordedAt: '2026-01-01T00:00:00Z',
    ...parts,
  };
}

describe('whose thresholds hold', () => {
  const ledger = setWith({});
  const sector = setWith({ id: 'thr_2', scope: 'sector', sector: 'AI', critical: 9 });
  const entity = setWith({ id: 'thr_3', scope: 'entity', entityId: 'ent_1', critical: 10 });
  const listOf = (...sets: readonly ThresholdSet[]): ThresholdList => ({
    measures: [measure],
    sets: [...sets],
    history: [],
  });
  const critical = (list: ThresholdList, ofSector: string | null) =>
    heldBy(list, measure, 'ent_1', ofSector).critical;

  it('the narrowest set wins', () => {
    expect(critical(listOf(ledger, sector, entity), 'AI')).toBe(10);
    expect(critical(listOf(ledger, sector), 'AI')).toBe(9);
    expect(critical(listOf(ledger, sector), 'Banks')).toBe(8);
    expect(critical(listOf(ledger, sector), null)).toBe(8);
    expect(heldBy(listOf(), measure, 'ent_1', 'AI')).toEqual({
      watch: 1,
      warn: 3,
      critical: 6,
      origin: 'default',
      set: null,
    });
  });

  it('a set inherits from the next wider one', () => {
    const list = listOf(ledger, sector, entity);
    expect(inheritedBy(list, measure, { kind: 'entity', entityId: 'ent_1' }, 'AI').origin).toBe('sector');
    expect(inheritedBy(list, measure, { kind: 'sector', sector: 'AI' }, null).origin).toBe('ledger');
    expect(inheritedBy(list, measure, { kind: 'ledger' }, null).origin).toBe('default');
  });

  it('a set belongs to exactly one scope', () => {
    const list = listOf(ledger, sector, entity);
    expect(setOf(list, measure.key, { kind: 'entity', entityId: 'ent_2' })).toBeNull();
    expect(setOf(list, measure.key, { kind: 'sector', sector: 'AI' })?.id).toBe('thr_2');
    expect(setOf(list, 'other', { kind: 'ledger' })).toBeNull();
    expect(scopeRequest({ kind: 'sector', sector: 'AI' })).toEqual({
      scope: 'sector',
      entityId: null,
      sector: 'AI',
    });
  });
});

it('keys move inside the list', () => {
  expect([
    nextOf('ArrowDown', 0, 3),
    nextOf('ArrowDown', 2, 3),
    nextOf('ArrowUp', 0, 3),
    nextOf('End', 0, 3),
    nextOf('Home', 2, 3),
  ]).toEqual([1, 2, 0, 2, 0]);
  expect([
    nextOf('PageDown', 0, 30),
    nextOf('PageUp', 5, 30),
    nextOf('a', 0, 3),
    nextOf('Enter', 1, 3),
  ]).toEqual([10, 0, null, 1]);
});
