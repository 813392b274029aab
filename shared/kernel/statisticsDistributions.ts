// The chi-square, F and t distributions, from the incomplete gamma and beta functions, in binary doubles.
// For information beside a result only: it never touches a mark, a total or a rank.

const PRECISION = 1e-15;
const TINY = 1e-300;
const LANCZOS = [676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7];

/** ln Γ(x) for x > 0, to about 15 digits (Lanczos, g = 7). Example: `logGamma(5)` → ln 24 = 3.178053830347946. */
export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x + 6.5;
  const series = LANCZOS.reduce((total, coefficient, index) => total + coefficient / (x + index), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series);
};

/** first + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method: two running quotients, so that no term has to be kept. */
const continuedFraction = (first: number, term: (index: number) => readonly [a: number, b: number]): number => {
  let value = first === 0 ? TINY : first;
  let upper = value;
  let lower = 0;
  for (let index = 1; index <= 10_000; index += 1) {
    const [a, b] = term(index);
    lower = 1 / (b + a * lower || TINY);
    upper = b + a / upper || TINY;
    value *= upper * lower;
    if (Math.abs(upper * lower - 1) < PRECISION) break;
  }
  return value;
};

/** The k-th numerator of the continued fraction of I_x(a, b). */
const betaNumerator = (at: { readonly x: number; readonly a: number; readonly b: number }, index: number): number => {
  const { x, a, b } = at;
  const half = Math.floor(index / 2);
  return index % 2 === 1
    ? (-(a + half) * (a + b + half) * x) / ((a + 2 * half) * (a + 2 * half + 1))
    : (half * (b - half) * x) / ((a + 2 * half - 1) * (a + 2 * half));
};

/**
 * The regularised incomplete beta function I_x(a, b), the share of a beta distribution below x; 0 ≤ x ≤ 1, a and b > 0.
 * Example: `incompleteBeta(0.5, 2, 2)` → 0.5.
 */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below the mean; above it the mirrored one does.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  return front / continuedFraction(1, (index) => [betaNumerator({ x, a, b }, index), 1]);
};

/** The share of a gamma distribution of shape a above x (regularised upper incomplete gamma function). Example: `upperGamma(1, 2)` → e⁻². */
export const upperGamma = (a: number, x: number): number => {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return front / continuedFraction(x + 1 - a, (index) => [-index * (index - a), x + 2 * index + 1 - a]);
  let term = 1 / a;
  let below = term;
  for (let index = 1; term > below * PRECISION; index += 1) {
    term *= x / (a + index);
    below += term;
  }
  return Math.max(0, 1 - front * below);
};

/** P(X ≥ x) of a chi-square distribution. Example: `chiSquareAbove(3.841459, 1)` → 0.05. */
export const chiSquareAbove = (x: number, degrees: number): number => upperGamma(degrees / 2, x / 2);

/** P(F ≤ f) of an F distribution with the two degrees of freedom. Example: `fBelow(2.901295, 5, 15)` → 0.95. */
export const fBelow = (f: number, upper: number, lower: number): number => (f <= 0 ? 0 : incompleteBeta((upper * f) / (upper * f + lower), upper / 2, lower / 2));

/**
 * The value that an F distribution stays below with probability p (0 < p < 1), by halving the interval of the beta it comes from.
 * Degrees of freedom need not be whole. Example: `fQuantile(0.95, 5, 15)` → 2.901295.
 */
export const fQuantile = (p: number, upper: number, lower: number): number => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, upper / 2, lower / 2) < p) low = middle;
    else high = middle;
  }
  return (lower * high) / (upper * (1 - high));
};

/** How many standard errors a two-sided t interval of this confidence reaches to each side. Example: `tReach(0.95, 4)` → 2.776445. */
export const tReach = (confidence: number, degrees: number): number => Math.sqrt(fQuantile(confidence, 1, degrees));
