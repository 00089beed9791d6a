import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectSaved, goTo, pressOnScreen } from './places.ts';

const NAME = 'Deals without an amount';

async function openOwnSignals(page: Page): Promise<void> {
  await goTo(page, 'Signals');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Own signals').click();
}

const expression = (page: Page): Locator => page.getByRole('textbox', { name: 'Expression' });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });

test('an own signal is written from an example, previewed, saved, flagged, graded and undone', async ({
  app,
}) => {
  const { page } = app;
  await openOwnSignals(page);
  await expect(page.getByRole('list', { name: 'Examples' }).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: `Start from this: ${NAME}` }).click();
  await expect(expression(page)).toHaveValue('deals_without_amount / deals');
  const company = preview(page).getByRole('row').filter({ hasText: 'OpenAI' });
  await expect(company).toContainText('50%');
  await expect(company).toContainText('Warn');

  await page.getByRole('textbox', { name: 'Critical above' }).fill('40');
  await expect(company).toContainText('Critical');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Half of the amounts are not enough.');
  await save.click();
  await expectSaved(page);
  const row = page.getByRole('row').filter({ hasText: NAME });
  await expect(row).toContainText('deals_without_amount / deals');
  await expect(row).toContainText('Critical');

  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Flags').click();
  const mine = page.getByRole('group', { name: NAME }).getByRole('option');
  await expect(mine).toContainText('50%');
  await pressOnScreen(page, 'Control+z');
  await expect(mine).toHaveCount(0);
  await pressOnScreen(page, 'Control+Shift+Z');
  await expect(mine).toHaveCount(1);
  await app.close();

  const { exit, out } = await app.cli('signals', app.ledger, '--json');
  expect(exit).toBe(0);
  const { subjects } = JSON.parse(out) as { subjects: { flags: Record<string, unknown>[] }[] };
  const flag = subjects
    .flatMap(({ flags }) => flags)
    .find(({ signal }) => signal === 'own:deals-without-an-amount');
  expect(flag).toMatchObject({ severity: 'critical', value: { point: 0.5 }, unit: 'share' });
});

test('what is wrong with an expression is said with its place, and nothing can be saved', async ({
  app: { page },
}) => {
  await openOwnSignals(page);
  await page.getByRole('button', { name: 'New signal' }).click();
  const said = page.getByRole('status');
  for (const [text, sentence] of [
    ['commitments / revenu', 'Column 15: “revenu” is not in the vocabulary. Did you mean revenue?'],
    ['commitments + 1', 'Column 15: This is a plain number and cannot be added to money.'],
    ['revenue.constructor', 'Column 8: Amounts have no members'],
    ['[1, 2].map(x, x)', 'Column 7: Amounts have no methods'],
    ['commitments - cash', 'Column 1: The result is money.'],
  ] as const) {
    await expression(page).fill(text);
    await expect(said.filter({ hasText: sentence })).toBeVisible();
    await expect(expression(page)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await expression(page).fill('cash / cash_burn');
  await expect(expression(page)).toHaveAttribute('aria-invalid', 'false');
  await expect(page.getByRole('combobox', { name: 'Result shown as' })).toHaveValue('months');
});

test('the vocabulary is searched and writes itself into the expression', async ({ app: { page } }) => {
  await openOwnSignals(page);
  await page.getByRole('button', { name: 'New signal' }).click();
  await expression(page).fill('commitments / ');
  const vocabulary = page.getByRole('region', { name: 'Vocabulary' });
  await vocabulary.getByRole('searchbox', { name: 'Vocabulary' }).fill('annual revenue');
  await vocabulary
    .getByRole('button', { name: /^revenue/ })
    .first()
    .press('Enter');
  await expect(expression(page)).toHaveValue('commitments / revenue');
  await expect(expression(page)).toBeFocused();
  await page.getByRole('textbox', { name: 'Watch above' }).fill('1');
  await page.getByRole('textbox', { name: 'Warn above' }).fill('3');
  await page.getByRole('textbox', { name: 'Critical above' }).fill('6');
  await expect(preview(page)).toContainText('USD 1,400bn / USD 13bn = 107.7x');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`neither the examples nor the editor has a serious barrier, ${scheme}`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openOwnSignals(page);
    expect.soft(await barriers(page), 'examples').toEqual([]);
    await page.getByRole('button', { name: `Start from this: ${NAME}` }).click();
    await expect(preview(page).getByRole('row').first()).toBeVisible();
    expect.soft(await barriers(page), 'editor').toEqual([]);
    await expression(page).fill('deals_without_amount /');
    await expect(expression(page)).toHaveAttribute('aria-invalid', 'true');
    expect.soft(await barriers(page), 'problem').toEqual([]);
  });
}

async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
