import type { Fact, Path } from "../core/issue.ts";
import type { Band } from "../schema/model-document.ts";

/** What can be wrong with a list of bands, whatever their points are. */
export interface BandFault {
  readonly fault: "first-band" | "band-bound" | "order";
  readonly at: Path;
  readonly expected: Fact;
  readonly found: unknown;
}

const BOUNDS = ["from", "above"] as const;

/** The first band has no bound, every other has exactly one, and bounds rise. */
export function bandFaults(bands: readonly Band[]): readonly BandFault[] {
  const faults: BandFault[] = [];
  let before = Number.NEGATIVE_INFINITY;
  let isBeforeInclusive = false;
  bands.forEach((band, i) => {
    const bounds = BOUNDS.filter((key) => band[key] !== undefined);
    if (i === 0 && bounds.length > 0) faults.push({ fault: "first-band", at: [i], expected: null, found: bounds });
    if (i > 0 && bounds.length !== 1) faults.push({ fault: "band-bound", at: [i], expected: BOUNDS, found: bounds });
    const bound = band.from ?? band.above;
    if (i === 0 || bounds.length !== 1 || bound === undefined) return;
    const isInclusive = band.from !== undefined;
    // `from` 0 then `above` 0 makes a band of exactly 0.
    const isRising = bound > before || (bound === before && isBeforeInclusive && !isInclusive);
    if (!isRising) {
      faults.push({ fault: "order", at: [i, isInclusive ? "from" : "above"], expected: before, found: bound });
    }
    before = bound;
    isBeforeInclusive = isInclusive;
  });
  return faults;
}
