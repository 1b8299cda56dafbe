import { refereeMean } from "./referee.ts";
import { roundHalfAway } from "./rounding.ts";

/** a × b ÷ divisor rounded half away from zero: by integer products, and by the referee where those cannot decide. */
export function exactQuotient(a: number, b: number, divisor: number): number {
  const rounded = roundHalfAway(a, b, divisor);
  return Number.isNaN(rounded) ? refereeMean([a], [b], 1, [divisor, 1]) : rounded;
}
