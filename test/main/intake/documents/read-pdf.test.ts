import { describe, expect, test } from 'vitest';
import { column, type PdfText, parse, pdfOf } from './samples.ts';

async function textOf(pages: readonly (readonly PdfText[])[], isPacked = false): Promise<string> {
  return (await parse('a.pdf', pdfOf(pages, { isPacked }))).text;
}

describe('the words of a PDF', () => {
  test('are joined from lines to paragraphs, cut words put together', async () => {
    const lines = column([
      'Quayside Ports said on Monday that it would bor-',
      'row $1.4bn from three banks, the largest loan of',
      'its history. A long-term lender takes half.',
    ]);
    const next = column(['The long-', 'term plan is a crane.'], { top: 640 });
    expect(await textOf([[...lines, ...next]])).toBe(
      'Quayside Ports said on Monday that it would borrow $1.4bn from three banks, the largest loan of its history. A long-term lender takes half.\n\nThe long-term plan is a crane.',
    );
  });

  test('go on from column to column and from page to page', async () => {
    const left = column(['The first column is as wide', 'as the second and it ends'], { x: 60 });
    const right = column(['in the middle of a sentence', 'that the next page goes on'], { x: 320 });
    const more = column(['with until it ends here.']);
    expect(await textOf([[...left, ...right], more], true)).toBe(
      'The first column is as wide as the second and it ends in the middle of a sentence that the next page goes on with until it ends here.',
    );
  });

  test('keep headings apart, and cells of a table by tabs', async () => {
    const texts: readonly PdfText[] = [
      { x: 72, y: 720, size: 18, text: 'Quayside borrows' },
      ...column(['It was said on Monday.'], { top: 690 }),
      { x: 72, y: 660, text: 'Revenue' },
      { x: 200, y: 660, text: '13.0' },
      { x: 300, y: 660, text: '4.3' },
    ];
    expect(await textOf([texts])).toBe('Quayside borrows\n\nIt was said on Monday.\n\nRevenue\t13.0\t4.3');
  });

  test('leave out page numbers and the repeats of running heads', async () => {
    const sheet = (number: number, words: string): readonly PdfText[] => [
      { x: 72, y: 760, text: 'Quayside annual review' },
      ...column([`${words} on this page.`, 'A second line here.', 'A third line here.'], { top: 700 }),
      { x: 300, y: 40, text: `Page ${number}` },
    ];
    const text = await textOf([sheet(1, 'One'), sheet(2, 'Two'), sheet(3, 'Three')]);
    expect(text.match(/annual review/g)).toHaveLength(1);
    expect(text).not.toMatch(/Page \d/);
    expect(text).toMatch(/One on this page.*\n*.*Two on this page/s);
  });

  test('come with title, author and the day it was made', async () => {
    const facts = '/Title (Loan note) /Author (Ida Marsh) /CreationDate (D:20251007080000Z)';
    const made = pdfOf([column(['words'])], { facts });
    expect(await parse('a.pdf', made)).toMatchObject({
      title: 'Loan note',
      author: 'Ida Marsh',
      published: '2025-10-07',
    });
    const named = pdfOf([column(['words'])], { facts: '/Title (Microsoft Word - note.docx)' });
    expect(await parse('a.pdf', named)).toMatchObject({ title: null });
  });
});

describe('a PDF is refused', () => {
  test('with more than 5,000 pages', async () => {
    const refused = parse('a.pdf', pdfOf(Array.from({ length: 5_001 }, () => [])));
    await expect(refused).rejects.toMatchObject({
      code: 'DOCUMENT_TOO_BIG',
      details: ['It has 5,001 pages; the limit is 5,000.'],
    });
  });

  test('where it is cut off', async () => {
    const whole = pdfOf([column(['words'])]);
    await expect(parse('a.pdf', whole.subarray(0, 40))).rejects.toMatchObject({
      code: 'DOCUMENT_UNREADABLE',
    });
  });
});
