import { expect, test } from './app.ts';
import { article, dropOn, expectDraft, inHand, review, textOf } from './documents.ts';
import { expectSaved, standsAt, tile } from './places.ts';

const ARTICLE = article('lindgate-article.txt');

test('an article is dropped, reviewed by keys alone, and moves the overview; a number leads back to its words', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 789.6bn');

  await dropOn(page, ARTICLE);
  await expect(page.getByRole('heading', { level: 1, name: /^OpenAI signs \$45 billion/ })).toBeVisible();
  await expect(textOf(page)).toBeFocused();
  await expect(textOf(page)).toContainText('Set aside: advertisement');
  const { keyboard } = page;

  // The sum of the headline is that of the deal below: turned down, with the reason.
  await expectDraft(page, /USD 45bn/);
  await keyboard.press('x');
  await expect(review(page).getByRole('group', { name: 'Turn it down because' })).toBeVisible();
  await keyboard.press('2');

  await expectDraft(page, /12 January 2026/);
  await keyboard.press('x');
  await keyboard.press('6');

  await expectDraft(page, /^OpenAI buys cloud compute from Lindgate Cloud/);
  await expect(review(page)).toContainText('New entity');
  await keyboard.press('Enter');

  // The move was at the close: corrected in its box, and accepted from within it.
  await expectDraft(page, 'Lindgate Cloud rose 11 %');
  await keyboard.press('e');
  await page.getByRole('textbox', { name: 'Change', exact: true }).focus();
  await keyboard.press('Control+a');
  await keyboard.type('11.5');
  await keyboard.press('Control+Enter');

  await expectDraft(page, /^Ines Falkenrath/);
  await keyboard.press('Enter');

  // What contradicts it on file is seen before it is accepted; undone, it is in hand again.
  await expectDraft(page, /^OpenAI: revenue, USD 16bn/);
  await expect(review(page).getByRole('alert')).toContainText('contradict');
  await expect(review(page).getByText('Not both can be true: USD 16bn here, USD 13bn there.')).toBeVisible();
  await keyboard.press('Enter');
  await expectSaved(page);
  await keyboard.press('u');
  await expectDraft(page, /^OpenAI: revenue, USD 16bn/);
  await keyboard.press('Enter');

  // Nothing is left but numerals that say nothing: where the company stands, and since when.
  await expect(inHand(page)).toHaveText('14');
  await keyboard.press('d');
  await expect(inHand(page)).toHaveText('2011');
  await keyboard.press('Shift+D');
  await expect(inHand(page)).toHaveText('Done');
  await expect(page.getByText('Done: 100 %')).toBeVisible();
  await expect(textOf(page)).toBeFocused();
  await expectSaved(page);

  await keyboard.press('Control+k');
  await keyboard.type('overview');
  await keyboard.press('Enter');
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 744.6bn');
});
