import { headlineOf, type Interval } from '../quantities/interval.ts';
import type { Measure, Outcome } from './definition.ts';
import type { Band, Flag, Severity, Thresholds } from './flag.ts';

/** From best to worst, so that the place is the rank. */
const ORDER: readonly Severity[] = ['clear', 'watch', 'warn', 'critical'];

/** METHODS §0.5: strictly above the threshold, or strictly below it where low is bad; never rounded first. */
export function bandOf(measured: number, thresholds: Thresholds, isLowerWorse: boolean): Band {
  const passes = (threshold: number) => (isLowerWorse ? measured < threshold : measured > threshold);
  if (passes(thresholds.critical)) return 'critical';
  if (passes(thresholds.warn)) return 'warn';
  return passes(thresholds.watch) ? 'watch' : 'clear';
}

export interface Verdict {
  readonly severity: Severity;
  readonly bandLo: Band | null;
  readonly bandHi: Band | null;
  readonly certainty: Flag['certainty'];
}

/** Bands the headline and both ends (METHODS §0.6); what could not be computed keeps its own state. */
export function verdictOf(outcome: Outcome, measure: Measure, thresholds: Thresholds): Verdict {
  if (outcome.state === 'ruled') return ruledVerdict(outcome);
  if (outcome.state !== 'ok') return { severity: outcome.state, bandLo: null, bandHi: null, certainty: null };
  const { measured, criticalAtOnce } = outcome;
  const band = (amount: number) => bandOf(amount, thresholds, measure.isLowerWorse);
  const severity = criticalAtOnce?.point === true ? 'critical' : band(headlineOf(measured));
  const bandLo = criticalAtOnce?.all === true ? 'critical' : band(measured.lo);
  const bandHi = criticalAtOnce?.some === true ? 'critical' : band(highEndOf(measured));
  return { severity, bandLo, bandHi, certainty: bandLo === bandHi ? 'certain' : 'possible' };
}

/** A rule says the same at both ends; without an amount there are no ends to judge. */
function ruledVerdict({ severity, measured }: Extract<Outcome, { state: 'ruled' }>): Verdict {
  if (measured === null) return { severity, bandLo: null, bandHi: null, certainty: null };
  return { severity, bandLo: severity, bandHi: severity, certainty: 'certain' };
}

export function worseOf(a: Band, b: Band): Band {
  return rank(a) >= rank(b) ? a : b;
}

export function milderOf(a: Band, b: Band): Band {
  return rank(a) <= rank(b) ? a : b;
}

export function isBand(severity: Severity): severity is Band {
  return rank(severity) >= 0;
}

function highEndOf({ hi }: Interval): number {
  return hi ?? Number.POSITIVE_INFINITY;
}

function rank(severity: Severity): number {
  return ORDER.indexOf(severity);
}
