import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { cellOf, rowOf } from './grid.ts';
import { expectSaved, goTo, sidePanel, standsAt } from './places.ts';

const DEAL = 'OpenAI buys cloud compute from AWS';

function schedule(page: Page): Locator {
  return sidePanel(page).getByRole('region', { name: 'Schedule' });
}

test('a deal with a day shows when it falls due, by year and by fiscal year', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  await (await cellOf(page, rowOf(page, DEAL), 'Payer')).click();
  await expect(schedule(page).getByRole('row', { name: /Undated/ })).toContainText('USD 38bn');
  await expect(schedule(page)).toContainText('no day says when it starts');

  await sidePanel(page).getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit deal' });
  await form.getByRole('textbox', { name: 'Starts' }).fill('2025-11-03');
  await form.getByRole('button', { name: /^(Save|Correct)/ }).click();
  await expect(form).toBeHidden();
  await expectSaved(page);

  await expect(schedule(page)).toContainText('Straight line by days, assumed');
  const years = schedule(page).getByRole('table');
  await expect(years.getByRole('row', { name: /^2025/ })).toContainText('USD 876.8m');
  await expect(years.getByRole('row', { name: /^2028/ })).toContainText('USD 5.44bn');
  await expect(years.getByRole('row', { name: /^Total/ })).toContainText('USD 38bn');

  await schedule(page).getByText('Fiscal years').click();
  await schedule(page).getByLabel('Month in which the fiscal year ends').selectOption({ index: 5 });
  await expect(years.getByRole('row', { name: /^FY2026/ })).toContainText('USD 3.57bn');
});

test('the overview lays obligations out by year against projected revenue', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  const card = page.getByRole('region', { name: 'Obligations by year against projected revenue' });
  await expect(card.getByRole('img', { name: /^Obligations by year/ })).toBeVisible();
  await card.getByRole('button', { name: 'Show as table' }).click();
  const years = card.getByRole('table');
  await expect(years.getByRole('row', { name: /^2027/ })).toContainText('USD 100bn');
  await expect(years.getByRole('row', { name: /^2027/ })).toContainText('USD 133.3bn');
  await years.getByRole('button', { name: '2027' }).click();
  await expect(sidePanel(page).getByRole('heading', { level: 2 })).toContainText(
    'Commitments against projected revenue',
  );
});
