import type { Flag, FlagInput } from '#core/signals/flag.ts';

/** A flag with everything a card shows; tests change what they speak of. */
export function flagWith(parts: Partial<Flag> = {}): Flag {
  return {
    signal: 'commitment-to-revenue',
    measure: null,
    name: 'Purchase commitments to revenue',
    subjectId: 'ent_0000000000000001',
    subject: 'OpenAI',
    scope: { kind: 'total' },
    severity: 'critical',
    state: 'ok',
    value: { lo: 107.5, point: 107.69, hi: 108 },
    unit: 'x',
    certainty: 'certain',
    bandLo: 'critical',
    bandHi: 'critical',
    thresholds: {
      watch: 1,
      warn: 3,
      critical: 6,
      origin: 'default',
      setId: null,
      version: null,
      reason: null,
    },
    formula: 'purchase commitments / annual revenue',
    workings: '1,400 bn USD / 13 bn USD = 107.7x',
    policy: 'most-reliable',
    inputs: [],
    tables: [],
    alternatives: [],
    tags: [],
    missing: [],
    note: '',
    ...parts,
  };
}

export function inputWith(parts: Partial<FlagInput> = {}): FlagInput {
  return {
    kind: 'figure',
    id: 'fig_0000000000000001',
    role: 'annual revenue',
    name: 'OpenAI: annual revenue',
    value: { lo: 13e9, point: 13e9, hi: 13e9 },
    unit: 'USD',
    sourceId: 'src_0000000000000001',
    source: 'An article',
    reliability: 'C',
    credibility: 2,
    basis: 'fiscal-year',
    status: 'reported',
    period: 'today',
    passageId: 'pas_0000000000000001',
    quote: 'annual revenue of $13 billion',
    versions: 3,
    isUsed: true,
    note: null,
    ...parts,
  };
}

export function dealScope(id: string, name: string): Flag['scope'] {
  return { kind: 'deal', id, name };
}
