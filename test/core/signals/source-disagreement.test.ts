import { describe, expect, it } from 'vitest';
import { dateSpreadOf } from '#core/metrics/disagreement.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { bandOf } from '#core/signals/bands.ts';
import { runSignals } from '#core/signals/run.ts';
import { sourceDisagreement } from '#core/signals/source-disagreement.ts';
import { caseView, openai, sources } from '../case-view.ts';
import { keyDateRow } from '../event-rows.ts';
import { isClose, vectorOf } from '../vectors.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../view-rows.ts';

const flagsOf = (view: LedgerView, subject = openai.id) =>
  runSignals({ view, subjectIds: [subject], sets: [], signals: [sourceDisagreement] });
const named = (view: LedgerView, name: string, subject = openai.id) => {
  const flag = flagsOf(view, subject).find(({ scope }) => scope.kind !== 'total' && scope.name === name);
  if (flag === undefined) throw new Error(`No flag on ${name}.`);
  return flag;
};

describe('amounts', () => {
  it.each([
    ['OpenAI: total commitments', 0.4, 'critical'],
    ['Amazon invested in Anthropic', 2 / 3, 'critical'],
    ['OpenAI buys cloud compute from AWS', 0, 'clear'],
    ['OpenAI: net loss, quarter', 0, 'clear'],
  ])('%s', (name, spread, severity) => {
    const flag = named(caseView, name);
    expect(isClose(flag.value?.point, spread)).toBe(true);
    expect([flag.severity, flag.certainty, flag.state]).toEqual([severity, 'certain', 'ok']);
  });

  it('shows the numbers, every claim, and what is told apart', () => {
    const flag = named(caseView, 'OpenAI: total commitments');
    expect(flag.workings).toBe('|USD 1,400bn - USD 1,000bn| / USD 1,000bn = 0.4');
    expect(flag.inputs.map(({ id, isUsed }) => [id, isUsed])).toEqual(
      ['000', '001', '002', '003', '004'].map((key) => [`fig_total_${key}`, true]),
    );
    expect(flag.note).toContain('2 pairs of the 5 claims exclude each other');
    const deal = named(caseView, 'OpenAI buys cloud compute from AWS');
    expect(deal.inputs.find(({ id }) => id === 'fig_aws_003')).toMatchObject({
      isUsed: false,
      note: 'Not compared: another currency or unit.',
    });
    expect(deal.note).toContain('Told apart');
  });

  it('says when a source contradicts itself, and when books differ', () => {
    const company = entityRow('ent_x', 'X');
    const source = sourceRow('src', 'C');
    const loss = (id: string, amount: number, extra = {}) =>
      figureRow({ id, about: company.id, metric: 'net-loss', basis: 'quarter', source, amount, extra });
    const of = (...figures: ReturnType<typeof loss>[]) =>
      named(viewOf({ entities: [company], figures }), 'X: net loss, quarter', company.id);
    expect(of(loss('a', 10), loss('b', 20)).note).toContain('contradicts itself');
    expect(of(loss('a', 10), loss('b', 20)).note).not.toContain('Before hedges');
    const about = of(loss('a', 10, { lo: 900, hi: 1_100, qualifier: 'approx' }), loss('b', 10.4));
    expect(about.severity).toBe('clear');
    expect(about.note).toContain(
      'Before hedges and rounding are allowed for, points lie up to 3.922 % of the median apart.',
    );
    const books = of(loss('a', 10, { accounting: 'cash' }), loss('b', 20, { accounting: 'accrual' }));
    expect([books.value?.point, books.severity]).toEqual([0, 'clear']);
  });

  it('of a deal that is part of another is not held against it', () => {
    const names = flagsOf(caseView).map(({ scope }) => scope.kind !== 'total' && scope.name);
    expect(names).not.toContain('Stargate');
  });

  it('asks for a second statement where there is none, and takes silence for no claim', () => {
    const company = entityRow('ent_x', 'X');
    const [amounts, dates] = flagsOf(viewOf({ entities: [company] }), company.id);
    expect([amounts?.state, amounts?.missing, dates?.missing]).toEqual([
      'insufficient-data',
      ['a figure that is stated more than once'],
      ['a key date that is stated more than once'],
    ]);
    const silent = ['a', 'b'].map((id) =>
      figureRow({ id, about: company.id, metric: 'revenue', source: sources.press }),
    );
    expect(flagsOf(viewOf({ entities: [company], figures: silent }), company.id)[0]?.state).toBe(
      'insufficient-data',
    );
  });

  it('reads only what could be known on the day', () => {
    const company = entityRow('ent_x', 'X');
    const figures = ['2025-01-01', '2025-12-31'].map((day, at) =>
      figureRow({
        id: `f${at}`,
        about: company.id,
        metric: 'valuation',
        source: sourceRow(`s${at}`, 'C', day),
        amount: 10 + at,
      }),
    );
    expect(flagsOf(viewOf({ entities: [company], figures }), company.id)[0]?.state).toBe('insufficient-data');
  });
});

describe('TV12: dates', () => {
  const { inputs, expected } = vectorOf('TV12');
  const { seed000_five_days_before, seed000_friday, seed000_QA, ext_definitive_agreement } = inputs.claims;
  const october = { fromOn: '2025-10-01', untilOn: '2025-11-01' };
  const [newsletter, blog] = [sourceRow('src_000', 'C'), sourceRow('src_004', 'E')];
  const end = (id: string, source: typeof blog, on: string | null) =>
    keyDateRow(id, 'Exclusivity ends', source, {
      kind: 'exclusivity-end',
      entityId: openai.id,
      ...(on === null ? october : { on }),
    });
  const keyDates = [
    end('k1', newsletter, seed000_five_days_before),
    end('k2', newsletter, seed000_friday),
    end('k3', newsletter, seed000_QA),
    end('k4', blog, null),
    end('k5', blog, ext_definitive_agreement),
  ];

  it('lie so many days apart', () => {
    const flag = named({ ...caseView, keyDates }, 'Exclusivity ends');
    expect([flag.value?.point, flag.severity, flag.unit]).toEqual([expected.spreadDays, 'critical', 'days']);
    expect(flag.workings).toBe('Friday, 24 January 2025 until Friday, 31 October 2025: 280 days');
    expect(flag.note).toContain('contradicts itself');
    expect(flag.note).not.toContain('weekday');
    expect(flag.inputs.map(({ kind, period }) => [kind, period])).toContainEqual([
      'key-date',
      'Wednesday, 1 October 2025 to before Saturday, 1 November 2025',
    ]);
  });

  it('agree while their windows meet', () => {
    const flag = named(
      { ...caseView, keyDates: [keyDates[0] as never, keyDates[3] as never] },
      'Exclusivity ends',
    );
    expect([flag.value?.point, flag.severity]).toEqual([0, 'clear']);
  });

  it('a window counts from its nearest to its farthest end', () => {
    const spread = dateSpreadOf([end('a', blog, '2025-01-24'), end('b', blog, null)]);
    expect([spread.nearest, spread.farthest]).toEqual([250, 280]);
    const open = keyDateRow('c', 'x', blog, { untilOn: '2027-01-01' });
    expect(dateSpreadOf([open, end('a', blog, '2025-01-24')]).nearest).toBe(0);
    expect(dateSpreadOf([open, keyDateRow('d', 'x', blog, { fromOn: '2027-01-03' })])).toMatchObject({
      nearest: 3,
    });
  });

  it.each([
    [1, 'clear'],
    [2, 'watch'],
    [8, 'warn'],
    [91, 'critical'],
  ])('%d days are %s', (days, band) => {
    expect(bandOf(days, sourceDisagreement.measures[1]?.defaults as never, false)).toBe(band);
  });
});

it('the stake of a counterparty elsewhere is compared, its other deals are not', () => {
  const names = flagsOf({
    ...caseView,
    deals: [
      ...caseView.deals,
      dealRow({
        id: 'dea_z',
        name: 'Amazon buys from somebody',
        kind: 'supply',
        status: 'signed',
        parties: [['payer', entityRow('ent_amazon', 'Amazon')]],
        source: sources.press,
        amounts: [
          { id: 'z1', source: sources.press, amount: 1 },
          { id: 'z2', source: sources.blog, amount: 5 },
        ],
      }),
    ],
  }).map(({ scope }) => scope.kind !== 'total' && scope.name);
  expect(names).toContain('Amazon invested in Anthropic');
  expect(names).not.toContain('Amazon buys from somebody');
});
