import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectSaved, goTo, pressOnScreen, sidePanel, tile } from './places.ts';
import { AUTHOR } from './program.ts';

const REASON = 'The estimate is the only one for the whole of 2025.';

async function compare(page: Page, matter: RegExp): Promise<void> {
  await goTo(page, 'Figures');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Compare versions').click();
  await page.getByRole('listbox', { name: 'Matters' }).getByRole('option', { name: matter }).click();
}

const flagsOf = (page: Page, signal: string) =>
  page.getByRole('listbox', { name: 'Flags' }).getByRole('group', { name: signal }).getByRole('option');

const versions = (page: Page) => page.getByRole('table', { name: /^Versions of/ });

test('a contradiction shows its versions, and a pick among them moves the signals until it is undone', async ({
  app: { page },
}) => {
  await compare(page, /^OpenAI: revenue/);
  const matter = page.getByRole('article', { name: 'OpenAI: revenue, fiscal year' });
  await expect(matter).toContainText('The sources contradict each other');
  await expect(matter).toContainText('USD 5bn to 10bn against USD 13bn');
  await expect(matter).toContainText('Settled by the audited income statement');
  await expect(matter.getByRole('img', { name: /^Stated amounts/ })).toBeVisible();
  const rows = versions(page).getByRole('row');
  await expect(rows.filter({ hasText: '$13B annual revenue' })).toContainText('Excludes 1 other version');
  await expect(rows.filter({ hasText: '$5-10B' })).toContainText('Excludes 1 other version');
  await expect(rows.filter({ hasText: '$20 billion annual revenue run rate' })).toContainText(
    'Not compared: another basis',
  );
  await expect(matter.getByRole('row', { name: /^Most reliable source/ })).toContainText('In force');

  await matter.getByRole('button', { name: /^Pick USD 5bn to 10bn/ }).click();
  const panel = sidePanel(page);
  const preview = panel.getByRole('region', { name: 'What would change' });
  await expect(preview.getByRole('listitem').first()).toContainText(
    /Purchase commitments to revenue.*107\.7x.*186\.7x/s,
  );
  const save = panel.getByRole('button', { name: 'Pick this version' });
  await expect(save).toBeDisabled();
  await panel.getByRole('textbox', { name: 'Reviewer' }).fill('R. Reviewer');
  await panel.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await save.click();
  await expectSaved(page);

  await expect(matter.getByRole('region', { name: 'Pick' })).toContainText('by the pick of R. Reviewer');
  await expect(matter.getByRole('row', { name: /^Analyst's pick/ })).toContainText('In force');
  await goTo(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('186.7x');
  await goTo(page, 'Signals');
  await flagsOf(page, 'Purchase commitments to revenue').first().click();
  await expect(sidePanel(page)).toContainText(REASON);
  await expect(sidePanel(page)).toContainText('Policy: Most reliable source');

  await pressOnScreen(page, 'Control+z');
  await goTo(page, 'Overview');
  await expect(tile(page, 'Commitments to revenue')).toContainText('107.7x');
  await goTo(page, 'History');
  const log = page.getByRole('main').getByRole('list').getByRole('listitem');
  await expect(log.nth(0)).toContainText('undo');
  await expect(log.nth(1)).toContainText(REASON);
  await expect(log.nth(1)).toContainText(AUTHOR);
});

test('from a card to the versions behind an input, from a version to its words, by keys', async ({
  app: { page },
}) => {
  await goTo(page, 'Signals');
  const inputs = sidePanel(page).getByRole('listitem');
  await flagsOf(page, 'Purchase commitments to revenue').first().click();
  await inputs.filter({ hasText: 'USD 13' }).first().locator('summary').click();
  await inputs.getByRole('button', { name: '2 versions on file: compare' }).first().click();
  await expect(page.getByRole('article', { name: 'OpenAI: revenue, fiscal year' })).toBeVisible();

  const matters = page.getByRole('listbox', { name: 'Matters' });
  await matters.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('article')).toContainText('Not comparable, and no contradiction');
  await page.keyboard.press('Home');
  await expect(page.getByRole('article')).toContainText('The sources contradict each other');
  await page.reload();
  await expect(page.getByRole('article')).toContainText('The sources contradict each other');

  await versions(page).getByRole('button', { name: 'USD 250bn' }).first().click();
  await expect(sidePanel(page)).toContainText('250');
  await expect(page).toHaveURL(/entry=fig_/);
});

test('a pick ends with a reason before its day', async ({ app: { page } }) => {
  await compare(page, /^Amazon invests in Anthropic/);
  await page.getByRole('button', { name: /^Pick USD 4bn/ }).click();
  const panel = sidePanel(page);
  await panel.getByRole('textbox', { name: 'Reviewer' }).fill('R. Reviewer');
  await panel.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await panel.getByRole('button', { name: 'Pick this version' }).click();
  await expectSaved(page);
  await page.getByRole('button', { name: 'End the pick' }).click();
  await panel.getByRole('textbox', { name: 'Reason' }).fill('Settled by the filing.');
  await panel.getByRole('button', { name: 'End the pick' }).click();
  await expect(page.getByRole('region', { name: 'Pick', exact: true })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^Most reliable source/ })).toContainText('In force');
});
