import { amountOf } from '../figures/amount.ts';
import { policyInForce } from '../figures/picks.ts';
import { mostReliableFirst } from '../figures/ranking.ts';
import { type Exposure, exposureOf, totalCommitments } from '../metrics/exposure.ts';
import { indexLedger } from '../metrics/ledger-index.ts';
import { residualOf } from '../metrics/residual.ts';
import { comparableRevenues } from '../metrics/revenue.ts';
import type { Study } from '../metrics/study.ts';
import type { LedgerView } from '../model/ledger-view.ts';
import { divide } from '../quantities/interval.ts';
import { commitmentToRevenue } from '../signals/commitment-to-revenue.ts';
import type { Flag, Thresholds } from '../signals/flag.ts';
import { amountWords } from '../signals/words.ts';
import { type CounterpartyBar, commitmentsByCounterparty } from './overview-counterparties.ts';
import { type OverviewTile, tilesOf } from './overview-tiles.ts';

/** The overview of one subject, ready to draw. Money in full units of `currency`; null is unknown, never zero. */
export interface Overview {
  readonly asOf: string;
  readonly subject: { readonly id: string; readonly name: string };
  /** Empty where no amount of money about the subject is on file. */
  readonly currency: string;
  readonly tiles: OverviewTile[];
  readonly commitmentsToRevenue: { readonly thresholds: Thresholds; readonly bars: RevenueBar[] };
  readonly byCounterparty: CounterpartyBar[];
  /** What the stated total holds beyond the named deals; null where no total is stated. */
  readonly unitemised: number | null;
}

/** Commitments over one revenue on file. */
export interface RevenueBar {
  readonly label: string;
  readonly ratio: NonNullable<Flag['value']>;
  readonly basis: string;
  readonly source: string;
  readonly isHeadline: boolean;
}

export interface OverviewRequest {
  readonly view: LedgerView;
  readonly subjectId: string;
  /** Flags of this subject, as `evaluateSignals` gives them for the same view. */
  readonly flags: readonly Flag[];
}

/** Throws RangeError for a subject that is not in the view. */
export function composeOverview({ view, subjectId, flags }: OverviewRequest): Overview {
  const index = indexLedger(view);
  const subject = index.entities.get(subjectId);
  if (subject === undefined) throw new RangeError(`No entity ${subjectId} is in the ledger at this moment.`);
  const study: Study = { index, subject, policy: policyInForce(view) };
  const exposure = exposureOf(study);
  const own = flags.filter((flag) => flag.subjectId === subjectId);
  const unitemised = unitemisedOf(exposure);
  return {
    asOf: view.asOf,
    subject: { id: subject.id, name: subject.name },
    currency: exposure.currency ?? '',
    tiles: tilesOf(exposure, own, unitemised),
    commitmentsToRevenue: { thresholds: linesOf(own), bars: barsOf(study, exposure) },
    byCounterparty: commitmentsByCounterparty(exposure.commitments, subject),
    unitemised,
  };
}

function unitemisedOf({ stated, commitments }: Exposure): number | null {
  return stated === null
    ? null
    : residualOf(stated.choice.amount, commitments.named, stated.choice.unit).amount;
}

/** The thresholds in force for the whole of the subject, the defaults where the signal gave no flag. */
function linesOf(flags: readonly Flag[]): Thresholds {
  const flag = flags.find(({ signal, scope }) => signal === commitmentToRevenue.id && scope.kind === 'total');
  const { watch, warn, critical } = flag?.thresholds ?? commitmentToRevenue.measures[0].defaults;
  return { watch, warn, critical };
}

/** The revenue of the headline first, then the others from the most reliable on. */
function barsOf(study: Study, exposure: Exposure): RevenueBar[] {
  const total = totalCommitments(exposure);
  const { revenue } = exposure;
  if (total === null || revenue === null) return [];
  const headline = new Set(revenue.choice.figures.map(({ id }) => id));
  const figures = comparableRevenues(study, revenue.choice.unit).toSorted(
    (a, b) => Number(headline.has(b.id)) - Number(headline.has(a.id)) || mostReliableFirst(a, b),
  );
  return figures.flatMap((figure) => {
    const amount = amountOf(figure);
    const quotient = amount === null ? null : divide(total, amount);
    if (amount === null || quotient?.state !== 'ok') return [];
    const period = figure.periodLabel === null ? '' : `, ${figure.periodLabel}`;
    return [
      {
        label: `${amountWords(amount, figure.unit)}${period}`,
        ratio: quotient.ratio,
        basis: figure.basis,
        source: figure.source.title,
        isHeadline: headline.has(figure.id),
      },
    ];
  });
}
