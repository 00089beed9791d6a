import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFigure } from '#core/figures/choice.ts';
import { analystsPick, policyInForce } from '#core/figures/picks.ts';
import { latest, mostReliable, rangeHull } from '#core/figures/policy.ts';
import type { FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { figureRow, sourceRow, viewOf } from '../view-rows.ts';
import { pickRow } from './pick-rows.ts';

const BN = 1e9;

function revenue(id: string, amount: number, extra: Partial<FigureFacts> = {}): FigureFacts {
  return figureRow({
    id,
    about: 'ent_x',
    metric: 'revenue',
    source: sourceRow(`src_${id}`, 'D'),
    amount: amount * BN,
    basis: 'fiscal-year',
    extra: { periodLabel: '2024', ...extra },
  });
}

const strong = { ...revenue('fig_strong', 13), source: sourceRow('src_strong', 'B') };
const weak = revenue('fig_weak', 7);
const earlier = revenue('fig_earlier', 4, { periodLabel: '2023' });
const figures = [strong, weak, earlier];

function chosen(view: LedgerView, versions: readonly FigureFacts[]): string | undefined {
  return chooseFigure(versions, policyInForce(view))?.figures[0]?.id;
}

describe('the policy in force', () => {
  it('is the default, object and all, where nothing is picked', () => {
    expect(policyInForce(viewOf({ figures }))).toBe(mostReliable);
  });

  it('is the picks of the view where there are some, the same object each time', () => {
    const view = viewOf({ figures, picks: [pickRow({ id: 'pck_a', figure: weak })] });
    expect(policyInForce(view).id).toBe('analysts-pick');
    expect(policyInForce(view)).toBe(policyInForce(view));
  });
});

describe('a pick', () => {
  const view = viewOf({ figures, picks: [pickRow({ id: 'pck_a', figure: weak })] });

  it('stands in for the version that would count', () => expect(chosen(view, figures)).toBe('fig_weak'));

  it('of one year moves no other year', () => {
    const old = viewOf({ figures, picks: [pickRow({ id: 'pck_a', figure: earlier })] });
    expect(chosen(old, figures)).toBe('fig_strong');
    expect(analystsPick(old).stateOf(figures)).toBe('no-pick');
  });

  it('is told on a card that uses its version, with reviewer, reason and day', () => {
    const notices = analystsPick(view).notices?.([{ id: 'fig_weak', isUsed: true }]);
    expect(notices).toEqual([
      {
        tag: 'analysts-pick',
        sentence:
          'USD 7bn of “Source src_fig_weak” counts until 2026-06-30 by the pick of R. Reviewer: The company confirmed it on a call.',
      },
    ]);
  });

  it('is not told on a card that only lists the matter as left out', () => {
    expect(analystsPick(view).notices?.([{ id: 'fig_strong', isUsed: false }])).toEqual([]);
  });

  it('counts as none from its last day on, and the card says so', () => {
    const expired = viewOf({
      figures,
      asOf: '2026-06-30',
      picks: [pickRow({ id: 'pck_a', figure: weak })],
    });
    expect(chosen(expired, figures)).toBe('fig_strong');
    expect(analystsPick(expired).stateOf(figures)).toBe('pick-expired');
    const [notice] = analystsPick(expired).notices?.([{ id: 'fig_strong', isUsed: true }]) ?? [];
    expect(notice?.tag).toBe('pick-expired');
    const dayBefore = viewOf({ ...expired, asOf: '2026-06-29' });
    expect(chosen(dayBefore, figures)).toBe('fig_weak');
  });

  it('of a retracted figure falls back to the most reliable, and the card says why', () => {
    const gone = viewOf({
      figures: [strong, earlier],
      picks: [pickRow({ id: 'pck_a', figure: weak })],
    });
    expect(chosen(gone, gone.figures)).toBe('fig_strong');
    expect(analystsPick(gone).stateOf(gone.figures)).toBe('pick-not-eligible');
    expect(analystsPick(gone).notices?.([{ id: 'fig_strong', isUsed: true }])).toEqual([
      {
        tag: 'pick-not-eligible',
        sentence:
          'R. Reviewer picked USD 7bn of “Source src_fig_weak”, but it is no longer on file, so the most reliable source counts.',
      },
    ]);
  });

  it('that is later wins, also where its figure is not eligible', () => {
    const gone = revenue('fig_gone', 9);
    const both = viewOf({
      figures,
      picks: [
        pickRow({ id: 'pck_a', figure: weak, recordedSeq: 5 }),
        pickRow({ id: 'pck_b', figure: gone, recordedSeq: 6 }),
      ],
    });
    expect(analystsPick(both).stateOf(figures)).toBe('pick-not-eligible');
    expect(chosen(both, figures)).toBe('fig_strong');
  });
});

describe('laws of choosing', () => {
  const version = fc
    .record({
      reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      credibility: fc.integer({ min: 1, max: 6 }),
      amount: fc.integer({ min: 1, max: 4 }),
      high: fc.integer({ min: 0, max: 2 }),
      isOpen: fc.boolean(),
      isPrimary: fc.constantFrom(0, 1, null),
      periodEnd: fc.constantFrom(null, '2024-12-31', '2025-06-30'),
      publishedOn: fc.constantFrom(null, '2025-01-01', '2025-07-01'),
      recordedSeq: fc.integer({ min: 1, max: 2 }),
      key: fc.integer({ min: 0, max: 999 }),
    })
    .map((row) =>
      figureRow({
        id: `fig_${String(row.key).padStart(3, '0')}`,
        about: 'ent_x',
        metric: 'revenue',
        source: sourceRow('src', row.reliability as 'A', row.publishedOn),
        amount: row.amount * BN,
        ...(row.isOpen ? {} : { high: (row.amount + row.high) * BN }),
        qualifier: row.isOpen ? 'over' : 'range',
        basis: 'fiscal-year',
        extra: {
          credibility: row.credibility,
          isPrimary: row.isPrimary,
          periodEnd: row.periodEnd,
          recordedSeq: row.recordedSeq,
        },
      }),
    );
  const versions = fc.uniqueArray(version, { minLength: 1, maxLength: 7, selector: ({ id }) => id });
  const shuffled = versions.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      fc.nat({ max: list.length - 1 }),
    ),
  );

  it('every policy chooses, and the same whatever the order of rows', () => {
    fc.assert(
      fc.property(shuffled, ([list, other, at]) => {
        const picks = list.slice(at, at + 1).map((figure) => pickRow({ id: 'pck_a', figure }));
        for (const policy of [
          mostReliable,
          latest,
          rangeHull,
          analystsPick(viewOf({ figures: list, picks })),
        ]) {
          const [one, two] = [chooseFigure(list, policy), chooseFigure(other, policy)];
          expect(one?.figures.length).toBeGreaterThan(0);
          expect(two?.figures.map(({ id }) => id)).toEqual(one?.figures.map(({ id }) => id));
          expect(two?.amount).toEqual(one?.amount);
        }
      }),
    );
  });

  it('with one version more, a single choice stays or becomes the new one', () => {
    fc.assert(
      fc.property(versions, ([added, ...rest]) => {
        if (added === undefined || rest.length === 0) return;
        for (const policy of [mostReliable, latest]) {
          const before = chooseFigure(rest, policy)?.figures[0]?.id;
          expect([before, added.id]).toContain(chooseFigure([added, ...rest], policy)?.figures[0]?.id);
        }
      }),
    );
  });
});
