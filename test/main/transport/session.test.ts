import { expect, test } from 'vitest';
import { createSessions } from '#main/transport/session.ts';

test('the first ten failures are answered at once, later ones a second late each', async () => {
  const waits: number[] = [];
  const sessions = createSessions({ port: 1, clock: () => 0, sleep: async (ms) => waits.push(ms) });
  for (let attempt = 0; attempt < 12; attempt += 1) await sessions.punish();
  expect(waits).toEqual([1_000, 1_000]);
});

test('tokens, cookie and keys are 32 random bytes each, and none is another', () => {
  const sessions = createSessions({ port: 7, clock: () => 0 });
  const first = sessions.mintToken();
  const second = sessions.mintToken();
  const session = sessions.exchange(first);
  const cookie = /^plumbline_7=([^;]*)/.exec(session?.cookie ?? '')?.[1] ?? '';
  const secrets = [first, second, cookie, session?.key ?? ''];
  expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32, 32, 32, 32]);
  expect(new Set(secrets).size).toBe(4);
});

test('the launch file is told when its token is used', () => {
  const sessions = createSessions({ port: 7, clock: () => 0 });
  let used = 0;
  const token = sessions.mintToken(() => {
    used += 1;
  });
  sessions.exchange('nothing');
  expect(used).toBe(0);
  sessions.exchange(token);
  sessions.exchange(token);
  expect(used).toBe(1);
});
