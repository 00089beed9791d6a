import { amountOf } from '../figures/amount.ts';
import type { Conversion, FxRateFacts, Rate } from '../model/ledger-view.ts';
import { exactly } from '../quantities/interval.ts';
import type { FlagInput } from './flag.ts';
import { amountWords, asSentence } from './words.ts';

/** Rates as evidence (METHODS §1.2.9): the rate on file with its day, direction and source, and what it was used for. */
export function conversionInput({ original, rate }: Conversion, name: string): FlagInput {
  return rateInput(rate, `${rate.from} to ${rate.to}: ${name}`, conversionWords({ original, rate }));
}

/** A rate at which the scheduled payments of a deal were taken. */
export function paymentRateInput(rate: Rate, name: string): FlagInput {
  const note = `Scheduled payments of ${name}: ${rateWords(rate)}`;
  return rateInput(rate, `${rate.from} to ${rate.to}: payments of ${name}`, note);
}

/** A rate at which a sum was taken. */
export function sumRateInput(rate: Rate, name: string): FlagInput {
  return rateInput(
    rate,
    `${rate.from} to ${rate.to}: ${name}`,
    `${asSentence(name).slice(0, -1)}: ${rateWords(rate)}`,
  );
}

function conversionWords({ original, rate }: Conversion): string {
  const amount = amountOf(original);
  if (amount === null) return '';
  const scaled = (end: number | null) => (end === null ? null : end * rate.factor);
  const result = { lo: amount.lo * rate.factor, point: scaled(amount.point), hi: scaled(amount.hi) };
  return `${amountWords(amount, rate.from)} x ${factorWords(rate.factor)} = ${amountWords(result, rate.to)} at ${rateWords(rate)}`;
}

/** `1.16 USD per EUR, the spot rate of 2025-11-28`, with the stored direction where it is the other one. */
function rateWords(rate: Rate): string {
  const per = `${factorWords(rate.factor)} ${rate.to} per ${rate.from}`;
  const [first, last] = [rate.rates[0], rate.rates.at(-1)];
  if (first === undefined || last === undefined) return per;
  if (rate.kind === 'spot') return `${per}, the spot rate of ${last.onDay}${inverseWords(last, rate)}`;
  const span = `the average of ${rate.rates.length} rates from ${first.onDay} to ${last.onDay}`;
  return `${per}, ${span}`;
}

function inverseWords({ base, quoteCurrency, rate }: FxRateFacts, { from }: Rate): string {
  return base === from ? '' : `, on file as ${factorWords(rate)} ${quoteCurrency} per ${base}`;
}

/** Enough digits to work the result out again by hand. */
function factorWords(factor: number): string {
  return String(Number(factor.toPrecision(10)));
}

function rateInput(rate: Rate, name: string, note: string): FlagInput {
  const last = rate.rates.at(-1);
  const first = rate.rates[0];
  const period =
    rate.kind === 'spot' ? (last?.onDay ?? null) : `${first?.onDay ?? ''} to ${last?.onDay ?? ''}`;
  return {
    kind: 'fx-rate',
    id: last?.id ?? '',
    role: 'exchange rate',
    name,
    value: exactly(rate.factor),
    unit: `${rate.to} per ${rate.from}`,
    sourceId: last?.source.id ?? '',
    source: last?.source.title ?? '',
    reliability: last?.source.reliability ?? 'F',
    credibility: null,
    basis: rate.kind,
    status: 'on file',
    period,
    passageId: null,
    quote: null,
    versions: 1,
    isUsed: true,
    note,
  };
}
