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
  await expect(inHand(page)).toHaveText(title);
  await expect(review(page).getByRole('group', { name: 'What it would become' })).toBeVisible();
}
