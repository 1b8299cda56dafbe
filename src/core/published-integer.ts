import { toScaled } from "./scaled.ts";

/**
 * A published value × 10^places, of however many digits doubles hold as integers: beyond 15 of them a published value
 * ends in a zero. NaN past 2⁵³.
 */
export function publishedInteger(value: number, places: number): number {
  const scaled = toScaled(value, places);
  if (!Number.isNaN(scaled)) return scaled + 0;
  const large = places === 0 ? value : 10 * toScaled(value, places - 1);
  return Math.abs(large) <= Number.MAX_SAFE_INTEGER ? large : Number.NaN;
}
