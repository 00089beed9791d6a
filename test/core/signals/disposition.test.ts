import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepProblems } from '#core/model/disposition.ts';
import {
  attemptProblems,
  closesUnlike,
  type DispositionState,
  defaultExpiry,
  fingerprintText,
  isSelfReviewed,
  nextSteps,
  reopenReason,
  type Step,
  standingOf,
} from '#core/signals/disposition.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { type Flag, SEVERITIES } from '#core/signals/flag.ts';
import { caseView, openai } from '../case-view.ts';
import { vectorOf } from '../vectors.ts';

describe('TV32: when a decision no longer holds', () => {
  const { inputs, expected } = vectorOf('TV32');
  type Row = {
    readonly state: 'acknowledged' | 'mitigated' | 'false-positive';
    readonly expires: string;
    readonly today: string;
    readonly sevThen: 'critical' | 'warn' | 'watch';
    readonly sevNow: 'critical' | 'warn' | 'watch' | 'clear';
    readonly fpThen: string;
    readonly fpNow: string;
  };
  const cases = (inputs.cases as Row[]).map((row, at) => ({ row, reason: expected[at] as string | null }));

  it('has its five cases', () => expect(cases).toHaveLength(5));

  it.each(cases)('$reason for $row', ({ row, reason }) => {
    const { state, expires, today, sevThen, sevNow, fpThen, fpNow } = row;
    expect(
      reopenReason({
        expires,
        today,
        severityThen: sevThen,
        severityNow: sevNow,
        fingerprintThen: fpThen,
        fingerprintNow: fpNow,
      }),
    ).toBe(reason);
    const step: Step = { state, severity: sevThen, fingerprint: fpThen, expiresOn: expires };
    expect(standingOf([step], { severity: sevNow, fingerprint: fpNow, today })).toEqual(
      reason === null ? { state, reopened: null } : { state: 'open', reopened: { why: reason, from: state } },
    );
  });
});

const NOW = { severity: 'warn', fingerprint: 'a1', today: '2026-01-01' } as const;
const step = (state: Step['state'], more: Partial<Step> = {}): Step => ({
  state,
  severity: 'warn',
  fingerprint: 'a1',
  expiresOn: state === 'reopened' ? null : '2026-06-01',
  ...more,
});

describe('the standing of a review', () => {
  it('is open until something is decided, and again once someone reopens it', () => {
    expect(standingOf([], NOW)).toEqual({ state: 'open', reopened: null });
    const steps = [step('acknowledged'), step('mitigated'), step('reopened')];
    expect(standingOf(steps, NOW)).toEqual({
      state: 'open',
      reopened: { why: 'by-hand', from: 'mitigated' },
    });
  });

  it('is that of the last step alone', () => {
    const steps = [step('acknowledged', { fingerprint: 'old', expiresOn: '2025-01-01' }), step('mitigated')];
    expect(standingOf(steps, NOW)).toEqual({ state: 'mitigated', reopened: null });
  });

  it('does not reopen where the flag gives no verdict on the same inputs', () => {
    expect(standingOf([step('mitigated')], { ...NOW, severity: 'insufficient-data' }).state).toBe(
      'mitigated',
    );
  });

  it('never stands past its day, never through other inputs, whatever else holds', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((n) => {
      const at = new Date(Date.UTC(2024, 0, 1) + n * 86_400_000);
      return at.toISOString().slice(0, 10);
    });
    const then = fc.record({
      state: fc.constantFrom<Step['state']>('acknowledged', 'mitigated', 'false-positive'),
      severity: fc.constantFrom<Step['severity']>('critical', 'warn', 'watch'),
      fingerprint: fc.constantFrom('a', 'b'),
      expiresOn: day,
    });
    const present = fc.record({
      severity: fc.constantFrom(...SEVERITIES),
      fingerprint: fc.constantFrom('a', 'b'),
      today: day,
    });
    fc.assert(
      fc.property(then, present, (one, at) => {
        const standing = standingOf([one], at);
        expect(standingOf([one], at)).toEqual(standing);
        const isOver = at.today >= one.expiresOn || at.fingerprint !== one.fingerprint;
        if (isOver) expect(standing.state).toBe('open');
        if (standing.reopened === null) expect(standing.state).toBe(one.state);
        else expect(standing).toMatchObject({ state: 'open', reopened: { from: one.state } });
      }),
    );
  });
});

describe('the steps of a review', () => {
  it('go from open over acknowledged to an end, and back to open from anywhere', () => {
    expect(nextSteps('open')).toEqual(['acknowledged']);
    expect(nextSteps('acknowledged')).toEqual(['mitigated', 'false-positive', 'reopened']);
    expect(nextSteps('mitigated')).toEqual(['reopened']);
    expect(nextSteps('false-positive')).toEqual(['reopened']);
  });

  it('expire after 90, 180 and 365 days unless told otherwise', () => {
    expect(defaultExpiry('acknowledged', '2026-01-01')).toBe('2026-04-01');
    expect(defaultExpiry('mitigated', '2026-01-01')).toBe('2026-06-30');
    expect(defaultExpiry('false-positive', '2026-01-01')).toBe('2027-01-01');
    expect(defaultExpiry('reopened', '2026-01-01')).toBeNull();
  });

  const complete = {
    state: 'mitigated',
    reasonCode: null,
    note: 'The guarantee covers the whole.',
    mitigant: 'Parent guarantee',
    evidenceIds: ['src_1'],
    expiresOn: '2026-06-30',
  } as const;
  const fields = (changes: object) => stepProblems({ ...complete, ...changes }).map(({ field }) => field);

  it('each need what the method asks for', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ note: `  ${'short'.padEnd(19, '.')}\n` })).toEqual(['note']);
    expect(fields({ note: `a${' '.repeat(30)}b` })).toEqual(['note']);
    expect(fields({ note: 'x'.repeat(20) })).toEqual([]);
    expect(fields({ mitigant: ' ' })).toEqual(['mitigant']);
    expect(fields({ evidenceIds: null })).toEqual(['evidenceIds']);
    expect(fields({ evidenceIds: [] })).toEqual(['evidenceIds']);
    expect(fields({ expiresOn: null })).toEqual(['expiresOn']);
    expect(fields({ reasonCode: 'duplicate' })).toEqual(['reasonCode']);
    const dismissed = { state: 'false-positive', mitigant: null };
    expect(fields({ ...dismissed })).toEqual(['reasonCode']);
    expect(fields({ ...dismissed, reasonCode: 'wrong-entity', evidenceIds: null })).toEqual([]);
    expect(fields({ state: 'reopened', mitigant: null, evidenceIds: null })).toEqual(['expiresOn']);
    expect(fields({ state: 'acknowledged', mitigant: null, evidenceIds: null })).toEqual([]);
  });

  const attempt = {
    from: 'acknowledged',
    state: 'mitigated',
    severity: 'critical',
    author: 'Ana',
    reviewer: 'Ben',
    expiresOn: '2026-06-30',
    today: '2026-01-01',
    isSingleUser: false,
  } as const;
  const refused = (changes: object) => attemptProblems({ ...attempt, ...changes }).map(({ field }) => field);

  it('follow each other, take a second person at critical and expire later than today', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ from: 'open' })).toEqual(['state']);
    expect(refused({ from: 'false-positive' })).toEqual(['state']);
    expect(refused({ reviewer: null })).toEqual(['reviewer']);
    expect(refused({ reviewer: ' ana ' })).toEqual(['reviewer']);
    expect(refused({ reviewer: null, severity: 'warn' })).toEqual([]);
    expect(refused({ reviewer: null, isSingleUser: true })).toEqual([]);
    expect(refused({ reviewer: null, state: 'reopened', expiresOn: null })).toEqual([]);
    expect(refused({ expiresOn: '2026-01-01' })).toEqual(['expiresOn']);
  });

  it('say so where nobody but the author looked at a critical flag', () => {
    expect(isSelfReviewed({ ...attempt, reviewer: 'ANA' })).toBe(true);
    expect(isSelfReviewed({ ...attempt, reviewer: null })).toBe(true);
    expect(isSelfReviewed(attempt)).toBe(false);
    expect(isSelfReviewed({ ...attempt, reviewer: null, severity: 'watch' })).toBe(false);
  });

  it('close like alerts alike', () => {
    const other = { state: 'false-positive', reasonCode: 'duplicate' } as const;
    expect(closesUnlike({ state: 'false-positive', reasonCode: 'duplicate' }, other)).toBe(false);
    expect(closesUnlike({ state: 'false-positive', reasonCode: 'wrong-input' }, other)).toBe(true);
    expect(closesUnlike({ state: 'mitigated', reasonCode: null }, other)).toBe(true);
    expect(closesUnlike({ state: 'acknowledged', reasonCode: null }, other)).toBe(false);
  });
});

describe('the fingerprint of a flag', () => {
  const flags = evaluateSignals(caseView, [openai.id], []);
  const many = flags.find(({ inputs }) => inputs.filter(({ isUsed }) => isUsed).length > 3);
  if (many === undefined) throw new Error('No flag has several inputs.');
  const [first, ...others] = many.inputs.filter(({ isUsed }) => isUsed);
  if (first === undefined) throw new Error('No input.');
  const text = fingerprintText(many);
  const withInputs = (inputs: Flag['inputs']) => fingerprintText({ ...many, inputs });

  it('is the same for the same inputs in any order, and another for each flag', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...many.inputs], { minLength: many.inputs.length }), (inputs) => {
        expect(withInputs(inputs)).toBe(text);
      }),
    );
    expect(new Set(flags.map(fingerprintText)).size).toBe(flags.length);
  });

  it('changes with an input, its value, its status, and with the thresholds', () => {
    const { value } = first;
    const changed: Flag[] = [
      { ...many, inputs: others },
      { ...many, inputs: [{ ...first, id: 'fig_other' }, ...others] },
      {
        ...many,
        inputs: [{ ...first, value: { lo: (value?.lo ?? 0) + 1, point: null, hi: null } }, ...others],
      },
      { ...many, inputs: [{ ...first, value: null, unit: 'GBP' }, ...others] },
      { ...many, inputs: [{ ...first, status: 'in-talks' }, ...others] },
      { ...many, thresholds: { ...many.thresholds, warn: many.thresholds.warn + 1 } },
      { ...many, thresholds: { ...many.thresholds, origin: 'entity', setId: 'thr_1' } },
      { ...many, subjectId: 'ent_other' },
      { ...many, scope: { kind: 'deal', id: 'dea_1', name: 'A deal' } },
    ];
    const texts = changed.map(fingerprintText);
    expect(texts).not.toContain(text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('of an own signal changes with its expression', () => {
    const own = { ...many, signal: 'own:mine', formula: 'commitments / revenue' };
    expect(fingerprintText({ ...own, formula: '2 * commitments / revenue' })).not.toBe(fingerprintText(own));
  });

  it('stays where only words, severity or what was left out changed', () => {
    const same: Flag[] = [
      { ...many, severity: 'clear', value: null, note: 'Other words.', workings: '' },
      { ...many, inputs: [...many.inputs, { ...first, id: 'fig_left_out', isUsed: false }] },
      { ...many, inputs: many.inputs.map((input) => ({ ...input, note: 'x', quote: null, source: 'y' })) },
    ];
    for (const flag of same) expect(fingerprintText(flag)).toBe(text);
  });

  it('does not change from one day to the next while the same is on file', () => {
    const later = evaluateSignals({ ...caseView, asOf: '2025-12-02' }, [openai.id], []);
    const before = evaluateSignals({ ...caseView, asOf: '2025-12-01' }, [openai.id], []);
    expect(later.map(fingerprintText)).toEqual(before.map(fingerprintText));
  });
});

it('leaves no state that a step cannot leave', () => {
  const states: DispositionState[] = ['open', 'acknowledged', 'mitigated', 'false-positive'];
  for (const state of states) expect(nextSteps(state)).not.toHaveLength(0);
});
