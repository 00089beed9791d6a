import { describe, expect, it } from 'vitest';
import { boundsOf } from '#core/formula/bounds.ts';
import type { LedgerView } from '#core/model/ledger-view.ts';
import type { Reading, SignalDefinition } from '#core/signals/definition.ts';
import { formulaOf, readingsOf } from '#core/signals/reading.ts';
import { relatedParty } from '#core/signals/related-party.ts';
import { takeOrPayInflexibility } from '#core/signals/take-or-pay-inflexibility.ts';
import { vendorFinancingShare } from '#core/signals/vendor-financing-share.ts';
import { buys, cloud, earns, fund, funds, lab, rival, source } from '../signals/flow-rows.ts';
import { figureRow, viewOf } from '../view-rows.ts';

/** Formulas of signals on flows and terms, where they are arithmetic and where they are not. */
function readings(signal: SignalDefinition, rows: Partial<LedgerView>, subject = lab): readonly Reading[] {
  const view = viewOf({ entities: [cloud, fund, lab, rival], ...rows });
  return readingsOf({ view, subjectId: subject.id, signal });
}

function compared(reading: Reading | undefined) {
  const term = reading === undefined ? null : formulaOf(reading);
  const measured = reading?.outcome.state === 'ok' ? reading.outcome.measured : null;
  return { bounds: term === null ? null : boundsOf(term), measured };
}

const stake = (percent: number) => {
  const deal = funds(cloud, lab, { id: 'dea_stake', amount: 13 });
  const figure = figureRow({
    id: 'fig_stake',
    about: cloud.id,
    metric: 'deal-stake',
    source,
    unit: 'percent',
    amount: percent,
    extra: { dealId: deal.id },
  });
  return { ...deal, amounts: [...deal.amounts, figure] };
};

describe('funding by a vendor', () => {
  it('is a part of what comes straight back, at most the whole', () => {
    const deals = [funds(cloud, lab, { amount: 10, high: 30 }), buys(lab, cloud, { amount: 20, high: 40 })];
    const { bounds, measured } = compared(readings(vendorFinancingShare, { deals })[0]);
    expect(bounds).toEqual(measured);
    expect([bounds?.lo, bounds?.hi]).toEqual([0.25, 1]);
  });

  it('against own revenue is a plain sum over it', () => {
    const deals = [funds(cloud, lab, { amount: 8, high: 10 }), buys(lab, cloud, { amount: 20 })];
    const all = readings(vendorFinancingShare, { deals, figures: [earns(cloud, 40)] }, cloud);
    const { bounds, measured } = compared(all.find(({ measure }) => measure === 'of-revenue'));
    expect(bounds).toEqual(measured);
    expect([bounds?.lo, bounds?.hi]).toEqual([0.2, 0.25]);
  });

  it('around a corner is a search for the largest flow, not arithmetic', () => {
    const deals = [
      funds(cloud, lab, { amount: 10 }),
      buys(lab, rival, { amount: 20 }),
      buys(rival, cloud, { amount: 15 }),
    ];
    const [reading] = readings(vendorFinancingShare, { deals });
    expect(reading?.outcome.state).toBe('ok');
    expect(compared(reading).bounds).toBe(null);
  });
});

describe('commitments to related parties', () => {
  const deals = [buys(lab, fund, { amount: 300, high: 400 }), buys(lab, cloud, { amount: 100, high: 200 })];

  it('are a share in which every deal stands once', () => {
    const { bounds, measured } = compared(readings(relatedParty, { deals: [...deals, stake(27)] })[0]);
    expect(bounds).toEqual(measured);
    expect([bounds?.lo, bounds?.hi]).toEqual([100 / 500, 200 / 500]);
  });

  it('have no formula while it is open whether a party is related', () => {
    const [reading] = readings(relatedParty, { deals: [...deals, funds(cloud, lab, { amount: 13 })] });
    expect(reading?.outcome.state).toBe('ok');
    expect(compared(reading).bounds).toBe(null);
  });
});

describe('the fixed share', () => {
  const fixed = { extra: { isTakeOrPay: 1 } } as const;
  const free = { extra: { isCancellable: 1, isTakeOrPay: 0 } } as const;

  it('moves with the amounts of all deals, each as one variable', () => {
    const deals = [
      buys(lab, fund, { amount: 300, high: 400, ...fixed }),
      buys(lab, cloud, { amount: 100, high: 200, ...free }),
    ];
    const { bounds, measured } = compared(readings(takeOrPayInflexibility, { deals })[0]);
    expect(bounds).toEqual(measured);
    expect([bounds?.lo, bounds?.hi]).toEqual([300 / 500, 400 / 500]);
  });

  it('of a deal without disclosed terms may be anything', () => {
    const deals = [buys(lab, fund, { amount: 300, ...fixed }), buys(lab, cloud, { amount: 100 })];
    const { bounds } = compared(readings(takeOrPayInflexibility, { deals })[0]);
    expect([bounds?.lo, bounds?.hi]).toEqual([0.75, 1]);
  });

  it('does not depend on amounts where all deals are alike', () => {
    const deals = [buys(lab, fund, { amount: 300, ...fixed }), buys(lab, cloud, { amount: 100, ...fixed })];
    expect(compared(readings(takeOrPayInflexibility, { deals })[0]).bounds).toBe(null);
  });
});
