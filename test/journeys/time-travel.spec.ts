import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { cellOf, rowOf } from './grid.ts';
import { expectSaved, goTo, pressOnScreen, sidePanel, standsAt, tile } from './places.ts';

/** What was known when: the moment in the header, and what every screen makes of it (METHODS §2). */
const DEAL = 'OpenAI buys cloud compute from AWS';

function timeButton(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /^Time: / });
}

function past(page: Page): Locator {
  return page.getByRole('region', { name: 'You see another time' });
}

async function openTime(page: Page): Promise<Locator> {
  await timeButton(page).click();
  const form = page.getByRole('dialog', { name: 'See the ledger at a time' });
  await expect(form).toBeVisible();
  return form;
}

async function goBefore(page: Page, change: RegExp): Promise<void> {
  const form = await openTime(page);
  await form
    .getByRole('list', { name: 'Before the latest changes' })
    .getByRole('button', { name: change })
    .click();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(past(page)).toBeVisible();
}

function loopOfAmazon(page: Page): Locator {
  return page
    .getByRole('main')
    .getByRole('listbox', { name: 'Flags' })
    .getByRole('option')
    .filter({ hasText: 'Amazon – OpenAI' });
}

test('before document 002 was recorded there is no loop of Amazon and OpenAI, after it there is one', async ({
  app: { page },
}) => {
  await goTo(page, 'Signals');
  await expect(loopOfAmazon(page).first()).toContainText('Warn');

  await goBefore(page, /document 002/);
  await expect(past(page)).toContainText(/You see what was known at .* UTC\. Nothing can be edited here\./);
  await expect(loopOfAmazon(page)).toHaveCount(0);

  await goTo(page, 'Deals');
  await expect(rowOf(page, DEAL)).toBeVisible();
  await expect(rowOf(page, 'Amazon may invest in OpenAI')).toHaveCount(0);

  await page.reload();
  await standsAt(page, 'Deals');
  await expect(past(page)).toBeVisible();

  await goBefore(page, /document 003/);
  await goTo(page, 'Signals');
  await expect(loopOfAmazon(page).first()).toContainText('Warn');
  await past(page).getByRole('button', { name: 'Back to now' }).click();
  await expect(past(page)).toBeHidden();
  await expect(timeButton(page)).toHaveAccessibleName('Time: Today · all that is known (now)');
});

test('nothing can be edited in the past', async ({ app: { page } }) => {
  await goTo(page, 'Deals');
  await goBefore(page, /document 004/);
  await expect(page.getByRole('button', { name: 'Add deal' })).toHaveCount(0);
  const deal = await cellOf(page, rowOf(page, DEAL), 'Deal');
  await deal.dblclick();
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  await expect(sidePanel(page).getByRole('heading', { name: DEAL })).toBeVisible();
  await expect(sidePanel(page).getByRole('button', { name: /Edit|Retract|Add/ })).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await pressOnScreen(page, 'Control+z');
  await expect(
    page.getByText('You see the ledger at another time, where nothing can be edited.'),
  ).toBeVisible();

  await pressOnScreen(page, 'Control+k');
  await page.getByRole('textbox', { name: 'Find a screen or a command' }).fill('back to now');
  await page.keyboard.press('Enter');
  await expect(past(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add deal' })).toBeVisible();
});

test('an entry retracted later is shown in its time, and says since when it is not', async ({
  app: { page },
}) => {
  const quote = 'financial innovation';
  await goTo(page, 'Quotes');
  await (await cellOf(page, rowOf(page, quote), 'Words')).click();
  await sidePanel(page).getByRole('button', { name: 'Retract' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retract' }).click();
  await expectSaved(page);
  await expect(rowOf(page, quote)).toHaveCount(0);

  await goBefore(page, /Retract/);
  const row = rowOf(page, quote);
  await expect(row).toContainText(/Retracted/);
  await (await cellOf(page, row, 'Words')).click();
  await expect(sidePanel(page).getByRole('note')).toContainText(/In force at the time you see; retracted on/);
});

test('the time control is worked by keyboard alone and has no serious barrier', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Stated commitments')).toBeVisible();
  await pressOnScreen(page, 'Control+k');
  await page.getByRole('textbox', { name: 'Find a screen or a command' }).fill('at a time');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'See the ledger at a time' });
  const slider = form.getByRole('slider', { name: 'Changes of the ledger' });
  await slider.focus();
  await expect(slider).toHaveAttribute('aria-valuetext', /document 004/);
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /document 003/);
  await expect(past(page)).toBeVisible();

  await form.getByRole('textbox', { name: 'As of' }).fill('2025-13-01');
  await page.keyboard.press('Enter');
  await expect(form.getByText('Write a day as 2025-11-03.')).toBeVisible();
  await form.getByRole('textbox', { name: 'As of' }).fill('2025-11-03');
  await page.keyboard.press('Enter');
  await expect(past(page)).toContainText(/as of .*2025/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`),
  ).toEqual([]);
  await form.getByRole('button', { name: 'Back to now' }).focus();
  await page.keyboard.press('Enter');
  await expect(past(page)).toBeHidden();
});

test('an export of the past says in its name what was known', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  await goBefore(app.page, /document 002/);
  await app.page.getByRole('button', { name: 'Export' }).click();
  const { name } = await app.download(() => app.page.getByRole('menuitem', { name: /Everything/ }).click());
  expect(name).toMatch(/ known \d{4}-\d\d-\d\dT\d{6}\.\d{3}Z confidential /);
});

test('the late-knowledge list asks for days of publication, and then says how late what was', async ({
  app: { page },
}) => {
  await goTo(page, 'History');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Late knowledge').click();
  const late = page.getByRole('region', { name: 'Published, but recorded later' });
  await expect(late).toContainText('Nothing was recorded later');
  await expect(page.getByText(/5 sources have no day of publication/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to the sources' }).click();
  await standsAt(page, 'Sources');
  const source = rowOf(
    page,
    'According to Fortune, Amazon is in talks to invest at least $10 billion into OpenAI',
  );
  await (await cellOf(page, source, 'Published')).dblclick();
  await page.keyboard.type('2025-12-17');
  await page.keyboard.press('Enter');
  await expectSaved(page);

  await goTo(page, 'History');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Late knowledge').click();
  const talks = late.getByRole('row').filter({ hasText: 'Amazon may invest in OpenAI' }).first();
  await expect(talks).toContainText(/\d+ late/);
  await expect(talks).toContainText(/17 Dec 2025|Dec 17, 2025/);
  await talks.getByRole('button').click();
  await expect(sidePanel(page).getByRole('heading', { level: 2 })).toBeVisible();
});
