import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { ask } from './http-request.ts';
import { standsAt } from './places.ts';

/** Browser mode: the loopback server answers the window that was launched, and nobody else. */
test.beforeEach(({ app: { host } }) => {
  test.skip(host === 'desktop', 'NOT RUN: the desktop program has no server that others could ask');
});

const LOST = 'Plumbline was restarted. Open it again from its icon.';

/** A stranger's window in the same browser: no cookie, no key. */
async function strangerAt(app: App, address: string): Promise<Page> {
  const context = await app.page.context().browser()?.newContext();
  if (context === undefined) throw new Error('This window has no browser.');
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a page opened without a token shows one plain sentence and nothing of the ledger', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const page = await strangerAt(app, app.origin);
  await expect(page.getByRole('alert')).toContainText(LOST);
  await expect(page.getByText('OpenAI')).toHaveCount(0);
  await page.context().close();
});

test('the address of the launch works once', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const page = await strangerAt(app, app.served?.launchAddress ?? '');
  await expect(page.getByRole('alert')).toContainText(LOST);
  await expect(page.getByText('OpenAI')).toHaveCount(0);
  await page.context().close();
  expect(new URL(app.page.url()).hash).not.toContain('t=');
});

test('a second tab of the same browser has the cookie but not the key, and sees nothing', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const page = await app.page.context().newPage();
  await page.goto(app.origin);
  await expect(page.getByRole('alert')).toContainText(LOST);
  await page.close();
});

test('the window itself stays in when it is loaded anew', async ({ app: { page } }) => {
  await standsAt(page, 'Overview');
  await page.reload();
  await standsAt(page, 'Overview');
});

test('a request is answered only with key, cookie, own Host and own Origin', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  const own = await ownHeaders(app);
  const status = async (change: Readonly<Record<string, string | null>>): Promise<number> => {
    const headers = Object.entries({ ...own, ...change }).filter(
      (header): header is [string, string] => header[1] !== null,
    );
    return (await ask(app.origin, { path: '/api/ledger/info', headers: Object.fromEntries(headers) })).status;
  };
  expect(await status({})).toBe(200);
  expect(await status({ 'X-Plumbline-Key': null })).toBe(401);
  expect(await status({ Cookie: null })).toBe(401);
  expect(await status({ 'X-Plumbline-Key': 'A'.repeat(43) })).toBe(401);
  expect(await status({ Host: 'plumbline.example' })).toBe(421);
  expect(await status({ Host: new URL(app.origin).host.replace('127.0.0.1', 'localhost') })).toBe(421);
  expect(await status({ Origin: 'https://plumbline.example' })).toBe(403);
  expect(await status({ Origin: null })).toBe(403);
  expect(await status({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
});

/** What the window itself sends. */
async function ownHeaders(app: App): Promise<Readonly<Record<string, string>>> {
  const cookies = await app.page.context().cookies();
  const key = await app.page.evaluate(() => sessionStorage.getItem('plumbline.key'));
  return {
    Host: new URL(app.origin).host,
    Origin: app.origin,
    'Content-Type': 'application/json',
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    'X-Plumbline-Key': key ?? '',
  };
}

test('when the program has ended, the window says so and that what was saved is safe', async ({ app }) => {
  await standsAt(app.page, 'Overview');
  process.kill(app.served?.pid ?? Number.NaN, 'SIGTERM');
  await expect
    .poll(() =>
      ask(app.origin, { path: '/', method: 'GET', headers: {} }).then(
        () => 'up',
        () => 'down',
      ),
    )
    .toBe('down');
  await app.page.getByRole('link', { name: 'Deals' }).click();
  await expect(app.page.getByRole('alert')).toContainText(LOST);
  await expect(app.page.getByRole('alert')).toContainText('Everything that was marked "Saved"');
  for (const fault of app.watch.take())
    expect(fault).toMatch(/net::ERR_CONNECTION_REFUSED|Failed to fetch dynamically imported module/);
});
