import { groupBy } from '../group-by.ts';
import type { FigureFacts } from '../model/ledger-view.ts';
import type { Day } from '../quantities/day.ts';
import { byText } from '../text-order.ts';
import { basisGroupOf } from './basis.ts';
import { inIdOrder } from './ranking.ts';

/**
 * Which claims speak of the same thing (METHODS §1 D, §2.4): one entity or deal, metric, unit, basis and period.
 * Law: what differs in one of these, in what is counted or in the kind of books is told apart and is no contradiction.
 */
export interface Matter {
  /**
   * Names the matter within the metric of one entity or deal: unit, basis and period, and where several share these,
   * their order of recording. Another claim on the matter does not change it.
   */
  readonly key: string;
  /** By id; each speaks of the same period and counts the same as at least one other. */
  readonly claims: readonly FigureFacts[];
}

/** Why two claims cannot contradict each other, in words; null where they can. */
export type Difference = 'unit' | 'basis' | 'period' | 'definition' | 'accounting';

export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  unit: 'another currency or unit',
  basis: 'another basis',
  period: 'another period',
  definition: 'counts something else',
  accounting: 'other books',
};

/** Groups claims on one metric of one entity or deal; every claim is in exactly one matter. */
export function mattersOf(figures: readonly FigureFacts[], asOf: Day): readonly Matter[] {
  const compare = comparison(figures, asOf);
  const left = figures.toSorted(inIdOrder);
  const matters: Claims[] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const claims = [first];
    for (const claim of claims) {
      const joined = left.filter((other) => isSameMatter(compare(claim, other)));
      claims.push(...joined);
      for (const one of joined) left.splice(left.indexOf(one), 1);
    }
    matters.push(claims.toSorted(inIdOrder));
  }
  const keys = keysOf(matters, figures, asOf);
  return matters.map((claims) => ({ key: keys.get(claims) ?? '', claims }));
}

type Claims = readonly FigureFacts[];

/** Of matters alike in unit, basis and period the one recorded first keeps the plain key, so that a later one adds its own. */
function keysOf(
  matters: readonly Claims[],
  figures: readonly FigureFacts[],
  asOf: Day,
): ReadonlyMap<Claims, string> {
  const years = presentYears(
    figures.map((figure) => traitsOf(figure, asOf)),
    Number(asOf.slice(0, 4)),
  );
  const inOrder = matters.toSorted((a, b) => firstSeq(a) - firstSeq(b) || byText(firstId(a), firstId(b)));
  const alike = groupBy(inOrder, (claims) => plainKeyOf(claims, asOf, years));
  return new Map(
    [...alike].flatMap(([key, group]) =>
      group.map((claims, at) => [claims, at === 0 ? key : `${key} ${at + 1}`] as const),
    ),
  );
}

function firstSeq(claims: Claims): number {
  return Math.min(...claims.map(({ recordedSeq }) => recordedSeq));
}

function firstId([first]: Claims): string {
  return first?.id ?? '';
}

/** `USD annual-actual 2025`: unit and basis are those of every claim. */
function plainKeyOf(claims: Claims, asOf: Day, years: ReadonlyMap<string, string | null>): string {
  const [first] = claims;
  if (first === undefined) return '';
  const basis = basisOf(first, asOf);
  const periods = claims.map((claim) => periodOf(claim) ?? years.get(basis) ?? 'undated');
  return `${first.unit} ${basis} ${periods.toSorted(byText)[0] ?? 'undated'}`;
}

/** A calendar year by its number, so that it is one period whether a source gives its days or not. */
function periodOf(figure: FigureFacts): string | null {
  const { periodStart, periodEnd } = figure;
  const years = yearsOf(figure);
  if (periodStart === null || periodEnd === null) return years;
  const isWhole = periodStart.endsWith('-01-01') && periodEnd.endsWith('-01-01');
  return isWhole ? years : `${periodStart} ${periodEnd}`;
}

/** Accrual and cash are kept side by side, since most sources mean the same loss by either word. */
function isSameMatter(difference: Difference | null): boolean {
  return difference === null || difference === 'accounting';
}

/** Compares claims within all that is on file for one metric of one entity or deal. */
export function comparison(
  figures: readonly FigureFacts[],
  asOf: Day,
): (a: FigureFacts, b: FigureFacts) => Difference | null {
  const traits = new Map(figures.map((figure) => [figure.id, traitsOf(figure, asOf)]));
  const present = presentYears([...traits.values()], Number(asOf.slice(0, 4)));
  return (a, b) => {
    const [one, other] = [traits.get(a.id), traits.get(b.id)];
    if (one === undefined || other === undefined || a.unit !== b.unit) return 'unit';
    if (one.basis !== other.basis) return 'basis';
    if (!isSamePeriod(one, other, present.get(one.basis) ?? null)) return 'period';
    if (!isSameDefinition(a.definition, b.definition)) return 'definition';
    const isOtherBooks = a.accounting !== null && b.accounting !== null && a.accounting !== b.accounting;
    return isOtherBooks ? 'accounting' : null;
  };
}

/** What places a claim in time and among the bases; worked out once for each. */
interface Traits {
  readonly sourceId: string;
  readonly label: string | null;
  readonly basis: string;
  /** Both days of the period, or null. */
  readonly days: string | null;
  /** `2025`, or `2026 2027` for a period over several years; null where neither days nor words name one. */
  readonly years: string | null;
}

function traitsOf(figure: FigureFacts, asOf: Day): Traits {
  const { sourceId, periodStart, periodEnd, periodLabel: label } = figure;
  const days = periodStart === null || periodEnd === null ? null : `${periodStart} ${periodEnd}`;
  return { sourceId, label, basis: basisOf(figure, asOf), days, years: yearsOf(figure) };
}

/** A month and a day are no versions of each other, nor is a target one of a projection. */
function basisOf(figure: FigureFacts, asOf: Day): string {
  const group = basisGroupOf(figure, asOf);
  return group === 'short-actual' || figure.basis === 'target' ? figure.basis : group;
}

function yearsOf({ periodStart, periodEnd, periodLabel }: FigureFacts): string | null {
  if (periodStart !== null && periodEnd !== null) {
    const last = Number(periodEnd.slice(0, 4)) - (periodEnd.endsWith('-01-01') ? 1 : 0);
    return [...new Set([Number(periodStart.slice(0, 4)), last])].join(' ');
  }
  const day = periodEnd ?? periodStart;
  const named = day === null ? (periodLabel?.match(/\b(?:19|20)\d\d\b/g) ?? []) : [day.slice(0, 4)];
  return named.length === 0 ? null : [...new Set(named)].join(' ');
}

/**
 * A claim without a period speaks of the latest year that others on its basis name, unless that year is to come, is
 * more than two years back, or is told apart by a source that has a claim for it beside one without a year.
 */
function presentYears(traits: readonly Traits[], asOfYear: number): ReadonlyMap<string, string | null> {
  const byBasis = groupBy(traits, ({ basis }) => basis);
  return new Map([...byBasis].map(([basis, group]) => [basis, presentYear(group, asOfYear)]));
}

function presentYear(traits: readonly Traits[], asOfYear: number): string | null {
  const years = traits.flatMap(({ years: named }) => (named === null ? [] : [named]));
  const past = years.filter((year) => /^\d{4}$/.test(year) && Number(year) <= asOfYear);
  const latest = past.toSorted(byText).at(-1);
  if (latest === undefined || Number(latest) < asOfYear - 2) return null;
  const undated = new Set(traits.filter((one) => one.years === null).map(({ sourceId }) => sourceId));
  const isToldApart = traits.some((one) => one.years === latest && undated.has(one.sourceId));
  return isToldApart ? null : latest;
}

function isSamePeriod(a: Traits, b: Traits, present: string | null): boolean {
  if (a.days !== null && b.days !== null) return a.days === b.days;
  if (a.years === null && b.years === null) return a.sourceId !== b.sourceId || a.label === b.label;
  if (a.years !== null && b.years !== null) return a.years === b.years;
  return (a.years ?? b.years) === present;
}

/** A source that does not say what it counts counts the usual; two that say are alike if half of their words are. */
function isSameDefinition(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true;
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return 2 * shared >= wordsA.size + wordsB.size - shared;
}

function wordsOf(definition: string): ReadonlySet<string> {
  return new Set(definition.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []);
}
