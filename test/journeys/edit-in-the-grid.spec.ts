import { expect, test } from './app.ts';
import { cellOf, rowOf, walkTo } from './grid.ts';
import { expectSaved, goTo, pressOnScreen, tile } from './places.ts';

const ORACLE = 'OpenAI buys cloud compute from Oracle';
const CORE_WEAVE = 'OpenAI buys cloud compute from CoreWeave';

test('a status is chosen by keyboard alone, and Ctrl+Z takes it back', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  const row = rowOf(page, ORACLE);
  const status = await cellOf(page, row, 'Status');
  await expect(status).toHaveText('signed');
  await walkTo(page, await cellOf(page, row, 'Deal'), status);

  await page.keyboard.press('F2');
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'announced' });
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('announced');
  await expectSaved(page);

  await pressOnScreen(page, 'Control+z');
  await expect(status).toHaveText('signed');
});

test('terms are typed over, kept by Enter and left alone by Esc', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  const row = rowOf(page, ORACLE);
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const hidden of ['Payer', 'Payee', 'Qualifier', 'Kind', 'Versions', 'Other parties'])
    await page.getByRole('checkbox', { name: hidden, exact: true }).uncheck();
  await page.keyboard.press('Escape');
  const terms = await cellOf(page, row, 'Terms');
  await terms.click();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Terms' }).fill('paid gradually, take or pay');
  await page.keyboard.press('Enter');
  await expect(terms).toHaveText('paid gradually, take or pay');
  await expectSaved(page);

  await terms.click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Terms' }).fill('never kept');
  await page.keyboard.press('Escape');
  await expect(terms).toHaveText('paid gradually, take or pay');
});

test('an amount moves the overview, and undo moves it back', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  const row = rowOf(page, CORE_WEAVE);
  const amount = await cellOf(page, row, 'Amount');
  await expect(amount).toHaveText('22.4 bn');
  await walkTo(page, await cellOf(page, row, 'Payee'), amount);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Amount' }).fill('32.4bn');
  await page.keyboard.press('Enter');
  await expect(amount).toHaveText('32.4 bn');
  await expectSaved(page);

  await goTo(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 779.6bn');
  await pressOnScreen(page, 'Control+z');
  await expect(tile(page, 'Not itemised')).toContainText('USD 789.6bn');
});

test('an amount that cannot be read is refused in a sentence, and the old one stays', async ({
  app: { page },
}) => {
  await goTo(page, 'Deals');
  const row = rowOf(page, CORE_WEAVE);
  const amount = await cellOf(page, row, 'Amount');
  await walkTo(page, await cellOf(page, row, 'Payee'), amount);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Amount' }).fill('a great deal');
  await page.keyboard.press('Enter');
  const refusal = page.getByRole('alert').filter({ hasText: 'Amount stays as it was' });
  await expect(refusal).toContainText(/\w+ .+\./);
  await expect(amount).toHaveText('22.4 bn');
  await goTo(page, 'History');
  await expect(page.getByRole('main').getByRole('list').getByRole('listitem').first()).toContainText(
    'Sample case',
  );
});
