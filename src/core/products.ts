/** 2²⁷ + 1 splits a double into two halves of at most 26 bits (Veltkamp). */
const SPLITTER = 134217729;

/** a × b − product, exactly, where product is a × b as rounded (Dekker's TwoProduct). */
function productTail(a: number, b: number, product: number): number {
  let t = SPLITTER * a;
  const aHigh = t - (t - a);
  const aLow = a - aHigh;
  t = SPLITTER * b;
  const bHigh = t - (t - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * The sign of a × b − c × d, exact for finite doubles whose products neither overflow nor underflow: rounding is
 * monotone, so different rounded products decide, and equal ones leave the decision to their error terms.
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971).
 */
export function compareProducts(a: number, b: number, c: number, d: number): -1 | 0 | 1 {
  const left = a * b;
  const right = c * d;
  if (left !== right) return left < right ? -1 : 1;
  const tails = productTail(a, b, left) - productTail(c, d, right);
  return tails < 0 ? -1 : tails > 0 ? 1 : 0;
}
