import { DEFAULT_POLICY } from '#core/figures/policy.ts';
import { exposureOf, totalCommitments } from '#core/metrics/exposure.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { impliedRate, sourcePairs } from '#core/metrics/source-pair.ts';
import type { FxRateFacts, LedgerView } from '#core/model/ledger-view.ts';
import { headlineOf } from '#core/quantities/interval.ts';
import type { UnitId } from '#core/quantities/unit.ts';
import { commitmentToRevenue } from '#core/signals/commitment-to-revenue.ts';
import { BN, buyer, figures, flagOf, purchase, source } from '../../core/signals/one-signal.ts';
import { viewOf } from '../../core/view-rows.ts';
import type { Measured } from './tree.ts';

const euro = (onDay: string, rate: number): FxRateFacts => ({
  id: `fxr_${onDay}`,
  base: 'EUR',
  quoteCurrency: 'USD',
  onDay,
  rate,
  sourceId: source.id,
  source,
});

/** A rate at the end of each month of 2024, whose mean is `mean`. */
const monthly = (mean: number) =>
  Array.from({ length: 12 }, (_, month) =>
    euro(
      new Date(Date.UTC(2024, month + 1, 0)).toISOString().slice(0, 10),
      mean + (month % 2 === 0 ? 0.02 : -0.02),
    ),
  );

/** Revenue and a commitment in euro, of a company that reports in `currency`. */
function reportingIn(currency: UnitId, example: Readonly<Record<string, number>>): Partial<LedgerView> {
  const { revenueEUR = 0, avg = 0, commitEUR = 0, spot = 0 } = example;
  const extra = { periodStart: '2024-01-01', periodEnd: '2025-01-01' };
  const revenue = { metric: 'revenue', unit: 'EUR', basis: 'fiscal-year', extra } as const;
  return {
    entities: [{ ...buyer, reportingCurrency: currency }],
    figures: figures({ ...revenue, amount: revenueEUR * BN }),
    deals: [
      purchase('dea', 0, { amounts: [{ id: 'fig_dea', source, unit: 'EUR', amount: commitEUR * BN }] }),
    ],
    fxRates: [...monthly(avg), euro('2025-11-28', spot)],
  };
}

const conversions: Measured = ({ usd, gbpInSource, example }) => {
  const deal = purchase('dea', 0, {
    amounts: [
      { id: 'fig_usd', source, amount: usd },
      { id: 'fig_gbp', source, amount: gbpInSource, unit: 'GBP' },
    ],
  });
  const [pair] = sourcePairs(deal, 'USD');
  const [dollars, pounds] = deal.amounts;
  if (dollars === undefined || pounds === undefined) throw new Error('No pair.');
  const rows = reportingIn('USD', example);
  const index = indexLedger(viewOf(rows));
  const [subject] = index.view.entities;
  if (subject === undefined) throw new Error('No buyer.');
  const exposure = exposureOf({ index, subject, policy: DEFAULT_POLICY });
  const { revenue } = exposure;
  const total = totalCommitments(exposure);
  if (revenue === null || total === null) throw new Error('Nothing is converted.');
  return {
    impliedGBPperUSD: impliedRate(pounds, dollars)?.rate.point,
    impliedUSDperGBP: pair?.rate.point,
    impliedRangeUSDperGBPfromRounding: [pair?.rate.lo, pair?.rate.hi],
    revenueUSDavg: headlineOf(revenue.choice.amount) / BN,
    commitUSDspot: headlineOf(total) / BN,
    ratio: flagOf(commitmentToRevenue, rows).value?.point,
    wrongIfAllSpot: flagOf(commitmentToRevenue, reportingIn('EUR', example)).value?.point,
  };
};

export const currency: Readonly<Record<string, Measured>> = { TV18: conversions };
