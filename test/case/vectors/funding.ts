import { cashBurn } from '#core/metrics/burn.ts';
import { fundingGap } from '#core/metrics/funding-gap.ts';
import { impliedLosses } from '#core/metrics/implied-loss.ts';
import { lossAndRevenue } from '#core/metrics/net-loss.ts';
import { recalculations } from '#core/metrics/recalculation.ts';
import { requiredRevenueGrowth } from '#core/metrics/valuation.ts';
import { divide, headlineOf, type Interval, sumOf } from '#core/quantities/interval.ts';
import { toFull, toStored } from '#core/quantities/unit.ts';
import { portionWithin } from '#core/schedule/accrual.ts';
import { bandOf, verdictOf } from '#core/signals/bands.ts';
import { burnMultiple } from '#core/signals/burn-multiple.ts';
import { capacityFeasibility } from '#core/signals/capacity-feasibility.ts';
import { cashRunway } from '#core/signals/cash-runway.ts';
import { commitmentToRevenue } from '#core/signals/commitment-to-revenue.ts';
import { fundingGapSignal } from '#core/signals/funding-gap.ts';
import { growthDependence } from '#core/signals/growth-dependence.ts';
import { lossToRevenue } from '#core/signals/loss-to-revenue.ts';
import { ntmCommitmentBurden } from '#core/signals/ntm-commitment-burden.ts';
import { outcomeOf } from '#core/signals/outcome.ts';
import { takeOrPayInflexibility } from '#core/signals/take-or-pay-inflexibility.ts';
import { tenorLifeMismatch } from '#core/signals/tenor-life-mismatch.ts';
import { valuationMultiple } from '#core/signals/valuation-multiple.ts';
import {
  alternativeOf,
  BN,
  bank,
  buyer,
  type Figure,
  figures,
  flagOf,
  flagsOf,
  funding as holding,
  purchase,
  seller,
  source,
} from '../../core/signals/one-signal.ts';
import { figureRow } from '../../core/view-rows.ts';
import { intervalOf, pointOf, rowOf, rowsOf, study } from './rows.ts';
import type { Measured } from './tree.ts';

type Ends = readonly [number, number | null];
const stepsOf = ([watch, warn, critical]: readonly number[]) => ({
  watch: watch ?? Number.NaN,
  warn: warn ?? Number.NaN,
  critical: critical ?? Number.NaN,
});
const interval = ([lo, hi]: Ends): Interval => ({ lo, point: hi === lo ? lo : null, hi });
const revenueOf = (bn: number) => ({ metric: 'revenue', amount: bn * BN, basis: 'fiscal-year' }) as const;
const rateOf = (bn: number) =>
  ({ metric: 'revenue', amount: bn * BN, basis: 'run-rate', status: 'projected' }) as const;
const totalOf = (bn: number) => ({ metric: 'total-commitments', amount: bn * BN }) as const;
const tenorOf = (lo: number, hi: number) =>
  ({ metric: 'commitment-tenor', unit: 'years', qualifier: 'range', amount: lo, high: hi }) as const;
const targetOf = (bn: number) =>
  ({
    metric: 'revenue',
    amount: bn * BN,
    basis: 'projection',
    status: 'projected',
    extra: { periodStart: '2027-01-01', periodEnd: '2028-01-01' },
  }) as const;

/** TV01 in the ledger's own words where it has them: a revenue that nobody discloses is a figure without an amount. */
const ratios: Measured = ({ cases, thresholds }) => {
  const [measure] = commitmentToRevenue.measures;
  return cases.map(({ name, N, D }: { name: string; N: Ends; D: Ends | null }) => {
    if (D === null) {
      const flag = flagOf(commitmentToRevenue, { figures: figures(totalOf(N[0])) });
      return { name, N, D, state: flag.state };
    }
    const outcome = outcomeOf(divide(interval(N), interval(D)));
    if (outcome.state !== 'ok')
      return { name, N, D, state: outcome.state, reason: 'reason' in outcome ? outcome.reason : '' };
    const { bandLo, bandHi, certainty } = verdictOf(outcome, measure, thresholds);
    const { lo, hi } = outcome.measured;
    return { name, N, D, state: 'ok', lo, hi: hi ?? 'inf', bandLo, bandHi, certainty };
  });
};

const DEAL_DAYS = { start: '2025-11-03', end: '2032-11-03' };

const nextYear: Measured = ({ aws, others, aggregate, revenue }) => {
  const years = { tenorYearsLo: aws.years, tenorYearsHi: aws.years };
  const stated = { metric: 'deal-rate', status: 'derived', source, about: buyer.id } as const;
  const deal = purchase('AWS', aws.total * BN, { extra: years });
  const month = figureRow({
    ...stated,
    id: 'm',
    amount: 0.45 * BN,
    basis: 'month',
    extra: { dealId: deal.id },
  });
  const deals = [{ ...deal, amounts: [...deal.amounts, month] }, purchase('Others', others.total * BN)];
  const tenor = tenorOf(others.yearsLo, others.yearsHi);
  const on = (...rows: Figure[]) => ({
    deals,
    figures: figures(revenueOf(revenue), tenor, ...rows),
  });
  const flags = flagsOf(ntmCommitmentBurden, on(totalOf(aggregate.total)));
  const [total] = flags;
  const own = flags.find(({ scope }) => scope.kind === 'deal' && scope.name === 'AWS');
  const named = alternativeOf(total as never, 'Named deals only').value;
  const due = ['AWS', 'Others'].map((name) => intervalOf(rowOf(total, 'Due in the next 12 months', name)[4]));
  const monthly = recalculations(study(on())).find((one) => one.stated.id === 'm');
  const day = portionWithin(
    toStored(aws.total * BN, 'USD'),
    { span: DEAL_DAYS, method: 'straight-line' },
    {
      start: '2026-05-01',
      end: '2026-05-02',
    },
  );
  const sum = sumOf(due);
  return {
    awsAnnual: pointOf(rowOf(own, 'Due in the next 12 months', 'AWS')[4]) / BN,
    awsMonthly: (monthly?.again.point ?? 0) / BN,
    awsPerDay2557: toFull(day, 'USD') / BN,
    awsToRevenue: own?.value?.point,
    awsBand: own?.severity,
    namedAnnualLo: sum.lo / BN,
    namedAnnualHi: (sum.hi ?? 0) / BN,
    namedRatioLo: named?.lo,
    namedRatioHi: named?.hi,
    aggRatioLo: total?.value?.lo,
    aggRatioHi: total?.value?.hi,
    aggBand: total?.severity,
  };
};

const growth: Measured = ({ R0, target, commitments, horizonsYears, shareOfRevenueAvailable }) => {
  const [short, long] = horizonsYears;
  const rows = figures(
    revenueOf(R0),
    rateOf(20),
    targetOf(target),
    totalOf(commitments),
    tenorOf(short, long),
  );
  const [stated, required] = flagsOf(growthDependence, { figures: rows });
  const gap = flagOf(fundingGapSignal, { figures: rows });
  const at = (years: number, share: number) => {
    const found = rowsOf(required, 'Growth that pays for it').find(
      (row) => pointOf(row[0]) === years && pointOf(row[1]) === share,
    );
    return { growth: pointOf(found?.[2]), last: pointOf(found?.[3]) / BN };
  };
  const [all, half] = shareOfRevenueAvailable;
  return {
    statedCagr: stated?.value?.point,
    rev2026geometric: pointOf(rowOf(gap, 'Year by year, as stated', '2026')[2]) / BN,
    fromRunRate20: alternativeOf(stated as never, 'From USD 20bn').value?.point,
    required_T7_a1: at(long, all).growth,
    required_T7_a05: at(long, half).growth,
    required_T5_a1: at(short, all).growth,
    required_T5_a05: at(short, half).growth,
    finalYearRevenue_T7_a1: at(long, all).last,
    postProjectionBreakEvenGrowth: alternativeOf(required as never, 'After 2027, over 7').value?.point,
    bandStated: stated?.severity,
    bandRequiredT7a1: alternativeOf(required as never, 'Over 7 years').severity,
  };
};

const gaps: Measured = ({ commit7, commit5, revenue, thresholdsGapShare }) => {
  const table = (commitments: Record<string, number>, share: number) => {
    const years = Object.entries(commitments).map(([year, due]) => ({
      year: Number(year),
      due,
      revenue: revenue[year] as number,
      funded: 0,
    }));
    const gap = fundingGap(years, share);
    return {
      rows: (gap?.rows ?? []).map(
        ({ year, due, revenue: earned, available, gap: open, net, cumulativeNet }) => ({
          year,
          commit: due,
          revenue: earned,
          available,
          gap: open,
          net,
          cumulativeNet,
        }),
      ),
      sumGap: gap?.sum,
      peakCumulative: gap?.peakCumulative,
      coverage: gap?.coverage,
      gapShare: gap?.share,
    };
  };
  const band = (share: number | undefined) => bandOf(share ?? 0, stepsOf(thresholdsGapShare), false);
  const [seven, five] = [table(commit7, 1), table(commit5, 1)];
  return {
    sevenYears_a1: seven,
    fiveYears_a1: five,
    sevenYears_a05: table(commit7, 0.5),
    bandSeven: band(seven.gapShare),
    bandFive: band(five.gapShare),
  };
};

/** The loss in billions by what a bank with a stake books of it, as the card of the ratio gives it. */
function impliedFrom(rows: ReturnType<typeof figures>, percent: number, bn: number): number {
  const extra = { dealId: 'dea_stake' };
  const on = { about: bank.id, source, extra } as const;
  const deal = holding('dea_stake', 10 * BN);
  const amounts = [
    ...deal.amounts,
    figureRow({ ...on, id: 'part', metric: 'deal-loss-share', amount: bn * BN, basis: 'quarter' }),
    figureRow({ ...on, id: 'stake', metric: 'deal-stake', unit: 'percent', amount: percent }),
  ];
  const view = { figures: rows, deals: [{ ...deal, amounts }] };
  const { found } = lossAndRevenue(study(view));
  const [implied] = found === null ? [] : impliedLosses(study(view), found);
  const alternative = alternativeOf(flagOf(lossToRevenue, view), `By the USD ${bn}bn of the loss`);
  if (found === null || implied === undefined) throw new Error('No loss is implied.');
  if (alternative.value?.point !== headlineOf(implied.loss) / headlineOf(found.revenue.amount))
    throw new Error('The card gives another ratio.');
  return headlineOf(implied.loss) / BN;
}

const losses: Measured = (inputs) => {
  const { quarterLoss, annualRevenue, quarterRevenue, quarterExpensesAtLeast } = inputs;
  const quarter = { basis: 'quarter', extra: { periodLabel: 'last quarter' } } as const;
  const loss = { ...quarter, id: 'loss', metric: 'net-loss', amount: quarterLoss * BN } as const;
  const earned = { ...quarter, metric: 'revenue', amount: quarterRevenue * BN } as const;
  const expense = {
    ...quarter,
    metric: 'operating-expense',
    amount: quarterExpensesAtLeast * BN,
    qualifier: 'at-least',
  } as const;
  const rows = figures(loss, earned, expense);
  const ratio = flagOf(lossToRevenue, { figures: rows });
  const spent = rowOf(ratio, 'What was spent', 'Spent');
  const floor = recalculations(study({ figures: rows })).find(({ stated }) => stated.id === 'loss');
  const burn = flagOf(burnMultiple, {
    figures: figures(revenueOf(annualRevenue), rateOf(inputs.arrProjected), loss),
  });
  const seen = (percent: number, bn: number) => impliedFrom(rows, percent, bn);
  const runway = (bn: number) =>
    flagOf(cashRunway, { figures: figures({ metric: 'cash', amount: bn * BN }, loss) });
  return {
    lossToRevenueQuarter: ratio.value?.point,
    band: ratio.severity,
    costPerDollarRevenue: pointOf(spent[2]),
    impliedExpense: pointOf(spent[1]) / BN,
    expenseFloorLoss: (floor?.again.point ?? 0) / BN,
    burnMultipleIllustrative: burn.value?.point,
    bandBurn: burn.severity,
    monthlyBurnIfLossWereCash: (cashBurn(study({ figures: rows }), 'USD')?.monthly.point ?? 0) / BN,
    runwayMonthsPer10bn: runway(inputs.inTalksEquity).value?.point,
    runwayMonthsPer28bn: runway(inputs.residual).value?.point,
    equityMethodAfterTax: seen(27, 3.1),
    equityMethodPreTax: seen(32.5, 4.1),
    bandRunway10: runway(inputs.inTalksEquity).severity,
  };
};

const valuations: Measured = ({ valuations: values, revenues, requiredReturn, years, exitMultiple }) => {
  const [first, second] = values as [number, number];
  const flags = flagsOf(valuationMultiple, {
    figures: figures(
      revenueOf(revenues.trailing),
      rateOf(revenues.runRate),
      targetOf(revenues.target2027),
      { metric: 'valuation', amount: first * BN, qualifier: 'over', status: 'in-talks' },
      { metric: 'valuation', amount: second * BN, basis: 'projection', status: 'projected' },
    ),
  });
  const [talks, listing] = flags;
  const on = (flag: typeof talks, bn: number) =>
    alternativeOf(flag as never, `On revenue of USD ${bn}bn`).value?.point;
  const buyerOf = { yearlyReturn: requiredReturn, years, exitMultiple };
  const [low, high] = [first, second].map((value) =>
    requiredRevenueGrowth(value, revenues.trailing, buyerOf),
  );
  return {
    v500_r13: talks?.value?.point,
    v500_r20: on(talks, revenues.runRate),
    v500_r100: on(talks, revenues.target2027),
    v1000_r13: listing?.value?.point,
    v1000_r20: on(listing, revenues.runRate),
    v1000_r100: on(listing, revenues.target2027),
    band500_13: talks?.severity,
    band1000_13: listing?.severity,
    reqCagr500: low?.growth,
    reqRev500: low?.finalRevenue,
    reqCagr1000: high?.growth,
    reqRev1000: high?.finalRevenue,
  };
};

const terms: Measured = ({ annual, years, assetLives, gwPerWeek, commit, revenue }) => {
  const tenor = { tenorYearsLo: years, tenorYearsHi: years, terms: 'Nvidia GPUs.' };
  const deal = purchase('dea_aws', annual * years * BN, { extra: tenor });
  const [, own] = flagsOf(takeOrPayInflexibility, { deals: [deal] });
  const debt = rowsOf(own, 'As debt, if it is fixed');
  const lives = (assetLives as number[]).map((life) => {
    const useful = { metric: 'useful-life', unit: 'years', amount: life, about: seller.id } as const;
    return [`${life}y`, flagOf(tenorLifeMismatch, { deals: [deal], figures: figures(useful) })] as const;
  });
  const target = {
    metric: 'capacity',
    unit: 'GW/week',
    amount: gwPerWeek,
    basis: 'target',
    status: 'projected',
  } as const;
  const capacity = flagOf(capacityFeasibility, {
    figures: figures(revenueOf(revenue), target, totalOf(commit)),
  });
  const ends = ({ lo, hi }: Interval) => [lo, hi];
  const wanted = rowOf(capacity, 'Capacity and its cost', 'Wanted, each year');
  const paid = rowOf(capacity, 'Capacity and its cost', 'Paid for by all commitments');
  return {
    pv: pointOf(debt[0]?.[0]) / BN,
    ...Object.fromEntries(debt.map((row) => [`imputed${pointOf(row[1]) * 100}`, pointOf(row[2]) / BN])),
    tenorRatio: Object.fromEntries(lives.map(([life, flag]) => [life, flag.value?.point])),
    bands: Object.fromEntries(lives.map(([life, flag]) => [life, flag.severity])),
    gwImplied: ends(intervalOf(paid[1])),
    gwPerYear: pointOf(wanted[1]),
    annualCost: ends(intervalOf(wanted[3])).map((end) => (end ?? 0) / BN),
    yearsOfNAcapacityPerYear: pointOf(wanted[4]),
    annualCostToRevenue: [capacity.value?.lo, capacity.value?.hi],
  };
};

export const funding: Readonly<Record<string, Measured>> = {
  TV01: ratios,
  TV02: nextYear,
  TV03: growth,
  TV04: gaps,
  TV05: losses,
  TV26: valuations,
  TV27: terms,
};
