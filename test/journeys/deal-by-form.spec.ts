import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { cellOf, countOf, rowOf } from './grid.ts';
import { expectSaved, goTo, sidePanel, tile } from './places.ts';

const DEAL = 'OpenAI leases a campus from Crusoe';
const WORDS = 'OpenAI will lease the campus from Crusoe for $12 billion.';
const SOURCE = "OpenAI's $38B AWS Deal Signals AI's Next Phase";

function form(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Add a deal' });
}

/** Types into a box that offers entries, and takes the one of that name. */
async function choose(page: Page, label: string, typed: string, option = typed): Promise<void> {
  await form(page).getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Opens a short list and takes one of it. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await form(page).getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function addDeal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add deal' }).click();
  await form(page).getByRole('textbox', { name: 'Deal', exact: true }).fill(DEAL);
  await choose(page, 'Kind', 'lease');
  await pick(page, 'Status', 'signed');
  await choose(page, 'Payer', 'OpenAI');
  await choose(page, 'Payee', 'Crusoe', 'Add “Crusoe”');
  await form(page).getByRole('textbox', { name: 'Amount' }).fill('12bn');
  await expect(form(page).getByText('Means USD 12')).toBeVisible();
  await choose(page, 'Source', SOURCE.slice(0, 20), SOURCE);
  await form(page).getByRole('textbox', { name: 'Words of the source' }).fill(WORDS);
  await form(page).getByRole('button', { name: 'Add deal' }).click();
  await expect(form(page)).toBeHidden();
  await expectSaved(page);
}

test('a deal of the form stands in the table with its words, and moves the overview', async ({
  app: { page },
}) => {
  await goTo(page, 'Deals');
  await addDeal(page);
  const row = rowOf(page, DEAL);
  await expect(await cellOf(page, row, 'Payer')).toHaveText('OpenAI');
  await expect(await cellOf(page, row, 'Payee')).toHaveText('Crusoe');
  await expect(await cellOf(page, row, 'Amount')).toHaveText('12 bn');
  await expect(await cellOf(page, row, 'Status')).toHaveText('signed');

  await (await cellOf(page, row, 'Deal')).click();
  await expect(sidePanel(page).getByRole('blockquote').first()).toContainText(WORDS);
  await goTo(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 777.6bn');
});

test('a retracted deal leaves the table, is kept under "Show retracted", and comes back', async ({
  app: { page },
}) => {
  await goTo(page, 'Deals');
  await addDeal(page);
  await expect(countOf(page)).toHaveText('19');
  await (await cellOf(page, rowOf(page, DEAL), 'Payer')).click();
  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog', { name: 'Retract this entry?' });
  await expect(question).toContainText(DEAL);
  await question.getByRole('textbox', { name: 'Reason' }).fill('Entered by mistake');
  await question.getByRole('button', { name: 'Retract' }).click();
  await expect(question).toBeHidden();
  await expect(rowOf(page, DEAL)).toHaveCount(0);
  await expect(countOf(page)).toHaveText('18');

  await page.getByRole('checkbox', { name: 'Show retracted' }).check();
  await expect(countOf(page)).toHaveText('1 retracted');
  await (await cellOf(page, rowOf(page, DEAL), 'Deal')).click();
  await sidePanel(page).getByRole('button', { name: 'Restore' }).click();
  await expect(countOf(page)).toHaveText('0 retracted');
  await page.getByRole('checkbox', { name: 'Show retracted' }).uncheck();
  await expect(rowOf(page, DEAL)).toBeVisible();
  await expect(await cellOf(page, rowOf(page, DEAL), 'Amount')).toHaveText('12 bn');
});

test('Esc does not throw away what was typed without a question', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  await page.getByRole('button', { name: 'Add deal' }).click();
  const name = form(page).getByRole('textbox', { name: 'Deal', exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type('Half a deal');
  await page.keyboard.press('Escape');
  await expect(form(page).getByRole('alert')).toContainText('Throw away what you typed?');
  await form(page).getByRole('button', { name: 'Keep writing' }).click();
  await expect(name).toHaveValue('Half a deal');

  await page.keyboard.press('Escape');
  await form(page).getByRole('button', { name: 'Throw away' }).click();
  await expect(form(page)).toBeHidden();
  await expect(countOf(page)).toHaveText('18');
});

test('a form that lacks something names each box and saves nothing', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  await page.getByRole('button', { name: 'Add deal' }).click();
  await form(page).getByRole('textbox', { name: 'Deal', exact: true }).fill(DEAL);
  await form(page).getByRole('textbox', { name: 'Amount' }).fill('lots');
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByRole('alert')).toContainText('Nothing is saved yet');
  await expect(form(page).getByRole('combobox', { name: 'Payer' })).toHaveAttribute('aria-invalid', 'true');
  await expect(form(page).getByRole('status')).toContainText(/\w+ .+\./);
});
