import { expect, type Locator, type Page } from '@playwright/test';

/** The table of the screen, by what a reader sees: rows by the text of one of their cells, columns by their heading. */
export function rowOf(page: Page, text: string): Locator {
  const cell = page.getByRole('gridcell', { name: text, exact: true });
  return page.getByRole('grid').getByRole('row').filter({ has: cell });
}

/** Headings and cells of a column share their place among the columns. */
export async function cellOf(page: Page, row: Locator, column: string): Promise<Locator> {
  const place = await columnHead(page, column).getAttribute('aria-colindex');
  return row.locator(`[role="gridcell"][aria-colindex="${place}"]`);
}

export function columnHead(page: Page, column: string): Locator {
  return page.getByRole('grid').getByRole('columnheader', { name: column, exact: true });
}

/** The cells of a column from top to bottom, as far as they are on screen. */
export async function columnTexts(page: Page, column: string): Promise<readonly string[]> {
  const place = await columnHead(page, column).getAttribute('aria-colindex');
  const rows = await page
    .getByRole('grid')
    .locator(`[role="row"]:has([role="gridcell"][aria-colindex="${place}"])`)
    .evaluateAll(
      (found, at) =>
        found
          .map((row) => ({
            order: Number(row.getAttribute('aria-rowindex')),
            text: row.querySelector(`[role="gridcell"][aria-colindex="${at}"]`)?.textContent ?? '',
          }))
          .sort((one, other) => one.order - other.order)
          .map(({ text }) => text),
      place,
    );
  return rows;
}

/** How many rows the head of the table says there are. */
export function countOf(page: Page): Locator {
  return page.getByRole('main').getByRole('status').first();
}

/** Moves the focus to a cell with the arrow keys, starting from the cell of the row that is given. */
export async function walkTo(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.click();
  const steps = (await placeOf(to)) - (await placeOf(from));
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
  await expect(to).toBeFocused();
}

async function placeOf(cell: Locator): Promise<number> {
  return Number(await cell.getAttribute('aria-colindex'));
}
