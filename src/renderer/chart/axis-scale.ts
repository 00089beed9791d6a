/** Which scale an axis takes, and where it starts, ends and is ticked. Pure, so that it can be checked by numbers. */
export interface AxisScale {
  readonly kind: 'linear' | 'logarithmic';
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Past this span a linear axis would press the smaller amounts and the thresholds against its origin. */
const LINEAR_SPAN = 20;
/** Share of a linear axis that must lie between neighbouring thresholds. */
const LEAST_GAP = 1 / 15;
const STEPS = [1, 2, 5];

/**
 * A scale that holds every amount and threshold. `spread` are the ends of the values, `marks` the thresholds,
 * which stay visible on either kind. Logarithmic only where all that is drawn is above zero.
 */
export function scaleFor(spread: readonly number[], marks: readonly number[] = []): AxisScale {
  const finite = [...spread, ...marks].filter((amount) => Number.isFinite(amount));
  const positive = finite.filter((amount) => amount > 0);
  if (positive.length === 0) return { kind: 'linear', min: 0, max: 1, ticks: [0, 1] };
  const largest = Math.max(...positive);
  const smallest = Math.min(...positive);
  const isWide = marks.length > 0 && (largest / smallest > LINEAR_SPAN || isCrowded(marks, largest));
  return isWide && finite.every((amount) => amount >= 0)
    ? logarithmic(smallest, largest)
    : linear(Math.min(0, ...finite), largest);
}

/** Thresholds that would lie side by side on a linear axis from zero. */
function isCrowded(marks: readonly number[], largest: number): boolean {
  const sorted = [...marks].sort((a, b) => a - b);
  return sorted.some((mark, index) => index > 0 && mark - (sorted[index - 1] ?? mark) < largest * LEAST_GAP);
}

function linear(min: number, largest: number): AxisScale {
  const step = niceStep((largest - min) / 5);
  const low = Math.floor(min / step) * step;
  const count = Math.ceil((largest - low) / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => clean(low + index * step));
  return { kind: 'linear', min: low, max: ticks.at(-1) ?? largest, ticks };
}

function logarithmic(smallest: number, largest: number): AxisScale {
  const min = niceBelow(smallest / 1.4);
  const max = niceAbove(largest * 1.15);
  return { kind: 'logarithmic', min, max, ticks: logTicks(min, max) };
}

/** 1, 2, 5 of each decade; only the decades where those would crowd. */
function logTicks(min: number, max: number): readonly number[] {
  const first = Math.floor(Math.log10(min));
  const last = Math.ceil(Math.log10(max));
  const steps = last - first > 4 ? [1] : STEPS;
  const ticks: number[] = [];
  for (let power = first; power <= last; power += 1)
    for (const step of steps) ticks.push(clean(step * 10 ** power));
  return ticks.filter((tick) => tick >= min && tick <= max);
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9));
  return (step ?? 10) * power;
}

function niceBelow(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  const step = STEPS.findLast((candidate) => candidate * power <= amount * (1 + 1e-9)) ?? 1;
  return clean(step * power);
}

function niceAbove(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  const step = STEPS.find((candidate) => candidate * power >= amount * (1 - 1e-9)) ?? 10;
  return clean(step * power);
}

function clean(amount: number): number {
  return Number(amount.toPrecision(12));
}

/** Where an amount lies on the axis, 0 at its start to 1 at its end; amounts outside are held at the ends. */
export function placeOn(scale: AxisScale, amount: number): number {
  if (amount <= scale.min) return 0;
  if (amount >= scale.max) return 1;
  if (scale.kind === 'linear') return (amount - scale.min) / (scale.max - scale.min);
  return Math.log(amount / scale.min) / Math.log(scale.max / scale.min);
}
