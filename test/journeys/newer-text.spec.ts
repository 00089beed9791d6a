import { expect, test } from './app.ts';
import { article, type DocumentFile, dropOn, expectDraft, reach, review, textOf } from './documents.ts';
import { expectSaved, standsAt } from './places.ts';

const ARTICLE = article('lindgate-article.txt');
const SAID = 'This gives our researchers room to breathe';

test.describe.configure({ timeout: 120_000 });

function withWords(from: string, to: string): DocumentFile {
  const text = ARTICLE.bytes.toString('utf8');
  if (!text.includes(from)) throw new Error(`The article does not say “${from}”.`);
  return { ...ARTICLE, bytes: Buffer.from(text.replace(from, to)) };
}

test('words that a newer text no longer holds are listed, with what rests on them', async ({
  app: { page, watch },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, ARTICLE);
  await expectDraft(page, /USD 45bn/);
  await reach(page, /^Ines Falkenrath/);
  await page.keyboard.press('Enter');
  await expectSaved(page);

  await dropOn(page, withWords(SAID, 'Our researchers can breathe again'));
  const asked = page.getByRole('dialog', { name: 'Is this a text that the ledger knows?' });
  const newer = asked.getByRole('radio', { name: /^A newer text of/ });
  await expect(newer).toBeChecked({ timeout: 40_000 });
  await expect(newer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();

  const lost = page.getByRole('region', { name: 'Words that this text no longer holds' });
  await expect(lost.getByRole('button')).toHaveCount(1, { timeout: 40_000 });
  await expect(lost.getByRole('button')).toContainText(SAID);
  await expect(lost.getByRole('button')).toContainText('1 entry rests on it');
  await expect(textOf(page)).toContainText('Our researchers can breathe again');
  await lost.getByRole('button').click();
  await expect(review(page)).toContainText('The text no longer holds these words at their place.');
  await expect(review(page)).toContainText('Rests on these words (1)');
  await expect(review(page).getByRole('button', { name: /^Quote/ })).toBeVisible();
  // The draft in hand is asked for once more before the newer text is there, and its words are refused.
  for (const fault of watch.take()) expect(fault).toContain('422 (Unprocessable Entity)');
});

test('Esc leaves a document out, and nothing is written', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await dropOn(page, ARTICLE);
  await expectDraft(page, /USD 45bn/);
  await dropOn(page, withWords(SAID, 'Our researchers can breathe again'));
  const asked = page.getByRole('dialog', { name: 'Is this a text that the ledger knows?' });
  await expect(asked.getByRole('radio', { name: /^A newer text of/ })).toBeFocused({ timeout: 40_000 });
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await expect(textOf(page)).toContainText(SAID);
});

test('the document that a report rests on is linked from its words, and the link is undone', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, {
    name: 'halvorsen.txt',
    type: 'text/plain',
    bytes: Buffer.from(
      'Halvorsen Grid weighs sale of its Baltic cables\n\nHalvorsen Grid is weighing a sale of two cables for €2.4bn, Reuters reported on Monday, citing people familiar with the matter.\n',
    ),
  });
  await expect(page.getByText('The words name Reuters as an origin')).toBeVisible({ timeout: 40_000 });
  const link = page.getByRole('button', { name: /^(?:Add and link it|Link it)$/ });
  await link.click();
  await expect(page.getByText(/^Rests on .*Reuters/)).toBeVisible();
  await expect(link).toBeHidden();
  await expectSaved(page);
  await textOf(page).focus();
  await page.keyboard.press('u');
  await expect(page.getByText('The words name Reuters as an origin')).toBeVisible();
});

test('all dates of a document are dismissed at once after a look, and come back together', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, ARTICLE);
  await expectDraft(page, /USD 45bn/);
  const { keyboard } = page;
  await keyboard.press('.');
  await keyboard.press('a');
  const asked = review(page).getByRole('region', { name: 'Dismiss all dates' });
  await expect(asked.getByRole('listitem')).toHaveCount(3);
  await expect(asked).toContainText('founded in 2011');
  await keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await keyboard.press('a');
  await keyboard.press('Enter');
  await expect(page.getByText('3 rejected')).toBeVisible();
  await expectSaved(page);
  await keyboard.press('u');
  await expect(page.getByText('0 rejected')).toBeVisible();
});
