import { expect, type Locator, type Page } from '@playwright/test';

/** Every screen by its name in the rail, with the heading it shows. */
export const SCREENS = [
  ['Overview', 'Overview'],
  ['Deals', 'Deals'],
  ['Figures', 'Figures'],
  ['Quotes', 'Quotes'],
  ['Market', 'Market reactions'],
  ['Signals', 'Signals'],
  ['Sources', 'Sources'],
  ['Entities', 'Entities'],
  ['Key dates', 'Key dates'],
  ['Search', 'Search'],
  ['History', 'History'],
] as const;

export type ScreenName = (typeof SCREENS)[number][0];

/** Goes to a screen by the rail and waits until its content stands. */
export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
  await standsAt(page, screen);
}

/** Waits until a screen is on and what it shows has been read. */
export async function standsAt(page: Page, screen: ScreenName): Promise<void> {
  const heading = SCREENS.find(([name]) => name === screen)?.[1] ?? screen;
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(contentOf(page, screen).first()).toBeVisible();
}

/** Something of a screen that is there only once it has been read: full or empty. */
function contentOf(page: Page, screen: ScreenName): Locator {
  const main = page.getByRole('main');
  if (screen === 'Overview') return main.getByRole('list', { name: 'Headline numbers' }).or(noSubject(page));
  if (screen === 'Signals') return main.getByRole('listbox', { name: 'Flags' }).or(noSubject(page));
  if (screen === 'Search') return main.getByRole('textbox', { name: 'Search for' });
  if (screen === 'History') return main.getByRole('list').getByRole('listitem');
  return main.getByRole('gridcell').or(main.getByText(/^No .+ (yet|fit these filters|have been retracted)$/));
}

function noSubject(page: Page): Locator {
  return page.getByRole('heading', { name: 'No entity is under review yet' });
}

/** The tile of the overview that carries a label. */
export function tile(page: Page, label: string): Locator {
  return page
    .getByRole('list', { name: 'Headline numbers' })
    .getByRole('listitem')
    .filter({ hasText: label });
}

/** What stands at the right: the evidence of a flag, an entry, an editor of thresholds. */
export function sidePanel(page: Page): Locator {
  return page.getByRole('complementary');
}

/** The word in the header that tells how the last change stands with the file. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Saved');
}

/** A key of the window pressed with the focus on no field. */
export async function pressOnScreen(page: Page, key: string): Promise<void> {
  await page.getByRole('main').focus();
  await page.keyboard.press(key);
}
