import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DispositionState } from '#core/signals/disposition.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Band, Flag } from '#core/signals/flag.ts';
import { type Grade, gradeFrom, gradeOf } from '#core/signals/grade.ts';
import { caseView, openai } from '../case-view.ts';
import { vectorOf } from '../vectors.ts';

const BANDS: readonly Band[] = ['clear', 'watch', 'warn', 'critical'];

describe('TV29: the grade', () => {
  const { inputs, expected } = vectorOf('TV29');
  type Row = readonly [string, string, number, DispositionState];

  it.each(
    (inputs.cases as { flags: Row[]; coverage: number }[]).map((one, at) => ({
      ...one,
      grade: expected[at],
    })),
  )('case $grade of $flags', ({ flags, coverage, grade }) => {
    const graded = flags.map(([family, pillar, severity, disposition]) => ({
      family,
      pillar,
      severity: BANDS[severity] ?? 'clear',
      disposition,
    }));
    expect(gradeFrom(graded, coverage).grade).toBe(grade);
  });
});

const one = fc.record({
  family: fc.constantFrom('scale', 'loss', 'circularity', 'evidence', 'market'),
  pillar: fc.constantFrom('funding', 'circularity', 'evidence'),
  severity: fc.constantFrom(...BANDS),
  disposition: fc.constantFrom<DispositionState>('open', 'acknowledged', 'mitigated', 'false-positive'),
});
/** Unrated stands in for A and B. */
const rank = (grade: Grade) => ({ A: 0, B: 1, U: 1, C: 2, D: 3, E: 4 })[grade];

it('a further flag never improves a grade', () => {
  const places = {
    scale: 'funding',
    loss: 'funding',
    circularity: 'circularity',
    evidence: 'evidence',
    market: 'market',
  };
  const placed = one.map((flag) => ({ ...flag, pillar: places[flag.family as keyof typeof places] }));
  fc.assert(
    fc.property(
      fc.array(placed, { maxLength: 8 }),
      placed,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (flags, more, coverage) => {
        const [before, after] = [gradeFrom(flags, coverage), gradeFrom([...flags, more], coverage)];
        expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade));
      },
    ),
  );
});

it('the order of flags never changes a grade, nor does a disposition make it worse', () => {
  const placed = one.map((flag) => ({ ...flag, pillar: flag.family }));
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 8 }), (flags) => {
      const { grade } = gradeFrom(flags, 1);
      expect(gradeFrom(flags.toReversed(), 1).grade).toBe(grade);
      const open = flags.map((flag) => ({ ...flag, disposition: 'open' as const }));
      expect(rank(gradeFrom(open, 1).grade)).toBeGreaterThanOrEqual(rank(grade));
    }),
  );
});

it('a mitigated or dismissed flag never weighs more than it did, and a reopened one weighs as when it was open', () => {
  const placed = one.map((flag) => ({ ...flag, pillar: flag.family }));
  fc.assert(
    fc.property(
      fc.array(placed, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.constantFrom<DispositionState>('mitigated', 'false-positive'),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (flags, pick, disposition, coverage) => {
        const at = pick % flags.length;
        const turned = (state: DispositionState) =>
          gradeFrom(
            flags.map((flag, index) => (index === at ? { ...flag, disposition: state } : flag)),
            coverage,
          ).grade;
        expect(rank(turned(disposition))).toBeLessThanOrEqual(rank(turned('open')));
        expect(rank(turned('false-positive'))).toBeLessThanOrEqual(rank(turned('mitigated')));
        expect(turned('acknowledged')).toBe(turned('open'));
      },
    ),
  );
});

it('flags in any order give the same grade, decided by the same families', () => {
  const placed = one.map((flag) => ({ ...flag, pillar: flag.family }));
  const shuffled = fc
    .array(placed, { maxLength: 8 })
    .chain((flags) => fc.tuple(fc.constant(flags), fc.shuffledSubarray(flags, { minLength: flags.length })));
  fc.assert(
    fc.property(shuffled, fc.double({ min: 0, max: 1, noNaN: true }), ([flags, other], coverage) => {
      const told = (some: typeof flags) => {
        const { grade, deciding } = gradeFrom(some, coverage);
        return [grade, deciding.map(({ family, severity }) => `${family} ${severity}`).sort()];
      };
      expect(told(other)).toEqual(told(flags));
    }),
  );
});

describe('the grade of a company', () => {
  const flags = evaluateSignals(caseView, [openai.id], []);

  it('of the case is E, with the families that decide it', () => {
    const { grade, deciding, coverage, withoutDispositions, why } = gradeOf(flags);
    expect([grade, withoutDispositions]).toEqual(['E', 'E']);
    expect(deciding.every(({ severity }) => severity === 'critical')).toBe(true);
    expect(new Set(deciding.map(({ pillar }) => pillar)).size).toBeGreaterThanOrEqual(3);
    const scale = deciding.find(({ family }) => family === 'scale');
    expect(scale?.flags.map(({ flag }) => flag.signal)).toContain('commitment-to-revenue');
    expect(coverage.computable).toBeLessThanOrEqual(coverage.applicable);
    expect(why).toMatch(
      /families of signals at critical, in .*funding.*applicable signals could be computed\.$/,
    );
  });

  it('without live flags is no better than what is known', () => {
    const dismissed = gradeOf(flags, () => 'false-positive');
    expect([dismissed.grade, dismissed.withoutDispositions]).toEqual(['A', 'E']);
    const silent = flags.map(
      (flag): Flag => ({ ...flag, severity: 'insufficient-data', state: 'insufficient-data' }),
    );
    expect(gradeOf(silent)).toMatchObject({
      grade: 'U',
      deciding: [],
      coverage: { computable: 0, share: 0 },
    });
    expect(gradeOf([]).grade).toBe('U');
  });

  it('leaves out of the coverage what does not apply', () => {
    const { coverage } = gradeOf(flags);
    const silent = flags.filter(({ state }) => state !== 'not-applicable');
    expect(gradeOf(silent).coverage).toEqual(coverage);
  });

  it('is that of one company, by known signals', () => {
    const [first] = flags;
    if (first === undefined) throw new Error('No flags.');
    expect(() => gradeOf([first, { ...first, subjectId: 'ent_other' }])).toThrow(RangeError);
    expect(() => gradeOf([{ ...first, signal: 'unheard-of' }])).toThrow('unheard-of');
  });
});
