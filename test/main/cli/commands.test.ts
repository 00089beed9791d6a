import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '#shared/errors.ts';
import { newDesk, type Ran } from './run-cli.ts';

function totalSeverity(run: (...args: string[]) => Ran): string {
  const { json } = run('signals', 'case.plumb', '--json');
  return json.subjects[0].flags.find(
    (flag: { signal: string; scope: string }) =>
      flag.signal === 'commitment-to-revenue' && flag.scope === 'total',
  ).severity;
}

describe('reviews by command', () => {
  const SIGNAL = 'commitment-to-revenue';
  const NOTE = 'The company was asked for the payment schedule.';

  it('decides step by step, tells it with the signals and the grade, and takes it back by undo', () => {
    const { run } = newDesk();
    const decide = (...args: string[]) =>
      run('dispositions', 'case.plumb', 'decide', SIGNAL, ...args, '--json');
    expect(decide('--state', 'acknowledged', '--note', NOTE)).toMatchObject({
      exit: 0,
      json: { isSelfReviewed: true },
    });
    const mitigate = [
      '--state',
      'mitigated',
      '--note',
      NOTE,
      '--mitigant',
      'A guarantee',
      '--reviewer',
      'Ben',
    ];
    expect(decide(...mitigate)).toMatchObject({ exit: 3, json: { error: { code: 'DISPOSITION_REFUSED' } } });
    const signals = () => run('signals', 'case.plumb', '--json').json.subjects[0];
    const isTotal = ({ signal, scope }: { signal: string; scope: string }) =>
      signal === SIGNAL && scope === 'total';
    const source = signals().flags.find(isTotal).inputs[0].sourceId as string;
    expect(decide(...mitigate, '--evidence', source, '--expires', '2099-01-01').exit).toBe(0);
    const reviewed = signals();
    expect(reviewed).toMatchObject({ grade: 'E', gradeWithoutDispositions: 'E' });
    expect(reviewed.flags.find(isTotal).disposition).toMatchObject({
      state: 'mitigated',
      reopened: null,
      by: 'Ana Lyst',
      reviewer: 'Ben',
      until: '2099-01-01',
      mitigant: 'A guarantee',
      isSelfReviewed: false,
    });
    const late = run('dispositions', 'case.plumb', '--as-of', '2099-01-01', '--json').json.reviews;
    expect(late).toMatchObject([
      {
        signal: SIGNAL,
        scope: 'total',
        review: { state: 'open', reopened: { why: 'expired', from: 'mitigated' } },
        steps: [{ state: 'acknowledged' }, { state: 'mitigated', note: NOTE }],
      },
    ]);
    expect(run('signals', 'case.plumb').out).toContain('Review: mitigated until 2099-01-01; by Ana Lyst');
    expect(run('undo', 'case.plumb').exit).toBe(0);
    expect(run('dispositions', 'case.plumb').out).toMatch(/mitigated by Ana Lyst.*undone/);
  }, 120_000);

  it('names the flags where the words fit none or several', () => {
    const { run } = newDesk();
    const decide = (...args: string[]) =>
      run('dispositions', 'case.plumb', 'decide', ...args, '--state', 'acknowledged', '--note', NOTE);
    const unclear = decide('supplier-concentration');
    expect(unclear.exit).toBe(2);
    expect(unclear.err).toContain('--measure hhi');
    expect(decide('supplier-concentration', '--measure', 'hhi').exit).toBe(0);
    expect(decide(SIGNAL, '--scope', 'no such deal')).toMatchObject({ exit: 2 });
    expect(decide('no-such-signal').exit).toBe(2);
    expect(run('dispositions', 'case.plumb', 'decide', SIGNAL).exit).toBe(2);
    expect(run('dispositions', 'case.plumb', 'erase', SIGNAL).exit).toBe(2);
  }, 120_000);
});

describe('thresholds by command', () => {
  it('turns the flag to warn, says who and why in the history, and back by undo', () => {
    const { run } = newDesk();
    const preview = run(
      'thresholds',
      'case.plumb',
      'commitment-to-revenue',
      '--critical',
      '120',
      '--preview',
      '--json',
    );
    expect(preview.json.moved).toContainEqual(
      expect.objectContaining({ subject: 'OpenAI', scope: 'total', before: 'critical', after: 'warn' }),
    );
    expect(totalSeverity(run)).toBe('critical');
    expect(
      run(
        'thresholds',
        'case.plumb',
        'commitment-to-revenue',
        '--critical',
        '120',
        '--reason',
        'Growth is contracted',
      ).exit,
    ).toBe(0);
    expect(totalSeverity(run)).toBe('warn');
    const { json } = run('history', 'case.plumb', '--json');
    expect(json.items[0]).toMatchObject({
      author: 'Ana Lyst',
      reason: 'Growth is contracted',
      summary: expect.stringContaining('Purchase commitments to revenue'),
    });
    expect(run('undo', 'case.plumb').exit).toBe(0);
    expect(totalSeverity(run)).toBe('critical');
    expect(run('redo', 'case.plumb').exit).toBe(0);
    expect(totalSeverity(run)).toBe('warn');
    expect(run('verify', 'case.plumb').exit).toBe(0);
  });

  it('sets them for one company, and refuses an order that makes no sense', () => {
    const { run } = newDesk();
    expect(
      run(
        'thresholds',
        'case.plumb',
        'commitment-to-revenue',
        '--entity',
        'openai',
        '--critical',
        '500',
        '--warn',
        '200',
        '--watch',
        '150',
        '--reason',
        'Only for a test',
      ).exit,
    ).toBe(0);
    expect(totalSeverity(run)).toBe('clear');
    const refused = run(
      'thresholds',
      'case.plumb',
      'commitment-to-revenue',
      '--critical',
      '2',
      '--reason',
      'too low',
    );
    expect([refused.exit, refused.err]).toEqual([3, expect.stringContaining('THRESHOLDS_REFUSED')]);
    expect(run('thresholds', 'case.plumb', 'commitment-to-revenue', '--critical', '200').exit).toBe(2);
    expect(
      run('thresholds', 'case.plumb', 'no-such-signal', '--critical', '2', '--reason', 'x y z').exit,
    ).toBe(2);
  });
});

describe('signals', () => {
  it('exits with 1 at the severity asked for, and 2 for a name that is not there', () => {
    const { run } = newDesk();
    expect(run('signals', 'case.plumb', '--fail-on', 'critical').exit).toBe(1);
    expect(run('signals', 'case.plumb', '--subject', 'Nobody Inc').exit).toBe(2);
    expect(run('signals', 'case.plumb', '--as-of', 'yesterday').exit).toBe(2);
  });

  it('says what is missing for a company without figures, and never calls it clear', () => {
    const { run } = newDesk();
    const { json } = run('signals', 'case.plumb', '--subject', 'Amazon', '--json');
    const needsRevenue = [
      'commitment-to-revenue',
      'ntm-commitment-burden',
      'loss-to-revenue',
      'valuation-multiple',
    ];
    const severities = json.subjects[0].flags
      .filter((flag: { signal: string }) => needsRevenue.includes(flag.signal))
      .map((flag: { severity: string }) => flag.severity);
    expect(severities.length).toBeGreaterThanOrEqual(needsRevenue.length);
    expect(new Set(severities)).toEqual(new Set(['insufficient-data']));
  });

  it('knows nothing before anything was recorded', () => {
    const { run } = newDesk();
    expect(run('signals', 'case.plumb', '--known-at', '2020-01-01', '--json').json.subjects).toEqual([]);
  });
});

describe('what is refused gets its code and sentence, and stays as it was', () => {
  const cases: readonly (readonly [string, ErrorCode, (folder: string, ledger: string) => string])[] = [
    ['a missing file', 'LEDGER_MISSING', (folder) => join(folder, 'gone.plumb')],
    [
      'a text file',
      'LEDGER_NOT_PLUMBLINE',
      (folder) => put(folder, 'notes.plumb', Buffer.from('no ledger at all\n'.repeat(30))),
    ],
    [
      'a newer schema',
      'LEDGER_NEWER',
      (folder, ledger) =>
        put(
          folder,
          'newer.plumb',
          patched(ledger, (bytes) => bytes.writeUInt32BE(7777, 60)),
        ),
    ],
  ];

  it.each(cases)('%s', (_, code, make) => {
    const { run, folder, ledger } = newDesk();
    const path = make(folder, ledger);
    const before = bytesOf(path);
    for (const args of [
      ['signals', path],
      ['export', path, 'o.csv'],
      ['undo', path],
      ['serve', path, '--no-open'],
      ['verify', path],
    ]) {
      const { exit, err } = run(...args);
      expect([args[0], exit, err]).toEqual([
        args[0],
        3,
        expect.stringContaining(`${code}: ${ERRORS[code].message}`),
      ]);
    }
    expect(bytesOf(path)).toEqual(before);
  });

  it('a read-only folder', () => {
    const { run, folder, ledger } = newDesk();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    copyFileSync(ledger, join(closed, 'case.plumb'));
    const before = readFileSync(join(closed, 'case.plumb'));
    chmodSync(closed, 0o555);
    for (const args of [
      ['undo', 'closed/case.plumb'],
      ['serve', 'closed/case.plumb', '--no-open'],
      ['new', 'closed/new.plumb'],
    ]) {
      const { exit, err } = run(...args);
      expect([args[0], exit, err]).toEqual([
        args[0],
        3,
        expect.stringContaining('LEDGER_READONLY: This folder does not allow saving.'),
      ]);
    }
    expect(run('signals', 'closed/case.plumb').exit).toBe(0);
    expect(readFileSync(join(closed, 'case.plumb')).equals(before)).toBe(true);
    chmodSync(closed, 0o755);
  });

  it('a ledger open elsewhere', async () => {
    const { run, serve } = newDesk();
    const served = await serve();
    const { exit, err, json } = run('serve', 'case.plumb', '--no-open', '--json');
    expect([exit, err, json.error.code]).toEqual([
      3,
      expect.stringContaining('LEDGER_IN_USE: Open in another window.'),
      'LEDGER_IN_USE',
    ]);
    expect(run('undo', 'case.plumb').exit).toBe(3);
    expect(run('signals', 'case.plumb').exit).toBe(0);
    served.process.kill('SIGTERM');
  });

  it('words that are no command', () => {
    const { run } = newDesk({ sample: false });
    expect([run('exprot', 'x').exit, run('new').exit, run('export', 'case.plumb', 'out.pdf').exit]).toEqual([
      2, 2, 2,
    ]);
  });
});

function put(folder: string, name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function patched(path: string, patch: (bytes: Buffer) => void): Buffer {
  const bytes = readFileSync(path);
  patch(bytes);
  return bytes;
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

describe('what was shown as saved is there after a kill', () => {
  it('edits a deal, dies by SIGKILL, and shows the edit when opened again', async () => {
    const { run, serve, ledger, folder } = newDesk();
    const served = await serve();
    const page = (await served.call('entries/page', { table: 'deals', search: 'CoreWeave' })).body as {
      ok: { keys: string[]; rows: unknown[][] };
    };
    const at = (key: string) => page.ok.rows[0]?.[page.ok.keys.indexOf(key)];
    const written = await served.call('entries/write', {
      summary: 'Terms confirmed',
      changes: [
        { op: 'correct', id: at('id'), version: at('version'), fields: { terms: 'Confirmed by phone' } },
      ],
    });
    expect(written.status).toBe(200);
    const died = new Promise((resolve) => served.process.once('exit', resolve));
    served.process.kill('SIGKILL');
    await died;
    const again = await reopened(serve);
    const after = (await again.call('entries/page', { table: 'deals', search: 'Confirmed by phone' }))
      .body as { ok: { total: number } };
    expect(after.ok.total).toBe(1);
    const ended = new Promise((resolve) => again.process.once('exit', resolve));
    again.process.kill('SIGTERM');
    await ended;
    expect(run('verify', 'case.plumb')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('The chain is whole'),
    });
    const bytes = readFileSync(ledger);
    for (const place of [40, 5000, Math.floor(bytes.length / 2), bytes.length - 10]) {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(place) ^ 0x01, place);
      writeFileSync(join(folder, 'copy.plumb'), copy);
      expect([place, run('verify', 'copy.plumb').exit]).toEqual([place, 1]);
    }
  });
});

/** The ledger process of a killed host notices within moments; until then the lock holds. */
async function reopened(serve: () => ReturnType<ReturnType<typeof newDesk>['serve']>) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await serve();
    } catch (thrown) {
      if (attempt > 20) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
