import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './run-cli.ts';
import { newDesk } from './run-cli.ts';

/** What an analyst must be able to read off the sample case, through the command line (facts and METHODS §1). */
interface JsonFlag {
  readonly signal: string;
  readonly measure: string | null;
  readonly scope: string;
  readonly severity: string;
  readonly value: { lo: number; point: number; hi: number };
  readonly certainty: string;
  readonly note: string;
  readonly workings: string;
  readonly inputs: {
    id: string;
    figure?: string;
    deal?: string;
    name: string;
    source: string;
    quote: string | null;
    isUsed: boolean;
  }[];
  readonly alternatives: {
    label: string;
    value: { lo: number; point: number; hi: number | null } | null;
    severity: string;
  }[];
}

let flags: JsonFlag[] = [];

function flag(signal: string, scope: string | RegExp = 'total', measure: string | null = null): JsonFlag {
  const found = flags.find(
    (one) =>
      one.signal === signal &&
      one.measure === measure &&
      (typeof scope === 'string' ? one.scope === scope : scope.test(one.scope)),
  );
  if (found === undefined) throw new Error(`no flag ${signal}`);
  return found;
}

describe('plumbline signals case.plumb --json', () => {
  beforeAll(() => {
    const { json, exit } = newDesk().run('signals', 'case.plumb', '--json');
    expect(exit).toBe(0);
    expect(json.subjects.map(({ subject }: { subject: string }) => subject)).toEqual(['OpenAI']);
    flags = json.subjects[0].flags;
  });

  it('says commitments to revenue is 107.69, critical, and 47.5 to 280 over all sources as stated', () => {
    const total = flag('commitment-to-revenue');
    expect(total.value.point).toBeCloseTo(1400 / 13, 9);
    expect([total.severity, total.certainty]).toEqual(['critical', 'certain']);
    const all = total.alternatives.find(({ label }) => /all sources/i.test(label));
    expect([all?.value?.lo, all?.value?.hi]).toEqual([47.5, 280]);
  });

  it('says the AWS deal alone is 2.92, watch', () => {
    const aws = flag('commitment-to-revenue', /AWS/);
    expect([aws.value.point, aws.severity]).toEqual([expect.closeTo(38 / 13, 9), 'watch']);
  });

  it('says the next 12 months carry 15.4 to 21.5, and the AWS deal 0.418', () => {
    const total = flag('ntm-commitment-burden');
    expect([total.value.lo, total.value.hi, total.severity, total.certainty]).toEqual([
      expect.closeTo(200 / 13, 9),
      expect.closeTo(280 / 13, 9),
      'critical',
      'certain',
    ]);
    const aws = flag('ntm-commitment-burden', /AWS/);
    expect([aws.value.point, aws.severity]).toEqual([expect.closeTo(38 / 7 / 13, 9), 'watch']);
  });

  it('says loss to revenue is 3.69, critical', () => {
    expect([flag('loss-to-revenue').value.point, flag('loss-to-revenue').severity]).toEqual([
      expect.closeTo(12 / 3.25, 9),
      'critical',
    ]);
  });

  it('says HHI is 4,145.2 on the named deals, 788 to 6,386 with the rest, coverage 43.6 %', () => {
    const hhi = flag('supplier-concentration', 'total', 'hhi');
    expect(hhi.value).toEqual({
      lo: expect.closeTo(787.988571429, 6),
      point: expect.closeTo(4145.21384684, 6),
      hi: expect.closeTo(6386.09142857, 6),
    });
    expect([hhi.severity, hhi.certainty]).toEqual(['critical', 'possible']);
    expect(hhi.note).toContain('43.6 %');
  });

  it('says 56.4 % of the stated total, USD 789.6bn, is not itemised', () => {
    const residual = flag('commitment-reconciliation');
    expect([residual.value.point, residual.severity]).toEqual([expect.closeTo(0.564, 12), 'critical']);
    expect(residual.workings).toContain('USD 789.6bn');
  });

  it('gives every input that was used an id, a source and the words that carry it', () => {
    const inputs = flags.flatMap((one) => one.inputs.filter(({ isUsed }) => isUsed));
    expect(inputs.length).toBeGreaterThan(20);
    for (const input of inputs) {
      expect(input.id).toMatch(/^(fig|dea|quo|rea|key)_[0-9a-v]{26}$/);
      expect(input.source).not.toBe('');
      expect(input.quote, `${input.name} of ${input.source}`).toEqual(expect.any(String));
    }
  });
});

describe('the sample ledger', () => {
  it('can be read by a stranger with sqlite3', () => {
    const desk: Desk = newDesk();
    const { stdout, error } = spawnSync(
      'sqlite3',
      [
        '-csv',
        desk.ledger,
        'select deal, payer, payee, amount, currency, status from v_deals order by amount desc limit 20',
      ],
      { encoding: 'utf8' },
    );
    if (error !== undefined) return expect((error as NodeJS.ErrnoException).code).toBe('ENOENT');
    expect(stdout).toMatch(/OpenAI,"?(AWS|Amazon Web Services)"?,38000000000\.0,USD,signed/);
  });

  it('exports the same CSV twice, byte for byte', () => {
    const { run, folder } = newDesk();
    for (const table of ['deals', 'figures', 'signals']) {
      expect(run('export', 'case.plumb', 'a.csv', '--table', table).exit).toBe(0);
      expect(run('export', 'case.plumb', 'b.csv', '--table', table).exit).toBe(0);
      const [a, b] = ['a.csv', 'b.csv'].map((name) => readFileSync(join(folder, name)));
      expect(a?.length).toBeGreaterThan(500);
      expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('is the same ledger whoever makes it: ids come from what the entries say', () => {
    const subjects = () => newDesk().run('signals', 'case.plumb', '--json').json.subjects;
    expect(subjects()).toEqual(subjects());
  });
});

/** METHODS §2.6: what was known before and after document 002 was recorded. */
describe('plumbline signals --all', () => {
  interface Subject {
    readonly subject: string;
    readonly flags: readonly JsonFlag[];
  }

  it('writes every company by name, each as it is by itself but for the inputs', () => {
    const desk = newDesk();
    const { json, exit } = desk.run('signals', 'case.plumb', '--all', '--json');
    expect(exit).toBe(0);
    const subjects = json.subjects as readonly Subject[];
    const names = subjects.map(({ subject }) => subject);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
    expect(names.length).toBeGreaterThan(20);
    for (const name of ['Amazon', 'Microsoft', 'OpenAI']) {
      const alone = desk.run('signals', 'case.plumb', '--subject', name, '--json').json
        .subjects[0] as Subject;
      const short = { ...alone, flags: alone.flags.map(({ inputs: _, ...rest }) => rest) };
      expect(subjects.find(({ subject }) => subject === name)).toEqual(short);
    }
  });

  it('takes no subject', () => {
    expect(newDesk().run('signals', 'case.plumb', '--all', '--subject', 'OpenAI').exit).toBe(2);
  });
});

describe('plumbline signals --known-at', () => {
  let desk: Desk;
  let before = '';
  let after = '';

  beforeEach(() => {
    desk = newDesk();
    const { items } = desk.run('history', 'case.plumb', '--json').json as {
      items: { summary: string; at: string }[];
    };
    const at = items.findIndex(({ summary }) => summary.startsWith('Sample case: document 002'));
    after = items[at]?.at ?? '';
    before = new Date(Date.parse(after) - 1).toISOString();
  });

  const flagsAt = (knownAt: string): JsonFlag[] => {
    const { json, exit } = desk.run('signals', 'case.plumb', '--known-at', knownAt, '--json');
    expect([exit, json.knownAt]).toEqual([0, knownAt]);
    return json.subjects[0].flags;
  };
  const loops = (told: readonly JsonFlag[]) =>
    told
      .filter(({ signal }) => signal === 'circular-financing')
      .map(({ scope, severity }) => [scope, severity]);
  const unfundedAws = (told: readonly JsonFlag[]) =>
    told.find(({ signal, scope }) => signal === 'unfunded-commitments' && /AWS/.test(scope))?.value;

  it('has no loop of Amazon and OpenAI before, and the AWS deal wholly unfunded', () => {
    const told = flagsAt(before);
    expect(loops(told).filter(([scope]) => /Amazon/.test(scope ?? ''))).toEqual([]);
    expect(unfundedAws(told)).toMatchObject({ lo: 1, hi: 1 });
  });

  it('has one after, capped at warn, and 0.737 to 1 unfunded', () => {
    const told = flagsAt(after);
    expect(loops(told).filter(([scope]) => /Amazon/.test(scope ?? ''))).toEqual([
      ['Amazon – OpenAI', 'warn'],
    ]);
    expect(unfundedAws(told)).toMatchObject({ lo: expect.closeTo(28 / 38, 9), hi: 1 });
  });

  it('says at the end what it says without a moment', () => {
    const now = desk.run('signals', 'case.plumb', '--json').json;
    const { asOf, subjects } = desk.run('signals', 'case.plumb', '--known-at', '2999-12-31', '--json').json;
    expect({ asOf, subjects }).toEqual({ asOf: now.asOf, subjects: now.subjects });
  });

  it('exports and lists thresholds at a moment, and sets them only now', () => {
    const moment = ['--known-at', before, '--as-of', '2025-12-31'];
    const { exit, json } = desk.run('export', 'case.plumb', 'then.json', ...moment, '--json');
    expect([exit, json.knownAt, json.asOf]).toEqual([0, before, '2025-12-31']);
    const then = JSON.parse(readFileSync(join(desk.folder, 'then.json'), 'utf8'));
    const names = then.tables.deals.rows.map(({ deal }: { deal: string }) => deal);
    expect(then.knownAt).toBe(before);
    expect(names).toContain('OpenAI buys cloud compute from AWS');
    expect(names).not.toContain('Amazon may invest in OpenAI');
    expect(JSON.stringify(then.tables.history)).not.toContain('document 002');
    expect(desk.run('thresholds', 'case.plumb', ...moment, '--json').exit).toBe(0);
    const set = ['commitment-to-revenue', '--warn', '4', '--reason', 'the house view'];
    expect(desk.run('thresholds', 'case.plumb', ...set, ...moment).exit).toBe(2);
  });
});
