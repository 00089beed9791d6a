import { describe, expect, it } from 'vitest';
import type { LedgerView, PriceFacts, QuoteFacts } from '#core/model/ledger-view.ts';
import { addDays } from '#core/quantities/day.ts';
import { adverseP, marketReaction } from '#core/signals/market-reaction.ts';
import { runSignals } from '#core/signals/run.ts';
import { stanceReactionDivergence } from '#core/signals/stance-reaction-divergence.ts';
import { amazon, awsDeal, caseView, openai, sources } from '../case-view.ts';
import { keyDateRow, priceRows, quoteRow, reactionRow } from '../event-rows.ts';
import { entityRow } from '../view-rows.ts';

const START = '2025-03-01';
const EVENT = 150;
const DAY = addDays(START, EVENT);
const { newsletter, press, rewrite } = sources;

/** Small alternating returns, and a jump of the share on one day. */
function closes(first: number, move: (at: number) => number, count = 160): readonly number[] {
  const series = [first];
  for (let at = 1; at < count; at += 1) series.push((series[at - 1] ?? first) * (1 + move(at)));
  return series;
}
const marketMove = (at: number) => 0.004 * Math.sin(at * 1.7);
const noise = (at: number) => 0.002 * Math.sin(at * 2.9 + 1);
const index = closes(1_000, marketMove);
const share = (jump: number) =>
  closes(50, (at) => 1.2 * marketMove(at) + noise(at) + (at === EVENT ? jump : 0));

const indexRows = priceRows('ent_index', '^GSPC', START, index);
const shareRows = (jump: number, without: readonly number[] = []) =>
  priceRows(
    amazon.id,
    'AMZN',
    START,
    share(jump).map((price, at) => (without.includes(at) ? null : price)),
  );

/** One deal with a listed party, so that one event is studied. */
const undatedDeals = caseView.deals.filter(({ id }) => id !== 'dea_amazon_equity');
const deals = undatedDeals.map((deal) => (deal.id === awsDeal.id ? { ...deal, announcedOn: DAY } : deal));
const view = (prices: readonly PriceFacts[], rest: Partial<LedgerView> = {}): LedgerView => ({
  ...caseView,
  deals,
  prices,
  ...rest,
});
const flagsOf = (ledger: LedgerView, signal = marketReaction) =>
  runSignals({ view: ledger, subjectIds: [openai.id], sets: [], signals: [signal] });
const only = (ledger: LedgerView, signal = marketReaction) => {
  const flags = flagsOf(ledger, signal);
  expect(flags).toHaveLength(1);
  return flags[0] as (typeof flags)[number];
};

describe('without prices', () => {
  const reactions = [
    reactionRow('r1', amazon.id, awsDeal.id, newsletter, { percent: 5_000_000, percentUnit: 'percent' }),
    reactionRow('r2', amazon.id, awsDeal.id, press, {
      move: 'record-high',
      valueChange: 14e12,
      valueUnit: 'USD',
      valueQualifier: 'over',
    }),
    reactionRow('r3', 'ent_microsoft', awsDeal.id, newsletter, { direction: 'flat' }),
    reactionRow('r4', 'ent_microsoft', awsDeal.id, rewrite, { direction: 'down', move: 'intraday' }),
  ];
  const flag = only({ ...caseView, reactions });

  it('lists the reported moves, which are no abnormal return', () => {
    expect([flag.severity, flag.value]).toEqual(['insufficient-data', null]);
    expect(flag.note).toContain(
      'Reported of Amazon: up 5 %; up, record high, USD 140bn or more of market value.',
    );
    expect(flag.inputs.map(({ id, kind, isUsed }) => [id, kind, isUsed])).toEqual(
      ['r1', 'r2', 'r3', 'r4'].map((id) => [id, 'reaction', false]),
    );
    expect(flag.missing).toContain('daily closing prices of Amazon around the event');
    expect(flag.missing.some((one) => one.includes('market index'))).toBe(true);
  });

  it('notes where the sources disagree on the direction', () => {
    expect(flag.note).toContain('The sources disagree on Microsoft: flat and down.');
    expect(flag.note).not.toContain('disagree on Amazon');
  });

  it('says what to enter where nothing is on file at all', () => {
    expect(only(caseView).missing).toEqual([
      'daily closing prices of a listed party and of its market index',
    ]);
  });
});

describe('with prices', () => {
  it('a large fall beyond the market is critical', () => {
    const flag = only(view([...indexRows, ...shareRows(-0.08)]));
    expect([flag.severity, flag.state, flag.scope.kind]).toEqual(['critical', 'ok', 'about']);
    expect(flag.value?.point).toBeLessThan(0.01);
    expect(flag.workings).toMatch(
      /^beta = Sxy \/ Sxx = .* = 1\.\d+; alpha = .*; sigma = .* over 120 returns; CAR = .* = -0\.08.*; t = .*118 degrees of freedom, p = .*; t is significant beyond 1\.658 at 10 %, 1\.98 at 5 %, 2\.618 at 1 %$/,
    );
    expect(flag.note).toContain('AMZN against ^GSPC, adjusted closes.');
  });

  it('an event without a day stands beside those that are studied', () => {
    const flags = flagsOf({
      ...view([...indexRows, ...shareRows(-0.08)]),
      deals: [...deals, ...caseView.deals.filter(({ id }) => id === 'dea_amazon_equity')],
    });
    expect(flags.map(({ scope, state }) => [scope.kind, state])).toEqual([
      ['total', 'insufficient-data'],
      ['about', 'ok'],
    ]);
    expect(flags[0]?.missing).toEqual(['the day on which Amazon may invest in OpenAI was announced']);
  });

  it('a rise is favourable and no flag', () => {
    const flag = only(view([...indexRows, ...shareRows(0.08)]));
    expect([flag.severity, flag.value?.point]).toEqual(['clear', 1]);
    expect(flag.note).toContain('is favourable');
  });

  it.each([
    [0.05, 1e-9, 1],
    [-0.01, 1e-9, 0.05],
    [-0.02, 1e-9, 0.05],
    [-0.03, 1e-9, 0.01],
    [-0.03, 0.4, 0.4],
    [-0.06, 1e-9, 1e-9],
  ])('a move of %d with p %d stands at %d', (cumulative, p, wanted) => {
    expect(adverseP(cumulative, p)).toBe(wanted);
  });

  it('a missing price is spanned, never filled', () => {
    const flag = only(view([...indexRows, ...shareRows(-0.08, [EVENT])]));
    expect(flag.severity).toBe('critical');
    expect(flag.note).toContain('1 session of the window without a price');
    const late = only(view([...indexRows, ...shareRows(-0.08, [EVENT, EVENT + 1, EVENT + 2, EVENT + 3])]));
    expect(late).toMatchObject({
      severity: 'insufficient-data',
      missing: [`a price of Amazon within three sessions of ${DAY}`],
    });
  });

  it('too few returns measure nothing, few are thin', () => {
    const since = (first: number) => [
      ...indexRows,
      ...shareRows(
        -0.08,
        Array.from({ length: first }, (_, at) => at),
      ),
    ];
    expect(only(view(since(120))).missing[0]).toContain('at least 30 daily returns of Amazon');
    expect(only(view(since(95))).note).toContain('Thin: only 44 returns');
    expect(only(view(since(20))).note).not.toContain('Thin');
  });

  it('needs an index in the currency of the share, and the day of the deal', () => {
    const pounds = indexRows.map((row) => ({ ...row, currency: 'GBP' as const }));
    expect(only(view([...pounds, ...shareRows(-0.08)])).missing[0]).toContain(
      'market index in the same currency',
    );
    const undated = only({ ...view([...indexRows, ...shareRows(-0.08)]), deals: undatedDeals });
    expect(undated.missing[0]).toContain('was announced');
  });

  it('takes the day from announcements that agree', () => {
    const says = (id: string, extra: object) =>
      keyDateRow(id, 'AWS deal announced', press, { kind: 'announcement', dealId: awsDeal.id, ...extra });
    const on = says('k1', { on: DAY });
    const month = says('k2', { fromOn: `${DAY.slice(0, 7)}-01`, untilOn: addDays(DAY, 5) });
    const ledger = { ...view([...indexRows, ...shareRows(-0.08)]), deals: undatedDeals };
    expect(only({ ...ledger, keyDates: [on, month] }).severity).toBe('critical');
    expect(only({ ...ledger, keyDates: [on, says('k3', { on: '2025-01-27' })] }).state).toBe(
      'insufficient-data',
    );
    expect(
      only({ ...ledger, keyDates: [on, says('k3', { on: '2025-01-27', status: 'contradicted' })] }).severity,
    ).toBe('critical');
  });

  it('lists other events in the window and reads no price past the as-of day', () => {
    const other = keyDateRow('k9', 'OpenAI restructured', press, {
      kind: 'restructuring',
      entityId: openai.id,
      on: DAY,
    });
    const ledger = view([...indexRows, ...shareRows(-0.08)], { keyDates: [other] });
    expect(only(ledger).note).toContain('Other events in the window: OpenAI restructured.');
    expect(only({ ...ledger, asOf: addDays(DAY, -2) }).state).toBe('insufficient-data');
  });

  it('tests several events together', () => {
    const second = priceRows(
      'ent_microsoft',
      'MSFT',
      START,
      closes(80, (at) => marketMove(at) + noise(at + 3) - (at === EVENT ? 0.01 : 0)),
    );
    const microsoft = entityRow('ent_microsoft', 'Microsoft');
    const both = deals.map((deal) =>
      deal.id === 'dea_microsoft'
        ? {
            ...deal,
            announcedOn: DAY,
            parties: [...deal.parties, { entity: microsoft, role: 'partner' as const }],
          }
        : deal,
    );
    const flags = flagsOf({ ...view([...indexRows, ...shareRows(-0.08), ...second]), deals: both }).filter(
      ({ state }) => state === 'ok',
    );
    expect(flags).toHaveLength(2);
    expect(flags.every(({ note }) => note.includes('Over 2 events together: t '))).toBe(true);
  });
});

describe('opinion against price', () => {
  const quote = (id: string, stance: number, extra: Partial<QuoteFacts> = {}) =>
    quoteRow(id, entityRow(`ent_${id}`, id, { kind: 'person' }), stance, press, {
      aboutDealId: awsDeal.id,
      ...extra,
    });
  const critics = [quote('q1', -1), quote('q2', -1)];
  const divergence = (jump: number, quotes: readonly QuoteFacts[]) =>
    only(view([...indexRows, ...shareRows(jump)], { quotes }), stanceReactionDivergence);

  it('is warn where critics meet a significant rise of more than 5 %', () => {
    const flag = divergence(0.08, critics);
    expect([flag.severity, flag.state]).toEqual(['warn', 'ok']);
    expect(flag.value?.point).toBeGreaterThan(0.05);
  });

  it('is watch for a smaller rise, clear where they agree or the speakers are split', () => {
    expect(divergence(0.03, critics).severity).toBe('watch');
    expect(divergence(-0.08, critics).severity).toBe('clear');
    expect(divergence(0.08, [...critics, quote('q3', 1), quote('q4', 1)]).severity).toBe('clear');
    expect(divergence(0, critics).severity).toBe('clear');
  });

  it('needs an abnormal return and independent speakers', () => {
    expect(only({ ...caseView, quotes: critics }, stanceReactionDivergence).state).toBe('insufficient-data');
    expect(divergence(0.08, [quote('q1', -1, { isAffiliated: 1 })]).state).toBe('insufficient-data');
  });
});
