import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { goTo, SCREENS, standsAt } from './places.ts';

/** Presses Tab until the link of a screen has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, screen: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${screen}.`);
}

test('every screen is reached by Tab and Enter', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the screen' })).toBeFocused();
  for (const [screen] of SCREENS.slice(1)) {
    await tabTo(page, screen);
    await page.keyboard.press('Enter');
    await standsAt(page, screen);
  }
});

/** Opens the palette by its key, from wherever the focus is. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Find a screen or a command' })).toBeFocused();
}

test('every screen is reached by the palette', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  for (const [screen] of [...SCREENS].reverse()) {
    await openPalette(page);
    await page.keyboard.type(screen);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await standsAt(page, screen);
  }
});

test('the palette opens out of a field, says when nothing fits, and runs a command', async ({
  app: { page },
}) => {
  await goTo(page, 'Deals');
  await page.getByRole('textbox', { name: 'Find in deals' }).focus();
  await openPalette(page);
  await page.keyboard.type('zzz');
  await expect(page.getByText('No command and nothing in the ledger.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('add a deal');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add a deal' })).toBeVisible();
});

test('? lists the keys, Esc puts the list away', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Undo the last change of the ledger');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});
