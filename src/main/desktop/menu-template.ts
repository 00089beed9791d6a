import type { MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  readonly openLedger: () => void;
}

/** The menu of every window. Undo and redo are the ledger's own, in the page; only macOS needs them here for text fields. */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(isMac, actions) },
    { label: '&Edit', submenu: editMenu(isMac) },
    {
      label: '&View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    },
    { label: '&Help', role: 'help', submenu: [{ role: 'about' }] },
  ];
}

function fileMenu(isMac: boolean, { openLedger }: MenuActions): MenuItemConstructorOptions[] {
  const recent: MenuItemConstructorOptions = {
    role: 'recentDocuments',
    submenu: [{ role: 'clearRecentDocuments' }],
  };
  return [
    { label: '&Open ledger…', accelerator: 'CmdOrCtrl+O', click: openLedger },
    ...(isMac ? [recent] : []),
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ];
}

function editMenu(isMac: boolean): MenuItemConstructorOptions[] {
  const forTextFields: MenuItemConstructorOptions[] = [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
  ];
  return [
    ...(isMac ? forTextFields : []),
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
}
