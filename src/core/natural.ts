/** A whole number ≥ 0 of any size: limbs of seven decimal digits, least first, none for zero. */
export type Natural = readonly number[];

const LIMB_DIGITS = 7;
const LIMB = 1e7;

export const ZERO: Natural = [];
export const ONE: Natural = [1];

/** A run of decimal digits as a number. */
export function naturalOf(digits: string): Natural {
  const limbs: number[] = [];
  for (let end = digits.length; end > 0; end -= LIMB_DIGITS) {
    limbs.push(Number(digits.slice(Math.max(0, end - LIMB_DIGITS), end)));
  }
  return trim(limbs);
}

/** The decimal digits of a number, without leading zeros; "0" for zero. */
export function digitsOfNatural(a: Natural): string {
  const limbs = a.map((limb, i) => (i === a.length - 1 ? String(limb) : String(limb).padStart(LIMB_DIGITS, "0")));
  return limbs.reverse().join("") || "0";
}

export function compare(a: Natural, b: Natural): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return limbAt(a, i) - limbAt(b, i);
  return 0;
}

export function add(a: Natural, b: Natural): Natural {
  const sum: number[] = [];
  let carry = 0;
  for (let i = 0; i < Math.max(a.length, b.length) || carry > 0; i++) {
    const limb = limbAt(a, i) + limbAt(b, i) + carry;
    carry = limb >= LIMB ? 1 : 0;
    sum.push(limb - carry * LIMB);
  }
  return sum;
}

/** a − b, where a ≥ b. */
export function subtract(a: Natural, b: Natural): Natural {
  const difference: number[] = [];
  let borrow = 0;
  for (let i = 0; i < a.length; i++) {
    const limb = limbAt(a, i) - limbAt(b, i) - borrow;
    borrow = limb < 0 ? 1 : 0;
    difference.push(limb + borrow * LIMB);
  }
  return trim(difference);
}

/** a × b. Cost: the product of their lengths. */
export function multiply(a: Natural, b: Natural): Natural {
  const product: number[] = new Array(a.length + b.length).fill(0);
  for (let i = 0; i < a.length; i++) {
    let carry = 0;
    for (let j = 0; j < b.length || carry > 0; j++) {
      const limb = limbAt(product, i + j) + limbAt(a, i) * limbAt(b, j) + carry;
      carry = Math.floor(limb / LIMB);
      product[i + j] = limb - carry * LIMB;
    }
  }
  return trim(product);
}

/** a ÷ b with remainder, b > 0: long division, each limb of the quotient found by never guessing too high. */
export function divide(a: Natural, b: Natural): { readonly quotient: Natural; readonly rest: Natural } {
  const quotient: number[] = [];
  let rest = a;
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const shifted = [...new Array(shift).fill(0), ...b];
    let limb = 0;
    while (compare(rest, shifted) >= 0) {
      const ratio = leading(rest, shifted.length) / (leading(shifted, shifted.length) + 1);
      const guess = Math.max(1, Math.floor(ratio * NEVER_TOO_HIGH));
      rest = subtract(rest, multiply(shifted, [guess]));
      limb += guess;
    }
    quotient[shift] = limb;
  }
  return { quotient: trim(quotient), rest };
}

/** The greatest common divisor (Euclid). */
export function commonDivisor(a: Natural, b: Natural): Natural {
  let [x, y] = [a, b];
  while (y.length > 0) [x, y] = [y, divide(x, y).rest];
  return x;
}

/** Takes more off a ratio of doubles than their rounding can have added. */
const NEVER_TOO_HIGH = 0.999999999999;

/** The limbs from the second below `length` upward, as a double. */
function leading(a: Natural, length: number): number {
  return (limbAt(a, length) * LIMB + limbAt(a, length - 1)) * LIMB + limbAt(a, length - 2);
}

function limbAt(a: Natural, i: number): number {
  return a[i] ?? 0;
}

function trim(limbs: number[]): Natural {
  while (limbs.length > 0 && limbs[limbs.length - 1] === 0) limbs.pop();
  return limbs;
}
