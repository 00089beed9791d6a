import { agreementOf } from '#core/figures/agreement.ts';
import { concentrationOf, effectiveCount } from '#core/metrics/concentration.ts';
import { daysApart } from '#core/metrics/day-window.ts';
import { dateSpreadOf } from '#core/metrics/disagreement.ts';
import { lookedThrough } from '#core/metrics/look-through.ts';
import { opinionOf } from '#core/metrics/stance.ts';
import { addDays, weekdayOf } from '#core/quantities/day.ts';
import { exactly } from '#core/quantities/interval.ts';
import { bandOf } from '#core/signals/bands.ts';
import { commitmentReconciliation } from '#core/signals/commitment-reconciliation.ts';
import type { DispositionState } from '#core/signals/disposition.ts';
import type { Band } from '#core/signals/flag.ts';
import { gradeFrom } from '#core/signals/grade.ts';
import { keyDateProximity } from '#core/signals/key-date-proximity.ts';
import { singleSourceDependency } from '#core/signals/single-source-dependency.ts';
import { sourceDisagreement } from '#core/signals/source-disagreement.ts';
import { supplierConcentration } from '#core/signals/supplier-concentration.ts';
import { keyDateRow } from '../../core/event-rows.ts';
import { BN, buyer, figures, flagOf, flagsOf, purchase, source } from '../../core/signals/one-signal.ts';
import { entityRow } from '../../core/view-rows.ts';
import { pointOf, rowOf } from './rows.ts';
import type { Measured } from './tree.ts';

const concentration: Measured = ({ named, aggregate }) => {
  const suppliers = Object.entries<number>(named).map(([name, amount]) => ({
    entity: entityRow(`ent_${name}`, name),
    amount,
  }));
  const deals = suppliers.map(({ entity, amount }) =>
    purchase(`dea_${entity.name}`, amount * BN, {
      parties: [
        ['payer', buyer],
        ['payee', entity],
      ],
    }),
  );
  const rows = {
    entities: [buyer, ...suppliers.map(({ entity }) => entity)],
    deals,
    figures: figures({ metric: 'total-commitments', amount: aggregate * BN }),
  };
  const [hhi, top1, top3] = flagsOf(supplierConcentration, rows);
  const gap = flagOf(commitmentReconciliation, rows);
  const share = (name: string, at: 2 | 3) => pointOf(rowOf(hhi, 'Shares', name)[at]);
  const of = (at: 2 | 3) =>
    Object.fromEntries(suppliers.map(({ entity: { name } }) => [name, share(name, at)]));
  const found = concentrationOf({
    amounts: suppliers.map(({ amount }) => exactly(amount)),
    total: exactly(aggregate),
    hasUnknown: false,
  });
  const [measure] = supplierConcentration.measures;
  return {
    namedTotal: pointOf(rowOf(hhi, 'Shares', 'Named together')[1]) / BN,
    residual: pointOf(rowOf(hhi, 'Shares', 'Not named')[1]) / BN,
    residualShare: gap.value?.point,
    coverage: found?.coverage,
    namedShares: of(2),
    hhiNamed: hhi?.value?.point,
    top1Named: top1?.value?.point,
    top3Named: top3?.value?.point,
    sharesOfAggregate: of(3),
    hhiLowerBound: hhi?.value?.lo,
    hhiResidualOneUnnamed: hhi?.alternatives[0]?.value?.point,
    hhiUpperBound: hhi?.value?.hi,
    effectiveN: found === null ? null : effectiveCount(found),
    awsShareOfAggregate: share('Amazon', 3),
    bandNamed: hhi?.severity,
    bandLower: bandOf(hhi?.value?.lo ?? 0, measure.defaults, false),
    bandUpper: hhi?.bandHi,
  };
};

const textbook: Measured = ({ cases }) =>
  cases.map((shares: number[]) => {
    const found = concentrationOf({ amounts: shares.map(exactly), total: null, hasUnknown: false });
    return (found?.hhi.point ?? 0) * 10_000;
  });

const lookThrough: Measured = ({ tier1, tier2ShareOfNvidia }) => {
  const weights = Object.entries<number>(tier1);
  const behind = lookedThrough(
    weights.map(([name, weight]) => ({ weight, share: exactly(tier2ShareOfNvidia[name]) })),
  );
  const direct = concentrationOf({
    amounts: weights.map(([, weight]) => exactly(weight)),
    total: null,
    hasUnknown: false,
  });
  const [first, second] = singleSourceDependency.measures;
  const band = (share: number | null | undefined, measure = first) =>
    bandOf(share ?? 0, measure.defaults, measure.isLowerWorse);
  return {
    nvidiaLookThrough: behind?.point,
    top1Tier1: direct?.top1.point,
    bandTier1: band(direct?.top1.point),
    bandTier2: band(behind?.point, second),
  };
};

interface Claim {
  readonly src: string;
  readonly lo: number;
  readonly point: number;
  readonly hi: number | null;
}

const disagreement: Measured = ({ cases, thresholds }) =>
  cases.map(({ name, claims }: { name: string; claims: readonly Claim[] }) => {
    const found = agreementOf(claims.map(({ src, ...amount }) => ({ id: src, amount })));
    const [watch, warn, critical] = thresholds;
    const [measure] = sourceDisagreement.measures;
    const isDefault = JSON.stringify(measure.defaults) === JSON.stringify({ watch, warn, critical });
    return {
      name,
      median: found?.median,
      rawSpread: found?.bareSpread,
      conflictSpread: found?.spread,
      commonOverlap: found?.hasCommonGround,
      disjointPairs: found?.contradictions.map(([a, b]) => [a.id, b.id]),
      severity: isDefault ? bandOf(found?.spread ?? 0, measure.defaults, false) : 'other thresholds',
      hull: [found?.hull.lo, found?.hull.hi ?? 'inf'],
    };
  });

const OCTOBER = { first: '2025-10-01', last: '2025-10-31' };

const dates: Measured = ({ event: text, claims }) => {
  const day = String(text).slice(0, 10);
  const event = { first: day, last: day };
  const apart = (claim: string) => daysApart(event, { first: claims[claim], last: claims[claim] }).lo;
  const end = (id: string, on: string) => keyDateRow(id, 'Exclusivity ends', source, { on });
  const month = daysApart(event, OCTOBER);
  const said = ['seed000_five_days_before', 'seed000_friday', 'seed000_QA'];
  const [measure] = keyDateProximity.measures;
  const band = (days: number) => bandOf(days, measure.defaults, measure.isLowerWorse);
  return {
    daysBeforeEvent: {
      ...Object.fromEntries([...said, 'ext_definitive_agreement'].map((claim) => [claim, apart(claim)])),
      seed004_october_month: month.lo,
    },
    weekdays: Object.fromEntries(
      [
        day,
        claims.seed000_QA,
        addDays(claims.seed000_QA, 3),
        claims.ext_definitive_agreement,
        claims.seed000_five_days_before,
      ].map((on) => [`d${on.replaceAll('-', '')}`, weekdayOf(on)]),
    ),
    spreadDays: dateSpreadOf(said.map((claim) => end(claim, claims[claim]))).nearest,
    seed004MonthWindowDays: [month.lo, month.hi],
    bandAt5days: band(5),
    bandAt283: band(283),
  };
};

const stances: Measured = ({ independent, affiliated }) => {
  const of = (...groups: Record<string, number>[]) => {
    const votes = groups.flatMap((group) => Object.values(group)).map((stance) => ({ stance }));
    const found = opinionOf(votes);
    return {
      n: found?.count,
      mean: found?.mean,
      dispersion: found?.dispersion,
      pos: found?.inFavour,
      neg: found?.against,
      neu: found?.neutral,
    };
  };
  return { independent: of(independent), all: of(independent, affiliated), affiliatedOnly: of(affiliated) };
};

const BANDS: readonly Band[] = ['clear', 'watch', 'warn', 'critical'];
type Row = readonly [family: string, pillar: string, severity: number, disposition: DispositionState];

const grades: Measured = ({ cases }) =>
  cases.map(({ flags, coverage }: { flags: readonly Row[]; coverage: number }) => {
    const graded = flags.map(([family, pillar, severity, disposition]) => ({
      family,
      pillar,
      severity: BANDS[severity] ?? 'clear',
      disposition,
    }));
    return gradeFrom(graded, coverage).grade;
  });

export const evidence: Readonly<Record<string, Measured>> = {
  TV08: concentration,
  TV09: textbook,
  TV10: lookThrough,
  TV11: disagreement,
  TV12: dates,
  TV13: stances,
  TV29: grades,
};
