/**
 * Tries everything that a parsing process must not do and says what came of it, for lock-down.test.ts. Modules are loaded
 * before the lock, as a library might hold them. Arguments: a file to read, a folder to write in, a port, `locked` or not.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns, { lookup } from 'node:dns';
import { once } from 'node:events';
import fs from 'node:fs';
import http, { get } from 'node:http';
import http2 from 'node:http2';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import net, { connect } from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';
import { lockDown } from '#main/intake/documents/lock-down.ts';

const [secret, folder, portText, mode] = process.argv.slice(2);
const port = Number(portText);
const sqlite = await import('node:sqlite').catch(() => null);
const require = createRequire(import.meta.url);
const heldConnect = net.connect;
const heldCreate = net.createServer;

if (mode === 'locked') lockDown();

const connected = async (socket) => {
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), new Promise((_, no) => setTimeout(no, 2_000))]);
  socket.destroy();
};

const ATTEMPTS = {
  'read a ledger': () => fs.readFileSync(secret),
  'read a ledger by promise': () => fs.promises.readFile(secret),
  'read a ledger as a stream': () => once(fs.createReadStream(secret), 'data'),
  'read a ledger by SQLite': () => new sqlite.DatabaseSync(secret),
  'read the list of users': () => fs.readFileSync('/etc/passwd'),
  'read the environment of the process': () => fs.readFileSync('/proc/self/environ'),
  'list a folder': () => fs.readdirSync(folder),
  'ask whether a file is there': () => fs.statSync(secret),
  'write a file': () => fs.writeFileSync(join(folder, 'written'), 'x'),
  'write a file by SQLite': () => new sqlite.DatabaseSync(join(folder, 'made.db')),
  'write a heap snapshot': () => require('node:v8').writeHeapSnapshot(join(folder, 'heap')),
  'write a report': () => process.report.writeReport(join(folder, 'report')),
  'delete a file': () => fs.rmSync(join(folder, 'kept')),
  'link to a file': () => fs.symlinkSync(secret, join(folder, 'link')),
  'spawn a program': () => once(childProcess.spawn('true'), 'spawn'),
  'spawn a program and wait': () => {
    const { error } = childProcess.spawnSync('true');
    if (error) throw error;
  },
  'fork itself': () => once(childProcess.fork(join(folder, 'kept')), 'spawn'),
  'start a worker': () => once(new Worker('1', { eval: true }), 'exit'),
  'connect to a port': () => connected(connect({ host: '127.0.0.1', port })),
  'connect by a function held before': () => connected(heldConnect({ host: '127.0.0.1', port })),
  'connect by a socket of its own': () => connected(new net.Socket().connect({ host: '127.0.0.1', port })),
  'connect with TLS': () => connected(tls.connect({ host: '127.0.0.1', port })),
  'ask over HTTP': () => once(http.get({ host: '127.0.0.1', port }), 'response'),
  'ask over HTTP by a named import': () => once(get({ host: '127.0.0.1', port }), 'response'),
  'ask over HTTP/2': () => once(http2.connect(`http://127.0.0.1:${port}`), 'connect'),
  'fetch a page': () => fetch(`http://127.0.0.1:${port}/`),
  'open a web socket': () => new WebSocket(`ws://127.0.0.1:${port}/`),
  'send a datagram': async () => {
    const socket = dgram.createSocket('udp4');
    await new Promise((done) => socket.send('x', port, '127.0.0.1', done));
    socket.close();
  },
  'look a name up': () =>
    new Promise((done, no) => dns.lookup('localhost', (error) => (error ? no(error) : done()))),
  'look a name up by a named import': () =>
    new Promise((done, no) => lookup('localhost', (error) => (error ? no(error) : done()))),
  'look a name up by promise': () => dns.promises.lookup('localhost'),
  'listen on a port': async () => {
    const server = heldCreate().listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.close();
  },
  'open the inspector': () => {
    inspector.open(0);
    inspector.close();
  },
  'signal the process that started it': () => process.kill(process.ppid, 0),
  'reach into Node': () => process.binding('fs'),
  'load native code': () => new (require('better-sqlite3'))(':memory:'),
  'get a built-in module': () => process.getBuiltinModule('vm'),
  'import a built-in module': () => import('node:vm'),
  'require a built-in module': () => require('node:vm').runInNewContext('1'),
  'import a file': () => import('#main/intake/documents/wire.ts'),
  'make code of a string': () => new Function('return 1')(),
  'reach the prototype of all objects': () => {
    const found = Reflect.get({}, '__proto__');
    if (found === undefined) throw new Error('gone');
  },
  'see the environment': () => {
    if (process.env.PLUMBLINE_SECRET === undefined) throw new Error('unknown');
  },
};

// What fails later than its attempt is of no interest here.
process.on('uncaughtException', () => undefined);
const done = [];
const denied = [];
for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  try {
    await attempt();
    done.push(name);
  } catch (error) {
    denied.push([name, error?.code ?? error?.message ?? String(error)]);
  }
}
fs.writeSync(1, JSON.stringify({ done, denied }));
process.exit(0);
