import { DEFAULT_POLICY } from '#core/figures/policy.ts';
import { impliedValueBefore } from '#core/metrics/implied-value.ts';
import { indexLedger } from '#core/metrics/ledger-index.ts';
import { recalculations } from '#core/metrics/recalculation.ts';
import type { DealFacts } from '#core/model/ledger-view.ts';
import { toStored } from '#core/quantities/unit.ts';
import { claimArithmetic } from '#core/signals/claim-arithmetic.ts';
import { conflictOfInterest } from '#core/signals/conflict-of-interest.ts';
import { dealSizeVsVendor } from '#core/signals/deal-size-vs-vendor.ts';
import type { SignalDefinition } from '#core/signals/definition.ts';
import { marketShareErosion } from '#core/signals/market-share-erosion.ts';
import { nonBindingReliance } from '#core/signals/non-binding-reliance.ts';
import { relatedParty } from '#core/signals/related-party.ts';
import { runSignals } from '#core/signals/run.ts';
import { supplierConcentration } from '#core/signals/supplier-concentration.ts';
import { unfundedCommitments } from '#core/signals/unfunded-commitments.ts';
import { vendorFinancingShare } from '#core/signals/vendor-financing-share.ts';
import { reactionRow } from '../../core/event-rows.ts';
import {
  buys,
  cloud,
  earns,
  flagsOn,
  fund,
  funds,
  lab,
  onlyFlag,
  rival,
  source,
} from '../../core/signals/flow-rows.ts';
import { entityRow, figureRow } from '../../core/view-rows.ts';
import { sampleView } from '../../main/signals/sample-view.ts';
import { intervalOf, pointOf, rowOf, rowsOf } from './rows.ts';
import type { Measured } from './tree.ts';

const BN = 1e9;
/** The day on which the case is read; the vectors hold on any later one too. */
const AS_OF = '2025-11-30';
const AWS = 'OpenAI buys cloud compute from AWS';

/** The statements of the five articles, worked out again on the sample ledger. */
const statements: Measured = () => {
  const { view, openai } = sampleView(AS_OF);
  const index = indexLedger(view);
  const subject = index.entities.get(openai);
  if (subject === undefined) throw new Error('No OpenAI.');
  const again = recalculations({ index, subject, policy: DEFAULT_POLICY });
  const worked = (metric: string, basis?: string) => {
    const found = again.find(
      ({ stated }) => stated.metric === metric && (basis ?? stated.basis) === stated.basis,
    );
    if (found === undefined) throw new Error(`${metric} is not worked out again.`);
    return found.again.point ?? Number.NaN;
  };
  const flag = (signal: SignalDefinition, scope = 'total', measure: string | null = null) =>
    runSignals({ view, subjectIds: [openai], sets: [], signals: [signal] }).find(
      (one) => (one.scope.kind === 'total' ? 'total' : one.scope.name) === scope && one.measure === measure,
    );
  const erosion = flag(marketShareErosion, 'AWS');
  const [change] = rowsOf(erosion, 'Share of the market');
  const peers = rowsOf(erosion, 'Growth beside others').slice(1);
  const gap = (name: string) => pointOf(peers.find(([cell]) => cell === name)?.[2]);
  const shares = rowOf(flag(supplierConcentration, 'total', 'hhi'), 'Shares', 'Not named');
  const left = rowOf(flag(unfundedCommitments, AWS), 'Sources and uses', 'if all money in talks arrives');
  const orders = rowsOf(
    flag(claimArithmetic, 'total', 'amounts'),
    'Orders of magnitude, by each source’s own numbers',
  ).find((row) => pointOf(row[4]) === 20 * BN);
  const moves = [
    reactionRow('rea_1', 'ent_a', 'dea_a', source, {
      percent: toStored(5, 'percent'),
      percentUnit: 'percent',
    }),
    reactionRow('rea_2', 'ent_a', 'dea_a', source, {
      valueChange: toStored(140 * BN, 'USD'),
      valueUnit: 'USD',
    }),
  ];
  const reported = view.reactions.filter(({ entityId }) => index.entities.get(entityId)?.name === 'Amazon');
  const implied = impliedValueBefore(reported);
  if (implied?.before !== impliedValueBefore(moves)?.before) throw new Error('The case moved otherwise.');
  return {
    aws_per_year: worked('deal-rate', 'run-rate') / BN,
    aws_per_month: worked('deal-rate', 'month') / BN,
    aws_per_day_365: worked('deal-rate', 'day') / 1e6,
    aws_share_pct: worked('compute-share'),
    quarter_from_annual: worked('revenue', 'quarter') / BN,
    loss_floor: worked('net-loss') / BN,
    requests_per_day_bn: worked('requests', 'day') / BN,
    implied_amzn_cap_bn: (implied?.before ?? 0) / BN,
    share_change_pp: pointOf(change?.[2]),
    share_change_rel: pointOf(change?.[3]),
    growth_gap_pp: [gap('Azure'), gap('Google Cloud')],
    residual_named: pointOf(shares[1]) / BN,
    orders_of_magnitude: pointOf(orders?.[1]),
    amazon_residual: intervalOf(left[2]).lo / BN,
  };
};

const toHolder = buys(lab, cloud, { amount: 250 });
const others = buys(lab, fund, { amount: 360.4 });
const holding = funds(cloud, lab, { amount: 13 });

/** Other ratios of the case, on small companies with its amounts. */
const caseRatios: Measured = () => {
  const exposure = (amount: number) => {
    const deals = [funds(cloud, lab, { amount: 10 }), funds(cloud, rival, { amount })];
    return onlyFlag(flagsOn(conflictOfInterest, { deals })).value?.point;
  };
  const total = figureRow({
    id: 'fig_total',
    about: lab.id,
    metric: 'total-commitments',
    source,
    amount: 1_400,
  });
  const related = onlyFlag(flagsOn(relatedParty, { deals: [others, toHolder, holding], figures: [total] }));
  const talks = funds(cloud, lab, { amount: 10, status: 'in-talks' });
  const relied = onlyFlag(
    flagsOn(nonBindingReliance, { deals: [funds(fund, lab, { amount: 13, status: 'completed' }), talks] }),
  );
  const unfunded = flagsOn(unfundedCommitments, { deals: [buys(lab, cloud, { amount: 38 }), talks] }).find(
    ({ scope }) => scope.kind === 'deal',
  );
  const lent = [funds(cloud, lab, { amount: 8.1 }), buys(lab, cloud, { amount: 20 })];
  const lender = onlyFlag(
    flagsOn(vendorFinancingShare, { deals: lent, figures: [earns(cloud, 37.92)] }, cloud),
    'of-revenue',
  );
  const backlog = figureRow({ id: 'fig_backlog', about: cloud.id, metric: 'backlog', source, amount: 455 });
  const sevenYears: Partial<DealFacts> = { tenorYearsLo: 7, tenorYearsHi: 7 };
  const size = (deal: DealFacts, figures: readonly ReturnType<typeof earns>[], measure: string | null) =>
    onlyFlag(flagsOn(dealSizeVsVendor, { deals: [deal], figures }), measure).value?.point;
  const microsoft = entityRow('ent_microsoft', 'Microsoft');
  const vendors = flagsOn(vendorFinancingShare, {
    entities: [cloud, fund, lab, microsoft, rival],
    deals: [
      funds(microsoft, lab, { amount: 13 }),
      buys(lab, microsoft, { amount: 250 }),
      talks,
      buys(lab, cloud, { amount: 38 }),
    ],
  });
  return {
    rivalExposure8: exposure(8),
    rivalExposure4: exposure(4),
    relatedPartyNamed: related.value?.point,
    relatedPartyAgg: related.alternatives[0]?.value?.point,
    nonBindingShareOfFundingForAWS: relied.alternatives.find(({ label }) => label.includes('alone'))?.value
      ?.point,
    unfundedAWS: [unfunded?.value?.lo, unfunded?.value?.point],
    lookLucent: lender.value?.point,
    oracleBacklogExt: size(buys(lab, cloud, { amount: 300 }), [backlog], 'backlog'),
    awsAnnualToAwsRevenueExt: size(
      buys(lab, cloud, { amount: 38, extra: sevenYears }),
      [earns(cloud, 107.6)],
      null,
    ),
    inTalksOfKnownFunding: relied.value?.point,
    vendorFundedOfMsAmzn: vendors[0]?.alternatives.find(({ label }) => label === 'All vendors together')
      ?.value?.point,
  };
};

export const claims: Readonly<Record<string, Measured>> = { TV28: statements, TV31: caseRatios };
