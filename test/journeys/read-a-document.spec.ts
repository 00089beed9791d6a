import { expect, test } from './app.ts';
import {
  article,
  command,
  dropOn,
  expectDraft,
  expectOpened,
  inHand,
  reach,
  review,
  textOf,
  turnDownTheRest,
} from './documents.ts';
import { expectSaved, sidePanel, standsAt, tile } from './places.ts';

const ARTICLE = article('lindgate-article.txt');

test('an article is dropped, reviewed by keys alone, and moves the overview; a number leads back to its words', async ({
  app: { page },
}) => {
  test.setTimeout(180_000);
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 789.6bn');

  await dropOn(page, ARTICLE);
  await expectOpened(page, /^OpenAI signs \$45 billion/);
  await expect(textOf(page)).toBeFocused();
  await expect(textOf(page)).toContainText('Set aside: advertisement');
  const { keyboard } = page;

  // A date that is no event: turned down, with the reason.
  await reach(page, /12 January 2026/);
  await keyboard.press('x');
  await expect(review(page).getByRole('group', { name: 'Turn it down because' })).toBeVisible();
  await keyboard.press('6');

  await reach(page, /^OpenAI buys cloud compute from Lindgate Cloud/);
  await expect(review(page)).toContainText('New entity');
  await keyboard.press('Enter');

  // The move was at the close: corrected in its box, and accepted from within it.
  await reach(page, /^Lindgate Cloud rose 11 %/);
  await keyboard.press('e');
  await page.getByRole('textbox', { name: 'Change', exact: true }).focus();
  await keyboard.press('Control+a');
  await keyboard.type('11.5');
  await keyboard.press('Control+Enter');

  await reach(page, /^Ines Falkenrath/);
  await keyboard.press('Enter');

  // What contradicts it on file is seen before it is accepted; undone, it is in hand again.
  await reach(page, /^OpenAI: revenue, USD 16bn/);
  await expect(review(page).getByRole('alert')).toContainText('contradict');
  await expect(review(page).getByText('Not both can be true: USD 16bn here, USD 13bn there.')).toBeVisible();
  await keyboard.press('Enter');
  await expectSaved(page);
  await keyboard.press('u');
  await expectDraft(page, /^OpenAI: revenue, USD 16bn/);
  await keyboard.press('Enter');

  // What is left says nothing of weight: a count of sites, a year, a building.
  await turnDownTheRest(page);
  await expect(inHand(page)).toHaveText('Done');
  await expect(page.getByText('Done: 100 %')).toBeVisible();
  await expect(textOf(page)).toBeFocused();
  await expectSaved(page);

  await command(page, 'overview');
  await standsAt(page, 'Overview');
  await expect(tile(page, 'Not itemised')).toContainText('USD 744.6bn');

  // From the number to its words: the number, then the words of one of its inputs.
  await tile(page, 'Not itemised').getByRole('button').focus();
  await keyboard.press('Enter');
  await sidePanel(page)
    .getByRole('button', { name: /^Show the words of OpenAI buys cloud compute from Lindgate Cloud/ })
    .first()
    .focus();
  await keyboard.press('Enter');
  await expect(review(page)).toContainText('Rests on these words');
  await expect(inHand(page)).toContainText('$45 billion');
  await expect(textOf(page).locator('[data-hand]').first()).toBeInViewport();
});
