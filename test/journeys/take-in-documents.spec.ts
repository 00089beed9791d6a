import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import {
  article,
  command,
  type DocumentFile,
  dropOn,
  expectDraft,
  expectOpened,
  textOf,
} from './documents.ts';
import { goTo, standsAt } from './places.ts';

/** Whatever the words propose first, it speaks of the sum in the headline. */
const FIRST = /USD 45bn/;

test.describe.configure({ timeout: 120_000 });

const TITLE = /^OpenAI signs \$45 billion/;

function plain(name: string, words: string | Buffer): DocumentFile {
  return { name, type: 'text/plain', bytes: Buffer.from(words) };
}

/** Ctrl+V with words in the clipboard, where the focus is on no box. */
async function paste(page: Page, words: string): Promise<void> {
  await page.getByRole('main').focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, words);
}

test('a document that is dropped twice is held once, and opens where it stands', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(page, article('lindgate-article.txt'));
  await expectOpened(page, TITLE);
  await goTo(page, 'Sources');
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Documents to read').click();
  await expect(page.getByRole('list').getByRole('button', { name: /^Open OpenAI signs/ })).toHaveCount(1);

  await dropOn(page, article('lindgate-article.txt'));
  await expect(page.getByText('On file already')).toBeVisible({ timeout: 40_000 });
  await expectOpened(page, TITLE);
});

test('several are taken in turn; one that is refused says why and keeps no other out', async ({
  app: { page, watch },
}) => {
  await standsAt(page, 'Overview');
  await dropOn(
    page,
    plain('notes.zip', Buffer.from('PK\u0003\u0004 this is no document at all')),
    plain('empty.txt', '   \n'),
    article('lindgate-article.txt'),
  );
  await expectOpened(page, TITLE);
  const refused = page.getByRole('alert').filter({ hasText: 'notes.zip was not taken in' });
  await expect(refused).toContainText('nothing was written');
  await expect(page.getByRole('alert').filter({ hasText: 'empty.txt was not taken in' })).toContainText(
    'holds no text',
  );
  expect(watch.take().every((fault) => fault.includes('status of 4'))).toBe(true);
});

test('words are pasted, by Ctrl+V where no box has the focus, or into a box by a command', async ({
  app: { page },
}) => {
  await standsAt(page, 'Overview');
  const words = article('lindgate-article.txt').bytes.toString('utf8');
  await paste(page, words);
  await expectOpened(page, TITLE);
  await expect(textOf(page)).toContainText('buy cloud computing capacity from Lindgate Cloud');

  await command(page, 'paste a document');
  const box = page.getByRole('textbox', { name: 'Words of the document' });
  await expect(box).toBeFocused();
  await box.fill(
    'Tarn Harbour bought Osk Ferries for $310 million\n\nTarn Harbour has bought Osk Ferries for $310 million.',
  );
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: /^Tarn Harbour bought Osk Ferries/ }),
  ).toBeVisible();
});

test('a few pasted words are shown before they become a document', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await paste(page, '38bn');
  const asked = page.getByRole('dialog', { name: 'Paste a document' });
  await expect(asked.getByRole('textbox')).toHaveValue('38bn');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  await standsAt(page, 'Overview');
});

test('a text that is no UTF-8 is read as the analyst says, never guessed', async ({
  app: { page, watch },
}) => {
  await standsAt(page, 'Overview');
  const letters =
    'Fr\u00f8yland k\u00f8per seks skip\n\nFr\u00f8yland paid $310 million for six ships on Monday.\n';
  await dropOn(page, plain('skip.txt', Buffer.from(letters, 'latin1')));
  const asked = page.getByRole('dialog', { name: /In which encoding/ });
  await expect(asked).toContainText('Fr\u00f8yland k\u00f8per', { timeout: 40_000 });
  await asked.getByRole('button', { name: 'Read it so' }).click();
  await expect(textOf(page)).toContainText('Fr\u00f8yland paid $310 million');
  expect(watch.take().every((fault) => fault.includes('status of 422'))).toBe(true);
});

test('a file is chosen by a command, and the past takes none in', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  const chooser = page.waitForEvent('filechooser');
  await command(page, 'take in a document');
  const { name, type: mimeType, bytes: buffer } = article('lindgate-article.txt');
  await (await chooser).setFiles([{ name, mimeType, buffer }]);
  await expectDraft(page, FIRST);

  await page.evaluate(() => {
    location.hash = '#/overview?asOf=2025-12-01';
  });
  await standsAt(page, 'Overview');
  await dropOn(page, plain('late.txt', 'Tarn bought Osk for $3 million.'));
  await expect(page.getByRole('alert').filter({ hasText: 'Take in a document' })).toContainText(
    'Go back to now',
  );
});
