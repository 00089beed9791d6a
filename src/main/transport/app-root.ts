import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The program's own folder: where package.json and out/ are, from a checkout as from a package. */
export interface AppRoot {
  readonly folder: string;
  readonly version: string;
  /** The built page of the window. */
  readonly page: string;
  /** The built ledger process. */
  readonly ledgerProcess: string;
  /** The built process that parses documents. */
  readonly documentProcess: string;
  /** The built thread that reads long texts for the ledger process. */
  readonly readingThread: string;
  readonly bridge: string;
}

export function findAppRoot(from: string = import.meta.dirname): AppRoot {
  for (let folder = from; ; folder = dirname(folder)) {
    const version = versionIn(folder);
    if (version !== null) return rootAt(folder, version);
    if (folder === dirname(folder)) throw new Error('The program is not whole: package.json is missing.');
  }
}

function rootAt(folder: string, version: string): AppRoot {
  const out = join(folder, 'out');
  return {
    folder,
    version,
    page: join(out, 'renderer'),
    ledgerProcess: join(out, 'main', 'ledger-process.js'),
    documentProcess: join(out, 'main', 'document-process.js'),
    readingThread: join(out, 'main', 'reading-thread.js'),
    bridge: join(out, 'preload', 'bridge.cjs'),
  };
}

function versionIn(folder: string): string | null {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return null;
  const found = z
    .object({ name: z.literal('plumbline'), version: z.string() })
    .safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return found.success ? found.data.version : null;
}
