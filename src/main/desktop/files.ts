import { app, type BrowserWindow, dialog } from 'electron';
import type { Shell } from '#main/transport/shell.ts';
import type { ErrorReport } from '#shared/errors.ts';
import { bringForward, showOpenLedger } from './window.ts';

/** Opening a ledger from outside the page: by dialog, double click, command line or a second start. */
export interface LedgerFiles {
  readonly choose: () => Promise<void>;
  readonly open: (path: string) => Promise<void>;
  /** Brings the window forward, for a second start that names no ledger. */
  readonly show: () => void;
}

export interface LedgerFilesParts {
  readonly shell: Shell;
  readonly window: BrowserWindow;
  readonly report: (thrown: unknown) => ErrorReport;
}

export function ledgerFiles({ shell, window, report }: LedgerFilesParts): LedgerFiles {
  async function open(path: string): Promise<void> {
    try {
      await shell.openPath(path);
      app.addRecentDocument(path);
      showOpenLedger(window);
    } catch (thrown) {
      tell(report(thrown));
    }
  }

  async function choose(): Promise<void> {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: 'Open ledger',
      properties: ['openFile'],
      filters: [{ name: 'Plumbline ledgers', extensions: ['plumb'] }],
    });
    const [path] = filePaths;
    if (path !== undefined) await open(path);
  }

  return { choose, open, show: () => bringForward(window) };
}

/** A refusal in the words of the error table. */
export function tell({ message, details, action }: ErrorReport): void {
  dialog.showErrorBox(message, [...details, action].join('\n'));
}
