import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mayDownload, mayHave, mayLoad, mayNavigate, PAGE } from '#main/desktop/addresses.ts';
import { ledgerArgument } from '#main/desktop/ledger-argument.ts';
import { menuTemplate } from '#main/desktop/menu-template.ts';
import { CLOSED_PROXY, SWITCHES } from '#main/desktop/switches.ts';
import { PARTITION, windowOptions } from '#main/desktop/window-options.ts';
import { desktopGate } from '#main/transport/gate.ts';

const FOREIGN = [
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:https://example.com/1',
  'smb://server/share',
  'ms-msdt:/id',
  'about:blank',
  'chrome://settings',
  'app://other/',
  'app://plumbline.example/',
  'app://plumbline@example.com/',
  'app://user@plumbline/',
  'view-source:app://plumbline/',
  'ftp://plumbline/',
  'ws://plumbline/',
  '',
  'plumbline',
  '//plumbline/',
];

describe('where a window may go', () => {
  test.each(FOREIGN)('not to %s', (address) => {
    expect(mayNavigate(address)).toBe(false);
  });

  test('to its own page, also with a place in it', () => {
    expect([PAGE, `${PAGE}#/deals`].map(mayNavigate)).toEqual([true, true]);
  });

  test('nothing is fetched from elsewhere', () => {
    const loaded = FOREIGN.filter(mayLoad);
    expect(loaded).toEqual(['data:text/html,x']);
    expect(mayLoad(`${PAGE}assets/index.js`)).toBe(true);
  });

  test('only files that the page made are saved', () => {
    expect(FOREIGN.filter(mayDownload)).toEqual([]);
    expect(mayDownload(`${PAGE}index.html`)).toBe(false);
    expect(mayDownload(`blob:${PAGE}1f`)).toBe(true);
  });
});

describe('permissions', () => {
  test.each([
    'clipboard-read',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'local-fonts',
    'local-network-access',
    'media',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'persistent-storage',
    'pointerLock',
    'serial',
    'storage-access',
    'usb',
    'window-management',
    'unknown',
  ])('%s is refused', (permission) => {
    expect(mayHave(permission, PAGE)).toBe(false);
  });

  test('copying is granted, to our page only', () => {
    const write = 'clipboard-sanitized-write';
    expect([PAGE, 'app://plumbline', `${PAGE}#/deals`].map((asking) => mayHave(write, asking))).toEqual([
      true,
      true,
      true,
    ]);
    expect(FOREIGN.filter((asking) => mayHave(write, asking))).toEqual([]);
  });
});

test('a window is made with every safeguard on', () => {
  expect(windowOptions('/bridge.cjs', true).webPreferences).toEqual({
    preload: '/bridge.cjs',
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
  expect(PARTITION.startsWith('persist:')).toBe(false);
});

test('the engine is told to stay on this machine', () => {
  const names = SWITCHES.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
  );
  expect(SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  expect(CLOSED_PROXY.proxyRules).toMatch(/^127\.0\.0\.1:/);
});

describe('the ledger on a command line', () => {
  test.each<[readonly string[], string | null]>([
    [['plumbline'], null],
    [['plumbline', 'case.plumb'], '/home/ana/case.plumb'],
    [['electron', '/app', '/cases/Case 1.PLUMB'], '/cases/Case 1.PLUMB'],
    [['plumbline', '--inspect', 'case.plumb', 'other.plumb'], '/home/ana/case.plumb'],
    [['plumbline', '--load=case.plumb'], null],
    [['plumbline', 'notes.txt'], null],
    [['plumbline', 'https://example.com/case.plumb'], null],
    [['plumbline', 'file:///case.plumb'], null],
    [['case.plumb'], null],
  ])('%j', (argv, expected) => {
    expect(ledgerArgument(argv, '/home/ana')).toBe(expected);
  });
});

test('the menu opens a ledger and leaves undo to the page', () => {
  let opened = 0;
  const openLedger = (): void => {
    opened += 1;
  };
  const [file, edit] = menuTemplate('linux', { openLedger });
  const items = [file, edit].flatMap((menu) => (Array.isArray(menu?.submenu) ? menu.submenu : []));
  expect(items.map(({ role }) => role)).not.toContain('undo');
  const open = items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+O');
  open?.click?.(undefined as never, undefined, undefined as never);
  expect(opened).toBe(1);
});

describe('the gate of the desktop', () => {
  const json = { 'content-type': 'application/json' };
  const asked = (address: string, headers: Record<string, string> = json, method = 'POST'): number | null =>
    desktopGate().refuse(new Request(address, { method, headers }))?.status ?? null;

  test.each<[string, number | null, number | null]>([
    ['the page itself', asked(`${PAGE}api/ledger/info`, { ...json, origin: 'app://plumbline' }), null],
    ['the page, by an engine that names no origin', asked(`${PAGE}api/ledger/info`), null],
    ['another host of the scheme', asked('app://other/api/ledger/info'), 421],
    ['the web', asked('https://plumbline/api/ledger/info'), 421],
    ['a foreign origin', asked(`${PAGE}api/ledger/info`, { ...json, origin: 'https://example.com' }), 403],
    ['a null origin', asked(`${PAGE}api/ledger/info`, { ...json, origin: 'null' }), 403],
    [
      'a foreign page before it',
      asked(`${PAGE}api/ledger/info`, { ...json, referer: 'https://example.com/' }),
      403,
    ],
    ['data by GET', asked(`${PAGE}api/ledger/info`, {}, 'GET'), 405],
    ['a form', asked(`${PAGE}api/ledger/info`, { 'content-type': 'text/plain' }), 415],
  ])('%s', (_who, status, expected) => {
    expect(status).toBe(expected);
  });
});

test('only the desktop folder and the bridge speak with Electron, and nothing there opens an address outside', () => {
  const folder = join(import.meta.dirname, '../../../src/main/desktop');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(text).not.toMatch(/openExternal|ipcMain|enableBlinkFeatures|crashReporter|autoUpdater/);
});
