import { describe, expect, it } from 'vitest';
import { newDesk } from './run-cli.ts';

interface Told {
  readonly verdict: string;
  readonly name: string;
  readonly settledBy: string;
  readonly versions: readonly { readonly stated: string; readonly difference: string | null }[];
}

describe('figures by command', () => {
  it('lists what is stated more than once, contradictions first, in words and as a document', () => {
    const { run } = newDesk();
    const { exit, out } = run('figures', 'case.plumb');
    expect(exit).toBe(0);
    expect(out).toMatch(/contradict {2}OpenAI: revenue, fiscal year\n.*USD 5bn to 10bn against USD 13bn/);
    expect(out).toContain('Settled by the audited income statement');
    expect(out).toContain('(not compared: another basis)');
    const { json } = run('figures', 'case.plumb', '--subject', 'OpenAI', '--json');
    const matters = json.subjects[0].matters as readonly Told[];
    const verdicts = matters.map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === 'contradict').length).toBe(7);
    expect(verdicts.lastIndexOf('contradict')).toBe(6);
    expect(matters.every(({ settledBy }) => settledBy.endsWith('.'))).toBe(true);
  });

  it('knows nothing of a time before the ledger, and no entity that is not in it', () => {
    const { run } = newDesk();
    const { exit, json, err } = run('figures', 'case.plumb', '--known-at', '2001-01-01', '--json');
    expect([exit, json.subjects]).toEqual([0, []]);
    expect(err).toContain('No entity is under review');
    expect(run('figures', 'case.plumb', '--subject', 'Nobody').exit).toBe(2);
  });
});
