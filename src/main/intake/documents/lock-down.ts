import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import { DOCUMENT_LIMITS } from './limits.ts';

/**
 * What keeps the parsing process from everything but its bytes (SECURITY R25, R62). Law: the flags below are the wall;
 * `lockDown` closes what Node's permission model leaves open: the network, signals to other processes, databases, and
 * loading any further module.
 */
export function lockedFlags(readable: readonly string[]): readonly string[] {
  return [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
    '--disable-proto=delete',
    `--max-old-space-size=${DOCUMENT_LIMITS.memory}`,
    // Node's own SQLite opens and writes files past the permission model.
    '--no-experimental-sqlite',
    '--no-experimental-websocket',
    '--no-warnings',
  ];
}

/** Once everything that parsing needs is loaded. What is called afterwards throws. */
export function lockDown(): void {
  Reflect.deleteProperty(Object.prototype, '__proto__');
  closeNetwork();
  for (const name of ['kill', 'binding', '_linkedBinding', 'dlopen', 'execve', 'getBuiltinModule'])
    close(process, name);
  closeModules();
}

function closeNetwork(): void {
  close(net.Socket.prototype, 'connect');
  close(net.Server.prototype, 'listen');
  for (const name of ['bind', 'connect', 'send']) close(dgram.Socket.prototype, name);
  for (const lookups of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    closeAll(lookups);
  for (const [module, names] of [
    [net, ['connect', 'createConnection', 'createServer']],
    [tls, ['connect', 'createServer']],
    [http, ['request', 'get', 'createServer']],
    [https, ['request', 'get', 'createServer']],
    [http2, ['connect', 'createServer', 'createSecureServer']],
    [dgram, ['createSocket']],
    [globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']],
  ] as const)
    for (const name of names) close(module, name);
  syncBuiltinESMExports();
}

/** No import, no require from here on, whatever the name. */
function closeModules(): void {
  const required = createRequire(import.meta.url);
  for (const path of Object.keys(required.cache)) Reflect.deleteProperty(required.cache, path);
  registerHooks({
    resolve: () => denied(),
    load: () => denied(),
  });
}

function closeAll(owner: object): void {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (name !== 'constructor' && typeof Reflect.get(owner, name) === 'function') close(owner, name);
  }
}

function close(owner: object, name: string): void {
  Reflect.defineProperty(owner, name, { value: denied, writable: false, configurable: false });
}

function denied(): never {
  throw new Error('Denied: this process only parses.');
}
