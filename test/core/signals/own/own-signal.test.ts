import { describe, expect, it } from 'vitest';
import type { LedgerView } from '#core/model/ledger-view.ts';
import { evaluateSignals } from '#core/signals/evaluate.ts';
import type { Flag } from '#core/signals/flag.ts';
import { gradeOf } from '#core/signals/grade.ts';
import { type OwnSignal, ownSignalDefinition } from '#core/signals/own/own-signal.ts';
import { signalRegistry } from '#core/signals/registry.ts';
import { caseView, openai } from '../../case-view.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from '../../view-rows.ts';

const own = (expression: string, extra: Partial<OwnSignal> = {}): OwnSignal => ({
  slug: 'mine',
  name: 'Mine',
  question: 'Mine?',
  expression,
  unit: 'x',
  isLowerWorse: false,
  watch: 1,
  warn: 3,
  critical: 6,
  pillar: 'funding',
  note: null,
  ...extra,
});

function flagOf(expression: string, view: LedgerView = caseView, subjectId: string = openai.id): Flag {
  const [flag] = evaluateSignals(view, [subjectId], [], [ownSignalDefinition(own(expression))]);
  if (flag === undefined) throw new Error('no flag');
  return flag;
}

describe('on the case', () => {
  const builtIn = evaluateSignals(caseView, [openai.id], []);
  const headline = (signal: string, measure: string | null = null) =>
    builtIn.find((flag) => flag.signal === signal && flag.measure === measure && flag.scope.kind === 'total');

  it.each([
    ['commitments / revenue', 'commitment-to-revenue', null],
    ['signal("commitment-to-revenue")', 'commitment-to-revenue', null],
    ['signal("supplier-concentration/top-1")', 'supplier-concentration', 'top-1'],
    ['signal("non-binding-reliance")', 'non-binding-reliance', null],
    ['net_loss / 4 / (revenue / 4)', null, null],
  ])('%s is what the built-in signal gives', (expression, signal, measure) => {
    if (signal === null) return expect(flagOf(expression).value?.point).toBeCloseTo(48 / 13, 12);
    expect(flagOf(expression).value).toEqual(headline(signal, measure)?.value);
  });

  it('gives a card that can be worked by hand', () => {
    const flag = flagOf('commitments / revenue');
    expect(flag.workings).toBe('USD 1,400bn / USD 13bn = 107.7x');
    expect(flag.formula).toBe('commitments / revenue');
    expect(flag.signal).toBe('own:mine');
    expect(flag.inputs.filter(({ isUsed }) => isUsed).map(({ role, quote }) => [role, quote])).toEqual([
      ['commitments', 'Words of fig_total_000'],
      ['annual revenue', 'Words of fig_revenue_000'],
    ]);
    expect(flag.alternatives.map(({ label }) => label)).toEqual([
      'Policy: Latest figure',
      'Policy: Range of all but the weakest sources',
    ]);
    expect(flag.thresholds).toMatchObject({ watch: 1, warn: 3, critical: 6, origin: 'default' });
  });

  it.each([
    ['commitments_with("microsoft") / revenue', 250 / 13],
    ['deals_without_amount / deals', 0.5],
    ['revenue / revenue', 1],
    ['(commitments - revenue) / commitments', 1387 / 1400],
    ['max(0, 3 - commitments / revenue)', 0],
    ['commitments / money(1e9, "USD")', 1400],
  ])('%s is %d', (expression, amount) => {
    expect(flagOf(expression).value?.point).toBeCloseTo(amount, 12);
  });

  it('writes numbers where the names stood, with brackets where they are needed', () => {
    expect(flagOf('(commitments - revenue) / (2 * commitments)').workings).toBe(
      '(USD 1,400bn - USD 13bn) / (2 * USD 1,400bn) = 0.4954x',
    );
  });
});

const buyer = entityRow('ent_buyer', 'Buyer');
const seller = entityRow('ent_seller', 'Seller');
const source = sourceRow('src_a', 'B');
const revenueOf = (amount: number, extra = {}) =>
  figureRow({
    id: 'fig_r',
    about: buyer.id,
    metric: 'revenue',
    basis: 'fiscal-year',
    source,
    amount,
    ...extra,
  });
const dealOf = (status: 'signed' | 'letter-of-intent', amount: number | undefined, id = 'dea_1') =>
  dealRow({
    id,
    name: id,
    kind: 'supply',
    status,
    source,
    parties: [
      ['payer', buyer],
      ['payee', seller],
    ],
    amounts: [{ id: `fig_${id}`, source, ...(amount === undefined ? {} : { amount }) }],
  });
const small = (rows: Partial<LedgerView>) => viewOf({ entities: [buyer, seller], ...rows });

describe('what is not known', () => {
  it('names everything that is missing', () => {
    const flag = flagOf('cash / cash_burn + commitments / revenue', small({}), buyer.id);
    expect(flag.severity).toBe('not-computable');
  });

  it('is insufficient data, never clear', () => {
    const flag = flagOf('(cash + commitments) / revenue', small({}), buyer.id);
    expect(flag).toMatchObject({
      severity: 'insufficient-data',
      value: null,
      missing: [
        'unrestricted cash',
        'stated total of commitments, or a deal with a disclosed amount',
        'annual revenue',
      ],
    });
  });

  it('a divisor that is zero is not computable and says so', () => {
    const view = small({ deals: [dealOf('signed', 10)], figures: [revenueOf(0)] });
    expect(flagOf('commitments / revenue', view, buyer.id)).toMatchObject({
      severity: 'not-computable',
      value: null,
      note: 'Not computable: what it divides by is zero.',
    });
    expect(flagOf('commitments / (revenue - revenue)', view, buyer.id).severity).toBe('not-computable');
  });

  it('an unknown deal leaves the sum open above', () => {
    const view = small({
      deals: [dealOf('signed', 10), dealOf('signed', undefined, 'dea_2')],
      figures: [revenueOf(5)],
    });
    const flag = flagOf('named_commitments / revenue', view, buyer.id);
    expect(flag.value).toEqual({ lo: 2, point: 2, hi: null });
    expect(flag.tags).toContain('undisclosed-amounts');
    expect(flagOf('1 - named_commitments / revenue', view, buyer.id).note).toContain('no lower end');
    expect(flagOf('max(0, 1 - named_commitments / revenue)', view, buyer.id).value?.lo).toBe(0);
  });

  it('two currencies are not joined', () => {
    const view = small({ deals: [dealOf('signed', 10)], figures: [revenueOf(5)] });
    const flag = flagOf('commitments / money(5, "GBP")', view, buyer.id);
    expect(flag).toMatchObject({ severity: 'not-computable', value: null });
    expect(flag.note).toContain('GBP and USD');
  });

  it('an expression that no longer holds says where', () => {
    const flag = flagOf('commitments / revenu');
    expect(flag).toMatchObject({ severity: 'not-computable', value: null });
    expect(flag.note).toContain('column 15');
  });
});

describe('what is not binding', () => {
  it('cannot lift a severity past warn', () => {
    const view = small({ deals: [dealOf('letter-of-intent', 100)], figures: [revenueOf(5)] });
    const flag = flagOf('commitments / revenue', view, buyer.id);
    expect(flag).toMatchObject({ severity: 'warn', bandHi: 'critical' });
    expect(flag.tags).toContain('capped');
    expect(flag.note).toContain('uncapped it is critical');
  });

  it('caps nothing where less of it is worse: nothing binding is zero', () => {
    const view = small({ deals: [dealOf('letter-of-intent', 5)], figures: [revenueOf(5)] });
    const flag = flagOf('10 - named_commitments / revenue', view, buyer.id);
    expect(flag.value?.point).toBe(9);
    expect(flag.severity).toBe('critical');
    expect(flag.tags).not.toContain('capped');
  });

  it('leaves what the binding part alone gives', () => {
    const view = small({
      deals: [dealOf('letter-of-intent', 100), dealOf('signed', 50, 'dea_2')],
      figures: [revenueOf(5)],
    });
    expect(flagOf('commitments / revenue', view, buyer.id).severity).toBe('critical');
    expect(flagOf('binding_commitments / commitments', view, buyer.id).value?.point).toBeCloseTo(1 / 3, 12);
  });
});

describe('in the grade', () => {
  const withOwn = (...signals: readonly OwnSignal[]) => {
    const all = [...signalRegistry, ...signals.map(ownSignalDefinition)];
    return { all, flags: evaluateSignals(caseView, [openai.id], [], all) };
  };

  it('counts under its pillar, once for a pillar', () => {
    const { all, flags } = withOwn(
      own('commitments / revenue', { slug: 'a', pillar: 'evidence' }),
      own('commitments / revenue', { slug: 'b', pillar: 'evidence' }),
    );
    const { deciding } = gradeOf(flags, undefined, all);
    const mine = deciding.filter(({ family }) => family.startsWith('own:'));
    expect(mine.map(({ family, pillar, flags: of }) => [family, pillar, of.length])).toEqual([
      ['own:evidence', 'evidence', 2],
    ]);
  });

  it('stands after the built-in signals, which stay as they were', () => {
    const { flags } = withOwn(own('deals_without_amount / deals', { unit: 'share' }));
    expect(flags.at(-1)?.signal).toBe('own:mine');
    const before = evaluateSignals(caseView, [openai.id], []);
    const kept = flags.filter(({ signal }) => signal === 'commitment-to-revenue');
    expect(kept).toEqual(before.filter(({ signal }) => signal === 'commitment-to-revenue'));
  });

  it('is refused without the signals that gave the flags', () => {
    expect(() => gradeOf(withOwn(own('commitments / revenue')).flags)).toThrow('own:mine');
  });
});

it('the same ledger gives the same bytes, whatever the order of its rows', () => {
  const turned = {
    ...caseView,
    figures: caseView.figures.toReversed(),
    deals: caseView.deals.toReversed(),
    entities: caseView.entities.toReversed(),
  };
  for (const expression of ['largest_counterparty / named_commitments', 'commitments / revenue'])
    expect(JSON.stringify(flagOf(expression, turned))).toBe(JSON.stringify(flagOf(expression)));
});
