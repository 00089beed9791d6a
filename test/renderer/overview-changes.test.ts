import { describe, expect, it } from 'vitest';
import {
  commitsText,
  factText,
  gradeSentence,
  type OverviewChanges,
  reviewText,
  sideText,
  sinceText,
} from '#renderer/screens/overview/changes-words.ts';
import { filtered, pillarRows, totalsOf } from '#renderer/screens/overview/pillar-counts.ts';
import { choiceOf, sinceOf } from '#renderer/screens/overview/since-choice.ts';
import { dealScope, flagWith } from './signals-flag.fixture.ts';

const TODAY = '2026-03-10';

describe('since when', () => {
  it('is the end of a day, or the instant of a change', () => {
    expect(sinceOf({ kind: 'last-work' }, TODAY)).toBeNull();
    expect(sinceOf({ kind: 'week' }, TODAY)).toBe('2026-03-03T23:59:59.999Z');
    expect(sinceOf({ kind: 'month' }, TODAY)).toBe('2026-02-08T23:59:59.999Z');
    expect(sinceOf({ kind: 'day', day: '2026-01-31' }, TODAY)).toBe('2026-01-31T23:59:59.999Z');
    expect(sinceOf({ kind: 'day', day: '2026-1' }, TODAY)).toBeNull();
    expect(sinceOf({ kind: 'change', at: '2026-01-05T09:00:01.000Z' }, TODAY)).toBe(
      '2026-01-05T09:00:01.000Z',
    );
    expect(choiceOf('day', TODAY)).toEqual({ kind: 'day', day: '2026-03-03' });
    expect(choiceOf(null, TODAY)).toEqual({ kind: 'last-work' });
  });

  it('reads as a day where it is the end of one', () => {
    expect(sinceText('2026-03-03T23:59:59.999Z')).not.toMatch(/:/);
    expect(sinceText('2026-03-03T12:00:00.000Z')).toMatch(/:/);
  });
});

describe('what changed, in words', () => {
  const changes = (before: OverviewChanges['before']['grade'], after: OverviewChanges['after']['grade']) =>
    gradeSentence(
      {
        since: '2026-03-03T23:59:59.999Z',
        commits: 1,
        before: { asOf: '2026-03-03', grade: before },
        after: { asOf: TODAY, grade: after },
        flags: [],
        facts: [],
        reviews: [],
      },
      'OpenAI',
    );

  it('says the grade then and now, and that nothing was on file', () => {
    expect(changes('D', 'E')).toMatch(/^Grade D on .*2026, now E\.$/);
    expect(changes('E', 'E')).toMatch(/^Grade E, as on /);
    expect(changes('U', 'C')).toContain('U (unrated)');
    expect(changes(null, 'E')).toMatch(/^Nothing of OpenAI was on file/);
  });

  it('counts entries and changes, and names what is new or gone', () => {
    expect(factText({ noun: 'figure', label: 'Figures', added: 12, corrected: 1, retracted: 0 })).toBe(
      'Figures: 12 added, 1 corrected',
    );
    expect(commitsText(0)).toBe('No change of the ledger since.');
    expect([sideText(null, 'before'), sideText(null, 'after'), sideText('warn', 'after')]).toEqual([
      'New',
      'Gone',
      'Warn',
    ]);
    const decided = { name: 'x', scopeName: null, at: null, place: null };
    expect(reviewText({ ...decided, did: 'mitigated', why: null, by: 'Ana' })).toBe('mitigated by Ana');
    expect(reviewText({ ...decided, did: 'reopened', why: 'expired', by: null })).toBe(
      'reopened: it expired',
    );
  });
});

describe('flags by pillar', () => {
  const flags = [
    flagWith({ severity: 'critical' }),
    flagWith({ severity: 'insufficient-data', scope: dealScope('dea_1', 'One') }),
    flagWith({ severity: 'not-computable', scope: dealScope('dea_2', 'Two') }),
    flagWith({ severity: 'not-applicable', scope: dealScope('dea_3', 'Three') }),
    flagWith({ severity: 'clear', scope: dealScope('dea_4', 'Four') }),
  ];
  const pillars = [
    { pillar: 'funding' as const, places: [0, 1, 3] },
    { pillar: 'evidence' as const, places: [2, 4] },
  ];

  it('count what has no verdict apart, never as clear', () => {
    const rows = pillarRows(pillars, flags);
    expect(rows).toEqual([
      { pillar: 'funding', counts: { critical: 1, warn: 0, watch: 0, unknown: 1, clear: 0 } },
      { pillar: 'evidence', counts: { critical: 0, warn: 0, watch: 0, unknown: 1, clear: 1 } },
    ]);
    expect(totalsOf(rows)).toEqual({ critical: 1, warn: 0, watch: 0, unknown: 2, clear: 1 });
  });

  it('are listed as far as a count was chosen', () => {
    const places = (filter: Parameters<typeof filtered>[2]) =>
      filtered(flags, pillars, filter).map((flag) => flags.indexOf(flag));
    expect(places({ pillar: null, column: null })).toEqual([0, 1, 2, 3, 4]);
    expect(places({ pillar: 'funding', column: null })).toEqual([0, 1, 3]);
    expect(places({ pillar: 'funding', column: 'unknown' })).toEqual([1]);
    expect(places({ pillar: null, column: 'unknown' })).toEqual([1, 2]);
    expect(places({ pillar: 'evidence', column: 'clear' })).toEqual([4]);
  });
});
