import { performance } from 'node:perf_hooks';
import type { Page } from '@playwright/test';
import type { Place } from './files.ts';
import type { Result } from './results.ts';
import { serveFolder, servePlumbline } from './serving.ts';
import { median, quantile } from './statistics.ts';
import {
  editTimes,
  firstPaint,
  firstRow,
  launch,
  longestTask,
  newPage,
  openDeals,
  scrollFrames,
  scrollToTop,
} from './window.ts';

/** The window on the made-up ledger in a real Chromium, beside a page that holds the same grid and nothing else. */
const EDITS = 30;
const WHEEL_TURNS = 120;

interface Opening {
  readonly servedMs: number;
  readonly overviewMs: number;
  readonly rowsMs: number;
  readonly paintMs: number;
  readonly longestMs: number;
}

interface Bare {
  readonly rowsMs: number;
  readonly frames: readonly number[];
}

export async function measureWindow(
  place: Place,
  executable: string,
  barePage: string,
): Promise<readonly Result[]> {
  const rounds = place.run.isQuick ? 2 : 5;
  const openings: Opening[] = [];
  const bares: Bare[] = [];
  const queries: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    openings.push(await withWindow(place, executable, async (_, opening) => opening));
    bares.push(await openBare(executable, barePage, round === 0 ? WHEEL_TURNS : 0));
    queries.push(place.programs.life('bare-query', place.ledger));
  }
  const bareMs = median(bares.map(({ rowsMs }) => rowsMs)) + median(queries);
  return [...openResults(openings, bareMs), ...(await measureUse(place, executable, bares[0]?.frames ?? []))];
}

/** Serves the ledger, starts a browser, opens the deals, and ends both whatever happens. */
async function withWindow<T>(
  { root, ledger, folder }: Place,
  executable: string,
  work: (page: Page, opening: Opening, residentMb: () => number) => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const served = await servePlumbline(root, ledger, folder);
  const servedMs = performance.now() - start;
  const browser = await launch(executable);
  try {
    const { page, overviewMs, rowsMs } = await openDeals(browser, served.url, start);
    const opening = {
      servedMs,
      overviewMs,
      rowsMs,
      paintMs: await firstPaint(page),
      longestMs: await longestTask(page),
    };
    return await work(page, opening, served.residentMb);
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function openBare(executable: string, folder: string, turns: number): Promise<Bare> {
  const start = performance.now();
  const { url, server } = await serveFolder(folder);
  const browser = await launch(executable);
  try {
    const page = await newPage(browser);
    await page.goto(url, { waitUntil: 'commit' });
    await firstRow(page);
    const rowsMs = performance.now() - start;
    return { rowsMs, frames: await scrollFrames(page, turns) };
  } finally {
    await browser.close();
    server.close();
  }
}

function openResults(openings: readonly Opening[], bareMs: number): readonly Result[] {
  const of = (fact: keyof Opening): number => median(openings.map((opening) => opening[fact]));
  const peer = { name: 'bare grid page + bare query', measured: bareMs };
  const rowsMs = of('rowsMs');
  return [
    { row: 'P12', what: 'command to the address', ours: of('servedMs'), unit: 'ms', target: 'none set' },
    {
      row: 'P12',
      what: 'command to the window, overview first',
      ours: of('overviewMs'),
      unit: 'ms',
      target: 'none set',
    },
    {
      row: 'P12',
      what: 'command to the first rows of the deals',
      ours: rowsMs,
      unit: 'ms',
      peer,
      ratio: rowsMs / bareMs,
      target: '<= 1.5x',
    },
    {
      row: 'P12',
      what: 'first contentful paint of the page',
      ours: of('paintMs'),
      unit: 'ms',
      target: 'none set',
    },
    {
      row: 'P10',
      what: 'longest task of the page while opening',
      ours: of('longestMs'),
      unit: 'ms',
      target: '<= 50 ms',
    },
  ];
}

/** Edits twice: in a window just opened, and again once scrolling has loaded more pages of the grid. */
async function measureUse(
  place: Place,
  executable: string,
  bareFrames: readonly number[],
): Promise<readonly Result[]> {
  const edits = place.run.isQuick ? EDITS / 3 : EDITS;
  return withWindow(place, executable, async (page, _, residentMb) => {
    const fresh = await editTimes(page, edits, 'Edited');
    const frames = await scrollFrames(page, WHEEL_TURNS);
    const scrolledMb = residentMb();
    await scrollToTop(page);
    const scrolled = await editTimes(page, edits / 2, 'Edited again');
    return [
      ...editResults('edit saved and painted', fresh),
      ...scrollResults(frames, bareFrames),
      ...editResults('the same after scrolling', scrolled),
      memoryResult(scrolledMb),
    ];
  });
}

function scrollResults(frames: readonly number[], bareFrames: readonly number[]): readonly Result[] {
  const [p95, bareP95] = [quantile(frames, 0.95), quantile(bareFrames, 0.95)];
  const peer = { name: 'bare grid page', measured: bareP95 };
  const what = 'scrolling the deals, 95th percentile of frames';
  return [{ row: 'P10', what, ours: p95, unit: 'ms', peer, ratio: p95 / bareP95, target: '<= 20 ms' }];
}

function editResults(what: string, edits: readonly number[]): readonly Result[] {
  const of = `${what}, of ${edits.length}`;
  return [
    { row: 'P14', what: `${of} the median`, ours: median(edits), unit: 'ms', target: '<= 30 ms' },
    {
      row: 'P14',
      what: `${of} the 99th percentile`,
      ours: quantile(edits, 0.99),
      unit: 'ms',
      target: '<= 80 ms',
    },
  ];
}

function memoryResult(residentMb: number): Result {
  return {
    row: 'P16',
    what: 'resident memory of the server side, opened and scrolled',
    ours: residentMb,
    unit: 'MB',
    target: '<= 150 MB',
  };
}
