import { expect, test } from './app.ts';
import { barriers } from './barriers.ts';
import { article, dropOn, expectDraft, inHand, review, textOf } from './documents.ts';
import { standsAt } from './places.ts';

/** Whatever the words propose first, it speaks of the sum in the headline. */
const FIRST = /USD 45bn/;

test.describe.configure({ timeout: 120_000 });

for (const scheme of ['light', 'dark'] as const)
  test(`the reader has no serious barrier, ${scheme}`, async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await standsAt(page, 'Overview');
    await dropOn(page, article('lindgate-article.txt'));
    await expectDraft(page, FIRST);
    expect.soft(await barriers(page), 'draft').toEqual([]);
    await page.keyboard.press('x');
    expect.soft(await barriers(page), 'reasons').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('.');
    await expect(inHand(page)).toHaveText('45');
    expect.soft(await barriers(page), 'numeral').toEqual([]);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next unread numeral');
    await page.keyboard.press('Escape');
  });

test('at 200 % zoom nothing of the reader is cut off sideways', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectDraft(page, FIRST);
  await page.setViewportSize({ width: 720, height: 450 });
  const overflow = await page.evaluate(() => {
    const screen = document.getElementById('screen');
    return {
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      screen: (screen?.scrollWidth ?? 0) - (screen?.clientWidth ?? 0),
    };
  });
  expect(overflow).toEqual({ page: 0, screen: 0 });
  await review(page)
    .getByRole('button', { name: /^Accept/ })
    .scrollIntoViewIfNeeded();
  await expect(review(page).getByRole('button', { name: /^Accept/ })).toBeInViewport();
});

test('single keys decide nothing while the focus is elsewhere', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectDraft(page, FIRST);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Sources' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  await expectDraft(page, FIRST);
  await expect(review(page).getByRole('group', { name: 'Turn it down because' })).toBeHidden();
  await textOf(page).focus();
  await page.keyboard.press('n');
  await expect(inHand(page)).not.toHaveText(FIRST);
});
