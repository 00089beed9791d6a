import { twoSidedT } from './distributions.ts';
import { expectedBy, type MarketModel, type PairedReturn, sum } from './market-model.ts';

/** What a share did over an event window beyond what the market model expects, with its test (MacKinlay 1997). */
export interface AbnormalReturn {
  readonly parts: readonly DailyAbnormal[];
  /** Cumulative abnormal return, the sum of the parts. */
  readonly cumulative: number;
  /** With the error of the estimated model; `simpleError` leaves it out, as for a long estimation window. */
  readonly standardError: number;
  readonly simpleError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Buy-and-hold: compounded return less compounded expectation. */
  readonly buyAndHold: number;
}

export interface DailyAbnormal {
  readonly abnormal: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
}

export function abnormalReturn(model: MarketModel, window: readonly PairedReturn[]): AbnormalReturn {
  const degreesOfFreedom = model.length - 2;
  const parts = window.map((one) => dailyAbnormal(model, one));
  const cumulative = sum(parts.map(({ abnormal }) => abnormal));
  const sessions = sum(window.map((one) => one.sessions));
  const standardError = errorOver(model, sessions, sum(window.map(({ market }) => market)));
  const t = cumulative / standardError;
  return {
    parts,
    cumulative,
    standardError,
    simpleError: Math.sqrt(sessions * model.variance),
    t,
    degreesOfFreedom,
    p: twoSidedT(t, degreesOfFreedom),
    buyAndHold:
      compound(window.map(({ stock }) => stock)) - compound(window.map((one) => expectedBy(model, one))),
  };
}

function dailyAbnormal(model: MarketModel, one: PairedReturn): DailyAbnormal {
  const abnormal = one.stock - expectedBy(model, one);
  const standardError = errorOver(model, one.sessions, one.market);
  const t = abnormal / standardError;
  return { abnormal, standardError, t, p: twoSidedT(t, model.length - 2) };
}

/** Root of σ²[L2 + L2²/L1 + (Σ(Rm - mean))²/Sxx]; a return over n sessions carries the noise of n. */
function errorOver(
  { variance, length, meanMarket, sxx }: MarketModel,
  sessions: number,
  market: number,
): number {
  const distance = market - sessions * meanMarket;
  return Math.sqrt(variance * (sessions + sessions ** 2 / length + distance ** 2 / sxx));
}

function compound(returns: readonly number[]): number {
  return returns.reduce((product, one) => product * (1 + one), 1);
}
