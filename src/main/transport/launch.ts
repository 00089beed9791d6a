import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TOKEN_LIFE_MS } from './session.ts';

/**
 * Takes the user's browser to this server. Law (SECURITY R49): the token is in a file that only the user can read, never in
 * the arguments of a program; the file goes as soon as the token is used or too old.
 */
export interface LaunchFile {
  readonly path: string;
  readonly remove: () => void;
}

export function writeLaunchFile(folder: string, address: string): LaunchFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `open-${randomBytes(8).toString('hex')}.html`);
  writeFileSync(path, launchPage(address), { mode: 0o600, flag: 'wx' });
  const remove = (): void => rmSync(path, { force: true });
  const expiry = setTimeout(remove, TOKEN_LIFE_MS);
  expiry.unref();
  return { path, remove };
}

function launchPage(address: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plumbline</title>',
    '<meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0;url=${address}">`,
    '</head><body>Opening Plumbline.</body></html>',
  ].join('\n');
}

/** Whether a browser took the file. False at once where there is no screen or no program to open it with. */
export async function openInBrowser(path: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const opener = browserOpener(path, process.platform, env);
  if (opener === null) return false;
  const [program, ...args] = opener;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const settled = setTimeout(() => resolve(true), 3_000);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(settled);
      resolve(code === 0);
    });
    child.unref();
  });
}

/** The command that opens a file in the user's browser on this system, or null. */
export function browserOpener(
  path: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', path];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', path];
  const hasScreen = Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
  return hasScreen && isOnPath('xdg-open', env) ? ['xdg-open', path] : null;
}

function isOnPath(program: string, env: NodeJS.ProcessEnv): boolean {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
