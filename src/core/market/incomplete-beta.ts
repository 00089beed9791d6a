/**
 * Special functions behind p-values, in double precision. Law: pure arithmetic with fixed numbers of terms, so the same
 * input gives the same bits everywhere the elementary functions do.
 */
const LANCZOS_G = 607 / 128;
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
];

const MAX_TERMS = 500;
const PRECISION = 1e-16;
/** Stands in for zero in a continued fraction, which may not divide by it. */
const TINY = 1e-300;

/** ln of the gamma function for x > 0 (Lanczos). */
export function lnGamma(x: number): number {
  const [first = 0, ...rest] = LANCZOS;
  const sum = rest.reduce((total, coefficient, at) => total + coefficient / (x + at), first);
  const shifted = x + LANCZOS_G - 0.5;
  return (x - 0.5) * Math.log(shifted) - shifted + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

/** Regularised incomplete beta function I_x(a, b) for 0 <= x <= 1 and a, b > 0. Throws RangeError outside. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new RangeError(`No incomplete beta of ${x}, ${a}, ${b}.`);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only on this side of the mean; the other side is its mirror image.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Continued fraction of the incomplete beta function by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

/** Regularised upper incomplete gamma function Q(1/2, x), x >= 0: what lies beyond sqrt(2x) in a normal distribution. */
export function upperHalfGamma(x: number): number {
  if (x === 0) return 1;
  const front = Math.exp(-x + 0.5 * Math.log(x) - lnGamma(0.5));
  return x < 1.5 ? 1 - front * gammaSeries(x) : front * gammaFraction(x);
}

function gammaSeries(x: number): number {
  let term = 2;
  let sum = term;
  for (let n = 1; n <= MAX_TERMS && Math.abs(term) > sum * PRECISION; n += 1) {
    term *= x / (0.5 + n);
    sum += term;
  }
  return sum;
}

function gammaFraction(x: number): number {
  let b = x + 0.5;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MAX_TERMS; n += 1) {
    const a = -n * (n - 0.5);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

function awayFromZero(amount: number): number {
  return Math.abs(amount) < TINY ? TINY : amount;
}
