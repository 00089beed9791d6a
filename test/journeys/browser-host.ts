import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { LOCALE, type Opened, type SavedFile, WINDOW } from './host.ts';
import { endProgram, killTree, type Place, ROOT, serve } from './program.ts';
import { watchContext } from './watch.ts';

interface BrowserScript {
  readonly findBrowser: () => string | null;
}

/** The Chromium of this machine. Throws where there is none: browser mode is then not shown to work. */
export async function launchBrowser(): Promise<Browser> {
  const { findBrowser } = (await import(`${ROOT}/scripts/browser.mjs`)) as BrowserScript;
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('The journeys need a Chromium. Name one in PLUMBLINE_CHROMIUM, or install one.');
  return chromium.launch({
    executablePath,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** The browser itself is to ask nobody anything. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
] as const;

/** Serves the ledger and opens the address that was printed, as the user's browser would. */
export async function openInBrowser(browser: Browser, place: Place, ledger: string): Promise<Opened> {
  const served = await serve(place, ledger);
  const { origin } = new URL(served.url);
  const context = await browser.newContext({ viewport: WINDOW, locale: LOCALE, timezoneId: 'UTC' });
  const watch = await watchContext(context, origin);
  const page = await context.newPage();
  await page.goto(served.url);
  const leave = async (end: () => Promise<void>): Promise<void> => {
    watch.stop();
    await context.close();
    await end();
  };
  return {
    page,
    origin,
    watch,
    served: { launchAddress: served.url, pid: served.process.pid ?? 0 },
    download: (act) => downloadFrom(page, act),
    close: () => leave(() => endProgram(served.process)),
    kill: () => leave(() => killTree(served.process)),
  };
}

async function downloadFrom(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
