import { app, BrowserWindow } from 'electron';
import { PAGE } from './addresses.ts';
import { windowOptions } from './window-options.ts';

/** The one factory of windows. */
export function openWindow(bridge: string): BrowserWindow {
  const window = new BrowserWindow(windowOptions(bridge, app.isPackaged));
  window.once('ready-to-show', () => window.show());
  window.webContents.once('render-process-gone', () => window.reload());
  void window.loadURL(PAGE);
  return window;
}

/** Shows the ledger that is open now; whatever the page held of the one before goes. */
export function showOpenLedger(window: BrowserWindow): void {
  window.reload();
  bringForward(window);
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
