import type { RoundingMode } from "../../src/core/rounding.ts";

/** The oracle of every rounding: num ÷ den in whole numbers of the language, which `src` may not use. */
export function bigRound(num: bigint, den: bigint, mode: RoundingMode): bigint {
  const isNegative = num < 0n !== den < 0n && num !== 0n;
  const [n, d] = [num < 0n ? -num : num, den < 0n ? -den : den];
  const rest = n % d;
  const isAway = { "half-away": 2n * rest >= d, floor: isNegative, ceiling: !isNegative }[mode] && rest !== 0n;
  const size = n / d + (isAway ? 1n : 0n);
  return isNegative ? -size : size;
}

export const MODES: readonly RoundingMode[] = ["half-away", "floor", "ceiling"];

/** A double that is a whole number, as a whole number. */
export function big(value: number): bigint {
  return BigInt(value);
}

/** A decimal as printed × 10^places, as a whole number. */
export function bigScaled(value: number | string, places: number): bigint {
  const [mantissa = "", exponent = "0"] = String(value).toLowerCase().split("e");
  const isNegative = mantissa.startsWith("-");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const shift = Number(exponent) - fraction.length + places;
  const digits = BigInt(whole + fraction);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  if (shift < 0 && digits % 10n ** BigInt(-shift) !== 0n) throw new Error(`${value} has more than ${places} places`);
  return isNegative ? -size : size;
}
