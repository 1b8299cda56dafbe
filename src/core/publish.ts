import { type NumeralFault, publishNumeral, readNumeral } from "./numeral.ts";
import { powerOfTen } from "./power-of-ten.ts";
import { PUBLISHED_LIMIT } from "./scaled.ts";

/** `precision`: readable, but published at its places it would take more than 15 significant digits. */
export type PublishFault = NumeralFault | "precision";

/**
 * Publishes a number or decimal text: exactly the written decimal, rounded half away from zero to `places`, as the
 * double that prints as it.
 *
 * @example 1.005 is read as written, although the double lies a little below it
 * ```ts
 * publish(1.005, 2); // 1.01
 * ```
 */
export function publish(value: number | string, places: number): number | PublishFault {
  if (typeof value === "number") {
    const quick = publishQuickly(value, places);
    if (!Number.isNaN(quick)) return quick;
  }
  const numeral = readNumeral(value);
  if (typeof numeral === "string") return numeral;
  const published = publishNumeral(numeral, places);
  return published === null ? "precision" : published;
}

/** Below this the product below errs by less than 2⁻¹², so a fraction this far from ½ is decided by it. */
const QUICK_LIMIT = 1099511627776;
const NEAR_HALF = 0.00048828125;

/** Whether a number is its own published value, but for the sign of a zero; `power` is 10^places. */
export function isPublished(value: number, power: number): boolean {
  const whole = Math.round(value * power);
  return whole / power === value && Math.abs(whole) < PUBLISHED_LIMIT;
}

/** The published value where doubles alone prove it, else NaN. */
function publishQuickly(value: number, places: number): number {
  const power = powerOfTen(places);
  if (isPublished(value, power)) return value + 0;
  const scaled = value * power;
  const whole = Math.round(scaled);
  if (!(Math.abs(scaled) < QUICK_LIMIT)) return Number.NaN;
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR_HALF) return publishHalf(value, power);
  if (Math.abs(value) < 1e-30) return Number.NaN;
  return whole === 0 ? 0 : whole / power;
}

/** The published value of a number that is written with half a unit at its end; NaN for one that lies beside such a half. */
function publishHalf(value: number, power: number): number {
  const halves = Math.round(value * power * 2);
  // Of so few digits, as `QUICK_LIMIT` leaves, no other decimal has the same double.
  if (halves / (power * 2) !== value) return Number.NaN;
  return (Math.sign(halves) * (Math.abs(halves) + 1)) / 2 / power;
}
