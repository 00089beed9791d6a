import { describe, expect, it } from 'vitest';
import { chooseFigure } from '#core/figures/choice.ts';
import type { Study } from '#core/metrics/study.ts';
import type { DealStatus } from '#core/model/deal.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import type { Reading, SignalDefinition } from '#core/signals/definition.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { previewThresholds } from '#core/signals/preview.ts';
import { findMeasure, signalMeasures } from '#core/signals/registry.ts';
import { runSignals } from '#core/signals/run.ts';
import type { ThresholdSet } from '#core/signals/thresholds.ts';
import { caseView, openai } from '../case-view.ts';
import { dealRow, entityRow, type FigureSpec, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const BN = 1e9;
const source = sourceRow('src', 'C');
const buyer = entityRow('ent_buyer', 'Buyer', { sector: 'AI' });
const seller = entityRow('ent_seller', 'Seller');

function set(id: string, spec: Partial<ThresholdSet> = {}): ThresholdSet {
  return {
    id,
    key: 'commitment-to-revenue',
    scope: 'ledger',
    entityId: null,
    sector: null,
    watch: 1,
    warn: 3,
    critical: 120,
    reason: `Reason of ${id}`,
    ...spec,
  };
}

function headline(
  flags: readonly Flag[],
  signal = 'commitment-to-revenue',
  measure: string | null = null,
): Flag {
  const flag = flags.find(
    (one) => one.signal === signal && one.measure === measure && one.scope.kind === 'total',
  );
  if (flag === undefined) throw new Error('No such flag.');
  return flag;
}

describe('thresholds in force', () => {
  const inForce = (sets: readonly ThresholdSet[]) =>
    headline(evaluateSignals(caseView, [openai.id], sets)).thresholds;
  const ledger = set('thr_l');
  const sector = set('thr_s', { scope: 'sector', sector: 'AI' });
  const entity = set('thr_e', { scope: 'entity', entityId: openai.id });

  it.each([
    ['none', [], 'default', null],
    ['of the ledger', [ledger], 'ledger', 'thr_l'],
    ['of the sector before the ledger', [ledger, sector], 'sector', 'thr_s'],
    ['of the entity before all', [ledger, entity, sector], 'entity', 'thr_e'],
    ['of another sector', [set('thr', { scope: 'sector', sector: 'Steel' })], 'default', null],
    ['of another entity', [set('thr', { scope: 'entity', entityId: 'ent_oracle' })], 'default', null],
    ['of another signal', [set('thr', { key: 'loss-to-revenue' })], 'default', null],
  ] as const)('%s', (_, sets, origin, setId) => {
    expect(inForce(sets)).toMatchObject({ origin, setId });
  });

  it('turn the flag and carry their reason', () => {
    const flag = headline(evaluateSignals(caseView, [openai.id], [ledger]));
    expect([flag.severity, flag.thresholds.critical, flag.thresholds.reason]).toEqual([
      'warn',
      120,
      'Reason of thr_l',
    ]);
  });

  it('of one measure leave the others alone', () => {
    const flags = evaluateSignals(
      caseView,
      [openai.id],
      [set('thr', { key: 'supplier-concentration/hhi', watch: 4_000, warn: 5_000, critical: 6_000 })],
    );
    expect(headline(flags, 'supplier-concentration', 'hhi').severity).toBe('watch');
    expect(headline(flags, 'supplier-concentration', 'top-3').severity).toBe('critical');
  });

  it('have a key that is known', () => {
    expect(findMeasure('supplier-concentration/hhi')?.defaults.critical).toBe(2_500);
    expect(findMeasure('supplier-concentration')).toBeNull();
    expect(new Set(signalMeasures.map(({ key }) => key)).size).toBe(signalMeasures.length);
  });
});

describe('a preview', () => {
  const place = { key: 'commitment-to-revenue', scope: 'ledger', entityId: null, sector: null } as const;
  const preview = (sets: readonly ThresholdSet[], critical: number) =>
    previewThresholds({
      view: caseView,
      subjectIds: [openai.id],
      sets,
      proposed: [{ ...place, watch: 1, warn: 3, critical }],
    });

  it('lists what would move, and counts what stays', () => {
    const { moved, unchanged } = preview([], 120);
    expect(moved).toEqual([
      {
        subject: 'OpenAI',
        scope: 'total',
        name: 'Purchase commitments to revenue',
        value: 1_400 / 13,
        before: 'critical',
        after: 'warn',
      },
      {
        subject: 'OpenAI',
        scope: 'OpenAI buys cloud compute from Microsoft',
        name: 'Purchase commitments to revenue',
        value: 250 / 13,
        before: 'critical',
        after: 'warn',
      },
      {
        subject: 'OpenAI',
        scope: 'OpenAI buys cloud compute from Oracle',
        name: 'Purchase commitments to revenue',
        value: 300 / 13,
        before: 'critical',
        after: 'warn',
      },
    ]);
    expect(unchanged).toBe(2);
  });

  it('replaces the set in the same place', () => {
    expect(preview([set('thr', { critical: 120 })], 120)).toEqual({ moved: [], unchanged: 5 });
    expect(preview([set('thr', { critical: 120 })], 6).moved.map(({ after }) => after)).toEqual([
      'critical',
      'critical',
      'critical',
    ]);
  });
});

describe('what is not binding', () => {
  function flagsWith(
    deals: readonly (readonly [DealStatus, number])[],
    revenue: Partial<FigureSpec> = {},
  ): readonly Flag[] {
    const rows = deals.map(([status, amount], at) =>
      dealRow({
        id: `dea_${at}`,
        name: `Deal ${at}`,
        kind: 'supply',
        status,
        source,
        parties: [
          ['payer', buyer],
          ['payee', seller],
        ],
        amounts: [{ id: `fig_${at}`, source, amount: amount * BN }],
      }),
    );
    const figures = [
      figureRow({
        id: 'fig_revenue',
        about: buyer.id,
        metric: 'revenue',
        source,
        amount: 10 * BN,
        basis: 'fiscal-year',
        ...revenue,
      }),
    ];
    return evaluateSignals(viewOf({ entities: [buyer, seller], deals: rows, figures }), [buyer.id], []);
  }

  it.each([
    ['letters of intent alone are held at warn', [['letter-of-intent', 100]], 'warn', true],
    ['milder ones are not touched', [['letter-of-intent', 15]], 'watch', false],
    [
      'binding deals need no letter',
      [
        ['signed', 70],
        ['letter-of-intent', 10],
      ],
      'critical',
      false,
    ],
    [
      'a letter cannot lift a watch past warn',
      [
        ['signed', 15],
        ['letter-of-intent', 100],
      ],
      'warn',
      true,
    ],
    [
      'talks weigh nothing',
      [
        ['signed', 15],
        ['in-talks', 100],
      ],
      'watch',
      false,
    ],
  ] as const)('%s', (_, deals, severity, isCapped) => {
    const flag = headline(flagsWith(deals));
    expect([flag.severity, flag.tags.includes('capped')]).toEqual([severity, isCapped]);
    expect(flag.note.includes('uncapped it is critical')).toBe(isCapped);
  });

  it('a deal that is a letter of intent is capped on its own', () => {
    const flag = flagsWith([['letter-of-intent', 100]]).find(({ scope }) => scope.kind === 'deal');
    expect([flag?.severity, flag?.bandHi]).toEqual(['warn', 'critical']);
  });

  it('concentration on letters of intent is capped as well', () => {
    expect(headline(flagsWith([['letter-of-intent', 100]]), 'supplier-concentration', 'hhi').severity).toBe(
      'warn',
    );
    expect(headline(flagsWith([['signed', 100]]), 'supplier-concentration', 'hhi').severity).toBe('critical');
  });

  it('a rumoured revenue is no ground for critical', () => {
    const flag = headline(flagsWith([['signed', 100]], { status: 'rumoured' }));
    expect([flag.severity, flag.tags.includes('basis-mismatch')]).toEqual(['warn', true]);
  });
});

describe('what is missing', () => {
  const empty = viewOf({ entities: [buyer] });

  it('is named, and never clear', () => {
    const flags = evaluateSignals(empty, [buyer.id], []);
    expect(new Set(flags.map(({ severity }) => severity))).toEqual(
      new Set(['insufficient-data', 'not-applicable']),
    );
    expect(flags.every(({ value, certainty }) => value === null && certainty === null)).toBe(true);
    expect(
      flags.filter(({ state, missing }) => state === 'insufficient-data' && missing.length === 0),
    ).toEqual([]);
    expect(headline(flags).missing).toEqual([
      'annual revenue',
      'stated total of commitments, or a deal with a disclosed amount',
    ]);
  });

  it('includes what is on file but undisclosed', () => {
    const silent = figureRow({
      id: 'fig_silent',
      about: buyer.id,
      metric: 'revenue',
      source,
      basis: 'fiscal-year',
    });
    const flag = headline(evaluateSignals(viewOf({ entities: [buyer], figures: [silent] }), [buyer.id], []));
    expect(flag.severity).toBe('insufficient-data');
    expect(flag.inputs).toMatchObject([
      { id: 'fig_silent', value: null, isUsed: false, note: 'No amount is disclosed: unknown, not zero.' },
    ]);
  });

  it('is a division without meaning', () => {
    const figures = [
      figureRow({ id: 'fig_r', about: buyer.id, metric: 'revenue', source, amount: 0, basis: 'fiscal-year' }),
      figureRow({ id: 'fig_t', about: buyer.id, metric: 'total-commitments', source, amount: 5 }),
    ];
    const flag = headline(evaluateSignals(viewOf({ entities: [buyer], figures }), [buyer.id], []));
    expect([flag.severity, flag.state, flag.note]).toEqual([
      'not-computable',
      'not-computable',
      'Not computable: denominator is zero. The total is as stated by its one source.',
    ]);
  });

  it('refuses a subject that is not there', () => {
    expect(() => evaluateSignals(empty, ['ent_nobody'], [])).toThrow(RangeError);
  });
});

describe('named deals with unknown ones beside them', () => {
  it('are a floor when no total is stated', () => {
    const figures = caseView.figures.filter(({ metric }) => metric !== 'total-commitments');
    const flags = evaluateSignals({ ...caseView, figures }, [openai.id], []);
    expect(headline(flags).value).toEqual({ lo: 610.4 / 13, point: 610.4 / 13, hi: null });
    expect(headline(flags).tags).toContain('undisclosed-amounts');
    expect(headline(flags, 'ntm-commitment-burden').value?.hi).toBeNull();
    expect(headline(flags, 'supplier-concentration', 'hhi').value).toMatchObject({ lo: 0, hi: 10_000 });
    expect(headline(flags, 'commitment-reconciliation')).toMatchObject({
      severity: 'insufficient-data',
      missing: ['stated total of commitments in USD'],
    });
  });
});

describe('a loss without revenue of its quarter', () => {
  it('is set against a quarter of the annual revenue, and says so', () => {
    const figures = caseView.figures.filter(({ id }) => id !== 'fig_revenue_quarter');
    const flag = headline(evaluateSignals({ ...caseView, figures }, [openai.id], []), 'loss-to-revenue');
    expect(flag.value?.point).toBe(12 / 3.25);
    expect(flag.tags).toEqual(['derived']);
    expect(flag.workings).toMatch(/^USD 13bn \/ 4 = USD 3.25bn; USD 12bn \/ USD 3.25bn = 3.692x/);
  });

  it('is not set against a forecast', () => {
    const figures = caseView.figures.filter(
      ({ id }) => !['fig_revenue_quarter', 'fig_revenue_000'].includes(id),
    );
    const flag = headline(evaluateSignals({ ...caseView, figures }, [openai.id], []), 'loss-to-revenue');
    expect(flag).toMatchObject({
      severity: 'insufficient-data',
      missing: ['revenue of the period of the loss, or of a year'],
    });
  });
});

describe('what a schedule says is paid', () => {
  const paid = {
    id: 'sch',
    dealId: 'dea',
    startOn: '2025-01-01',
    endOn: null,
    unit: 'USD',
    amount: 100e11,
    sourceId: null,
    passageId: null,
    note: null,
  } as const;
  const rest = { ...paid, id: 'sch_2', startOn: '2026-01-01', amount: 300e11 };
  const deals = [
    dealRow({
      id: 'dea',
      name: 'Deal',
      kind: 'supply',
      status: 'active',
      source,
      parties: [
        ['payer', buyer],
        ['payee', seller],
      ],
      amounts: [{ id: 'fig', source, amount: 400 * BN }],
      schedule: [paid, rest],
    }),
  ];
  const figures = [
    figureRow({
      id: 'fig_r',
      about: buyer.id,
      metric: 'revenue',
      source,
      amount: 100 * BN,
      basis: 'fiscal-year',
    }),
    figureRow({ id: 'fig_t', about: buyer.id, metric: 'total-commitments', source, amount: 800 * BN }),
  ];
  const flags = evaluateSignals(viewOf({ entities: [buyer, seller], deals, figures }), [buyer.id], []);
  const ofDeal = (signal: string) =>
    flags.find((flag) => flag.signal === signal && flag.scope.kind === 'deal');

  it('is no longer a commitment', () => {
    expect(ofDeal('commitment-to-revenue')).toMatchObject({ value: { point: 3 }, tags: [] });
    expect(ofDeal('ntm-commitment-burden')).toMatchObject({ value: { lo: 3, point: 3, hi: 3 }, tags: [] });
  });

  it('leaves the share of a supplier like with like', () => {
    expect(headline(flags, 'supplier-concentration', 'top-1').value).toEqual({
      lo: (300 / 700) * 100,
      point: 100,
      hi: 100,
    });
  });

  it('is itemised all the same', () => {
    expect(headline(flags, 'commitment-reconciliation').value?.point).toBe(0.5);
  });
});

describe('more named than stated', () => {
  const against = (total: number, spec: Partial<FigureSpec> = {}) => {
    const figures = caseView.figures.filter(({ metric }) => metric !== 'total-commitments');
    const stated = figureRow({
      id: 'fig_total',
      about: openai.id,
      metric: 'total-commitments',
      source,
      amount: total * BN,
      ...spec,
    });
    return headline(
      evaluateSignals({ ...caseView, figures: [...figures, stated] }, [openai.id], []),
      'commitment-reconciliation',
    );
  };

  it('is critical at once', () => {
    const flag = against(600);
    expect([flag.severity, flag.certainty]).toEqual(['critical', 'certain']);
    expect(flag.note).toContain('The named deals come to USD 10.4bn more than the stated total');
  });

  it('is only possible where the total is about right', () => {
    expect(against(600, { qualifier: 'approx' })).toMatchObject({
      severity: 'critical',
      certainty: 'possible',
      bandLo: 'clear',
    });
    expect(against(620, { qualifier: 'approx' })).toMatchObject({
      severity: 'clear',
      certainty: 'possible',
      bandHi: 'critical',
    });
  });

  it('is not seen in the last bit of a sum', () => {
    expect(against(610.4)).toMatchObject({
      severity: 'clear',
      certainty: 'certain',
      value: { lo: 0, point: 0, hi: 0 },
    });
  });
});

describe('the runner', () => {
  const reading = (scope: Reading['scope'], measured: number): Reading => ({
    measure: null,
    scope,
    outcome: { state: 'ok', measured: { lo: measured, point: measured, hi: measured } },
    workings: '',
    inputs: () => [],
    others: [],
    tags: [],
    notes: [],
    nonBinding: null,
  });
  const total: Reading['scope'] = { kind: 'total' };
  const deal = (id: string, name: string): Reading['scope'] => ({ kind: 'deal', id, name });
  const signal = (evaluate: SignalDefinition['evaluate']): SignalDefinition => ({
    id: 'made-up',
    name: 'Made up',
    question: '',
    pillar: 'funding',
    family: 'none',
    formula: '',
    method: '',
    falsePositives: [],
    measures: [
      {
        id: null,
        name: 'Made up',
        unit: 'x',
        isLowerWorse: false,
        defaults: { watch: 1, warn: 2, critical: 3 },
        why: '',
      },
    ],
    evaluate,
  });
  const run = (view: LedgerView, evaluate: SignalDefinition['evaluate']) =>
    runSignals({ view, subjectIds: [buyer.id], sets: [], signals: [signal(evaluate)] });
  const view = viewOf({ entities: [buyer] });

  it('puts the whole before the deals, deals by name and id', () => {
    const flags = run(view, () => [
      reading(deal('b', 'Same'), 1),
      reading(deal('a', 'Same'), 1),
      reading(total, 1),
      reading(deal('z', 'Aaa'), 1),
    ]);
    expect(flags.map(({ scope }) => (scope.kind === 'total' ? 'total' : scope.id))).toEqual([
      'total',
      'z',
      'a',
      'b',
    ]);
  });

  it('says where another policy would give another severity', () => {
    const versions = [
      figureRow({
        id: 'fig_best',
        about: buyer.id,
        metric: 'cash',
        unit: 'count',
        source: sourceRow('src_a', 'A'),
        amount: 0,
      }),
      figureRow({
        id: 'fig_last',
        about: buyer.id,
        metric: 'cash',
        unit: 'count',
        source: sourceRow('src_b', 'B', '2025-01-01'),
        amount: 5,
      }),
    ];
    const chosen = ({ policy }: Study) =>
      policy.id === 'range-hull' ? 0 : (chooseFigure(versions, policy)?.amount?.lo ?? -1);
    const [flag] = run(view, (study) => [reading(total, chosen(study))]);
    expect(flag?.severity).toBe('clear');
    expect(flag?.tags).toEqual(['policy-sensitive']);
    expect(flag?.alternatives.map(({ label, severity }) => [label, severity])).toEqual([
      ['Policy: Latest figure', 'critical'],
      ['Policy: Range of all but the weakest sources', 'clear'],
    ]);
  });
});
