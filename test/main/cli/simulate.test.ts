import { describe, expect, it } from 'vitest';
import { newDesk } from './run-cli.ts';

describe('plumbline simulate', () => {
  it('draws a signal of the one under review, the same for the same seed', () => {
    const { run } = newDesk();
    const order = [
      'simulate',
      'case.plumb',
      '--signal',
      'ntm-commitment-burden',
      '--trials',
      '5,000',
      '--json',
    ];
    const { json, exit } = run(...order);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ subject: 'OpenAI', trials: 5_000, seed: 20_251_103, scope: null });
    expect(run(...order).json).toEqual(json);
    expect(run(...order, '--seed', '7').json.p50).not.toBe(json.p50);
  });

  it('names a deal, a measure and the end of an open figure', () => {
    const { run } = newDesk();
    const value = ['simulate', 'case.plumb', '--signal', 'valuation-multiple', '--measure', 'present'];
    expect(run(...value, '--json')).toMatchObject({
      exit: 3,
      json: { error: { code: 'SIMULATION_OPEN_ENDED' } },
    });
    const capped = run(...value, '--cap', 'value=750bn', '--json');
    expect(capped.json.inputs[0]).toMatchObject({ role: 'value', isCapped: true });
    const named = run(...value, '--cap', `${capped.json.inputs[0].id}=750bn`, '--json');
    expect(named.json).toEqual(capped.json);
    const deal = run(
      'simulate',
      'case.plumb',
      '--signal',
      'commitment-to-revenue',
      '--deal',
      'openai buys cloud compute from aws',
      '--json',
    );
    expect([deal.exit, deal.json.scope ?? deal.json.error]).toEqual([0, expect.stringMatching(/AWS/)]);
  });

  it('refuses what it cannot draw, with the next step', () => {
    const { run } = newDesk();
    const code = (...args: string[]) => run('simulate', 'case.plumb', ...args, '--json').json.error.code;
    expect(code()).toBe('USAGE');
    expect(code('--signal', 'nonsense')).toBe('SIGNAL_UNKNOWN');
    expect(code('--signal', 'stance-dispersion')).toBe('SIMULATION_NO_FORMULA');
    expect(code('--signal', 'commitment-to-revenue', '--deal', 'none')).toBe('USAGE');
    expect(code('--signal', 'commitment-to-revenue', '--subject', 'nobody')).toBe('SUBJECT_UNKNOWN');
    expect(code('--signal', 'ntm-commitment-burden', '--trials', '12')).toBe('REQUEST_INVALID');
    expect(code('--signal', 'ntm-commitment-burden', '--cap', 'tenor')).toBe('USAGE');
    expect(code('--signal', 'ntm-commitment-burden', '--cap', 'tenor=9')).toBe('SIMULATION_CAP');
  });
});
