import { describe, expect, it } from "vitest";
import { byMask, MOST_KEPT } from "../../../src/batch/kernels/mask-kernel.ts";

describe("values by mask", () => {
  it("are computed once each while they are few; of many only the first are kept, so that memory has a bound", () => {
    const counts = new Map<number, number>();
    const value = byMask((mask) => {
      counts.set(mask, (counts.get(mask) ?? 0) + 1);
      return -mask;
    });
    for (let again = 0; again < 2; again++) {
      for (let mask = 0; mask < MOST_KEPT + 10; mask++) expect(value(mask)).toBe(-mask);
    }
    expect(counts.get(0)).toBe(1);
    expect(counts.get(MOST_KEPT - 1)).toBe(1);
    expect(counts.get(MOST_KEPT)).toBe(2);
  });
});
