import type { KnownChoice } from '../figures/choice.ts';
import { exactly } from '../quantities/interval.ts';
import { type DealPlan, planOf } from '../schedule/deal-plan.ts';
import { calendarYear } from '../schedule/span.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import { type FundingOnFile, fundedWithin, fundingOnFile, isDated } from './funding.ts';
import { gapOutlook, type Outlook } from './gap-outlook.ts';
import { generalTenor } from './general-tenor.ts';
import { OVER_SCHEDULED, UNTIMED, type Untimed } from './next-year-burden.ts';
import { firstOpenYear, type RevenuePath, revenuePath } from './revenue-path.ts';
import type { Study } from './study.ts';
import type { DuesBasis } from './yearly-dues.ts';

/** What a subject has to pay year by year and what it has to pay with: one reading for the signal and for the overview. */
export interface GapCase {
  readonly study: Study;
  readonly exposure: Exposure;
  readonly path: RevenuePath;
  readonly tenor: KnownChoice | null;
  readonly basis: DuesBasis;
  readonly firstYear: number;
  readonly funding: FundingOnFile;
  /** Named deals that are in no year. */
  readonly undated: readonly Untimed[];
  /** When each deal that is in the years falls due; empty where the stated total stands for all. */
  readonly plans: readonly DealPlan[];
}

export interface GapSearch {
  readonly found: GapCase | null;
  /** What is not on file, as noun phrases; empty where a case was found. */
  readonly missing: readonly string[];
  readonly exposure: Exposure;
}

export function gapCaseOf(study: Study): GapSearch {
  const exposure = exposureOf(study);
  const path = revenuePath(study);
  const tenor = generalTenor(study);
  const { basis, undated, plans } = basisOf(exposure, tenor);
  const missing = [
    ...(path === null ? ['annual revenue of a present or past year'] : []),
    ...(basis === null ? [missingDues(exposure)] : []),
  ];
  if (path === null || basis === null) return { found: null, missing, exposure };
  const firstYear = firstOpenYear(path, study.index.view.asOf);
  const funding = fundingOnFile(study, path.base.choice.unit);
  const found = { study, exposure, path, tenor, basis, firstYear, funding, undated, plans };
  return { found, missing, exposure };
}

interface Basis extends Pick<GapCase, 'undated' | 'plans'> {
  readonly basis: DuesBasis | null;
}

/** The stated total over the tenor of commitments in general; otherwise the deals whose timing is known. */
function basisOf({ stated, commitments }: Exposure, tenor: KnownChoice | null): Basis {
  if (stated !== null && tenor !== null)
    return {
      basis: { kind: 'stated', total: stated.choice.amount, tenor: tenor.amount },
      undated: [],
      plans: [],
    };
  const generalTenor = tenor?.amount ?? null;
  const planned = commitments.named.map((commitment) => ({
    commitment,
    plan: planOf(commitment, generalTenor),
  }));
  const timed = planned.filter(({ plan }) => reasonUntimed(plan) === null);
  const undated = planned.flatMap(({ commitment, plan }) => {
    const reason = reasonUntimed(plan);
    return reason === null ? [] : [{ commitment, reason }];
  });
  const plans = timed.map(({ plan }) => plan);
  if (timed.length === 0) return { basis: null, undated, plans };
  const named = timed.map(({ commitment }) => commitment);
  return { basis: { kind: 'named', named, generalTenor }, undated, plans };
}

function reasonUntimed({ kind }: DealPlan): string | null {
  if (kind === 'untimed') return UNTIMED;
  return kind === 'over' ? OVER_SCHEDULED : null;
}

function missingDues({ stated, commitments }: Exposure): string {
  return stated !== null || commitments.named.length > 0
    ? 'schedule, days or tenor of a deal, or the tenor of commitments in general'
    : 'stated total of commitments with their tenor, or a deal with a disclosed amount and a tenor';
}

/** Null where nothing falls due from the first year on. */
export function outlookOf(reviewed: GapCase, basis: DuesBasis, shareOfRevenue: number): Outlook | null {
  const { path, firstYear, funding } = reviewed;
  const { unit } = path.base.choice;
  const dated = funding.signed.filter((one) => isDated(one, unit));
  return gapOutlook({
    path,
    basis,
    firstYear,
    shareOfRevenue,
    fundedIn: (year) => (dated.length === 0 ? exactly(0) : fundedWithin(dated, calendarYear(year), unit)),
  });
}
