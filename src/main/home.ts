import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The only place that reads the clock, the user and the user's folders; everything else is told. */
export function plumblineHome(): string {
  const own = process.env['PLUMBLINE_HOME'];
  if (own !== undefined && own !== '') return own;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Plumbline');
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Plumbline');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'plumbline');
}

/** Whose name stands in the history: PLUMBLINE_AUTHOR, else the name the person is logged in by. */
export function authorName(): string {
  const own = process.env['PLUMBLINE_AUTHOR']?.trim();
  if (own !== undefined && own !== '') return own;
  try {
    return userInfo().username;
  } catch {
    return 'analyst';
  }
}

/** UTC instant with milliseconds. */
export function now(): string {
  return new Date().toISOString();
}

/** The analyst's calendar day where the machine stands. */
export function today(): string {
  const at = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A private folder for the files of one run, deleted when the process ends. */
export function runFolder(home: string): string {
  const folder = join(home, 'runs', `${process.pid}-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
