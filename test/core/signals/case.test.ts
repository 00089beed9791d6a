import { describe, expect, it } from 'vitest';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import { type Flag, flagSchema } from '#core/signals/flag.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { caseView, openai } from '../case-view.ts';
import { isClose, vectorOf } from '../vectors.ts';

const flags = evaluateSignals(caseView, [openai.id], []);

function total(signal: string, measure: string | null = null): Flag {
  return found(
    flags.find((flag) => flag.signal === signal && flag.measure === measure && flag.scope.kind === 'total'),
  );
}

function ofDeal(signal: string, deal: string): Flag {
  return found(
    flags.find(({ signal: id, scope }) => id === signal && scope.kind === 'deal' && scope.id === deal),
  );
}

function found(flag: Flag | undefined): Flag {
  if (flag === undefined) throw new Error('No such flag.');
  return flag;
}

function alternative(flag: Flag, label: string) {
  return flag.alternatives.find((one) => one.label.startsWith(label));
}

const { expected } = vectorOf('TV37');
const acceptance = expected as readonly {
  signal: string;
  subject: string;
  value: number | number[];
  severity: string;
}[];
const accepted = (signal: string, subject: string) =>
  found(
    acceptance.find((row) => row.signal === signal && row.subject === subject) as never,
  ) as unknown as (typeof acceptance)[number];

describe('TV37: what the five articles must give', () => {
  it.each([
    ['commitment-to-revenue', 'OpenAI', total('commitment-to-revenue')],
    ['ntm-commitment-burden', 'AWS deal alone', ofDeal('ntm-commitment-burden', 'dea_aws')],
    ['loss-to-revenue', 'OpenAI quarter', total('loss-to-revenue')],
    ['supplier-concentration', 'OpenAI HHI, named only', total('supplier-concentration', 'hhi')],
    ['commitment-reconciliation', '1400 vs 610.4 named', total('commitment-reconciliation')],
  ])('%s, %s', (signal, subject, flag) => {
    const row = accepted(signal, subject);
    expect(isClose(flag.value?.point, row.value as number)).toBe(true);
    expect(flag.severity).toBe(row.severity);
  });

  it('ntm-commitment-burden, all commitments over 5 to 7 years', () => {
    const flag = total('ntm-commitment-burden');
    const row = accepted('ntm-commitment-burden', 'OpenAI, all $1.4T over 5-7y');
    const [lo = 0, hi = 0] = row.value as number[];
    expect(isClose(flag.value?.lo, lo) && isClose(flag.value?.hi, hi)).toBe(true);
    expect([flag.severity, flag.certainty]).toEqual([row.severity, 'certain']);
  });
});

describe('commitment-to-revenue', () => {
  const flag = total('commitment-to-revenue');

  it('shows its numbers, its choice and what it rests on', () => {
    expect(flag).toMatchObject({
      certainty: 'certain',
      unit: 'x',
      policy: 'most-reliable',
      workings: 'USD 1,400bn / USD 13bn = 107.7x',
      note: 'The total is one of 5 versions on file. Over all sources, as stated: 47.5x to 280x. Commitments USD 950bn to 1,400bn, revenue USD 5bn to 20bn. Open above: 2 sources say “over” or “at least”.',
      thresholds: { watch: 1, warn: 3, critical: 6, origin: 'default', setId: null },
    });
    expect(
      flag.inputs.filter(({ isUsed }) => isUsed).map(({ id, role, versions }) => [id, role, versions]),
    ).toEqual([
      ['fig_total_000', 'total commitments', 5],
      ['fig_revenue_000', 'annual revenue', 1],
    ]);
  });

  it('lists everything that it left out, with the reason', () => {
    const unused = flag.inputs.filter(({ isUsed }) => !isUsed);
    expect(unused.every(({ note }) => note !== null)).toBe(true);
    expect(unused.find(({ id }) => id === 'dea_stargate')?.note).toMatch(
      /^Counted through its parts on file/,
    );
    expect(unused.filter(({ value }) => value === null).map(({ id }) => id)).toEqual([
      'dea_amd',
      'dea_broadcom',
      'dea_google',
      'dea_nvidia',
      'dea_stargate',
    ]);
  });

  it('carries the words, source, grade, basis and status of each figure', () => {
    expect(flag.inputs.find(({ id }) => id === 'fig_revenue_001')).toEqual({
      kind: 'figure',
      id: 'fig_revenue_001',
      role: 'annual revenue',
      name: 'OpenAI: annual revenue',
      value: { lo: 20e9, point: 20e9, hi: 20e9 },
      unit: 'USD',
      sourceId: 'src_001',
      source: 'Source src_001',
      reliability: 'D',
      credibility: 3,
      basis: 'run-rate',
      status: 'projected',
      period: null,
      passageId: 'pas_fig_revenue_001',
      quote: 'Words of fig_revenue_001',
      versions: 1,
      isUsed: false,
      note: 'On another basis: see the alternatives.',
    });
  });

  it.each([
    ['Named deals only', 610.4 / 13, 610.4 / 13],
    ['On revenue of USD 20bn', 70, 70],
    ['On revenue of USD 5bn to 10bn', 140, 280],
    ['On revenue of USD 100bn', 14, 14],
    ['All sources, as stated', 47.5, 280],
  ])('%s', (label, lo, hi) => {
    const other = alternative(flag, label);
    expect(isClose(other?.value?.lo, lo) && isClose(other?.value?.hi, hi)).toBe(true);
    expect(other?.severity).toBe('critical');
  });

  it('says that the range over all sources is open above', () => {
    expect(alternative(flag, 'All sources')?.note).toBe(
      'Commitments USD 950bn to 1,400bn, revenue USD 5bn to 20bn. Open above: 2 sources say “over” or “at least”.',
    );
  });

  it('says what the other policies would give', () => {
    expect(
      flag.alternatives
        .filter(({ label }) => label.startsWith('Policy'))
        .map(({ label, value }) => [label, value?.lo]),
    ).toEqual([
      ['Policy: Latest figure', 1_400 / 13],
      ['Policy: Range of all but the weakest sources', 1_000 / 13],
    ]);
  });

  it('flags each named deal on its own', () => {
    const deals = flags.filter(
      ({ signal, scope }) => signal === 'commitment-to-revenue' && scope.kind === 'deal',
    );
    expect(
      deals.map(({ scope, severity, value }) => [scope.kind === 'deal' && scope.id, severity, value?.point]),
    ).toEqual([
      ['dea_aws', 'watch', 38 / 13],
      ['dea_coreweave', 'watch', 22.4e9 / 13e9],
      ['dea_microsoft', 'critical', 250 / 13],
      ['dea_oracle', 'critical', 300 / 13],
    ]);
  });
});

describe('ntm-commitment-burden', () => {
  const { expected: wanted } = vectorOf('TV02');

  it('on the named deals only', () => {
    const other = alternative(total('ntm-commitment-burden'), 'Named deals only');
    expect(
      isClose(other?.value?.lo, wanted.namedRatioLo) && isClose(other?.value?.hi, wanted.namedRatioHi),
    ).toBe(true);
  });

  it('of a deal without a tenor takes the general one, and says so', () => {
    const flag = ofDeal('ntm-commitment-burden', 'dea_oracle');
    expect(flag.tags).toContain('assumed-tenor');
    expect(flag.inputs.map(({ role, isUsed }) => [role, isUsed])).toEqual([
      ['commitment', true],
      ['tenor', true],
      ['annual revenue', true],
    ]);
    expect(ofDeal('ntm-commitment-burden', 'dea_aws').tags).not.toContain('assumed-tenor');
  });
});

describe('loss-to-revenue', () => {
  it('says what is spent for each unit of revenue', () => {
    expect(
      isClose(
        1 + (total('loss-to-revenue').value?.point ?? 0),
        vectorOf('TV05').expected.costPerDollarRevenue,
      ),
    ).toBe(true);
    expect(total('loss-to-revenue').workings).toBe(
      'USD 12bn / USD 3.25bn = 3.692x; USD 4.692 spent for each USD 1 of revenue',
    );
  });
});

describe('supplier-concentration', () => {
  const { expected: wanted } = vectorOf('TV08');

  it('bounds what is not named', () => {
    const hhi = total('supplier-concentration', 'hhi');
    expect(isClose(hhi.value?.lo, wanted.hhiLowerBound) && isClose(hhi.value?.hi, wanted.hhiUpperBound)).toBe(
      true,
    );
    expect([hhi.bandLo, hhi.bandHi, hhi.certainty]).toEqual([wanted.bandLower, wanted.bandUpper, 'possible']);
    expect(isClose(alternative(hhi, 'One unnamed')?.value?.point, wanted.hhiResidualOneUnnamed)).toBe(true);
    expect(hhi.note).toContain('43.6 % of the stated total');
  });

  it('the largest and the three largest, AWS counted as Amazon', () => {
    const [top1, top3] = [total('supplier-concentration', 'top-1'), total('supplier-concentration', 'top-3')];
    expect(isClose(top1.value?.point, wanted.top1Named) && isClose(top3.value?.point, wanted.top3Named)).toBe(
      true,
    );
    expect([top1.severity, top3.severity]).toEqual(['warn', 'critical']);
    expect(top3.workings).toBe('Oracle + Microsoft + Amazon: USD 588bn / USD 610.4bn = 96.33 %');
  });
});

describe('commitment-reconciliation', () => {
  it('gives what is not itemised in money', () => {
    const flag = total('commitment-reconciliation');
    expect(flag.workings).toContain('USD 1,400bn - USD 610.4bn = USD 789.6bn');
    expect(flag.note).toContain('USD 789.6bn of the stated total is not itemised (56.4 %).');
    expect(flag.tags).toEqual(expect.arrayContaining(['undisclosed-amounts', 'policy-sensitive']));
  });
});

it('every flag has the shape of the contract, in the order of the registry', () => {
  expect(flags.map((flag) => flagSchema.parse(flag))).toEqual(flags);
  expect([...new Set(flags.map(({ signal }) => signal))]).toEqual(signalRegistry.map(({ id }) => id));
  expect(
    flags.filter(({ signal }) => signal === 'supplier-concentration').map(({ measure }) => measure),
  ).toEqual(['hhi', 'top-1', 'top-3']);
});
