import { expect, test } from './app.ts';
import { columnHead, columnTexts, countOf } from './grid.ts';
import { goTo } from './places.ts';

test('a click on a heading sorts, a second turns the order round', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  const payer = columnHead(page, 'Payer');
  await payer.click();
  await expect(payer).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => columnTexts(page, 'Payer')).toEqual(inOrder(await columnTexts(page, 'Payer')));
  expect((await columnTexts(page, 'Payer'))[0]).toBe('Amazon');

  await payer.click();
  await expect(payer).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await columnTexts(page, 'Payer'))[0]).toBe('Oracle');
  const texts = await columnTexts(page, 'Payer');
  expect(texts).toEqual([...inOrder(texts)].reverse());
});

function inOrder(texts: readonly string[]): readonly string[] {
  return [...texts].sort((one, other) => one.localeCompare(other, 'en'));
}

test('a quick search narrows the table, and says what to do when nothing fits', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  const search = page.getByRole('textbox', { name: 'Find in deals' });
  await search.fill('Anthropic');
  await expect(countOf(page)).toHaveText('3 found');
  expect(await columnTexts(page, 'Deal')).toContain('Amazon invests in Anthropic');

  await search.fill('no such party');
  await expect(countOf(page)).toHaveText('0 found');
  await expect(page.getByText('No deals fit these filters')).toBeVisible();
  await expect(page.getByText('Loosen the search or the filters of the columns.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(countOf(page)).toHaveText('18');
  await expect(search).toHaveValue('');
});

test('a filter of a column lists its values with their counts and keeps those chosen', async ({
  app: { page },
}) => {
  await goTo(page, 'Deals');
  const status = columnHead(page, 'Status');
  await status.focus();
  await page.keyboard.press('Control+Enter');
  const values = page.getByRole('group', { name: 'Values of Status' });
  await values.getByRole('checkbox', { name: /^signed\s*8$/ }).check();
  await expect(countOf(page)).toHaveText('8 found');
  await page.keyboard.press('Escape');
  for (const text of await columnTexts(page, 'Status')) expect(text).toBe('signed');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(countOf(page)).toHaveText('18');
});

test('the column chooser hides a column and shows another', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('checkbox', { name: 'Deal', exact: true })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Payer', exact: true }).uncheck();
  await expect(columnHead(page, 'Payer')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Amount, low end', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Payer', exact: true }).check();
  await expect(columnHead(page, 'Payer')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('gridcell', { name: 'Stargate' }).first().click();
  await page.keyboard.press('End');
  await expect(columnHead(page, 'Amount, low end')).toBeVisible();
});
