import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { app, BrowserWindow, ContentsDouble, calls, windowSession } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

/** The desktop host over a stand-in for Electron and a real ledger process. */
const folder = mkdtempSync(join(tmpdir(), 'plumbline-desktop-'));
const ledger = join(folder, 'case.plumb');
const bin = join(import.meta.dirname, '../../../bin/plumbline');
const before = { argv: process.argv, home: process.env.PLUMBLINE_HOME };

beforeAll(async () => {
  process.env.PLUMBLINE_HOME = join(folder, 'home');
  await promisify(execFile)(bin, ['new', ledger]);
  process.argv = ['electron', '/app', ledger];
  await import('#main/desktop/main.ts');
  await vi.waitUntil(() => BrowserWindow.last !== null, { timeout: 10_000 });
}, 240_000);
afterAll(() => {
  process.argv = before.argv;
  if (before.home === undefined) delete process.env.PLUMBLINE_HOME;
  else process.env.PLUMBLINE_HOME = before.home;
  rmSync(folder, { recursive: true, force: true });
});

async function ask(target: string, method = 'POST'): Promise<Response> {
  const init =
    method === 'POST' ? { method, headers: { 'content-type': 'application/json' }, body: '{}' } : { method };
  const handler = windowSession.handlers.get('app');
  if (handler === undefined) throw new Error('Nothing answers the scheme.');
  return handler(new Request(`app://plumbline${target}`, init));
}

test('locks the program down before the engine is ready', () => {
  const ready = calls.indexOf('wait for ready');
  for (const early of ['sandbox', 'switch host-resolver-rules', 'switch no-pings']) {
    expect(calls.indexOf(early)).toBeGreaterThanOrEqual(0);
    expect(calls.indexOf(early)).toBeLessThan(ready);
  }
  expect(calls.slice(0, ready)).toContain(
    'scheme app {"standard":true,"secure":true,"supportFetchAPI":true,"stream":true,"bypassCSP":false,"corsEnabled":false}',
  );
});

test('serves the page and the ledger named on the command line under its own scheme', async () => {
  expect(BrowserWindow.last?.did).toContain('load app://plumbline/');
  const page = await ask('/', 'GET');
  expect([page.status, page.headers.get('x-frame-options'), await page.text()]).toEqual([
    200,
    'DENY',
    expect.not.stringContaining('__CSP_NONCE__'),
  ]);
  const { ok } = (await (await ask('/api/ledger/info')).json()) as { readonly ok: { readonly name: string } };
  expect(ok.name).toBe('case');
  const state = (await (await ask('/api/shell/state')).json()) as { readonly ok: unknown };
  expect(state.ok).toMatchObject({
    host: 'desktop',
    isOpen: true,
    recents: [{ name: 'case', isOpen: true }],
  });
});

test('streams a job', async () => {
  const lines = (await (await ask('/api/ledger/verify')).text()).trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ ok: { ok: true } });
});

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/package.json',
  '//etc/passwd',
  '/?x',
  '/session',
])('has nothing at %s', async (target) => {
  expect((await ask(target, target === '/session' ? 'POST' : 'GET')).status).toBeGreaterThanOrEqual(404);
});

test('serves no file address, loads nothing from outside and goes nowhere', async () => {
  expect((await windowSession.handlers.get('file')?.(new Request('http://x')))?.status).toBe(403);
  expect(windowSession.proxy).toMatchObject({ mode: 'fixed_servers' });
  const verdicts: boolean[] = [];
  for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://plumbline/']) {
    windowSession.beforeRequest({ url }, ({ cancel }) => verdicts.push(cancel));
  }
  expect(verdicts).toEqual([true, true, false]);
  const contents = BrowserWindow.last?.webContents ?? new ContentsDouble();
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
    const preventDefault = vi.fn();
    contents.emit(event, { preventDefault, url: 'https://example.com/' });
    expect([event, preventDefault.mock.calls.length]).toEqual([event, 1]);
  }
  expect(contents.openHandler()).toEqual({ action: 'deny' });
});

test('grants no permission, and stops a download that is not ours', () => {
  const granted: boolean[] = [];
  for (const name of ['geolocation', 'media', 'clipboard-read', 'openExternal']) {
    windowSession.permission(new ContentsDouble(), name, (verdict) => granted.push(verdict));
  }
  expect(granted).toEqual([false, false, false, false]);
  const preventDefault = vi.fn();
  windowSession.emit('will-download', { preventDefault }, { getURL: () => 'https://example.com/x' });
  windowSession.emit('will-download', { preventDefault }, { getURL: () => 'blob:app://plumbline/1' });
  expect(preventDefault).toHaveBeenCalledTimes(1);
});

test('a second start brings the window forward and opens what it names, or says why not', async () => {
  app.emit('second-instance', {}, ['electron', join(folder, 'none.plumb')], folder);
  await expect.poll(() => calls, { timeout: 10_000 }).toContain('error The file is not there.');
  expect(BrowserWindow.last?.did).toContain('focus');
});

test('quitting closes the ledger first', async () => {
  expect(existsSync(`${ledger}.lock`)).toBe(true);
  app.quit();
  await expect.poll(() => calls, { timeout: 10_000 }).toContain('exit 0');
  expect(['-wal', '-shm', '.lock'].filter((end) => existsSync(`${ledger}${end}`))).toEqual([]);
});
