import { exactSum } from "../exact-sum.ts";

/** The mean of published scores: exact over any number of them, in constant memory. */
export interface ExactMean {
  readonly add: (scaled: number) => void;
  /** The mean × 10^places, rounded half away from zero; `null` of nothing. */
  readonly scaledMean: () => number | null;
}

/** Of integers below 2⁵⁰, as scores × 10^places are. */
export function exactMean(): ExactMean {
  let count = 0;
  const sum = exactSum();
  return {
    add: (scaled) => {
      count++;
      sum.add(scaled);
    },
    scaledMean: () => {
      if (count === 0) return null;
      const total = sum.total();
      const twice = 2n * (total < 0n ? -total : total) + BigInt(count);
      const size = Number(twice / BigInt(2 * count));
      return total < 0n ? 0 - size : size;
    },
  };
}
