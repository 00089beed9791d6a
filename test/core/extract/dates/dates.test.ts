import { describe, expect, it } from 'vitest';
import { datesIn } from '#core/extract/dates/dates.ts';
import { readingOf } from '#core/extract/reading.ts';

type Expected = readonly [text: string, fromOn: string | null, untilOn: string | null];

function read(text: string, publishedOn: string | null = null): readonly Expected[] {
  return datesIn(readingOf(text), publishedOn).map((date) => [date.text, date.fromOn, date.untilOn]);
}

describe('datesIn', () => {
  it.each<[string, Expected]>([
    ['It closed on 3 November 2025.', ['3 November 2025', '2025-11-03', '2025-11-04']],
    ['It closed on November 3, 2025.', ['November 3, 2025', '2025-11-03', '2025-11-04']],
    ['It closed on Monday, November 3, 2025.', ['Monday, November 3, 2025', '2025-11-03', '2025-11-04']],
    ['Signed the 3rd of Nov. 2025 in Oslo.', ['the 3rd of Nov. 2025', '2025-11-03', '2025-11-04']],
    ['Dated 2025-11-03.', ['2025-11-03', '2025-11-03', '2025-11-04']],
    ['Dated 3.11.2025.', ['3.11.2025', '2025-11-03', '2025-11-04']],
    ['Dated 3/11/2025.', ['3/11/2025', null, null]],
    ['Dated 31/10/2025.', ['31/10/2025', '2025-10-31', '2025-11-01']],
    ['Dated 10/31/2025.', ['10/31/2025', '2025-10-31', '2025-11-01']],
    ['in November 2025', ['November 2025', '2025-11-01', '2025-12-01']],
    ['in late October 2025', ['late October 2025', '2025-10-21', '2025-11-01']],
    ['in Q3 2025', ['Q3 2025', '2025-07-01', '2025-10-01']],
    ['in 3Q25', ['3Q25', '2025-07-01', '2025-10-01']],
    ['in the third quarter of 2025', ['the third quarter of 2025', '2025-07-01', '2025-10-01']],
    ['in H1 2026', ['H1 2026', '2026-01-01', '2026-07-01']],
    ['in the second half of 2026', ['the second half of 2026', '2026-07-01', '2027-01-01']],
    ['in FY26', ['FY26', null, null]],
    ['orders of Rs 400 crore in FY26', ['FY26', '2025-04-01', '2026-04-01']],
    ['orders of Rs 400 crore in Q2 FY26', ['Q2 FY26', '2025-07-01', '2025-10-01']],
    ['in fiscal 2026', ['fiscal 2026', null, null]],
    ['online by the end of 2026', ['by the end of 2026', '2026-12-01', '2027-01-01']],
    ['start in early 2027', ['early 2027', '2027-01-01', '2027-05-01']],
    ['by 2030 it needs', ['by 2030', '2030-01-01', '2031-01-01']],
    ['an IPO in 2026-27', ['2026-27', '2026-01-01', '2028-01-01']],
    ['from 2019-2024', ['from 2019-2024', '2019-01-01', '2025-01-01']],
    ['the year to March 2025', ['the year to March 2025', '2024-04-01', '2025-04-01']],
    [
      'the six months ended 30 September 2025',
      ['the six months ended 30 September 2025', '2025-04-01', '2025-10-01'],
    ],
    [
      'the three months ended September 30, 2025',
      ['the three months ended September 30, 2025', '2025-07-01', '2025-10-01'],
    ],
    ['in the 1990s', ['the 1990s', '1990-01-01', '2000-01-01']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  // 5 November 2025 is a Wednesday.
  it.each<[string, Expected]>([
    ['announced on Monday', ['Monday', '2025-11-03', '2025-11-04']],
    ['announced on Wednesday', ['Wednesday', '2025-11-05', '2025-11-06']],
    ['announced yesterday', ['yesterday', '2025-11-04', '2025-11-05']],
    ['a vote next Friday', ['next Friday', '2025-11-14', '2025-11-15']],
    ['restructured last week', ['last week', '2025-10-27', '2025-11-03']],
    ['due next year', ['next year', '2026-01-01', '2027-01-01']],
    ['lost money last quarter', ['last quarter', '2025-07-01', '2025-10-01']],
    ['signed this year', ['this year', '2025-01-01', '2026-01-01']],
    ['signed earlier this year', ['earlier this year', '2025-01-01', '2025-11-06']],
    ['signed in March', ['March', '2025-03-01', '2025-04-01']],
    ['will open in March', ['March', '2026-03-01', '2026-04-01']],
    ['signed on 14 May', ['14 May', '2025-05-14', '2025-05-15']],
    ['expected to close by 31 March', ['by 31 March', '2026-03-31', '2026-04-01']],
    ['five days before', ['five days before', null, null]],
    ['two years ago', ['two years ago', '2023-01-01', '2024-01-01']],
    ['three days ago', ['three days ago', '2025-11-02', '2025-11-03']],
    ['over the next two years', ['over the next two years', '2025-11-05', '2027-11-05']],
  ])('published on 2025-11-05: %s', (text, expected) => {
    expect(read(text, '2025-11-05')).toEqual([expected]);
  });

  it.each(['announced on Monday', 'lost money last quarter', 'signed on 14 May'])(
    'leaves open without a day of publication: %s',
    (text) => {
      expect(read(text).map(([, fromOn, untilOn]) => [fromOn, untilOn])).toEqual([[null, null]]);
    },
  );

  it.each([
    'It employs 2025 people.',
    'a $2025 phone',
    'May we ask?',
    'It may be so.',
    'the 2,025 shops',
    'version 2025.3.1',
    'They march on.',
  ])('sees no date in: %s', (text) => {
    expect(read(text, '2025-11-05')).toEqual([]);
  });
});
