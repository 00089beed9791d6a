import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/**
 * A stand-in for Electron that records what the desktop host asks of it. It proves the wiring of our own files, from the
 * scheme to the ledger process, which is real; what the engine does with it only a real Electron can show.
 */
type Handler = (request: Request) => Promise<Response> | Response;
type Answer<T> = (verdict: T) => void;

export class BrowserWindow extends EventEmitter {
  static last: BrowserWindow | null = null;
  readonly webContents = new ContentsDouble();
  readonly options: unknown;
  readonly did: string[] = [];

  constructor(options: unknown) {
    super();
    this.options = options;
    BrowserWindow.last = this;
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(address: string): Promise<void> {
    this.did.push(`load ${address}`);
    return Promise.resolve();
  }
  show(): void {
    this.did.push('show');
  }
  reload(): void {
    this.did.push('reload');
  }
  focus(): void {
    this.did.push('focus');
  }
  isMinimized(): boolean {
    return false;
  }
}

export class ContentsDouble extends EventEmitter {
  openHandler: () => unknown = () => ({ action: 'allow' });
  getURL(): string {
    return 'app://plumbline/';
  }
  setWindowOpenHandler(handler: () => unknown): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(): void {}
}

export class SessionDouble extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
  };
  beforeRequest: (details: { url: string }, answer: Answer<{ cancel: boolean }>) => void = () => undefined;
  readonly webRequest = {
    onBeforeRequest: (listener: SessionDouble['beforeRequest']) => {
      this.beforeRequest = listener;
    },
  };
  permission: (contents: ContentsDouble, name: string, answer: Answer<boolean>) => void = () => undefined;
  proxy: unknown = null;

  setPermissionRequestHandler(handler: SessionDouble['permission']): void {
    this.permission = handler;
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}
  setProxy(config: unknown): Promise<void> {
    this.proxy = config;
    return Promise.resolve();
  }
}

export const windowSession = new SessionDouble();
export const session = { defaultSession: new SessionDouble(), fromPartition: () => windowSession };

export const calls: string[] = [];

class AppDouble extends EventEmitter {
  readonly isPackaged = true;
  readonly commandLine = { appendSwitch: (name: string) => void calls.push(`switch ${name}`) };
  readonly ready = Promise.resolve();
  enableSandbox(): void {
    calls.push('sandbox');
  }
  setPath(): void {}
  configureHostResolver(): void {}
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    calls.push('wait for ready');
    return this.ready;
  }
  addRecentDocument(): void {}
  quit(): void {
    this.emit('will-quit', { preventDefault: () => undefined });
  }
  exit(code: number): void {
    calls.push(`exit ${code}`);
  }
}

export const app = new AppDouble();
export const protocol = {
  registerSchemesAsPrivileged: ([{ scheme, privileges }]: readonly [
    { scheme: string; privileges: object },
  ]) => void calls.push(`scheme ${scheme} ${JSON.stringify(privileges)}`),
};
export const Menu = {
  setApplicationMenu: () => undefined,
  buildFromTemplate: (template: unknown) => template,
};
export const dialog = { showErrorBox: (title: string) => void calls.push(`error ${title}`) };

export const utilityProcess = {
  fork: (entry: string) => {
    const child = fork(entry, [], { serialization: 'advanced', stdio: 'ignore', execArgv: [] });
    return Object.assign(child, { postMessage: (message: object) => void child.send(message) });
  },
};
