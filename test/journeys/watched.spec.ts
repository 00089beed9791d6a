import { expect, test } from './app.ts';
import { standsAt } from './places.ts';
import { isOwn } from './watch.ts';

/** The watch of every journey sees what it is there for. */
test('a style that the policy does not allow is seen', async ({ app: { page, watch } }) => {
  await standsAt(page, 'Overview');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect
    .poll(() => watch.faults.filter((fault) => fault.startsWith('policy: style-src')))
    .not.toEqual([]);
  watch.take();
});

test('a script built from text is stopped and seen', async ({ app: { page, watch } }) => {
  await standsAt(page, 'Overview');
  const isStopped = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src=x>';
      return false;
    } catch {
      return true;
    }
  });
  expect(isStopped).toBe(true);
  await expect
    .poll(() => watch.faults.filter((fault) => fault.startsWith('policy: require-trusted-types-for')))
    .not.toEqual([]);
  watch.take();
});

test('an exception, an error on the console and a foreign address are seen', async ({
  app: { page, watch },
}) => {
  await standsAt(page, 'Overview');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
    console.error('planted too');
    void fetch('https://plumbline.example/beacon').catch(() => undefined);
  });
  await expect.poll(() => watch.faults).toContain('exception: planted');
  await expect.poll(() => watch.faults).toContain('console: planted too');
  await expect
    .poll(() => watch.faults.filter((fault) => fault.includes('plumbline.example/beacon')))
    .not.toEqual([]);
  watch.take();
});

test('a request to an address that is not the app is seen also where no policy stops it', async ({
  app: { host, page, watch, origin },
}) => {
  test.skip(host === 'desktop', 'NOT RUN: the desktop program opens no second page');
  await standsAt(page, 'Overview');
  const blank = await page.context().newPage();
  await blank.evaluate(() => fetch('http://127.0.0.1:9/beacon', { mode: 'no-cors' }).catch(() => undefined));
  await expect.poll(() => watch.take()).toContain('request: http://127.0.0.1:9/beacon');
  await blank.close();
  watch.take();
  expect(isOwn(`${origin}/api/ledger/info`, origin)).toBe(true);
  expect(isOwn(`${origin}.example/`, origin)).toBe(false);
});
