/** The mean of published scores: exact over any number of them, in constant memory. */
export interface ExactMean {
  readonly add: (scaled: number) => void;
  /** The mean × 10^places, rounded half away from zero; `null` of nothing. */
  readonly scaledMean: () => number | null;
}

/** Sums of doubles stay exact below this; then they are moved to an integer of any size. */
const FULL = 2 ** 52;

/** Of integers below 2⁵⁰, as scores × 10^places are. */
export function exactMean(): ExactMean {
  let count = 0;
  let part = 0;
  let sum = 0n;
  return {
    add: (scaled) => {
      count++;
      part += scaled;
      if (Math.abs(part) >= FULL) {
        sum += BigInt(part);
        part = 0;
      }
    },
    scaledMean: () => {
      if (count === 0) return null;
      const total = sum + BigInt(part);
      const twice = 2n * (total < 0n ? -total : total) + BigInt(count);
      const size = Number(twice / BigInt(2 * count));
      return total < 0n ? 0 - size : size;
    },
  };
}
