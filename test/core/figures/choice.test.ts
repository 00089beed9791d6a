import { describe, expect, it } from 'vitest';
import { chooseFigure } from '#core/figures/choice.ts';
import { latest, mostReliable, rangeHull } from '#core/figures/policy.ts';
import type { FigureFacts } from '#core/model/ledger-view.ts';
import { figureRow, sourceRow } from '../view-rows.ts';

const BN = 1e9;

interface Facts {
  readonly reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly published?: string | null;
  readonly amount?: number;
  readonly high?: number;
  readonly qualifier?: 'exact' | 'range' | 'over' | 'undisclosed';
  readonly extra?: Partial<FigureFacts>;
}

function revenue(id: string, facts: Facts = {}): FigureFacts {
  const { reliability = 'C', published = null, qualifier = 'exact', amount = 13 * BN, extra = {} } = facts;
  const high = facts.high === undefined ? {} : { high: facts.high };
  const disclosed = qualifier === 'undisclosed' ? {} : { amount, ...high };
  return figureRow({
    id,
    about: 'ent_x',
    metric: 'revenue',
    source: sourceRow(`src_${id}`, reliability, published),
    qualifier,
    basis: 'trailing-12m',
    ...disclosed,
    extra: { recordedSeq: 1, ...extra },
  });
}

/** What `policy` takes, whichever of the two stands first. */
function winner(
  policy: typeof mostReliable,
  a: FigureFacts,
  b: FigureFacts,
): readonly (string | undefined)[] {
  return [chooseFigure([a, b], policy), chooseFigure([b, a], policy)].map((choice) => choice?.figures[0]?.id);
}

describe('most reliable, each key in its turn', () => {
  it.each([
    ['reliability', { reliability: 'B', extra: { credibility: 6 } }, { extra: { credibility: 1 } }],
    ['credibility', { extra: { credibility: 2 } }, { extra: { credibility: 3, isPrimary: 1 } }],
    ['primary', { extra: { isPrimary: 1 } }, { extra: { isPrimary: null, periodEnd: '2025-12-31' } }],
    [
      'later period',
      { extra: { periodEnd: '2025-06-30' } },
      { published: '2025-11-01', extra: { periodEnd: '2025-03-31' } },
    ],
    ['known period first', { extra: { periodEnd: '2001-01-01' } }, { published: '2025-11-01' }],
    ['later published', { published: '2025-11-02', qualifier: 'over' }, { published: '2025-11-01' }],
    ['known day first', { published: '2001-01-01', qualifier: 'over' }, {}],
    [
      'narrower',
      { qualifier: 'range', amount: 12 * BN, high: 13 * BN },
      { qualifier: 'over', extra: { recordedSeq: 9 } },
    ],
    ['later recorded', { extra: { recordedSeq: 2 } }, { extra: { recordedSeq: 1 } }],
    ['id', {}, {}],
  ] as readonly (readonly [string, Facts, Facts])[])('%s', (key, better, worse) => {
    const [first, second] = key === 'id' ? ['fig_a', 'fig_b'] : ['fig_b', 'fig_a'];
    expect(winner(mostReliable, revenue(first, better), revenue(second, worse))).toEqual([first, first]);
  });
});

describe('latest', () => {
  it('puts the period before the source', () => {
    const blog = revenue('fig_blog', { reliability: 'E', extra: { periodEnd: '2025-10-31' } });
    const filing = revenue('fig_filing', { reliability: 'A', extra: { periodEnd: '2025-09-30' } });
    expect(winner(latest, blog, filing)).toEqual(['fig_blog', 'fig_blog']);
    expect(winner(mostReliable, blog, filing)).toEqual(['fig_filing', 'fig_filing']);
  });

  it('puts figures without a period last', () => {
    const undated = revenue('fig_a', { reliability: 'A', published: '2025-11-30' });
    expect(winner(latest, undated, revenue('fig_b', { extra: { periodEnd: '2001-01-01' } }))).toEqual([
      'fig_b',
      'fig_b',
    ]);
  });
});

describe('undisclosed versions', () => {
  const silent = revenue('fig_silent', { reliability: 'A', qualifier: 'undisclosed' });

  it('never displace a disclosed one, but are versions on file', () => {
    for (const policy of [mostReliable, latest, rangeHull]) {
      const choice = chooseFigure([silent, revenue('fig_blog', { reliability: 'F' })], policy);
      expect(choice?.figures.map(({ id }) => id)).toEqual(['fig_blog']);
      expect(choice?.versions.map(({ id }) => id)).toEqual(['fig_blog', 'fig_silent']);
    }
  });

  it('alone give an unknown amount, not zero', () => {
    const choice = chooseFigure([silent], mostReliable);
    expect({ amount: choice?.amount, figures: choice?.figures, versions: choice?.versions.length }).toEqual({
      amount: null,
      figures: [],
      versions: 1,
    });
  });
});

describe('a choice', () => {
  const weak = revenue('fig_weak', { reliability: 'E', amount: 1 * BN, extra: { periodEnd: '2025-10-31' } });
  const good = revenue('fig_good', { amount: 13 * BN });
  const fair = revenue('fig_fair', { reliability: 'D', qualifier: 'over', amount: 10 * BN });

  it('tells what every other policy would take', () => {
    const choice = chooseFigure([fair, good, weak], mostReliable);
    expect(
      choice?.others.map(({ policy, selection }) => [policy.id, selection?.figures.map(({ id }) => id)]),
    ).toEqual([
      ['latest', ['fig_weak']],
      ['range-hull', ['fig_fair', 'fig_good']],
    ]);
  });

  it('keeps an open end open in a range', () => {
    expect(chooseFigure([fair, good, weak], rangeHull)?.amount).toEqual({
      lo: 10 * BN,
      point: 11.5 * BN,
      hi: null,
    });
  });

  it('uses weak sources in a range when nothing else is left', () => {
    expect(chooseFigure([weak], rangeHull)?.amount).toEqual({ lo: 1 * BN, point: 1 * BN, hi: 1 * BN });
  });

  it('leaves credibility 5 out of a range', () => {
    const doubtful = revenue('fig_doubtful', {
      reliability: 'A',
      amount: 99 * BN,
      extra: { credibility: 5 },
    });
    expect(chooseFigure([doubtful, good], rangeHull)?.figures.map(({ id }) => id)).toEqual(['fig_good']);
  });

  it('of nothing is nothing', () => {
    expect(chooseFigure([], mostReliable)).toBeNull();
  });

  it('refuses to compare units', () => {
    const pounds = { ...good, unit: 'GBP' as const };
    expect(() => chooseFigure([good, pounds], mostReliable)).toThrow(RangeError);
  });
});
