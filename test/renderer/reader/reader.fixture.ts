import type { Candidate, Numeral, Reading } from '#renderer/screens/reader/reading.ts';
import type { Draft } from '#shared/contract/documents.ts';

/** A candidate over a stretch of a text; unread, a deal, without marks unless said otherwise. */
export function candidateAt(start: number, end: number, parts: Partial<Candidate> = {}): Candidate {
  const of = parts.class ?? 'deal';
  return {
    key: `${of}-${start}`,
    class: of,
    start,
    end,
    marks: [],
    line: `${of} at ${start}`,
    confidence: 0.9,
    state: 'unread',
    entryIds: [],
    rejection: null,
    ...parts,
  };
}

export function numeralAt(start: number, end: number, state: Numeral['state'] = 'unread'): Numeral {
  return { start, end, state, rejection: null };
}

export function readingOf(text: string, parts: Partial<Reading> = {}): Reading {
  return {
    id: 'src_0000000000000001',
    version: 1,
    title: 'Harbour Wire',
    publisher: null,
    author: null,
    url: null,
    publishedOn: null,
    kind: 'press',
    reliability: 'F',
    text,
    isIntact: true,
    isReading: false,
    original: null,
    candidates: [],
    setAside: [],
    numerals: [],
    coverage: { total: 0, captured: 0, rejected: 0, setAside: 0, unread: 0 },
    passages: [],
    cites: [],
    citedBy: [],
    proposedOrigins: [],
    ...parts,
  };
}

/** Norvale pays Tarn Compute at least USD 38bn; Norvale is new to the ledger. */
export const DEAL: Draft = {
  as: 'deal',
  fields: { name: 'Norvale buys compute from Tarn', kind: 'cloud-compute', status: 'signed' },
  amount: {
    qualifier: 'at-least',
    unit: 'USD',
    lo: 3_800_000_000_000,
    point: 3_800_000_000_000,
    hi: null,
    metric: 'deal-headline',
  },
  entities: [
    { slot: 'party', role: 'payer', name: 'Norvale', entityId: null, kind: 'company' },
    { slot: 'party', role: 'payee', name: 'Tarn', entityId: 'ent_0000000000000002', kind: 'company' },
  ],
  dealId: null,
  passage: { start: 4, end: 40 },
};

/** A figure whose interval its hedge alone would not give. */
export const FIGURE: Draft = {
  as: 'figure',
  fields: {
    metric: 'revenue',
    qualifier: 'approx',
    unit: 'USD',
    lo: 1_200_000_000_000,
    point: 1_300_000_000_000,
    hi: 1_350_000_000_000,
    basis: 'fiscal-year',
    status: 'reported',
    credibility: 6,
    wording: 'some 13 billion',
  },
  amount: null,
  entities: [
    { slot: 'entityId', role: null, name: 'Norvale', entityId: 'ent_0000000000000001', kind: 'company' },
  ],
  dealId: null,
  passage: { start: 0, end: 30 },
};
