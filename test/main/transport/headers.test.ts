import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asked, logIn, openStage, type RawAnswer, requestText, type Stage, sendRaw } from './stage.ts';

const CALL = '/api/ledger/info';
const TICKET = 'ab'.repeat(16);
let stage: Stage;
let good: Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await openStage();
  good = await logIn(stage);
  writeFileSync(join(stage.runFolder, TICKET), 'bytes of an export');
});
afterAll(() => stage.close());

const EXPECTED = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data:; font-src 'self' data:; " +
    "connect-src 'self'; worker-src 'self'; manifest-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types plumbline",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), clipboard-read=(), ' +
    'display-capture=(), local-fonts=()',
};

function securityOf({ headers }: RawAnswer): Readonly<Record<string, string>> {
  const found = Object.keys(EXPECTED).map((name) => [name, headers.get(name) ?? ''] as const);
  return Object.fromEntries(
    found.map(([name, text]) => [name, text.replace(/'nonce-[\w+/]{22}=='/, "'nonce-NONCE'")]),
  );
}

test.each<[string, Asked | string]>([
  ['the page', { method: 'GET', headers: { Origin: null } }],
  ['a file of the page', { method: 'GET', target: '/assets/index.js', headers: { Origin: null } }],
  ['nothing there', { method: 'GET', target: '/none', headers: { Origin: null } }],
  ['an answer', { target: CALL, body: '{}' }],
  ['a job', { target: '/api/ledger/verify', body: '{}' }],
  ['a download', { target: `/download/${TICKET}`, body: '{}' }],
  ['a heartbeat', { target: '/heartbeat', body: '{}' }],
  [
    'a document that is refused',
    { target: '/documents?name=a.exe', headers: { 'Content-Type': 'application/octet-stream' }, body: 'x' },
  ],
  ['an unknown call', { target: '/api/none/none', body: '{}' }],
  ['a request without a session', { target: CALL, headers: { Cookie: null } }],
  ['a foreign Host', { target: CALL, headers: { Host: 'attacker.example' } }],
  ['a foreign Origin', { target: CALL, headers: { Origin: 'http://attacker.example' } }],
  ['a preflight', { method: 'OPTIONS', target: CALL }],
  ['another method', { method: 'PUT', target: CALL }],
  ['a method that fetch does not know', { method: 'TRACE', target: CALL }],
  ['an absolute target', { target: 'http://attacker.example/' }],
  ['a body too big', { target: CALL, body: 'x'.repeat(1_048_577) }],
  ['an expectation', { target: CALL, headers: { Expect: 'something' } }],
  ['headers too long', { target: CALL, headers: { 'X-Long': 'x'.repeat(9_000) } }],
  ['a request that is none', 'nonsense\r\n\r\n'],
])('%s carries the whole set, no CORS and no HSTS', async (_what, asked) => {
  const answer = await sendRaw(stage.port, typeof asked === 'string' ? asked : requestText(good, asked));
  expect(securityOf(answer)).toEqual(EXPECTED);
  const others = [...answer.headers.keys()].filter(
    (name) => name.startsWith('access-control-') || name === 'strict-transport-security',
  );
  expect(others).toEqual([]);
});

test('each page has a nonce of its own, the same in the policy and in the page', async () => {
  const nonces = new Set<string>();
  for (let time = 0; time < 3; time += 1) {
    const page = await sendRaw(stage.port, requestText(good, { method: 'GET', headers: { Origin: null } }));
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(page.body).toContain(`content="${nonce}"`);
    expect(page.body).not.toContain('__CSP_NONCE__');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});
