import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { now } from '#main/home.ts';
import type { InputOf, OutputOf } from '#shared/contract/procedure.ts';
import { shellTopic } from '#shared/contract/shell.ts';
import { PlumblineError } from '#shared/errors.ts';
import { ledgerFileName } from './ledger-folder.ts';
import { findRecent, listRecents, noteRecent, type Recent } from './recents.ts';
import type { Relay } from './relay.ts';
import type { OpenRequest } from './wire.ts';

/** What the host does itself, outside any ledger: which one is open, recent ones, a new one. */
export interface Shell {
  /** Answers a procedure of the shell topic; the input is checked here. */
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Opens a file that the user named to the host itself: on the command line or in a dialog. */
  readonly openPath: (path: string) => Promise<void>;
  /** Makes a ledger at a path and opens it. */
  readonly createAt: (path: string, sample: boolean) => Promise<void>;
}

export interface ShellParts {
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  readonly relay: Relay;
  readonly home: string;
  readonly author: string;
  readonly runFolder: string;
  /** Folder for ledgers that are made by name. */
  readonly ledgers: string;
}

type State = OutputOf<typeof shellTopic.state>;
type Create = InputOf<typeof shellTopic.create>;

export function createShell(parts: ShellParts): Shell {
  const { relay, home } = parts;
  let last: Promise<void> = Promise.resolve();

  /** One opening at a time: two at once would leave it to chance which ledger stands. */
  function openNext(path: string, create: OpenRequest['create']): Promise<void> {
    const next = last.then(() => openFile(path, create));
    last = next.catch(() => undefined);
    return next;
  }

  async function openFile(path: string, create: OpenRequest['create']): Promise<void> {
    if (create === null && path === relay.path()) return;
    await relay.open({
      path,
      access: 'write',
      author: parts.author,
      home,
      runFolder: parts.runFolder,
      create,
    });
    noteRecent(home, path, now());
  }

  async function openRecent(id: string): Promise<{ readonly name: string }> {
    const recent = findRecent(home, id);
    if (recent === null) throw new PlumblineError('LEDGER_MISSING');
    await openNext(recent.path, null);
    return { name: ledgerName(recent.path) };
  }

  async function createNamed({ name, sample }: Create): Promise<{ readonly name: string }> {
    const fileName = ledgerFileName(name);
    if (fileName === null)
      throw new PlumblineError('REQUEST_INVALID', ['That name has no letters or digits in it.']);
    const path = join(parts.ledgers, fileName);
    await createAt(path, sample);
    return { name: ledgerName(path) };
  }

  async function createAt(path: string, sample: boolean): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    await openNext(resolve(path), { sample });
  }

  async function call(name: string, input: unknown): Promise<unknown> {
    if (name === 'state' && checked('state', input)) return stateOf(parts);
    if (name === 'open') return openRecent(checked('open', input).id);
    if (name === 'create') return createNamed(checked('create', input));
    throw new PlumblineError('REQUEST_INVALID');
  }

  return { call, openPath: (path) => openNext(resolve(path), null), createAt };
}

function stateOf({ host, version, relay, home }: ShellParts): State {
  const open = relay.path();
  const recents = listRecents(home).map((recent) => shown(recent, open));
  return { host, version, isOpen: open !== null, recents };
}

function shown({ id, path, openedAt }: Recent, open: string | null): State['recents'][number] {
  return { id, name: ledgerName(path), folder: folderShown(path), openedAt, isOpen: path === open };
}

function ledgerName(path: string): string {
  return basename(path).replace(/\.plumb$/i, '');
}

function folderShown(path: string): string {
  const folder = dirname(path);
  return folder === homedir() || folder.startsWith(join(homedir(), '/'))
    ? folder.replace(homedir(), '~')
    : folder;
}

function checked<N extends keyof typeof shellTopic>(
  name: N,
  input: unknown,
): InputOf<(typeof shellTopic)[N]> {
  const parsed = shellTopic[name].input.safeParse(input);
  if (!parsed.success)
    throw new PlumblineError(
      'REQUEST_INVALID',
      parsed.error.issues.map(({ message }) => message),
    );
  return parsed.data as InputOf<(typeof shellTopic)[N]>;
}
