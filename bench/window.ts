import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Browser, chromium, type Page } from '@playwright/test';

/** What a person at the window waits for, measured in the page itself. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATIENCE_MS = 60_000;
const EDITED_ROWS = 8;

/** The machine's own browser; null where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

export async function launch(executablePath: string): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** A page that keeps its longest task, so that a frozen window shows. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { benchTasks: tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true });
  });
  return page;
}

/** Milliseconds of the longest task so far; 0 where none took 50 ms. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, ...(window as unknown as { readonly benchTasks: readonly number[] }).benchTasks),
  );
}

/** The browser notes a paint a little after it happened. */
export async function firstPaint(page: Page): Promise<number> {
  const noted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  return (await noted.jsonValue()) ?? Number.NaN;
}

/** Waits until a row of the grid with text in it is painted. */
export async function firstRow(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const row = document.querySelector('[role="row"][row-id] [role="gridcell"][col-id]:not(:empty)');
      return row !== null && (row.parentElement?.textContent ?? '').trim() !== '';
    },
    undefined,
    { polling: 'raf' },
  );
}

interface Opened {
  readonly page: Page;
  readonly overviewMs: number;
  readonly rowsMs: number;
}

/** From `start` to the overview, and to the first rows of the deals, reached as a person does: by the rail. */
export async function openDeals(browser: Browser, url: string, start: number): Promise<Opened> {
  const page = await newPage(browser);
  await page.goto(url, { waitUntil: 'commit' });
  const deals = page.getByRole('navigation').getByRole('link', { name: 'Deals' });
  await deals.waitFor();
  const overviewMs = performance.now() - start;
  await deals.click();
  await firstRow(page);
  return { page, overviewMs, rowsMs: performance.now() - start };
}

/** Frame times in ms while the wheel turns over the grid. */
export async function scrollFrames(page: Page, turns: number): Promise<readonly number[]> {
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (Object.hasOwn(window, 'benchFrames')) requestAnimationFrame(tick);
    };
    Object.assign(window, { benchFrames: frames });
    requestAnimationFrame(tick);
  });
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, 240);
  return page.evaluate(() => {
    const { benchFrames } = window as unknown as { benchFrames: readonly number[] };
    Reflect.deleteProperty(window, 'benchFrames');
    return benchFrames.slice(1);
  });
}

/** Back to the top of the grid, until its first row is there again. */
export async function scrollToTop(page: Page): Promise<void> {
  await page.mouse.wheel(0, -1e8);
  await page.locator('[role="row"][row-id][row-index="0"]').first().waitFor();
}

/**
 * Milliseconds from the Enter that ends an edit to the frame that shows the saved text, for `count` edits of the names of
 * the first deals.
 */
export async function editTimes(page: Page, count: number, word: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < count; edit += 1) {
    const row = page
      .locator(`[role="row"][row-id][row-index="${edit % EDITED_ROWS}"]:has([col-id="deal"])`)
      .first();
    const id = await row.getAttribute('row-id');
    times.push(await editTime(page, id ?? '', `${word} agreement ${edit}`));
  }
  return times;
}

async function editTime(page: Page, id: string, text: string): Promise<number> {
  await page.locator(`[role="row"][row-id="${id}"] [col-id="deal"]`).first().dblclick();
  await page.locator(`[role="row"][row-id="${id}"] [col-id="deal"] :is(input, textarea)`).first().fill(text);
  await page.evaluate(watchEdit, { id, text });
  await page.keyboard.press('Enter');
  return page.evaluate(() => (window as unknown as { readonly benchEdit: Promise<number> }).benchEdit);
}

/** Runs in the page: from the Enter key to the frame after the cell shows the text again. */
function watchEdit({ id, text }: { readonly id: string; readonly text: string }): void {
  let pressed = Number.NaN;
  const notePress = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') pressed = event.timeStamp;
  };
  document.addEventListener('keydown', notePress, { capture: true, once: true });
  const benchEdit = new Promise<number>((resolve) => {
    const look = (): void => {
      const cell = document.querySelector(`[role="row"][row-id="${id}"] [col-id="deal"]`);
      const isShown =
        cell !== null &&
        cell.querySelector('input, textarea') === null &&
        (cell.textContent ?? '').includes(text);
      if (isShown) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { benchEdit });
}
