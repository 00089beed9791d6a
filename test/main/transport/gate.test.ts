import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, logIn, openStage, pageHeaders, requestText, type Stage, sendRaw } from './stage.ts';

const CALL = '/api/ledger/info';
const LAUNCH = {
  Origin: null,
  'Content-Type': null,
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
};

let stage: Stage;
let good: Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await openStage();
  good = await logIn(stage);
});
afterAll(() => stage.close());

function ask(asked: Asked, from = good): Promise<{ readonly status: number; readonly body: string }> {
  return sendRaw(stage.port, requestText(from, asked));
}

describe('what is let in', () => {
  test.each<[string, number, Asked]>([
    ['a call of the page', 200, { target: CALL, body: '{}' }],
    [
      'a call of a browser without fetch metadata',
      200,
      { target: CALL, body: '{}', headers: { 'Sec-Fetch-Site': null } },
    ],
    [
      'the page, asked for by its launch file',
      200,
      { method: 'GET', headers: { ...LAUNCH, 'Sec-Fetch-Site': 'cross-site' } },
    ],
    ['the page, typed by the user', 200, { method: 'GET', headers: { ...LAUNCH, 'Sec-Fetch-Site': 'none' } }],
    ['a file of the page', 200, { method: 'GET', target: '/assets/index.js', headers: { Origin: null } }],
    ['a heartbeat', 200, { target: '/heartbeat', body: '{"hidden":false}' }],
    ['the host itself', 200, { target: '/api/shell/state', body: '{}' }],
  ])('%s: %i', async (_what, status, asked) => {
    expect((await ask(asked)).status).toBe(status);
  });

  test('a second cookie of our name, planted by another program, does not lock the page out', async () => {
    const name = `plumbline_${stage.port}`;
    const { status } = await ask({
      target: CALL,
      body: '{}',
      headers: { Cookie: `${name}=planted; ${good.Cookie}; other=1` },
    });
    expect(status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each<[string, number, Asked]>([
    ['a foreign Host', 421, { target: CALL, headers: { Host: 'attacker.example' } }],
    ['the name localhost', 421, { target: CALL, headers: { Host: 'localhost:1' } }],
    ['our address without its port', 421, { target: CALL, headers: { Host: '127.0.0.1' } }],
    ['a foreign Host for the page', 421, { method: 'GET', headers: { ...LAUNCH, Host: 'attacker.example' } }],
    ['an address of another server', 400, { method: 'GET', target: 'http://attacker.example/' }],
    ['our own address in full', 400, { method: 'GET', target: 'http://127.0.0.1/' }],
    ['two slashes', 400, { method: 'GET', target: '//attacker.example/' }],
    ['the server as a whole', 400, { method: 'GET', target: '*' }],
    ['a foreign Origin', 403, { target: CALL, headers: { Origin: 'http://attacker.example' } }],
    ['another port as Origin', 403, { target: CALL, headers: { Origin: 'http://127.0.0.1:1' } }],
    ['https as Origin', 403, { target: CALL, headers: { Origin: 'https://127.0.0.1' } }],
    ['a null Origin', 403, { target: CALL, headers: { Origin: 'null' } }],
    ['no Origin', 403, { target: CALL, headers: { Origin: null } }],
    [
      'a foreign Origin on the page',
      403,
      { method: 'GET', headers: { ...LAUNCH, Origin: 'http://attacker.example' } },
    ],
    ['a cross-site call', 403, { target: CALL, headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['a same-site call from another port', 403, { target: CALL, headers: { 'Sec-Fetch-Site': 'same-site' } }],
    [
      'a cross-site script tag',
      403,
      {
        method: 'GET',
        target: '/assets/index.js',
        headers: { Origin: null, 'Sec-Fetch-Site': 'cross-site' },
      },
    ],
    [
      'the page in a frame',
      403,
      { method: 'GET', headers: { ...LAUNCH, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'iframe' } },
    ],
    ['a preflight', 403, { method: 'OPTIONS', target: CALL }],
    ['a document as JSON', 415, { target: '/documents?name=a.txt', body: '{}' }],
    [
      'a document as a form',
      415,
      { target: '/documents?name=a.txt', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
    ],
    [
      'a document of another origin',
      403,
      {
        target: '/documents?name=a.txt',
        headers: { 'Content-Type': 'text/plain', Origin: 'http://attacker.example' },
      },
    ],
    [
      'a document of another site',
      403,
      {
        target: '/documents?name=a.txt',
        headers: { 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'cross-site' },
      },
    ],
    [
      'a document without a session',
      401,
      {
        target: '/documents?name=a.txt',
        headers: { 'Content-Type': 'application/octet-stream', Cookie: null },
        body: 'words',
      },
    ],
    [
      'a document without the key',
      401,
      {
        target: '/documents',
        headers: { 'Content-Type': 'text/plain', 'X-Plumbline-Key': null },
        body: 'words',
      },
    ],
    ['a document by GET', 405, { method: 'GET', target: '/documents?name=a.txt', headers: { Origin: null } }],
    [
      'a path below documents',
      404,
      { target: '/documents/a.txt', headers: { 'Content-Type': 'application/json' }, body: '{}' },
    ],
    ['the inner call that takes documents', 404, { target: '/api/intake/take', body: '{}' }],
    ['data by GET', 405, { method: 'GET', target: CALL, headers: { Origin: null } }],
    [
      'a download by GET',
      405,
      { method: 'GET', target: `/download/${'0'.repeat(32)}`, headers: { Origin: null } },
    ],
    ['HEAD', 405, { method: 'HEAD', target: '/', headers: { Origin: null } }],
    ['PUT', 405, { method: 'PUT', target: CALL }],
    ['DELETE', 405, { method: 'DELETE', target: CALL }],
    ['TRACE', 405, { method: 'TRACE', target: CALL }],
    ['plain text', 415, { target: CALL, headers: { 'Content-Type': 'text/plain' } }],
    ['a form', 415, { target: CALL, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
    [
      'JSON with a charset',
      415,
      { target: CALL, headers: { 'Content-Type': 'application/json; charset=utf-8' } },
    ],
    ['no content type', 415, { target: CALL, headers: { 'Content-Type': null } }],
    ['neither cookie nor key', 401, { target: CALL, headers: { Cookie: null, 'X-Plumbline-Key': null } }],
    ['the key without the cookie', 401, { target: CALL, headers: { Cookie: null } }],
    ['the cookie without the key', 401, { target: CALL, headers: { 'X-Plumbline-Key': null } }],
    ['a wrong key', 401, { target: CALL, headers: { 'X-Plumbline-Key': 'x'.repeat(43) } }],
    [
      'a download without a session',
      401,
      { target: `/download/${'0'.repeat(32)}`, headers: { Cookie: null } },
    ],
    ['a heartbeat without a session', 401, { target: '/heartbeat', headers: { Cookie: null }, body: '{}' }],
    ['a wrong token', 401, { target: '/session', body: '{"t":"nothing"}' }],
    ['a session asked for with more', 422, { target: '/session', body: '{"t":"nothing","admin":true}' }],
    ['an unknown topic', 404, { target: '/api/nothing/info', body: '{}' }],
    ['an unknown procedure', 404, { target: '/api/ledger/nothing', body: '{}' }],
    ['an inherited name', 404, { target: '/api/constructor/name', body: '{}' }],
    ['an inherited procedure', 404, { target: '/api/ledger/toString', body: '{}' }],
    ['a longer path', 404, { target: '/api/ledger/info/more', body: '{}' }],
    [
      'a file that is not of the page',
      404,
      { method: 'GET', target: '/package.json', headers: { Origin: null } },
    ],
    ['a ticket that is none', 404, { target: '/download/passwd', body: '{}' }],
    ['a query', 404, { method: 'GET', target: '/?t=1', headers: LAUNCH }],
    ['half a document', 400, { target: CALL, body: '{"a":' }],
    ['unknown keys', 422, { target: '/api/shell/state', body: '{"more":1}' }],
    ['a path instead of an id', 404, { target: '/api/shell/open', body: '{"id":"../../etc/passwd"}' }],
  ])('%s: %i', async (_what, status, asked) => {
    const from =
      asked.headers?.Host === undefined || asked.headers.Host === null
        ? good
        : { ...good, Host: asked.headers.Host };
    const answer = await ask(asked, from);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('"ok"');
  });

  test.each([
    '/../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../package.json',
    '/assets/..\\..\\x',
    '/.',
    '/assets/%00',
    '/assets//index.js',
  ])('a way out of the page: %s', async (target) => {
    const { status } = await ask({ method: 'GET', target, headers: { Origin: null } });
    expect([400, 404]).toContain(status);
  });

  test('two Host headers', async () => {
    const twice = requestText(good, { target: CALL, body: '{}' }).replace(
      '\r\n',
      '\r\nHost: attacker.example\r\n',
    );
    expect([400, 421]).toContain((await sendRaw(stage.port, twice)).status);
  });

  test('two Origins', async () => {
    const twice = requestText(good, { target: CALL, body: '{}' }).replace(
      '\r\n',
      '\r\nOrigin: http://attacker.example\r\n',
    );
    expect((await sendRaw(stage.port, twice)).status).toBe(403);
  });

  test('a body over one megabyte, announced or not', async () => {
    const big = JSON.stringify('x'.repeat(1_048_576));
    expect((await ask({ target: CALL, body: big })).status).toBe(413);
    const chunked = requestText(good, { target: CALL })
      .replace('Content-Length: 0', 'Transfer-Encoding: chunked')
      .concat(`${big.length.toString(16)}\r\n${big}\r\n0\r\n\r\n`);
    expect((await sendRaw(stage.port, chunked)).status).toBe(413);
  });

  test('headers over eight kilobytes and a request that is none', async () => {
    expect((await ask({ target: CALL, headers: { 'X-Long': 'x'.repeat(9_000) } })).status).toBe(400);
    expect((await sendRaw(stage.port, 'nonsense\r\n\r\n')).status).toBe(400);
  });
});

describe('the token', () => {
  test('works once', async () => {
    const body = JSON.stringify({ t: stage.token() });
    const from = pageHeaders(stage.port);
    expect((await ask({ target: '/session', body }, from)).status).toBe(200);
    expect((await ask({ target: '/session', body }, from)).status).toBe(401);
  });

  test('expires after two minutes', async () => {
    const body = JSON.stringify({ t: stage.token() });
    stage.turnClock(120_001);
    expect((await ask({ target: '/session', body }, pageHeaders(stage.port))).status).toBe(401);
  });

  test('gives a cookie that no script reads and no other site sends', async () => {
    const body = JSON.stringify({ t: stage.token() });
    const answer = await sendRaw(
      stage.port,
      requestText(pageHeaders(stage.port), { target: '/session', body }),
    );
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^plumbline_${stage.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
  });

  test('a second window does not end the first', async () => {
    const second = await logIn(stage);
    expect((await ask({ target: CALL, body: '{}' }, second)).status).toBe(200);
    expect((await ask({ target: CALL, body: '{}' })).status).toBe(200);
  });
});

test.each(['127.0.0.2', '::1'])('nothing listens on %s', async (host) => {
  const refused = new Promise((resolve) => connect({ host, port: stage.port }).once('error', resolve));
  expect(await refused).toMatchObject({ syscall: 'connect' });
});

test('with a check taken out, the table above would see it', async () => {
  const open = await openStage({ weaken: (gate) => ({ ...gate, refuse: () => null, admits: () => true }) });
  const { status } = await sendRaw(
    open.port,
    requestText({ ...pageHeaders(open.port), Host: 'attacker.example' }, { target: CALL, body: '{}' }),
  );
  await open.close();
  expect(status).toBe(200);
});
