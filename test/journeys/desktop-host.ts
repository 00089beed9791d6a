import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { LOCALE, type Opened, type SavedFile, WINDOW } from './host.ts';
import { killTree, type Place, ROOT } from './program.ts';
import { watchContext } from './watch.ts';

const ORIGIN = 'app://plumbline';
const PACKAGE = join(ROOT, 'node_modules/electron');

/** Electron's binary, or null where it was never fetched. */
export function electronBinary(): string | null {
  const note = join(PACKAGE, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(PACKAGE, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Starts the desktop program on the ledger. The page is loaded anew, so that it is watched from its first line. */
export async function openOnDesktop(binary: string, place: Place, ledger: string): Promise<Opened> {
  const program = await electron.launch({
    executablePath: binary,
    args: [join(ROOT, 'out/main/desktop.js'), ledger, `--lang=${LOCALE}`],
    env: { ...place.env },
    cwd: place.folder,
  });
  const page = await program.firstWindow();
  const watch = await watchContext(program.context(), ORIGIN);
  await page.setViewportSize(WINDOW);
  await page.reload();
  return {
    page,
    origin: ORIGIN,
    watch,
    served: null,
    download: (act) => downloadFrom(program, place, act),
    close: async () => {
      watch.stop();
      await program.close();
    },
    kill: async () => {
      watch.stop();
      await killTree(program.process());
    },
  };
}

/** Gives the next download a place, so that no dialog asks for one. */
async function downloadFrom(
  program: ElectronApplication,
  { folder }: Place,
  act: () => Promise<void>,
): Promise<SavedFile> {
  const saved = program.evaluate(
    ({ session }, into) =>
      new Promise<string>((resolve, reject) => {
        session.fromPartition('plumbline').once('will-download', (_event, item) => {
          item.setSavePath(`${into}/${item.getFilename()}`);
          item.once('done', (_done, state) =>
            state === 'completed' ? resolve(item.getFilename()) : reject(new Error(state)),
          );
        });
      }),
    folder,
  );
  await act();
  const name = await saved;
  return { name, bytes: await readFile(join(folder, name)) };
}
