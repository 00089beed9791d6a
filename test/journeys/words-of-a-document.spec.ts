import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { article, dropOn, expectDraft, inHand, reach, review, textOf } from './documents.ts';
import { expectSaved, sidePanel, standsAt } from './places.ts';

/** Whatever the words propose first, it speaks of the sum in the headline. */
const FIRST = /USD 45bn/;

test.describe.configure({ timeout: 120_000 });

/** Puts the mouse down before the first of the words and lets go after the last. */
async function selectByMouse(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    for (const element of document.querySelectorAll('[data-at]')) {
      const node = element.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (node === null || at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, middle: top + height / 2 };
    }
    return null;
  }, words);
  if (box === null) throw new Error(`The text shows no “${words}” in one piece.`);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right, box.middle, { steps: 6 });
  await page.mouse.up();
}

test('words selected with the keyboard become a figure, and lead from the text to the entry', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectDraft(page, FIRST);
  const { keyboard } = page;

  // From the next unread numeral a caret, and from there six words.
  for (let presses = 0; presses < 20 && (await inHand(page).innerText()) !== '14'; presses += 1) {
    await keyboard.press('.');
    await page.waitForTimeout(50);
  }
  await expect(inHand(page)).toHaveText('14');
  await keyboard.press('s');
  await keyboard.press('Control+Shift+ArrowRight');
  await keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByRole('toolbar', { name: 'Make of the selected words' })).toBeVisible();
  await keyboard.press('f');
  await expectDraft(page, /^14 sites/);

  await keyboard.press('e');
  await expect(review(page).getByRole('combobox', { name: 'About' })).toHaveValue('Lindgate');
  await review(page).getByRole('combobox', { name: 'Metric' }).fill('capacity');
  await page.getByRole('option', { name: 'capacity', exact: true }).click();
  await review(page).getByRole('textbox', { name: 'Amount' }).fill('14');
  await review(page).getByRole('combobox', { name: 'Unit' }).fill('count');
  await page.getByRole('option', { name: /^count/ }).click();
  await keyboard.press('Control+Enter');
  await expectSaved(page);

  // The words are captured: a click on them lists what rests on them, and Enter opens it.
  await textOf(page).getByText('14', { exact: true }).click();
  await expect(review(page)).toContainText('Rests on these words (1)');
  await keyboard.press('Enter');
  await expect(sidePanel(page)).toContainText('capacity');
});

test('words selected with the mouse become a quote by the bar above them', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectDraft(page, FIRST);
  await selectByMouse(page, 'in New York after the announcement');
  await page
    .getByRole('toolbar', { name: 'Make of the selected words' })
    .getByRole('button', { name: /^Quote/ })
    .click();
  await expectDraft(page, 'in New York after the announcement');
  await expect(review(page)).toContainText('Quote of selected words');
});

test('captured words open the entry that rests on them, and close to the same words in hand', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectDraft(page, FIRST);
  await reach(page, /^Ines Falkenrath/);
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await textOf(page).getByText('This gives our researchers room to breathe').click();
  await expect(review(page)).toContainText('In the ledger');
  await page.keyboard.press('Enter');
  await expect(sidePanel(page)).toContainText('Ines Falkenrath');
  await page.getByRole('button', { name: 'Close the panel' }).click();
  await expect(inHand(page)).toHaveText(/^Ines Falkenrath/);
});
