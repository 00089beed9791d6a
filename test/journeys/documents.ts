import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** A document as somebody has it on their computer. */
export interface DocumentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** An invented article of this project; `test/fixtures` holds it. */
export function article(name: string): DocumentFile {
  const path = new URL(`../fixtures/${name}`, import.meta.url);
  return { name, type: 'text/plain', bytes: readFileSync(path) };
}

/** Drags files from outside over the window and lets go, as a browser tells a page of it. */
export async function dropOn(page: Page, ...files: readonly DocumentFile[]): Promise<void> {
  await dragOver(page, files);
  await expect(page.getByText('Drop to read it')).toBeVisible();
  await fire(page, 'drop', files);
}

async function dragOver(page: Page, files: readonly DocumentFile[]): Promise<void> {
  await fire(page, 'dragover', files);
}

async function fire(page: Page, event: 'dragover' | 'drop', files: readonly DocumentFile[]): Promise<void> {
  const sent = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  await page.evaluate(
    ([kind, parts]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, base64 } of parts) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type }));
      }
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [event, sent] as const,
  );
}

/** Reading a file starts a process of its own, which takes its time on a machine that is busy. */
const READING_MS = 40_000;

/** Waits until the document of that title is open in the reader. */
export async function expectOpened(page: Page, title: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: READING_MS });
}

/** The words of the document that is open. */
export function textOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Text of the document' });
}

/** What is in hand, at the right of the text. */
export function review(page: Page): Locator {
  return page.getByRole('region', { name: 'Review' });
}

export function inHand(page: Page): Locator {
  return review(page).getByRole('heading', { level: 2 });
}

/** Waits until something is in hand that an entry can be made of. */
export async function expectDraft(page: Page, title: string | RegExp): Promise<void> {
  await expect(inHand(page)).toHaveText(title, { timeout: READING_MS });
  await expect(review(page).getByRole('group', { name: 'What it would become' })).toBeVisible();
}

/** Steps by keys, on and then back, until what is wanted is in hand. */
export async function reach(page: Page, title: RegExp): Promise<void> {
  for (const key of ['n', 'p'])
    for (let presses = 0; presses < 30; presses += 1) {
      const now = await inHand(page).innerText();
      if (title.test(now)) return expectDraft(page, title);
      await page.keyboard.press(key);
      if ((await inHand(page).innerText()) === now) break;
    }
  throw new Error(`Nothing of the document reads as ${title}.`);
}

/** Turns down what is left, candidates and numerals, until the document is done. */
export async function turnDownTheRest(page: Page): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    const head = await review(page).locator('header').innerText();
    if (/(?:^|\n)Done$/.test(head)) return;
    if (head.startsWith('Unread numeral')) await page.keyboard.press('Shift+D');
    else {
      await page.keyboard.press(head.includes('to review') ? 'n' : 'x');
      await page.keyboard.press('5');
    }
    await page.waitForTimeout(40);
  }
}

/** Gives a command by the palette, as somebody without a mouse does. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: /^Find a screen or a command/ })).toBeFocused();
  await page.keyboard.type(words);
  await expect(
    page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(words, 'i') })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
}
