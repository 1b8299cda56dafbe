import type { Path } from "../core/issue.ts";
import { powerOfTen } from "../core/power-of-ten.ts";
import type { Check } from "./report.ts";

/** Published values stay below so many units of their last place, and differences of two below 10¹⁵. */
export const MOST_UNITS = 5e14;

/** A figure, or how far figures reach together, is of a size at which every unit of its last place can be told. */
export function checkMagnitude(check: Check, path: Path, reach: number, places: number): void {
  const unit = powerOfTen(places);
  if (Math.abs(reach) * unit >= MOST_UNITS) check.report("model/magnitude", path, MOST_UNITS / unit, reach);
}
