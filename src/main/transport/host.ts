import { rmSync } from 'node:fs';
import { authorName, plumblineHome, runFolder } from '#main/home.ts';
import type { StartParser } from '#main/intake/documents/parser.ts';
import { type App, createApp } from './app.ts';
import type { AppRoot } from './app-root.ts';
import { readAssets } from './assets.ts';
import { createDocumentRoute } from './document-route.ts';
import { reportFault } from './fault-log.ts';
import type { Gate } from './gate.ts';
import type { Presence } from './idle.ts';
import type { StartLedgerChild } from './ledger-child.ts';
import { ledgersFolder } from './ledger-folder.ts';
import { createRelay, type Relay } from './relay.ts';
import { sweepRuns } from './runs.ts';
import { createShell, type Shell } from './shell.ts';

/** What browser mode and the desktop have in common: everything but the window and the way in. */
export interface Host {
  readonly home: string;
  /** Private folder of this run; deleted when the process ends. */
  readonly runFolder: string;
  readonly relay: Relay;
  readonly shell: Shell;
  readonly appBehind: (gate: Gate, presence: Presence) => App;
  /** Closes the ledger and deletes the files of this run. */
  readonly close: () => Promise<void>;
}

/** How the two processes that a host speaks to are started. */
export interface Starters {
  readonly ledger: StartLedgerChild;
  readonly parser: StartParser;
}

export function createHost(kind: 'desktop' | 'browser', root: AppRoot, start: Starters): Host {
  const home = plumblineHome();
  sweepRuns(home);
  const folder = runFolder(home);
  const relay = createRelay(start.ledger);
  const documents = createDocumentRoute(relay, start.parser);
  const shell = createShell({
    host: kind,
    version: root.version,
    relay,
    home,
    author: authorName(),
    runFolder: folder,
    ledgers: ledgersFolder(),
  });
  const assets = readAssets(root.page);
  const report = (thrown: unknown) => reportFault(home, thrown);
  const appBehind = (gate: Gate, presence: Presence): App =>
    createApp({ relay, shell, assets, gate, presence, documents, runFolder: folder, report });
  const close = async (): Promise<void> => {
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { home, runFolder: folder, relay, shell, appBehind, close };
}
