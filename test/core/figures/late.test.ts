import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsAfterPublication } from '#core/figures/basis.ts';
import { isKnowableAt, isKnownAt } from '#core/figures/eligible.ts';
import { latenessAt, latenessEver } from '#core/figures/late.ts';
import { vectorOf } from '../vectors.ts';

const { inputs } = vectorOf('TV30');
type Row = (typeof inputs)['figures'][number];

function recordingOf(row: Row) {
  return {
    publishedOn: row.published,
    firstAt: row.recorded,
    newestAt: row.recorded,
    retractedAt: row.retracted,
  };
}

describe('late knowledge', () => {
  it('TV30: on 20 November the filing of the 4th was missing, 27 days late; the others were on file', () => {
    const late = (inputs.figures as readonly Row[]).map((row) => [
      row.id,
      latenessAt(recordingOf(row), '2025-11-20T00:00Z'),
    ]);
    expect(late).toEqual([
      ['fg-01', null],
      ['fg-02', null],
      ['fg-03', { standing: 'recorded-later', days: 27 }],
      ['fg-04', null],
    ]);
  });

  it('is what is knowable and not known, or known and not knowable, and nothing else', () => {
    const instant = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 23 }))
      .map(([day, hour]) => `2025-11-0${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
    const row = fc.record({
      publishedOn: fc.integer({ min: 1, max: 9 }).map((day) => `2025-11-0${day}`),
      firstAt: instant,
      life: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      knownAt: instant,
    });
    fc.assert(
      fc.property(row, ({ publishedOn, firstAt, life, knownAt }) => {
        const end = life === null ? null : new Date(Date.parse(firstAt) + life * 3_600_000).toISOString();
        const known = isKnownAt({ recordedAt: firstAt, retractedAt: end }, knownAt);
        const knowable = isKnowableAt(publishedOn, { recordedAt: firstAt }, knownAt);
        const found = latenessAt({ publishedOn, firstAt, newestAt: firstAt, retractedAt: end }, knownAt);
        const standing = found?.standing ?? null;
        if (known === knowable) expect(standing).toBeNull();
        else if (known) expect(standing).toBe('ahead');
        else expect(standing).toBe(firstAt > knownAt ? 'recorded-later' : 'retracted');
      }),
    );
  });

  it('names what was on file and reads otherwise now', () => {
    const row = {
      publishedOn: '2025-11-04',
      firstAt: '2025-11-05T09:00:00.000Z',
      newestAt: '2025-11-30T09:00:00.000Z',
      retractedAt: null,
    };
    expect(latenessAt(row, '2025-11-20T00:00:00.000Z')).toEqual({ standing: 'corrected-later', days: 26 });
    expect(latenessAt(row, '2025-12-01T00:00:00.000Z')).toBeNull();
  });

  it('without an instant compares days alone: the same day is neither late nor early', () => {
    const on = (day: string) =>
      latenessEver({
        publishedOn: '2025-11-04',
        firstAt: `${day}T00:00:00.000Z`,
        newestAt: '',
        retractedAt: null,
      });
    expect([on('2025-11-03'), on('2025-11-04'), on('2025-11-07')]).toEqual([
      { standing: 'ahead', days: -1 },
      null,
      { standing: 'recorded-later', days: 3 },
    ]);
  });
});

describe('an actual', () => {
  const figure = {
    basis: 'fiscal-year',
    status: 'reported',
    periodEnd: '2026-01-01',
    publishedOn: '2025-12-30',
  } as const;

  it('is of a period that was over when its source was published', () => {
    expect(endsAfterPublication(figure)).toBe(true);
    expect(endsAfterPublication({ ...figure, publishedOn: '2025-12-31' })).toBe(false);
    expect(endsAfterPublication({ ...figure, publishedOn: null })).toBe(false);
    expect(endsAfterPublication({ ...figure, periodEnd: null })).toBe(false);
  });

  it('is not what a source expects', () => {
    expect(endsAfterPublication({ ...figure, status: 'projected' })).toBe(false);
    expect(endsAfterPublication({ ...figure, status: 'estimated' })).toBe(false);
    expect(endsAfterPublication({ ...figure, basis: 'run-rate' })).toBe(false);
  });
});
