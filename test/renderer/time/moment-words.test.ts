import { describe, expect, it } from 'vitest';
import {
  bannerText,
  knownAtTyped,
  knownText,
  momentLabel,
  readKnownAt,
} from '#renderer/app/time/moment-words.ts';

describe('known-at as it is typed', () => {
  it.each([
    ['2025-11-20', '2025-11-20T23:59:59.999Z'],
    [' 2025-11-20 08:30 ', '2025-11-20T08:30:00.000Z'],
    ['2025-11-20 08:30:15', '2025-11-20T08:30:15.000Z'],
    ['2025-11-20T08:30:15.125Z', '2025-11-20T08:30:15.125Z'],
    ['2025-11-20 08:30 UTC', '2025-11-20T08:30:00.000Z'],
    ['2025-11-20T08:30+01:00', '2025-11-20T07:30:00.000Z'],
  ])('%s is %s', (text, instant) => expect(readKnownAt(text)).toBe(instant));

  it.each(['', 'yesterday', '2025-02-30', '2025-11', '20 November 2025', '2025-11-20 25:00'])(
    '%j is not understood',
    (text) => expect(readKnownAt(text)).toBeNull(),
  );

  it('stands in its field as it would be typed', () => {
    for (const text of ['2025-11-20', '2025-11-20T08:30:15.125Z'])
      expect(knownAtTyped(readKnownAt(text))).toBe(text);
    expect(knownAtTyped(null)).toBe('');
  });
});

describe('the moment in words', () => {
  const day = '2025-11-20T23:59:59.999Z';

  it('says that a day means its end in UTC, and names the zone of an instant', () => {
    expect(knownText(day)).toMatch(/^the end of .*2025, UTC$/);
    expect(knownText('2025-11-20T08:30:15.125Z')).toMatch(/30:15.* UTC$/);
  });

  it('is today and all that is known unless chosen otherwise', () => {
    expect(momentLabel({ asOf: null, knownAt: null })).toBe('Today · all that is known');
    expect(momentLabel({ asOf: '2025-11-03', knownAt: null })).toMatch(/^As of .*2025 · all that is known$/);
  });

  it('tells over a screen of the past what is seen and that nothing can be edited', () => {
    expect(bannerText({ asOf: null, knownAt: day })).toMatch(
      /^You see what was known at the end of .*2025, UTC\. Nothing can be edited here\.$/,
    );
    expect(bannerText({ asOf: '2025-11-03', knownAt: null })).toMatch(
      /^You see the ledger as of .*2025\. Nothing can be edited here\.$/,
    );
    expect(bannerText({ asOf: '2025-11-03', knownAt: day })).toMatch(
      /^You see what was known at .*, as of .*2025\. Nothing/,
    );
  });
});
