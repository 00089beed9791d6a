import { expect, test } from './app.ts';
import { goTo, standsAt } from './places.ts';

test.use({ holds: 'nothing' });

/** What each table of a new ledger offers as the next step. */
const TABLES = [
  ['Deals', 'No deals yet', 'Add the first deal', 'Add a deal'],
  ['Figures', 'No figures yet', 'Add the first figure', 'Add a figure'],
  ['Quotes', 'No quotes yet', 'Add the first quote', 'Add a quote'],
  ['Market', 'No market reactions yet', 'Add the first market reaction', 'Add a market reaction'],
  ['Sources', 'No sources yet', 'Add the first source', 'Add a source'],
  ['Entities', 'No entities yet', 'Add the first entity', 'Add an entity'],
  ['Key dates', 'No key dates yet', 'Add the first key date', 'Add a key date'],
] as const;

test('every table of a new ledger says that it is empty and adds its first entry', async ({
  app: { page },
}) => {
  for (const [screen, sentence, button, form] of TABLES) {
    await goTo(page, screen);
    await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('dialog', { name: form })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: form })).toBeHidden();
  }
});

test('overview, signals and history of a new ledger say what to do next', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  for (const screen of ['Overview', 'Signals'] as const) {
    await goTo(page, screen);
    await expect(page.getByRole('heading', { name: 'No entity is under review yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Open entities' }).click();
    await standsAt(page, 'Entities');
  }
  await goTo(page, 'History');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('main').getByText('1 change', { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a ledger made in the window opens at once, and the one before is among the recent ones', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await page.getByRole('button', { name: 'Ledger: case' }).click();
  await page.getByRole('menuitem', { name: 'New ledger' }).click();
  const dialog = page.getByRole('dialog', { name: 'New ledger' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Second look');
  await dialog.getByRole('checkbox', { name: /sample case/ }).check();
  await dialog.getByRole('button', { name: 'Make ledger' }).click();
  await expect(page.getByRole('list', { name: 'Headline numbers' })).toContainText('107.7x');
  await page.getByRole('button', { name: 'Ledger: Second look' }).click();
  await page.getByRole('menuitem', { name: 'case' }).click();
  await expect(page.getByRole('heading', { name: 'No entity is under review yet' })).toBeVisible();
});
