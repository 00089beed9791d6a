import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Qualifier } from '#core/quantities/qualifier.ts';
import type { UnitId } from '#core/quantities/unit.ts';
import { type JudgedDays, judgeAmount, judgeDays } from '#core/search/answers-question.ts';
import { parseQuestion, type Question } from '#core/search/question.ts';

function asked(typed: string): Question {
  const question = parseQuestion(typed);
  if (question === null) throw new Error('no question');
  return question;
}

/** In billions of US dollars. */
function amount(lo: number | null, hi: number | null, qualifier: Qualifier, unit: UnitId = 'USD') {
  const cents = (full: number | null): number | null => (full === null ? null : full * 1e11);
  return { unit, qualifier, lo: cents(lo), hi: cents(hi) };
}

const certaintyOf = (typed: string, given: ReturnType<typeof amount>) =>
  judgeAmount(asked(typed), given)?.certainty ?? null;

describe('whether an amount answers', () => {
  it.each([
    ['deals > 10bn', amount(38, 38, 'exact'), 'certain'],
    ['deals > 10bn', amount(10, 10, 'exact'), null],
    ['deals > 10bn', amount(10, null, 'over'), 'certain'],
    ['deals > 10bn', amount(10, null, 'at-least'), 'possible'],
    ['deals > 10bn', amount(5, 15, 'range'), 'possible'],
    ['deals > 10bn', amount(0, 10, 'at-most'), null],
    ['deals >= 10bn', amount(10, null, 'at-least'), 'certain'],
    ['deals < 10bn', amount(0, 10, 'under'), 'certain'],
    ['deals < 10bn', amount(0, 10, 'at-most'), 'possible'],
    ['deals <= 10bn', amount(0, 10, 'at-most'), 'certain'],
    ['deals < 10bn', amount(9, null, 'over'), 'possible'],
    ['deals 5..20bn', amount(6, 20, 'range'), 'certain'],
    ['deals 5..20bn', amount(1, 6, 'range'), 'possible'],
    ['deals 5..20bn', amount(21, null, 'over'), null],
    ['deals 38bn', amount(38, 38, 'exact'), 'certain'],
    ['deals 38bn', amount(36.1, 39.9, 'approx'), 'possible'],
    ['deals > 10bn', amount(null, null, 'undisclosed'), null],
    ['deals > €10bn', amount(38, 38, 'exact'), null],
    ['deals > €10bn', amount(38, 38, 'exact', 'EUR'), 'certain'],
    ['deals > 10bn', amount(38, 38, 'exact', 'EUR'), 'certain'],
    ['growth > 10%', amount(38, 38, 'exact'), null],
  ])('%s: %j is %s', (typed, given, certainty) => {
    expect(certaintyOf(typed, given)).toBe(certainty);
  });

  it('is certain only where every amount in the interval answers, and none where no amount does', () => {
    const ends = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(
        ends,
        fc.constantFrom('>', '>=', '<', '<='),
        fc.integer({ min: 1, max: 40 }),
        (pair, op, bound) => {
          const [lo, hi] = pair.toSorted((a, b) => a - b) as [number, number];
          const points = Array.from({ length: 2 * (hi - lo) + 1 }, (_, at) => lo + at / 2);
          const holds = points.filter((point) => compare(point, op, bound)).length;
          const expected = holds === points.length ? 'certain' : holds === 0 ? null : 'possible';
          expect(certaintyOf(`deals ${op} ${bound}bn`, amount(lo, hi, 'range'))).toBe(expected);
        },
      ),
    );
  });
});

function compare(point: number, op: string, bound: number): boolean {
  if (op === '>') return point > bound;
  if (op === '>=') return point >= bound;
  return op === '<' ? point < bound : point <= bound;
}

const NO_DAYS: JudgedDays = {
  periodStart: null,
  periodEnd: null,
  periodLabel: null,
  deal: null,
  publishedOn: null,
};
const NO_DEAL_DAYS = { startOn: null, endOn: null, announcedOn: null, signedOn: null, tenorYears: null };

describe('whether the days answer', () => {
  it.each<[string, Partial<JudgedDays>, string | null]>([
    ['its period lies within', { periodStart: '2026-01-01', periodEnd: '2027-01-01' }, 'certain'],
    ['its period reaches there', { periodStart: '2025-07-01', periodEnd: '2026-07-01' }, 'possible'],
    ['its period is another', { periodStart: '2025-01-01', periodEnd: '2026-01-01' }, null],
    ['the words of its period name the year', { periodLabel: 'by the end of 2026' }, 'certain'],
    ['the words name another', { periodLabel: 'FY2024' }, null],
    ['the deal was announced then', { deal: { ...NO_DEAL_DAYS, announcedOn: '2026-03-03' } }, 'certain'],
    [
      'the deal runs then',
      { deal: { ...NO_DEAL_DAYS, startOn: '2025-01-01', endOn: '2032-01-01' } },
      'possible',
    ],
    ['the deal was announced before', { deal: { ...NO_DEAL_DAYS, announcedOn: '2025-03-03' } }, null],
    ['nothing but the day of publication', { publishedOn: '2026-02-01' }, 'possible'],
    [
      'the deal began before and runs on by its tenor',
      { deal: { ...NO_DEAL_DAYS, announcedOn: '2025-03-03', tenorYears: 7 } },
      'possible',
    ],
    ['the deal ended before', { deal: { ...NO_DEAL_DAYS, announcedOn: '2019-03-03', tenorYears: 3 } }, null],
    ['the day of publication is another', { publishedOn: '2025-02-01' }, null],
    ['nothing at all: it may be meant', {}, 'possible'],
  ])('%s', (_, days, certainty) => {
    const judged = judgeDays(asked('commitments > 1bn 2026'), { ...NO_DAYS, ...days });
    expect(judged?.certainty ?? null).toBe(certainty);
  });
});
