import { describe, expect, it } from 'vitest';
import { daysApart } from '#core/metrics/day-window.ts';
import type { KeyDateFacts } from '#core/model/ledger-view.ts';
import { keyDateProximity } from '#core/signals/key-date-proximity.ts';
import { vectorOf } from '../vectors.ts';
import { sourceRow } from '../view-rows.ts';
import { buys, cloud, flagsOn, lab, onlyFlag, source } from './flow-rows.ts';

const event = { first: '2025-11-03', last: '2025-11-03' };
const on = (day: string) => ({ first: day, last: day });

describe('TV12: days between the deal and the end of exclusivity', () => {
  const { inputs, expected } = vectorOf('TV12');

  it.each(['seed000_five_days_before', 'seed000_friday', 'seed000_QA', 'ext_definitive_agreement'])(
    '%s',
    (claim) => {
      const days = expected.daysBeforeEvent[claim];
      expect(daysApart(event, on(inputs.claims[claim]))).toEqual({ lo: days, point: days, hi: days });
    },
  );

  it('a month is a window', () => {
    const { lo, hi } = daysApart(event, { first: '2025-10-01', last: '2025-10-31' });
    expect([lo, hi]).toEqual(expected.seed004MonthWindowDays);
    expect(daysApart(event, { first: '2025-11-01', last: '2025-11-30' }).lo).toBe(0);
  });
});

function keyDate(
  id: string,
  fromOn: string | null,
  untilOn: string | null,
  extra: Partial<KeyDateFacts> = {},
): KeyDateFacts {
  return {
    id,
    name: 'Exclusivity ends',
    kind: 'exclusivity-end',
    entityId: lab.id,
    dealId: null,
    fromOn,
    untilOn,
    wording: null,
    status: 'occurred',
    sourceId: source.id,
    passageId: null,
    note: null,
    source,
    quote: null,
    ...extra,
  };
}

const deals = [buys(lab, cloud, { amount: 38, extra: { announcedOn: '2025-11-03' } })];
const near = (keyDates: readonly KeyDateFacts[]) => onlyFlag(flagsOn(keyDateProximity, { deals, keyDates }));

describe('a deal near a key date', () => {
  it.each([
    ['2025-10-29', '2025-10-30', 5, 'warn'],
    ['2025-10-27', '2025-10-28', 7, 'warn'],
    ['2025-10-26', '2025-10-27', 8, 'watch'],
    ['2025-10-04', '2025-10-05', 30, 'watch'],
    ['2025-10-03', '2025-10-04', 31, 'clear'],
    ['2025-11-03', '2025-11-04', 0, 'warn'],
    ['2025-01-24', '2025-01-25', 283, 'clear'],
  ])('from %s: %d days', (fromOn, untilOn, days, severity) => {
    expect(near([keyDate('key_1', fromOn, untilOn)])).toMatchObject({ severity, value: { point: days } });
  });

  it('takes the most reliable version that nothing contradicts; the ends span all of them', () => {
    const blog = sourceRow('src_blog', 'E');
    const flag = near([
      keyDate('key_1', '2025-10-29', '2025-10-30'),
      keyDate('key_2', '2025-10-31', '2025-11-01'),
      keyDate('key_3', '2025-01-24', '2025-01-25', { status: 'contradicted' }),
      keyDate('key_4', '2025-10-01', '2025-11-01', { source: blog, sourceId: blog.id }),
    ]);
    expect(flag).toMatchObject({
      severity: 'warn',
      certainty: 'possible',
      value: { lo: 3, point: 5, hi: 283 },
      workings: '2025-11-03 - 2025-10-29 = 5 days',
    });
    expect(flag.note).toContain('after: Exclusivity ends');
    expect(flag.alternatives.slice(0, 3).map(({ value }) => value?.point)).toEqual([3, 18, 283]);
  });

  it('reads the day from an announcement on file where the deal has none', () => {
    const undated = [buys(lab, cloud, { id: 'dea_1', amount: 38 })];
    const announced = keyDate('key_0', '2025-11-03', '2025-11-04', {
      kind: 'announcement',
      dealId: 'dea_1',
      entityId: null,
    });
    const keyDates = [announced, keyDate('key_1', '2025-10-29', '2025-10-30')];
    expect(onlyFlag(flagsOn(keyDateProximity, { deals: undated, keyDates }))).toMatchObject({
      value: { point: 5 },
    });
    expect(
      onlyFlag(flagsOn(keyDateProximity, { deals: undated, keyDates: keyDates.slice(1) })).missing[0],
    ).toContain('day on which');
  });

  it('never becomes critical, and is never clear without a key date', () => {
    expect(near([keyDate('key_1', '2025-11-03', '2025-11-04')]).severity).toBe('warn');
    expect(near([]).severity).toBe('insufficient-data');
    expect(near([keyDate('key_1', '2025-10-01', null)]).severity).toBe('insufficient-data');
  });
});

describe('an upcoming key date', () => {
  const planned = (fromOn: string | null, untilOn: string) =>
    flagsOn(keyDateProximity, {
      deals,
      keyDates: [keyDate('key_1', fromOn, untilOn, { kind: 'ipo', status: 'planned' })],
    }).filter(({ measure }) => measure === 'upcoming');

  it.each([
    ['2025-12-05', '2025-12-06', 'warn'],
    ['2025-12-20', '2025-12-21', 'watch'],
    [null, '2025-12-21', 'watch'],
    ['2026-02-28', '2026-03-01', 'clear'],
  ])('from %s', (fromOn, untilOn, severity) => {
    expect(planned(fromOn, untilOn)[0]?.severity).toBe(severity);
  });

  it('past or more than 90 days ahead is not listed', () => {
    expect(planned('2025-11-01', '2025-11-02')).toEqual([]);
    expect(planned('2026-03-01', '2026-03-02')).toEqual([]);
  });
});
