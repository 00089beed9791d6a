import { join } from 'node:path';
import { app } from 'electron';
import { plumblineHome } from '#main/home.ts';
import { findAppRoot } from '#main/transport/app-root.ts';
import { reportFault } from '#main/transport/fault-log.ts';
import { openFirstLedger } from '#main/transport/first-ledger.ts';
import { desktopGate } from '#main/transport/gate.ts';
import { createHost, type Host } from '#main/transport/host.ts';
import { ALWAYS_PRESENT } from '#main/transport/idle.ts';
import { type LedgerFiles, ledgerFiles, tell } from './files.ts';
import { ledgerArgument } from './ledger-argument.ts';
import { lockedSession, lockProgram } from './lockdown.ts';
import { showMenu } from './menu.ts';
import { mountApp, registerScheme } from './protocol.ts';
import { startUtilityChild } from './utility-child.ts';
import { startUtilityParser } from './utility-parser.ts';
import { openWindow } from './window.ts';

/** The desktop host: window, menu and dialogs around the same app function that browser mode serves. */
const named: { path: string | null; files: LedgerFiles | null } = {
  path: ledgerArgument(process.argv, process.cwd()),
  files: null,
};

app.setPath('userData', join(plumblineHome(), 'desktop'));
lockProgram(app);
registerScheme();
app.on('open-file', (event, path) => {
  event.preventDefault();
  open(path);
});
app.on('second-instance', (_event, argv, folder) => {
  named.files?.show();
  open(ledgerArgument(argv, folder));
});
app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

function giveUp(thrown: unknown): void {
  tell(reportFault(plumblineHome(), thrown));
  app.exit(3);
}

/** A file named before the window stands is the first one opened. */
function open(path: string | null): void {
  if (path === null) return;
  if (named.files === null) named.path = path;
  else void named.files.open(path);
}

async function start(): Promise<void> {
  const root = findAppRoot();
  const session = await lockedSession(app);
  const host = createHost('desktop', root, {
    ledger: () => startUtilityChild(root.ledgerProcess),
    parser: () => startUtilityParser(root.documentProcess),
  });
  const report = (thrown: unknown) => reportFault(host.home, thrown);
  mountApp(session, host.appBehind(desktopGate(), ALWAYS_PRESENT));
  closeBeforeQuit(host);
  await openNamed(host).catch((thrown: unknown) => tell(report(thrown)));
  const files = ledgerFiles({ shell: host.shell, window: openWindow(root.bridge), report });
  named.files = files;
  showMenu({ openLedger: () => void files.choose() });
}

function openNamed({ shell, home }: Host): Promise<void> {
  return named.path === null ? openFirstLedger(shell, home) : shell.openPath(named.path);
}

/** Quitting waits until the ledger is closed, once. */
function closeBeforeQuit({ close }: Host): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void close().finally(() => app.exit(0));
  });
}
