import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { launchBrowser, openInBrowser } from './browser-host.ts';
import { electronBinary, openOnDesktop } from './desktop-host.ts';
import type { HostName, Opened, SavedFile } from './host.ts';
import { placeIn, type Ran, runCli } from './program.ts';
import type { Watch } from './watch.ts';

/**
 * `app`: the program with a ledger of its own and its window, in the host of the project. Law: a journey fails on any fault
 * that its watch saw, whatever else it asserts.
 */
export interface App {
  readonly host: HostName;
  readonly page: Page;
  readonly origin: string;
  readonly ledger: string;
  readonly folder: string;
  readonly watch: Watch;
  readonly served: Opened['served'];
  /** Ends the program if it runs, starts it again on the same ledger, and shows its window. */
  readonly restart: () => Promise<void>;
  /** SIGKILL for every process of the program. */
  readonly kill: () => Promise<void>;
  /** Ends the program in good order; the ledger is then free for the command line. */
  readonly close: () => Promise<void>;
  /** The command line on the same home. */
  readonly cli: (...args: string[]) => Promise<Ran>;
  readonly download: (act: () => Promise<void>) => Promise<SavedFile>;
}

type Holding = 'sample' | 'nothing';

interface Options {
  /** What the ledger of the journey holds at its start. */
  readonly holds: Holding;
}

interface ForTest {
  readonly app: App;
}

type Open = (place: ReturnType<typeof placeIn>, ledger: string) => Promise<Opened>;

interface ForWorker {
  /** Makes the file of either kind once; journeys copy it. */
  readonly template: (holds: Holding) => Promise<string>;
  readonly open: { readonly host: HostName; readonly open: Open } | null;
}

const NO_ELECTRON = "NOT RUN: Electron's binary is not on this machine";

export const test = base.extend<Options & ForTest, ForWorker>({
  holds: ['sample', { option: true }],

  template: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from its first parameter.
    async ({}, use) => {
      const place = placeIn(newFolder());
      const made = new Map<Holding, Promise<string>>();
      await use((holds) => {
        const path = made.get(holds) ?? makeLedger(place, holds);
        made.set(holds, path);
        return path;
      });
      removeFolder(place.folder);
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  open: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use, { project }) => {
      mustBeNode22();
      if (hostOf(project.metadata) === 'desktop') return use(desktopOpener());
      const browser = await launchBrowser();
      await use({ host: 'browser', open: (place, ledger) => openInBrowser(browser, place, ledger) });
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  app: async ({ holds, template, open }, use) => {
    base.skip(open === null, NO_ELECTRON);
    if (open === null) return;
    const folder = newFolder();
    const ledger = join(folder, 'case.plumb');
    copyFileSync(await template(holds), ledger);
    const app = await startApp({ ...open, folder, ledger });
    await use(app);
    const seen = app.watch.faults;
    await app.close();
    removeFolder(folder);
    expect(seen, 'faults seen in the window').toEqual([]);
  },
});

function hostOf(metadata: { readonly host?: unknown }): HostName {
  return metadata.host === 'desktop' ? 'desktop' : 'browser';
}

function desktopOpener(): ForWorker['open'] {
  const binary = electronBinary();
  if (binary === null) return null;
  return { host: 'desktop', open: (place, ledger) => openOnDesktop(binary, place, ledger) };
}

async function makeLedger(place: ReturnType<typeof placeIn>, holds: Holding): Promise<string> {
  const path = join(place.folder, `${holds}.plumb`);
  const ran = await runCli(place, ['new', path, ...(holds === 'sample' ? ['--sample'] : [])]);
  expect(ran, 'a new ledger').toMatchObject({ exit: 0 });
  return path;
}

interface AppParts {
  readonly host: HostName;
  readonly open: Open;
  readonly folder: string;
  readonly ledger: string;
}

/** Faults of every run of the program count together. */
async function startApp({ host, open, folder, ledger }: AppParts): Promise<App> {
  const place = placeIn(folder);
  const earlier: string[] = [];
  let opened = await open(place, ledger);
  const watch: Watch = {
    get faults() {
      return [...earlier, ...opened.watch.faults];
    },
    take: () => [...earlier.splice(0), ...opened.watch.take()],
    stop: () => opened.watch.stop(),
  };
  let isRunning = true;
  const end = async (how: 'close' | 'kill'): Promise<void> => {
    if (isRunning) await opened[how]();
    isRunning = false;
  };
  return {
    host,
    folder,
    ledger,
    watch,
    get page() {
      return opened.page;
    },
    get origin() {
      return opened.origin;
    },
    get served() {
      return opened.served;
    },
    restart: async () => {
      await end('close');
      earlier.push(...opened.watch.take());
      opened = await open(place, ledger);
      isRunning = true;
    },
    kill: () => end('kill'),
    close: () => end('close'),
    cli: (...args) => runCli(place, args),
    download: (act) => opened.download(act),
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'plumbline-journey-'));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function mustBeNode22(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 22)
    throw new Error(
      `The journeys run under Node 22 or later, this is ${process.version}: start them with npm exec -- playwright test.`,
    );
}

export { expect };
